"""What is left of today is not told as tomorrow's."""

from datetime import date

import pytest

from yokame.forecast import Model, Question
from yokame.promise import read_promise
from yokame.reports import Stage

HELD = date(2026, 11, 13)
PROMISE = read_promise("1週間以内に連絡します", held=HELD)


@pytest.mark.parametrize("day", [20, 27])
def test_the_day_before_a_weekend_keeps_the_weekends_chance(day: int) -> None:
    question = Question(Stage.FINAL, HELD, date(2026, 11, day), promise=PROMISE)

    word = Model.from_priors().answer(question).word

    assert word.today_prob > 0
    assert word.by_date_prob[0] == pytest.approx(word.today_prob)
    assert word.by_date_prob[1] == pytest.approx(word.today_prob)


def test_on_a_day_off_nothing_is_left_of_today() -> None:
    question = Question(Stage.FINAL, HELD, date(2026, 11, 21), promise=PROMISE)

    assert Model.from_priors().answer(question).word.today_prob == pytest.approx(0)


def test_on_a_business_day_today_and_tomorrow_have_each_their_part() -> None:
    question = Question(Stage.FINAL, HELD, date(2026, 11, 18), promise=PROMISE)

    word = Model.from_priors().answer(question).word

    assert 0 < word.today_prob < word.by_date_prob[0]
