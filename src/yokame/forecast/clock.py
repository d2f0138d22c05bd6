"""Working time: how much deciding an office can do between two days."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from yokame.priors import SlowSeason
from yokame.promise import is_business_day
from yokame.stats import FloatArray

# Days as proleptic Gregorian ordinals (`date.toordinal`).
Ordinals = NDArray[np.int64]


@dataclass(frozen=True)
class Clock:
    """Counts working time from day zero, `held`.

    Each date weighs 0 on a day off, 1 on a business day, and the season's factor on a business
    day of a slow season. Word on date d means T in (w(d - 1) + 1/2, w(d) + 1/2], w the sum of
    weights after day zero.
    """

    held: date
    slow_seasons: tuple[SlowSeason, ...]

    def worked(self, days: Ordinals) -> FloatArray:
        """w: working time from day zero to the end of each of `days`, none before day zero."""
        day_zero, first_year = self.held.toordinal(), self.held.year
        days = np.maximum(days, day_zero)
        last_year = date.fromordinal(int(days.max())).year
        table = _cumulative_weights(first_year, last_year, self.slow_seasons)
        origin = date(first_year, 1, 1).toordinal()
        worked: FloatArray = table[days - origin] - table[day_zero - origin]
        return worked

    def silent_until(self, days: Ordinals) -> FloatArray:
        """t: what is known to be survived when asking in the course of each of `days`.

        Half of that day's own working time is over; on day zero nothing is.
        """
        before, after = self.worked(days - 1), self.worked(days)
        return np.where(days <= self.held.toordinal(), 0.0, (before + after) / 2 + 0.5)

    def closed_until(self, days: Ordinals) -> FloatArray:
        """w + 1/2: where each of `days` ends on the scale of T."""
        return self.worked(days) + 0.5


@lru_cache(maxsize=256)
def _cumulative_weights(
    first_year: int, last_year: int, slow_seasons: tuple[SlowSeason, ...]
) -> FloatArray:
    """Weights summed from 31 December before `first_year`, an entry a day from 1 January on."""
    years = [_weights(year, slow_seasons) for year in range(first_year, last_year + 1)]
    return np.cumsum(np.concatenate(years))


@lru_cache(maxsize=256)
def _weights(year: int, slow_seasons: tuple[SlowSeason, ...]) -> FloatArray:
    days = range(date(year, 1, 1).toordinal(), date(year + 1, 1, 1).toordinal())
    return np.array([_weight(date.fromordinal(day), slow_seasons) for day in days])


def _weight(day: date, slow_seasons: tuple[SlowSeason, ...]) -> float:
    if not is_business_day(day):
        return 0.0
    return next((season.factor for season in slow_seasons if season.holds(day)), 1.0)
