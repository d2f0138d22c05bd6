from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yokame.wording import (
    NoSuchDayError,
    TypedDay,
    TypedDayError,
    WrongWeekdayError,
    typed_day,
)

FRIDAY = date(2026, 11, 20)


def read(typed: str, *, may_be_ahead: bool = False) -> date:
    return typed_day(typed, today=FRIDAY, may_be_ahead=may_be_ahead).on


@pytest.mark.parametrize(
    "typed",
    [
        "2026-11-13",
        "2026/11/13",
        " 2026年11月13日 ",
        "11/13",
        "11-13",
        "11.13",
        "１１／１３",
        "11月13日",
        "１１月１３日（金）",
        "11/13(金)",
        "11月13日(金曜日)",
        " 11 / 13 ",
    ],
)
def test_a_day_may_be_written_in_many_ways(typed: str) -> None:
    assert read(typed) == date(2026, 11, 13)


@pytest.mark.parametrize(
    ("typed", "days_ago"),
    [("今日", 0), ("today", 0), ("きのう", 1), ("昨日", 1), ("Yesterday", 1), ("一昨日", 2)],
)
def test_days_have_names(typed: str, days_ago: int) -> None:
    assert read(typed) == FRIDAY - timedelta(days=days_ago)


@given(st.dates(date(2027, 1, 1), date(2040, 12, 31)), st.dates())
def test_a_day_without_a_year_is_the_last_such_day(today: date, day: date) -> None:
    found = typed_day(f"{day.month}/{day.day}", today=today).on

    assert (found.month, found.day) == (day.month, day.day)
    assert found <= today
    # 29 February is up to four years away between 2027 and 2040.
    assert today - found < timedelta(days=4 * 366 if (day.month, day.day) == (2, 29) else 366)


def test_29_february_is_found_across_the_year_that_has_none() -> None:
    assert typed_day("2/29", today=date(1904, 2, 28)).on == date(1896, 2, 29)


def test_a_day_without_a_year_may_be_ahead_only_where_that_makes_sense() -> None:
    assert read("11/21") == date(2025, 11, 21)
    assert read("11/21", may_be_ahead=True) == date(2026, 11, 21)


def test_with_a_year_a_day_ahead_stays_ahead() -> None:
    assert read("2027-01-05") == date(2027, 1, 5)


def test_it_is_told_where_the_year_was_supposed() -> None:
    assert typed_day("11/13", today=FRIDAY) == TypedDay(date(2026, 11, 13), supposes_year=True)
    assert not typed_day("2026-11-13", today=FRIDAY).supposes_year
    assert not typed_day("今日", today=FRIDAY).supposes_year


@pytest.mark.parametrize(
    "typed", ["", "13", "11/13/2026", "next week", "11月", "2026-11", "2026-11-13T10:00", "1/1/1"]
)
def test_what_is_not_written_like_a_day_is_refused(typed: str) -> None:
    with pytest.raises(TypedDayError) as refused:
        read(typed)

    assert type(refused.value) is TypedDayError


@pytest.mark.parametrize("typed", ["2026-02-30", "13/1", "11/31", "0/0"])
def test_a_day_that_no_calendar_has_is_refused(typed: str) -> None:
    with pytest.raises(NoSuchDayError):
        read(typed)


def test_a_weekday_that_contradicts_its_day_is_refused_with_the_day() -> None:
    with pytest.raises(WrongWeekdayError) as refused:
        read("11/13(木)")

    assert refused.value.on == date(2026, 11, 13)


@given(st.text(max_size=40))
def test_any_text_is_read_or_refused(typed: str) -> None:
    try:
        found = read(typed)
    except TypedDayError:
        return
    assert isinstance(found, date)
