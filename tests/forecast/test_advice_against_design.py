"""State and advice against a little state machine written from the design."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.forecast.asking import FRIDAY, by, weeks
from tests.forecast.strategies import ALWAYS_THE_SAME, questions
from tests.reference import oracle_advice
from tests.reference.oracle_clock import PRIORS, is_working
from yokame.forecast import Action, Model, Question, State
from yokame.reports import Policy, Stage

MODEL = Model.from_priors()
INQUIRIES = (Action.ASK, Action.ASK_AGAIN)
PROMISES = {
    "nothing said": None,
    "a week": weeks(FRIDAY, 1),
    "two weeks": weeks(FRIDAY, 2),
    "the same day": by(FRIDAY, FRIDAY),
    "a Sunday": by(FRIDAY, date(2026, 11, 22)),
    "New Year": by(FRIDAY, date(2027, 1, 1)),
    "a month that ends a sentence about passes": weeks(FRIDAY, 4, Policy.PASSED_ONLY),
}
# Days after the interview: never, in time, early, and twice, also on a Saturday and too soon.
ASKED_AFTER = [(), (11,), (3,), (11, 19), (8, 15), (3, 4), (11, 19, 26)]


@ALWAYS_THE_SAME
@given(questions())
def test_deadline_and_state_are_those_of_the_design(question: Question) -> None:
    deadline = MODEL.answer(question).deadline

    assert deadline.on == oracle_advice.deadline_on(question)
    assert deadline.ask_from == oracle_advice.ask_from(question)
    assert deadline.state is oracle_advice.state(question)
    assert deadline.policy is question.told


@ALWAYS_THE_SAME
@given(questions())
def test_the_action_is_the_first_of_the_design_that_applies(question: Question) -> None:
    assert MODEL.answer(question).advice.action is oracle_advice.action(question)


@pytest.mark.parametrize("asked_after", ASKED_AFTER, ids=str)
@pytest.mark.parametrize("policy", Policy)
@pytest.mark.parametrize("said", PROMISES)
def test_day_by_day_state_and_action_follow_the_design(
    said: str, policy: Policy, asked_after: tuple[int, ...]
) -> None:
    inquiries = [FRIDAY + timedelta(days=n) for n in asked_after]
    computed, expected = [], []

    for n in range(60):
        today = FRIDAY + timedelta(days=n)
        question = Question(
            Stage.FIRST,
            FRIDAY,
            today,
            promise=PROMISES[said],
            policy=policy,
            asked=tuple(day for day in inquiries if day <= today),
        )
        answer = MODEL.answer(question)
        computed.append((today, answer.deadline.state, answer.advice.action))
        expected.append((today, oracle_advice.state(question), oracle_advice.action(question)))

    assert computed == expected


@ALWAYS_THE_SAME
@given(questions(contacts=False), st.integers(0, 60))
def test_an_inquiry_is_never_advised_where_it_would_be_wrong(
    question: Question, days_later: int
) -> None:
    question = replace(question, today=question.today + timedelta(days=days_later))
    answer = MODEL.answer(question)

    if answer.advice.action in INQUIRIES:
        assert is_working(question.today)
        assert question.told is not Policy.PASSED_ONLY
        assert len(question.asked) < PRIORS["inquiry"]["max_inquiries"]
        assert answer.deadline.ask_from is not None
        assert question.today >= answer.deadline.ask_from
        assert answer.advice.hours in PRIORS["inquiry"]["hours_local"]
    else:
        assert answer.advice.hours is None
    assert answer.advice.on == question.today


@ALWAYS_THE_SAME
@given(questions())
def test_a_wait_is_advised_to_be_closed_exactly_when_it_is_closed_and_no_contact_came(
    question: Question,
) -> None:
    answer = MODEL.answer(question)

    is_closed = answer.deadline.state is State.CLOSED
    assert (answer.advice.action is Action.CLOSE) == (is_closed and question.contact is None)


@ALWAYS_THE_SAME
@given(questions())
def test_what_would_change_the_advice_lies_ahead(question: Question) -> None:
    answer = MODEL.answer(question)

    ahead = [change.on for change in answer.advice.changes_if if change.on is not None]
    assert all(day > question.today for day in ahead)
