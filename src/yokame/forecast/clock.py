"""Working time: how much deciding an office can do between two days."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from yokame.priors import SlowSeason
from yokame.promise import is_business_day
from yokame.stats import FloatArray

# Days as proleptic Gregorian ordinals (`date.toordinal`).
Ordinals = NDArray[np.int64]
# Months counted from January of year 0.
Month = int


@dataclass(frozen=True, eq=False)
class OfficeCalendar:
    """How much each date weighs: 0 on a day off, 1 on a business day, and on business days of a
    slow season its factor.
    """

    slow_seasons: tuple[SlowSeason, ...]

    # Few, because one of many years takes 0.2 MB, and anybody may ask for such.
    @lru_cache(maxsize=128)  # noqa: B019 - one calendar lives as long as its process
    def summed(self, first: Month, last: Month) -> FloatArray:
        """Weights summed from the end of the month before `first`, an entry a day.

        By months, because looking up a year's holidays costs more than all the rest of an answer.
        """
        return np.cumsum(np.concatenate([self._weights(m) for m in range(first, last + 1)]))

    @lru_cache(maxsize=4096)  # noqa: B019
    def _weights(self, month: Month) -> FloatArray:
        year, month_index = divmod(month, 12)
        first = date(year, month_index + 1, 1)
        n_days = monthrange(first.year, first.month)[1]
        return np.array([self._weight(first + timedelta(days=n)) for n in range(n_days)])

    def _weight(self, day: date) -> float:
        if not is_business_day(day):
            return 0.0
        return next((season.factor for season in self.slow_seasons if season.holds(day)), 1.0)


@dataclass(frozen=True)
class Clock:
    """Counts working time w from day zero, `held`: weights summed over the days after it.

    Word on date d means T in (w(d - 1) + 1/2, w(d) + 1/2].
    """

    held: date
    calendar: OfficeCalendar

    def worked(self, days: Ordinals) -> FloatArray:
        """w: working time from day zero to the end of each of `days`; none before day zero."""
        day_zero = self.held.toordinal()
        days = np.maximum(days, day_zero)
        last = date.fromordinal(int(days.max()))
        summed = self.calendar.summed(_month(self.held), _month(last))
        origin = day_zero - self.held.day + 1
        worked: FloatArray = summed[days - origin] - summed[day_zero - origin]
        return worked

    def silent_until(self, days: Ordinals) -> FloatArray:
        """t: what is survived when asking in the course of each of `days`, all after day zero.

        Half of that day's own working time is over.
        """
        return (self.closed_until(days - 1) + self.closed_until(days)) / 2

    def silent_for(self, today: date) -> float:
        """t for one question asked in the course of `today`; nothing on day zero itself."""
        if today == self.held:
            return 0.0
        day = today.toordinal()
        before, after = self.closed_until(np.array([day - 1, day])).tolist()
        return float(before + after) / 2

    def closed_until(self, days: Ordinals) -> FloatArray:
        """w + 1/2: where each of `days` ends on the scale of T."""
        return self.worked(days) + 0.5


def _month(day: date) -> Month:
    return day.year * 12 + day.month - 1
