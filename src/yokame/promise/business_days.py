"""Business days in Japan: not weekends, not national holidays, not 29 December to 3 January."""

from datetime import date, timedelta
from functools import lru_cache

import jpholiday

_YEAR_END = {(12, 29), (12, 30), (12, 31), (1, 1), (1, 2), (1, 3)}
_ONE_DAY = timedelta(days=1)


@lru_cache(maxsize=256)
def _national_holidays(year: int) -> frozenset[date]:
    return frozenset(day for day, _name in jpholiday.year_holidays(year))


def is_business_day(day: date) -> bool:
    """Whether offices work on `day`."""
    return (
        day.weekday() < 5
        and (day.month, day.day) not in _YEAR_END
        and day not in _national_holidays(day.year)
    )


def next_business_day(day: date) -> date:
    """The first business day after `day`."""
    return add_business_days(day, 1)


def on_or_after_business_day(day: date) -> date:
    """`day` if it is a business day, else the next one."""
    return day if is_business_day(day) else next_business_day(day)


def add_business_days(day: date, n: int) -> date:
    """The `n`-th business day after `day`; `day` itself is not counted. n is 0 or more."""
    while n > 0:
        day += _ONE_DAY
        n -= is_business_day(day)
    return day
