"""When to ask, and what would change the advice: what the oracle of states does not say."""

from datetime import date

import pytest

from tests.forecast.asking import FRIDAY, weeks
from yokame.forecast import Action, Advice, Change, Model, Question
from yokame.forecast.advice import good_hours
from yokame.priors import read_priors
from yokame.reports import Stage

MODEL = Model.from_priors()
INQUIRY = read_priors().inquiry
MORNING, AFTERNOON = INQUIRY.hours


def advice(today: date, *asked: date) -> Advice:
    question = Question(Stage.FIRST, FRIDAY, today, promise=weeks(FRIDAY, 1), asked=asked)
    return MODEL.answer(question).advice


def changes(today: date, *asked: date) -> dict[Change, date | None]:
    return {item.change: item.on for item in advice(today, *asked).changes_if}


@pytest.mark.parametrize(
    ("day", "hours"),
    [
        (date(2026, 11, 18), MORNING),  # an ordinary Wednesday
        (date(2026, 11, 16), AFTERNOON),  # a Monday
        (date(2026, 11, 24), MORNING),  # a Tuesday after three days off
        (date(2024, 5, 7), AFTERNOON),  # a Tuesday after four, the end of Golden Week
    ],
)
def test_mornings_are_left_alone_on_mondays_and_after_long_holidays(day: date, hours: str) -> None:
    assert good_hours(day, INQUIRY) == hours


def test_on_a_day_off_after_day_eight_the_next_business_day_is_named() -> None:
    saturday = date(2026, 11, 28)

    assert advice(saturday).action is Action.CHECK
    assert changes(saturday)[Change.ASK_FROM] == date(2026, 11, 30)


def test_who_has_asked_already_is_not_told_when_to_begin_to_check() -> None:
    thursday = date(2026, 11, 19)

    assert changes(thursday)[Change.CHECK_FROM] == date(2026, 11, 20)
    assert Change.CHECK_FROM not in changes(thursday, date(2026, 11, 17))
