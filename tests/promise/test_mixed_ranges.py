"""Ranges over two units, and spans that are too vague to count."""

from datetime import date

import pytest

from yokame.promise import Reason, Unit, read_promise

FRIDAY = date(2026, 11, 13)  # Monday 23 November is a holiday


@pytest.mark.parametrize("joined", ["から", "〜", "または"])
@pytest.mark.parametrize("end", ["", "で連絡します", "に連絡します", "以内に連絡します", "まで"])
def test_a_range_from_days_to_weeks_takes_the_weeks(joined: str, end: str) -> None:
    promise = read_promise(f"10日{joined}2週間{end}", held=FRIDAY)

    assert promise.window is not None
    assert (promise.window.unit, promise.window.count) == (Unit.WEEKS, 2)
    assert promise.deadline_on == date(2026, 11, 27)


def test_of_two_bounds_on_the_same_day_the_second_one_is_kept() -> None:
    # Five business days and a week both end on Friday 20 November.
    promise = read_promise("5営業日〜1週間", held=FRIDAY)

    assert promise.window is not None
    assert promise.window.unit is Unit.WEEKS


def test_a_day_number_that_is_longer_than_the_count_after_it_is_where_the_count_begins() -> None:
    # 20 November, and three business days after it: 24, 25, 26.
    promise = read_promise("20日から3営業日以内に連絡します", held=FRIDAY)

    assert promise.window is not None
    assert (promise.window.unit, promise.window.count) == (Unit.BUSINESS_DAYS, 3)
    assert promise.deadline_on == date(2026, 11, 26)


@pytest.mark.parametrize("said", ["半月ほど", "半月くらいで連絡します", "半年以内", "1ヶ月半"])
def test_a_span_that_is_not_counted_is_named(said: str) -> None:
    promise = read_promise(said, held=FRIDAY)

    assert promise.window is None
    assert [note.reason for note in promise.not_understood] == [Reason.UNKNOWN_WORDS]


def test_half_a_month_to_a_month_is_a_month() -> None:
    promise = read_promise("半月〜1ヶ月", held=FRIDAY)

    assert promise.deadline_on == date(2026, 12, 13)
    assert promise.not_understood == ()
