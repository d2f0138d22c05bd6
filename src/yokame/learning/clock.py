"""The clock on which effects drift: seasons, or parts of a year where waits begin all over it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from yokame.reports.counts import Counts, months_of
from yokame.reports.table import Waits
from yokame.stats import FloatArray, IntArray

_PERSONAL_MONTHS = 3
_MONTHS = 12


@dataclass(frozen=True)
class Clock:
    """Periods of the starts of waits, the first and the last that were learned from.

    `is_personal`: waits of one season begin all over the year; a period is then a part of a year,
    and not a season.
    """

    is_personal: bool
    periods_a_year: int
    first_period: int
    last_period: int

    @classmethod
    def of(cls, counts: Counts, periods_a_year: int = _MONTHS) -> "Clock":
        """The clock of what is learned from."""
        clock = cls(_starts_are_personal(counts), periods_a_year, 0, 0)
        return clock._around(counts)

    def each(self, counts: Counts, periods: Sequence[int]) -> "list[Clock]":
        """One clock for the seasons; where starts are personal, one for each number of periods."""
        if not self.is_personal:
            return [self]
        return [replace(self, periods_a_year=n)._around(counts) for n in periods]

    def period(self, counts: Counts) -> IntArray:
        """The period of each row's start, from 0 at the first that was learned from."""
        return self._ticks(counts.season, counts.month) - self.first_period

    def horizon(self, waits: Waits) -> IntArray:
        """Periods from the last that was learned from to each row's start, 0 or more."""
        return np.maximum(self._ticks(waits.season, months_of(waits.held)) - self.last_period, 0)

    def years_ahead(self, waits: Waits) -> FloatArray:
        """The horizon in years; a season counts as one."""
        return self.horizon(waits) / (self.periods_a_year if self.is_personal else 1)

    def _around(self, counts: Counts) -> "Clock":
        ticks = self._ticks(counts.season, counts.month)
        return replace(self, first_period=int(ticks.min()), last_period=int(ticks.max()))

    def _ticks(self, season: IntArray, month: IntArray) -> IntArray:
        if not self.is_personal:
            return season
        known: IntArray = np.where(month >= 0, month, season * _MONTHS)
        return known * self.periods_a_year // _MONTHS


def _starts_are_personal(counts: Counts) -> bool:
    """Whether waits of one season begin all over the year."""
    if (counts.month < 0).any():
        return False
    pairs = np.unique(counts.season * 100_000 + counts.month) // 100_000
    return bool(np.bincount(pairs - pairs.min()).max() > _PERSONAL_MONTHS)
