"""The oracle's own calendar and clock, written from section 6 of the design alone.

It shares nothing with the product: holidays come from the `holidays` library.
"""

import tomllib
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import holidays

_FILE = Path(__file__).parents[2] / "src" / "yokame" / "priors" / "data" / "priors.toml"
PRIORS: dict[str, Any] = tomllib.loads(_FILE.read_text(encoding="utf-8"))
ONE_DAY = timedelta(days=1)
_CLOSED = {"12-29", "12-30", "12-31", "01-01", "01-02", "01-03"}
_HOLIDAYS = holidays.country_holidays("JP")


@cache
def is_working(day: date) -> bool:
    """Not a weekend, not a national holiday, not 29 December to 3 January."""
    return day.weekday() < 5 and f"{day:%m-%d}" not in _CLOSED and day not in _HOLIDAYS


def nth_working(day: date, n: int) -> date:
    """The n-th business day after `day`."""
    while n > 0:
        day += ONE_DAY
        n -= is_working(day)
    return day


def rolled(day: date) -> date:
    """`day`, or where it is a day off the next business day."""
    return day if is_working(day) else nth_working(day, 1)


def _lies_in(day: date, season: list[str]) -> bool:
    """Whether `day` lies in a season of two month-days, both included, across New Year too."""
    first, last = season
    today = f"{day:%m-%d}"
    return first <= today <= last if first <= last else today >= first or today <= last


@cache
def weight(day: date) -> float:
    """How much a date counts: 0 on a day off, 1 on a business day, less in a slow season."""
    if not is_working(day):
        return 0.0
    calendar = PRIORS["calendar"]
    for season in ("golden_week", "obon", "year_end"):
        if _lies_in(day, calendar[season]):
            return float(calendar[f"work_factor_{season}"])
    return 1.0


def worked(held: date, day: date) -> float:
    """w(d): the weights of the days after day zero up to and with `day`, added up one by one."""
    total = 0.0
    counted = held
    while counted < day:
        counted += ONE_DAY
        total += weight(counted)
    return total


def ends(held: date, day: date) -> float:
    """T at the end of `day`: w(d) + ½."""
    return worked(held, day) + 0.5


def survived(held: date, today: date) -> float:
    """t that a question asked in the course of `today` knows: T > t. Day zero knows nothing."""
    if today == held:
        return 0.0
    return worked(held, today) + 0.5 - 0.5 * weight(today)
