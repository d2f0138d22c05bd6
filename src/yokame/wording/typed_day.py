"""Days as people type them: 2026-11-20, 11/20, 11月20日(金), 今日, yesterday."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, timedelta

_WEEKDAYS = "月火水木金土日"
_DAY = re.compile(
    r"(?:(?P<year>[0-9]{4})[-/.年])?(?P<month>[0-9]{1,2})[-/.月](?P<day>[0-9]{1,2})日?"
    rf"(?:\((?P<weekday>[{_WEEKDAYS}])(?:曜日?)?\))?"
)
_DAYS_AGO = {
    **dict.fromkeys(("今日", "きょう", "本日", "today"), 0),
    **dict.fromkeys(("昨日", "きのう", "yesterday"), 1),
    **dict.fromkeys(("一昨日", "おととい"), 2),
}
# A day without a year is looked for so far around: 29 February can be eight years away.
_YEARS_AROUND = 8


class TypedDayError(ValueError):
    """What was typed is not written like a day."""


class NoSuchDayError(TypedDayError):
    """It is written like a day that no calendar has."""


class WrongWeekdayError(TypedDayError):
    """The weekday beside the day is not that of `on`."""

    def __init__(self, on: date) -> None:
        self.on = on
        super().__init__(f"{on} has another weekday. Correct one of the two.")


@dataclass(frozen=True)
class TypedDay:
    """The day that was meant, and whether its year had to be supposed."""

    on: date
    supposes_year: bool


def typed_day(typed: str, *, today: date, may_be_ahead: bool = False) -> TypedDay:
    """The day in `typed`; without a year the nearest such day that is not after `today`.

    With `may_be_ahead` it is the nearest on either side.

    Raises
    ------
    TypedDayError
        If it is no day, no day of the calendar, or its weekday contradicts it.
    """
    plain = "".join(unicodedata.normalize("NFKC", typed).split()).lower()
    if plain in _DAYS_AGO:
        return TypedDay(today - timedelta(days=_DAYS_AGO[plain]), supposes_year=False)
    match = _DAY.fullmatch(plain)
    if match is None:
        raise TypedDayError(f"{typed!r} is not written like a day.")
    on = _day_of(match, today, may_be_ahead=may_be_ahead)
    if on is None:
        raise NoSuchDayError(f"No calendar has {typed!r}.")
    if match["weekday"] not in (None, _WEEKDAYS[on.weekday()]):
        raise WrongWeekdayError(on)
    return TypedDay(on, supposes_year=match["year"] is None)


def _day_of(match: re.Match[str], today: date, *, may_be_ahead: bool) -> date | None:
    month, day = int(match["month"]), int(match["day"])
    if match["year"] is not None:
        return _date(int(match["year"]), month, day)
    years = range(today.year - _YEARS_AROUND, today.year + _YEARS_AROUND + 1)
    found = [on for year in years if (on := _date(year, month, day))]
    allowed = [on for on in found if may_be_ahead or on <= today]
    return min(allowed, key=lambda on: abs(on - today), default=None)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
