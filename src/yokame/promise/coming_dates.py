"""The date that a day of the calendar means: the coming one, in the week or month of a held day."""

from calendar import monthrange
from datetime import date, timedelta

from yokame.promise.promise import Reason

# A date named without its year is the coming one, unless that is this far ahead.
_COMING_DAYS = 183
DAYS_IN_WEEK = 7
_DECEMBER = 12


class UnusableDateError(Exception):
    """The words name a day that cannot be the one that is meant."""

    def __init__(self, reason: Reason) -> None:
        self.reason = reason
        super().__init__(reason.value)


def monday(held: date, week_shift: int) -> date:
    """The Monday of the week that many weeks on."""
    return held - timedelta(days=held.weekday() - DAYS_IN_WEEK * week_shift)


def month_after(held: date, n: int) -> tuple[int, int]:
    """Year and month, n months on."""
    months = held.year * 12 + held.month - 1 + n
    return months // 12, months % 12 + 1


def same_day_in(year: int, month: int, day: int) -> date:
    """The day of that month, or its last one (民法143)."""
    if not 1 <= month <= _DECEMBER:
        raise UnusableDateError(Reason.NO_SUCH_DATE)
    return date(year, month, min(day, monthrange(year, month)[1]))


def day_of(year: int, month: int, day: int) -> date:
    """That date. Raises UnusableDateError if the calendar has none."""
    try:
        return date(year, month, day)
    except ValueError:
        raise UnusableDateError(Reason.NO_SUCH_DATE) from None


def not_past(held: date, day: date) -> date:
    """The day itself. Raises UnusableDateError if it is before `held`."""
    if day < held:
        raise UnusableDateError(Reason.DATE_IN_THE_PAST)
    return day


def coming(held: date, month: int, day: int, *, cut: bool = False) -> date:
    """The first such day on or after `held`; one that is far ahead was in the past.

    29 February is looked for in the year that is meant, and is no date if that has none.
    """
    if not cut:
        day_of(2000, month, day)  # a leap year: a day it does not have is in no year
    years = (held.year, held.year + 1)
    ahead = next(d for d in (same_day_in(year, month, day) for year in years) if d >= held)
    past = (ahead - held).days > _COMING_DAYS
    if not cut:
        day_of(ahead.year - past, month, day)
    if past:
        raise UnusableDateError(Reason.DATE_IN_THE_PAST)
    return ahead
