"""The days and parts of the calendar that words name, and the dates they mean for a held day."""

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta

from yokame.promise.promise import Reason

# A date named without its year is the coming one, unless that is this far ahead.
_COMING_DAYS = 183
_LAST_DAY = 31
_DAYS_IN_WEEK = 7
_FRIDAY, _SUNDAY = 4, 6
_MARCH, _DECEMBER = 3, 12


class UnusableDateError(Exception):
    """The words name a day that cannot be the one that is meant."""

    def __init__(self, reason: Reason) -> None:
        self.reason = reason
        super().__init__(reason.value)


@dataclass(frozen=True)
class DaysAfter:
    """明日, 本日中, tomorrow."""

    n: int

    def first(self, held: date) -> date:
        return held + timedelta(days=self.n)

    last = first


@dataclass(frozen=True)
class CalendarDay:
    """11月20日(金), 2026-11-20, Friday 20 November. `year_shift` is 来年's 1."""

    month: int
    day: int
    year: int | None = None
    year_shift: int | None = None
    weekday: int | None = None

    def first(self, held: date) -> date:
        day = self._named(held)
        if self.weekday is not None and day.weekday() != self.weekday:
            raise UnusableDateError(Reason.WEEKDAY_CONTRADICTS_DATE)
        if day < held:
            raise UnusableDateError(Reason.DATE_IN_THE_PAST)
        return day

    last = first

    def _named(self, held: date) -> date:
        if self.year is not None or self.year_shift is not None:
            year = self.year if self.year is not None else held.year + (self.year_shift or 0)
            return _day_of(year, self.month, self.day)
        return _coming(held, self.month, self.day)


@dataclass(frozen=True)
class DayOfMonth:
    """20日まで, 来月5日, the 20th: without a month, the first such day after day zero."""

    day: int
    month_shift: int | None = None
    weekday: int | None = None

    def first(self, held: date) -> date:
        day = self._named(held)
        if self.weekday is not None and day.weekday() != self.weekday:
            raise UnusableDateError(Reason.WEEKDAY_CONTRADICTS_DATE)
        if day < held:
            raise UnusableDateError(Reason.DATE_IN_THE_PAST)
        return day

    last = first

    def _named(self, held: date) -> date:
        if self.month_shift is not None:
            year, month = month_after(held, self.month_shift)
            return _day_of(year, month, self.day)
        if not 1 <= self.day <= _LAST_DAY:
            raise UnusableDateError(Reason.NO_SUCH_DATE)
        for shift in range(4):
            year, month = month_after(held, shift)
            if self.day <= monthrange(year, month)[1]:
                day = date(year, month, self.day)
                if day > held:
                    return day
        raise UnusableDateError(Reason.NO_SUCH_DATE)


@dataclass(frozen=True)
class NamedWeekday:
    """金曜まで, 来週の水曜: without a week, the first such day after day zero."""

    weekday: int
    week_shift: int | None = None

    def first(self, held: date) -> date:
        if self.week_shift is None:
            ahead = (self.weekday - held.weekday() - 1) % _DAYS_IN_WEEK + 1
            return held + timedelta(days=ahead)
        day = _monday(held, self.week_shift) + timedelta(days=self.weekday)
        if day < held:
            raise UnusableDateError(Reason.DATE_IN_THE_PAST)
        return day

    last = first


@dataclass(frozen=True)
class PartOfWeek:
    """今週中, 来週前半, 週明け. Weeks begin on Monday; the weekdays are 0 to 4."""

    week_shift: int
    first_weekday: int = 0
    last_weekday: int = _FRIDAY

    def first(self, held: date) -> date:
        day = _monday(held, self.week_shift) + timedelta(days=self.first_weekday)
        return max(day, held)

    def last(self, held: date) -> date:
        day = _monday(held, self.week_shift) + timedelta(days=self.last_weekday)
        if day < held:
            # Said on a Saturday, 今週中 can only mean what is left of the week.
            day = _monday(held, self.week_shift) + timedelta(days=_SUNDAY)
        return day


@dataclass(frozen=True)
class PartOfMonth:
    """11月中旬, 来月末, 今月中, 年内. The last day is 10, 20 or 31, cut to the month's end."""

    month: int | None = None
    month_shift: int | None = None
    year: int | None = None
    year_shift: int | None = None
    first_day: int = 1
    last_day: int = _LAST_DAY

    def first(self, held: date) -> date:
        end = self.last(held)
        return max(held, end.replace(day=min(self.first_day, end.day)))

    def last(self, held: date) -> date:
        if self.month is None:
            return self._in_a_month_near(held)
        if self.year is None and self.year_shift is None:
            return _coming(held, self.month, self.last_day, cut=True)
        year = self.year if self.year is not None else held.year + (self.year_shift or 0)
        return _not_past(held, same_day_in(year, self.month, self.last_day))

    def _in_a_month_near(self, held: date) -> date:
        if self.month_shift is not None:
            return _not_past(held, same_day_in(*month_after(held, self.month_shift), self.last_day))
        this_month = same_day_in(held.year, held.month, self.last_day)
        return (
            this_month if this_month >= held else same_day_in(*month_after(held, 1), self.last_day)
        )


@dataclass(frozen=True)
class FiscalYearEnd:
    """年度内: 31 March."""

    def first(self, held: date) -> date:
        return held

    def last(self, held: date) -> date:
        return date(held.year + (held.month > _MARCH), _MARCH, _LAST_DAY)


Day = DaysAfter | CalendarDay | DayOfMonth | NamedWeekday | PartOfWeek | PartOfMonth | FiscalYearEnd


def with_weekday(day: Day, weekday: int) -> Day:
    """The same day, said to be a weekday as well; checked once the day is known."""
    if isinstance(day, CalendarDay | DayOfMonth):
        return replace(day, weekday=weekday)
    return day


def _monday(held: date, week_shift: int) -> date:
    return held - timedelta(days=held.weekday() - _DAYS_IN_WEEK * week_shift)


def month_after(held: date, n: int) -> tuple[int, int]:
    months = held.year * 12 + held.month - 1 + n
    return months // 12, months % 12 + 1


def same_day_in(year: int, month: int, day: int) -> date:
    """The day of that month, or its last one (民法143)."""
    if not 1 <= month <= _DECEMBER:
        raise UnusableDateError(Reason.NO_SUCH_DATE)
    return date(year, month, min(day, monthrange(year, month)[1]))


def _day_of(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise UnusableDateError(Reason.NO_SUCH_DATE) from None


def _not_past(held: date, day: date) -> date:
    if day < held:
        raise UnusableDateError(Reason.DATE_IN_THE_PAST)
    return day


def _coming(held: date, month: int, day: int, *, cut: bool = False) -> date:
    """The first such day on or after `held`; one that is far ahead was in the past."""
    years = (held.year, held.year + 1)
    if cut:
        candidates = [same_day_in(year, month, day) for year in years]
    else:
        _day_of(2000, month, day)  # a leap year: a day it does not have is in no year
        candidates = [date(year, month, day) for year in years if day <= monthrange(year, month)[1]]
    coming = [candidate for candidate in candidates if candidate >= held]
    if not coming:
        raise UnusableDateError(Reason.NO_SUCH_DATE)
    if (coming[0] - held).days > _COMING_DAYS:
        raise UnusableDateError(Reason.DATE_IN_THE_PAST)
    return coming[0]
