"""Questions that contradict themselves are refused, each by an error that says what is wrong."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.forecast.strategies import ALWAYS_THE_SAME
from yokame.forecast import (
    AskedOutsideWaitError,
    Contact,
    ContactBy,
    ContactOutsideWaitError,
    DateOutOfRangeError,
    HeldInFutureError,
    Model,
    Question,
    QuestionError,
    SizeError,
    UnknownSignalError,
)
from yokame.reports import Stage

HELD, TODAY = date(2026, 11, 13), date(2026, 11, 20)


@pytest.mark.parametrize(
    ("error", "changes"),
    [
        (HeldInFutureError, {"held": TODAY + timedelta(days=1)}),
        (DateOutOfRangeError, {"held": date(1900, 1, 1)}),
        (DateOutOfRangeError, {"today": date(2150, 1, 1)}),
        (DateOutOfRangeError, {"held": date(2016, 11, 18)}),
        (ContactOutsideWaitError, {"contact": Contact(ContactBy.PHONE, date(2026, 11, 12))}),
        (ContactOutsideWaitError, {"contact": Contact(ContactBy.MAIL, date(2026, 11, 21))}),
        (AskedOutsideWaitError, {"asked": (date(2026, 11, 12),)}),
        (AskedOutsideWaitError, {"asked": (HELD, date(2026, 11, 21))}),
        (SizeError, {"size": 0}),
        (SizeError, {"size": -5}),
    ],
)
def test_a_question_that_cannot_be_is_refused_with_its_own_error(
    error: type[QuestionError], changes: dict[str, object]
) -> None:
    fields = {"stage": Stage.FIRST, "held": HELD, "today": TODAY} | changes

    with pytest.raises(error) as caught:
        Question(**fields)  # type: ignore[arg-type]

    assert isinstance(caught.value, QuestionError)
    assert isinstance(caught.value, ValueError)


def test_a_signal_that_nobody_knows_is_named() -> None:
    question = Question(Stage.FIRST, HELD, TODAY, signals=("own_feeling_good", "black_cat"))

    with pytest.raises(UnknownSignalError, match="black_cat") as caught:
        Model.from_priors().answer(question)

    assert isinstance(caught.value, QuestionError)


@ALWAYS_THE_SAME
@given(st.dates(), st.dates(), st.integers() | st.none(), st.dates())
def test_any_dates_and_sizes_make_a_question_or_a_question_error(
    held: date, today: date, size: int | None, asked: date
) -> None:
    try:
        question = Question(Stage.FIRST, held, today, size=size, asked=(asked,))
    except QuestionError:
        return

    assert question.held <= asked <= question.today


def test_a_wait_of_ten_years_can_still_be_asked_about() -> None:
    Question(Stage.FIRST, date(2016, 11, 19), TODAY)


def test_inquiries_are_kept_in_order_and_two_on_one_day_are_one() -> None:
    first, second = date(2026, 11, 16), date(2026, 11, 18)

    question = Question(Stage.FIRST, HELD, TODAY, asked=(second, first, second))

    assert question.asked == (first, second)
