"""Business days against an independent calendar of Japan's holidays, and against counting."""

from datetime import date, timedelta

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from yokame.promise import (
    add_business_days,
    holidays_of,
    is_business_day,
    next_business_day,
    on_or_after_business_day,
)

OTHER_CALENDAR = holidays.country_holidays("JP", years=range(2023, 2030))
YEAR_END = {(12, 29), (12, 30), (12, 31), (1, 1), (1, 2), (1, 3)}
A_DAY = timedelta(days=1)
days_of_five_years = st.dates(date(2024, 1, 1), date(2028, 12, 31))


def _worked_by_the_other_calendar(day: date) -> bool:
    return day.weekday() < 5 and day not in OTHER_CALENDAR and (day.month, day.day) not in YEAR_END


@pytest.mark.parametrize("year", range(2024, 2029))
def test_every_day_of_five_years_agrees_with_another_holiday_library(year: int) -> None:
    days = [date(year, 1, 1) + timedelta(days=n) for n in range(366)]

    differing = [d for d in days if is_business_day(d) != _worked_by_the_other_calendar(d)]

    assert differing == []


@given(day=days_of_five_years, n=st.integers(0, 60))
def test_adding_business_days_is_counting_them_one_by_one(day: date, n: int) -> None:
    counted, left = day, n
    while left:
        counted += A_DAY
        left -= is_business_day(counted)

    assert add_business_days(day, n) == counted


@given(day=days_of_five_years)
def test_the_next_business_day_is_after_and_the_one_on_or_after_is_not_before(day: date) -> None:
    following, rolled = next_business_day(day), on_or_after_business_day(day)

    assert following > day
    assert is_business_day(following)
    assert rolled >= day
    assert is_business_day(rolled)
    assert (rolled == day) is is_business_day(day)


def test_the_new_year_break_lasts_from_29_december_to_3_january() -> None:
    break_ends = next_business_day(date(2026, 12, 28))

    assert is_business_day(date(2026, 12, 28))
    assert break_ends == date(2027, 1, 4)


def test_thousands_of_business_days_are_added_in_one_go() -> None:
    # 52 weeks of 5 days less 16 to 18 holidays and the year's end: 240 to 246 a year.
    reached = add_business_days(date(2026, 11, 13), 2_450)

    assert date(2036, 9, 1) < reached < date(2037, 3, 1)


def test_the_ends_of_the_calendar_are_days_like_others() -> None:
    assert is_business_day(date.max) is False
    assert is_business_day(date.min) is False
    assert next_business_day(date.min) == date(1, 1, 4)
    with pytest.raises(OverflowError, match="business day after"):
        next_business_day(date.max)


def test_holidays_have_their_names_substitutes_among_them() -> None:
    assert holidays_of(2026, 5) == {
        date(2026, 5, 3): "憲法記念日",
        date(2026, 5, 4): "みどりの日",
        date(2026, 5, 5): "こどもの日",
        date(2026, 5, 6): "憲法記念日 振替休日",
    }
    assert holidays_of(2026, 6) == {}
