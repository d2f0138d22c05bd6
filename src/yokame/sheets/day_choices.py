"""From a day as written to a day of the calendar: its order of figures, and its year."""

from dataclasses import dataclass
from datetime import date

from yokame.sheets.table import DayOrder, Why
from yokame.sheets.written_days import WrittenDay

# 29 February can be eight years away.
_YEARS_AROUND = 8
# A weekday may tell another year than the nearest, if it is about that far; else it is a slip.
_WEEKDAY_TELLS_YEARS = 1


@dataclass(frozen=True)
class WhichYear:
    """What is known of a day without a year: `today`, and a day that it cannot be before.

    `is_past`: it has happened, so it is not after today.
    """

    today: date
    is_past: bool = False
    not_before: date | None = None


def day_meant(day: WrittenDay, order: DayOrder | None, which: WhichYear) -> date | Why:
    """The day, or why it cannot be told. A year that is missing is the nearest that makes sense."""
    month_and_day = _month_and_day(day, order)
    if month_and_day is None:
        return Why.DAY_OR_MONTH_FIRST
    if day.year is not None:
        on = _date(day.year, *month_and_day)
        if on is None:
            return Why.NO_SUCH_DAY
        return Why.WRONG_WEEKDAY if day.weekday not in (None, on.weekday()) else on
    return _nearest(month_and_day, day.weekday, which)


def _month_and_day(day: WrittenDay, order: DayOrder | None) -> tuple[int, int] | None:
    if day.is_ordered or order is DayOrder.MONTH_FIRST or day.first == day.second:
        return day.first, day.second
    if order is DayOrder.DAY_FIRST or day.first > 12:
        return day.second, day.first
    return (day.first, day.second) if day.second > 12 else None


def _nearest(month_and_day: tuple[int, int], weekday: int | None, which: WhichYear) -> date | Why:
    years = range(which.today.year - _YEARS_AROUND, which.today.year + _YEARS_AROUND + 1)
    found = [on for year in years if (on := _date(year, *month_and_day))]
    if not found:
        return Why.NO_SUCH_DAY
    fitting = [on for on in found if _fits(on, which)] or found
    nearest = min(fitting, key=lambda on: abs(on - which.today))
    if weekday in (None, nearest.weekday()):
        return nearest
    near = [on for on in found if abs(on.year - nearest.year) <= _WEEKDAY_TELLS_YEARS]
    told = [on for on in near if on.weekday() == weekday]
    return min(told, key=lambda on: abs(on - which.today)) if told else Why.WRONG_WEEKDAY


def _fits(on: date, which: WhichYear) -> bool:
    is_early = which.not_before is not None and on < which.not_before
    return not is_early and not (which.is_past and on > which.today)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
