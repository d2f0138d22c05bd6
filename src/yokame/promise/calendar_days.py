"""The days and parts of the calendar that words name, and the dates they mean for a held day."""

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta

from yokame.promise.coming_dates import (
    DAYS_IN_WEEK,
    UnusableDateError,
    coming,
    day_of,
    monday,
    month_after,
    not_past,
    same_day_in,
)
from yokame.promise.promise import Reason

_LAST_DAY = 31
_FRIDAY = 4
_MARCH = 3


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
            return day_of(year, self.month, self.day)
        return coming(held, self.month, self.day)


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
            return day_of(year, month, self.day)
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
            ahead = (self.weekday - held.weekday() - 1) % DAYS_IN_WEEK + 1
            return held + timedelta(days=ahead)
        day = monday(held, self.week_shift) + timedelta(days=self.weekday)
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
        day = monday(held, self.week_shift) + timedelta(days=self.first_weekday)
        return max(day, held)

    def last(self, held: date) -> date:
        return not_past(held, monday(held, self.week_shift) + timedelta(days=self.last_weekday))


@dataclass(frozen=True)
class WeekOf:
    """11/16の週, the week of 16 November: the week that holds a day. Its day may be past."""

    day: CalendarDay | DayOfMonth
    first_weekday: int = 0
    last_weekday: int = _FRIDAY

    def first(self, held: date) -> date:
        return max(held, self._monday(held) + timedelta(days=self.first_weekday))

    def last(self, held: date) -> date:
        return not_past(held, self._monday(held) + timedelta(days=self.last_weekday))

    def _monday(self, held: date) -> date:
        this_monday = monday(held, 0)
        if isinstance(self.day, DayOfMonth):
            # A bare day of the month is the first one after a day: the Monday may be meant.
            return monday(self.day.first(this_monday - timedelta(days=1)), 0)
        return monday(self.day.first(this_monday), 0)


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
            return coming(held, self.month, self.last_day, cut=True)
        year = self.year if self.year is not None else held.year + (self.year_shift or 0)
        return not_past(held, same_day_in(year, self.month, self.last_day))

    def _in_a_month_near(self, held: date) -> date:
        if self.month_shift is not None:
            return not_past(held, same_day_in(*month_after(held, self.month_shift), self.last_day))
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


Day = (
    DaysAfter
    | CalendarDay
    | DayOfMonth
    | NamedWeekday
    | PartOfWeek
    | WeekOf
    | PartOfMonth
    | FiscalYearEnd
)


def with_weekday(day: Day, weekday: int) -> Day:
    """The same day, said to be a weekday as well; checked once the day is known."""
    if isinstance(day, CalendarDay | DayOfMonth):
        return replace(day, weekday=weekday)
    return day
