"""Days as people type them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yokame.cli.days import DayReader
from yokame.cli.mistakes import WrongInputError

FRIDAY = date(2026, 11, 20)


def read(text: str, **how: bool) -> date:
    return DayReader("ja", FRIDAY).read(text, option="--held", **how)


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-13",
        "2026/11/13",
        "2026年11月13日",
        "11/13",
        "11-13",
        "11月13日",
        "１１月１３日（金）",
        "11/13(金)",
        "11月13日(金曜日)",
        " 11 / 13 ",
    ],
)
def test_a_day_may_be_written_in_many_ways(text: str) -> None:
    assert read(text) == date(2026, 11, 13)


@pytest.mark.parametrize(
    ("text", "days_ago"), [("今日", 0), ("today", 0), ("昨日", 1), ("Yesterday", 1), ("一昨日", 2)]
)
def test_days_have_names(text: str, days_ago: int) -> None:
    assert read(text) == FRIDAY - timedelta(days=days_ago)


@given(st.dates(date(2027, 1, 1), date(2040, 12, 31)), st.dates())
def test_a_day_without_a_year_is_the_last_such_day(today: date, day: date) -> None:
    found = DayReader("en", today).read(f"{day.month}/{day.day}", option="--held")

    assert (found.month, found.day) == (day.month, day.day)
    assert found <= today
    # 29 February is up to four years away between 2027 and 2040.
    assert today - found < timedelta(days=4 * 366 if (day.month, day.day) == (2, 29) else 366)


def test_a_day_without_a_year_may_be_ahead_only_where_that_makes_sense() -> None:
    assert read("11/21") == date(2025, 11, 21)
    assert read("11/21", may_be_ahead=True) == date(2026, 11, 21)


def test_a_supposed_year_is_noted_and_a_given_one_is_not() -> None:
    days = DayReader("en", FRIDAY)

    days.read("11/13", option="--held")
    days.read("2026-11-13", option="--asked")

    assert days.notes == ["“11/13” for --held was read as Fri 13 Nov 2026."]


@pytest.mark.parametrize("text", ["", "13", "11/13/2026", "next week", "11月", "2026-11-13T10:00"])
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(WrongInputError) as wrong:
        read(text)

    assert wrong.value.name == "not_a_day"
