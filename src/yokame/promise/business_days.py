"""Business days in Japan: not weekends, not national holidays, not 29 December to 3 January."""

from bisect import bisect_left, bisect_right
from datetime import MAXYEAR, date
from functools import lru_cache

import jpholiday

_YEAR_END = frozenset({(12, 29), (12, 30), (12, 31), (1, 1), (1, 2), (1, 3)})
_LONGEST_MONTH = 31


def is_business_day(day: date) -> bool:
    """Whether offices work on `day`."""
    worked = _business_days_of(day.year, day.month)
    place = bisect_left(worked, day.toordinal())
    return place < len(worked) and worked[place] == day.toordinal()


def next_business_day(day: date) -> date:
    """The first business day after `day`. Raises OverflowError where the calendar ends."""
    return add_business_days(day, 1)


def on_or_after_business_day(day: date) -> date:
    """`day` if it is a business day, else the next one."""
    return day if is_business_day(day) else add_business_days(day, 1)


def add_business_days(day: date, n: int) -> date:
    """The `n`-th business day after `day`; `day` itself is not counted. n is 0 or more.

    Raises OverflowError where the calendar ends (year 9999).
    """
    if n <= 0:
        return day
    year, month = day.year, day.month
    worked = _business_days_of(year, month)
    place = bisect_right(worked, day.toordinal()) + n - 1
    while place >= len(worked):
        place -= len(worked)
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
        if year > MAXYEAR:
            raise OverflowError(f"there is no {n}-th business day after {day}")
        worked = _business_days_of(year, month)
    return date.fromordinal(worked[place])


@lru_cache(maxsize=256)
def holidays_of(year: int, month: int) -> dict[date, str]:
    """The national holidays of a month, each with its Japanese name."""
    days = (date(year, month, n) for n in range(1, _days_in_month(year, month) + 1))
    named = ((day, jpholiday.is_holiday_name(day)) for day in days)
    return {day: name for day, name in named if name}


@lru_cache(maxsize=4096)
def _business_days_of(year: int, month: int) -> tuple[int, ...]:
    """The ordinals of a month's business days, ascending.

    By month because jpholiday needs about 2 ms for one: a deadline rarely needs more than two.
    """
    days = (date(year, month, n) for n in range(1, _days_in_month(year, month) + 1))
    return tuple(day.toordinal() for day in days if _is_worked(day))


def _is_worked(day: date) -> bool:
    # The cheap questions first: jpholiday is asked about weekdays only.
    return (
        day.weekday() < 5
        and (day.month, day.day) not in _YEAR_END
        and not jpholiday.is_holiday(day)
    )


def _days_in_month(year: int, month: int) -> int:
    if month == 12:
        return _LONGEST_MONTH
    return (date(year, month + 1, 1) - date(year, month, 1)).days
