"""The windows that words name, and their readings for a round held on a given day."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from yokame.promise.business_days import (
    add_business_days,
    is_business_day,
    on_or_after_business_day,
)
from yokame.promise.calendar_days import Day, DayOfMonth
from yokame.promise.coming_dates import UnusableDateError, month_after, same_day_in
from yokame.promise.promise import Reading, Reason, Rule, Unit
from yokame.promise.weights import Mixture, ReadingWeights

_DAYS_IN_WEEK = 7
# Nobody is told after two years: such a number was misread or mistyped.
_FARTHEST_DAYS = 731
_OF_DAYS = (Unit.DAYS, Unit.WEEKS)
_DAYS_IN = {Unit.DAYS: 1.0, Unit.BUSINESS_DAYS: 1.4, Unit.WEEKS: 7.0, Unit.MONTHS: 30.0}
_ALONE: dict[Rule, Mixture] = {rule: ((rule, 1.0),) for rule in Rule}


@dataclass(frozen=True)
class Count:
    """n of a unit after day zero, or after the day that was named (20日から3営業日)."""

    n: int
    unit: Unit
    base: Day | None = None
    only: Rule | None = None  # 本日を含めて, calendar days: the words say how they count

    def first(self, held: date) -> date:
        """The day that is n units on, by the calendar: where 1週間以降 begins."""
        return self._after(self._start(held))[0][1]

    def readings(self, held: date, weights: ReadingWeights) -> tuple[Reading, ...]:
        ends = self._after(self._start(held))
        if self.only in dict(ends):
            mixture = _ALONE[self.only]
        elif self.unit is Unit.WEEKS:
            mixture = weights.weeks
        elif self.unit is Unit.DAYS:
            mixture = weights.days
        elif self.unit is Unit.BUSINESS_DAYS:
            mixture = weights.business_days
        else:
            mixture = _ALONE[ends[0][0]]
        on = dict(ends)
        return tuple(Reading(rule, on[rule], weight) for rule, weight in mixture)

    def by_the_calendar(self) -> "Count":
        """The same count where the words say that days off are counted."""
        return replace(self, only=Rule.CALENDAR) if self.unit in _OF_DAYS else self

    @property
    def roughly_days(self) -> float:
        """How long it is in calendar days, whenever it begins; to compare it with another one."""
        return self.n * _DAYS_IN[self.unit]

    def _start(self, held: date) -> date:
        if self.n > _FARTHEST_DAYS:
            raise UnusableDateError(Reason.TOO_FAR)
        if self.base is None:
            return held
        if isinstance(self.base, DayOfMonth):
            # 20日から3日 said on the 20th begins today, not next month.
            return self.base.first(held - timedelta(days=1))
        return self.base.first(held)

    def _after(self, start: date) -> tuple[tuple[Rule, date], ...]:
        if self.unit is Unit.MONTHS:
            year, month = month_after(start, self.n)
            return ((Rule.FIXED_DATE, same_day_in(year, month, start.day)),)
        if self.unit is Unit.BUSINESS_DAYS:
            started = is_business_day(start)
            return (
                (Rule.BUSINESS_DAYS, add_business_days(start, self.n)),
                (Rule.DAY_ZERO_COUNTED, add_business_days(start, max(self.n - started, 0))),
            )
        days = self.n * _DAYS_IN_WEEK if self.unit is Unit.WEEKS else self.n
        return (
            (Rule.CALENDAR, on_or_after_business_day(start + timedelta(days=days))),
            (Rule.BUSINESS_DAYS, add_business_days(start, days)),
            (
                Rule.DAY_ZERO_COUNTED,
                on_or_after_business_day(start + timedelta(days=max(days - 1, 0))),
            ),
        )


@dataclass(frozen=True)
class Hours:
    """24時間以内: whole days by the clock, without rolling."""

    n: int

    def first(self, held: date) -> date:
        return held + timedelta(days=-(-self.n // 24))

    last = first


Spec = Day | Count | Hours


def readings_of(spec: Spec, held: date, weights: ReadingWeights) -> tuple[Reading, ...]:
    """The readings of a window, the heaviest first. Raises UnusableDateError."""
    try:
        if isinstance(spec, Count):
            readings = spec.readings(held, weights)
        else:
            readings = (Reading(Rule.FIXED_DATE, spec.last(held), 1.0),)
    except (OverflowError, ValueError):
        raise UnusableDateError(Reason.TOO_FAR) from None
    if (readings[0].on - held).days > _FARTHEST_DAYS:
        raise UnusableDateError(Reason.TOO_FAR)
    return readings


def first_day_of(spec: Spec, held: date, *, after: bool = False) -> date:
    """The first day of a time that only says when word may begin. Raises UnusableDateError."""
    try:
        day = spec.first(held) + timedelta(days=after)
    except (OverflowError, ValueError):
        raise UnusableDateError(Reason.TOO_FAR) from None
    if (day - held).days > _FARTHEST_DAYS:
        raise UnusableDateError(Reason.TOO_FAR)
    return day
