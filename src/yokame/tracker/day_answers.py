"""The answer for each round that waits, computed once a day, kept beside it and remembered."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction
from django.db.models import QuerySet

from yokame.accounts.queries import Person
from yokame.forecast import (
    LONGEST_WAIT,
    Answer,
    Contact,
    ContactBy,
    Question,
    QuestionError,
)
from yokame.promise import Promise, read_promise
from yokame.reports import HeardByOthers, Outcome, Policy, Stage, Track, Trust
from yokame.tracker.application import State
from yokame.tracker.ledger import lock
from yokame.tracker.model_in_use import model_in_use
from yokame.tracker.models import DayAnswer, Round, ToldAnswer

ANSWER_COLUMNS = (
    "today",
    "prob",
    "low",
    "high",
    "never_prob",
    "median_on",
    "low_on",
    "high_on",
    "deadline_on",
    "ask_from",
    "state",
    "action",
    "action_on",
    "hours",
    "why",
)
TOLD_COLUMNS = ("prob", "low", "high", "never_prob", "median_on", "low_on", "high_on")


def bring_up_to_date(owner: Person, today: date) -> int:
    """Compute the answers that are not of `today`; returns how many. Safe to repeat."""
    stale = _waiting(owner, today).exclude(answer__today=today).select_related("application")
    if not stale.exists():
        return 0
    with transaction.atomic():
        lock(owner)  # a round could be written anew between the look and the answer
        answers = [row for one in stale.all() if (row := _answer_row(one, today))]
        DayAnswer.objects.bulk_create(
            answers,
            update_conflicts=True,
            unique_fields=["round"],
            update_fields=ANSWER_COLUMNS,
            batch_size=500,
        )
        _keep_told(owner, answers)
    return len(answers)


def _keep_told(owner: Person, answers: Iterable[DayAnswer]) -> None:
    """Keep what is told today; of answers to the same round on one day the last stays."""
    told = [_told(owner, row) for row in answers if _is_shown(row.round, row.today)]
    ToldAnswer.objects.bulk_create(
        told,
        update_conflicts=True,
        unique_fields=["owner", "application", "round", "told_on"],
        update_fields=TOLD_COLUMNS,
        batch_size=500,
    )


def _is_shown(one: Round, today: date) -> bool:
    """Whether any page shows it: the application hangs on the round, and it was held."""
    return one.is_current and (one.is_held or one.on != today)


def _told(owner: Person, row: DayAnswer) -> ToldAnswer:
    return ToldAnswer(
        owner=owner,
        application=row.round.application.uid,
        round=row.round.uid,
        told_on=row.today,
        **{name: getattr(row, name) for name in TOLD_COLUMNS},
    )


def _waiting(owner: Person, today: date) -> QuerySet[Round]:
    """The rounds that this person waits on: held, without word, and not for longer than counts."""
    return Round.objects.filter(
        application__owner=owner,
        application__state=State.IN_ROUND,
        is_open=True,
        word="",
        on__range=(today - LONGEST_WAIT, today),
    )


def question_of(one: Round, today: date) -> Question | None:
    """The wait of this round as a question; None where there is no silence to judge."""
    if one.on is None or one.on > today or one.word:
        return None
    application = one.application
    try:
        return Question(
            stage=Stage(one.stage),
            held=one.on,
            today=today,
            track=Track(application.track),
            promise=promise_of(one),
            policy=Policy(one.policy),
            employer=application.employer,
            industry=application.industry,
            size=application.size,
            public_sector=application.public_sector,
            via_agent=application.via_agent,
            signals=tuple(one.signals),
            contact=_contact(one),
            asked=tuple(date.fromisoformat(day) for day in one.asked),
            others=tuple(_others(one, today)),
        )
    except QuestionError:
        # A wait of more than ten years, or a day that cannot be: there is nothing to say.
        return None


def promise_of(one: Round) -> Promise | None:
    """What was said, read from the day it was said."""
    if not one.said or one.heard_on is None:
        return None
    return read_promise(one.said, held=one.heard_on)


def _contact(one: Round) -> Contact | None:
    if not one.contact_by or one.contact_on is None:
        return None
    return Contact(ContactBy(one.contact_by), one.contact_on)


def _others(one: Round, today: date) -> Iterable[HeardByOthers]:
    """What was written down by hand; of last year too, it is of this round's stage."""
    assert one.on is not None
    for heard in one.others:
        on = date.fromisoformat(heard["on"])
        held = date.fromisoformat(heard["held_on"]) if heard["held_on"] else one.on
        if held <= on <= today:
            yield HeardByOthers(
                Stage(one.stage),
                held,
                Outcome(heard["said"]),
                on,
                heard["count"],
                Trust(heard["trust"]),
            )


def _answer_row(one: Round, today: date) -> DayAnswer | None:
    question = question_of(one, today)
    if question is None:
        return None
    return DayAnswer(round=one, **columns_of(model_in_use().answer(question)))


def columns_of(answer: Answer) -> dict[str, object]:
    """The columns of an answer: what lists and reminders show of it."""
    passed, word, deadline, advice = answer.passed, answer.word, answer.deadline, answer.advice
    return {
        "today": answer.today,
        "prob": passed.prob,
        "low": passed.low,
        "high": passed.high,
        "never_prob": word.never_prob,
        "median_on": word.median_on,
        "low_on": word.low_on,
        "high_on": word.high_on,
        "deadline_on": deadline.on,
        "ask_from": deadline.ask_from,
        "state": deadline.state.value,
        "action": advice.action.value,
        "action_on": advice.on,
        "hours": advice.hours or "",
        "why": advice.why.value,
    }
