"""An answer built by hand: final interview on 13 November 2026, a week said, asked on the 20th."""

from dataclasses import replace
from datetime import date

import numpy as np

from yokame.forecast import (
    Action,
    Advice,
    Answer,
    Basis,
    Change,
    ChangeIf,
    Deadline,
    Evidence,
    EvidenceSource,
    Passed,
    PriorUsed,
    State,
    Why,
    Word,
)
from yokame.promise import NotUnderstood, Reading, Reason, Rule
from yokame.reports import Policy

FRIDAY, TUESDAY = date(2026, 11, 20), date(2026, 11, 24)


def an_answer(**changes: object) -> Answer:
    """The answer, with parts replaced."""
    answer = Answer(
        today=FRIDAY,
        passed=Passed(prob=0.46, low=0.17, high=0.77),
        word=Word(
            today_prob=0.05,
            by_date_prob=np.linspace(0.1, 0.85, 30),
            median_on=TUESDAY,
            low_on=date(2026, 11, 21),
            high_on=date(2026, 12, 2),
            never_prob=0.14,
        ),
        path_prob=np.linspace(0.46, 0.2, 30),
        deadline=Deadline(
            on=FRIDAY,
            ask_from=TUESDAY,
            state=State.ON_TIME,
            readings=(
                Reading(Rule.CALENDAR, FRIDAY, 0.8),
                Reading(Rule.BUSINESS_DAYS, date(2026, 11, 25), 0.2),
            ),
            policy=Policy.UNKNOWN,
            not_understood=(NotUnderstood("たぶん", Reason.UNKNOWN_WORDS),),
        ),
        advice=Advice(
            action=Action.CHECK,
            on=FRIDAY,
            hours=None,
            why=Why.LAST_DAY_OF_WINDOW,
            changes_if=(ChangeIf(Change.WORD_COMES), ChangeIf(Change.ASK_FROM, TUESDAY)),
        ),
        evidence=(
            Evidence(EvidenceSource.BASE_RATE, 0.405, 60.0, {"prior": "pass_rate.new_grad.final"}),
            Evidence(
                EvidenceSource.SIGNALS,
                0.06,
                1.5,
                {"counted": ("longer_than_planned",), "set_aside": ("own_feeling_bad",)},
            ),
            Evidence(EvidenceSource.SILENCE, -0.625, -15.5, {"worked_days": 5.0}),
        ),
        basis=Basis(
            reports=0,
            priors=(
                PriorUsed("pass_rate.new_grad.final", "B", ("a survey", "another")),
                PriorUsed("delay.tail", "J", ()),
            ),
            priors_made_on=date(2026, 11, 23),
        ),
    )
    return replace(answer, **changes)  # type: ignore[arg-type]


def advised(action: Action, why: Why, **changes: object) -> Answer:
    """The answer with another action."""
    advice = replace(an_answer().advice, action=action, why=why)
    return an_answer(advice=advice, **changes)
