"""The clock of a fit: how far a wait has got, in shares of the word that comes at all."""

from dataclasses import dataclass
from typing import Self

import numpy as np

from yokame.stats import FloatArray, IntArray

# Finer where most people ask, and out to where only the slowest still wait.
SHARES = np.array([*np.linspace(0, 1, 25)[1:-1], 0.975, 0.99])
# Odds are fitted at every second column; of very many words at every fourth, for each costs time.
_EVERY, _EVERY_OF_MANY = 2, 4
_MANY = 300_000


@dataclass(frozen=True, eq=False)
class Grid:
    """Columns at which a fit looks at the waits, and how any other day lies between them.

    A day's position is the share of all word that has come by its end. Between two days on which
    word comes nothing changes, and where much comes at once (on whole weeks, on one day of the
    year) the position moves on as fast: effects interpolated over it follow the heaps.

    Parameters
    ----------
    edges : (n_columns,)
        A wait stands at column k if it lasts longer than `edges[k]` days, ascending.
    days, share : (n_days,)
        The share of all word that came within so many days, ascending.
    every
        How many columns to go on from one at which odds are fitted to the next.
    """

    edges: FloatArray
    days: FloatArray
    share: FloatArray
    every: int = _EVERY

    @classmethod
    def of(cls, days: FloatArray, count: FloatArray, shares: FloatArray = SHARES) -> Self:
        """The grid of `count` words that came after `days`, both (n_days,) and ascending.

        Raises
        ------
        ValueError
            If there is not a single word: such waits tell of no clock.
        """
        if not count.sum() > 0:
            raise ValueError("No wait ended with word: there is nothing to learn from.")
        share = np.cumsum(count) / count.sum()
        at = np.minimum(np.searchsorted(share, shares - 1e-12), days.size - 1)
        last = max(float(days[-1]), 1.0)  # word may all have come at once
        edges = np.unique(np.concatenate([[0.0], days[at], [last]]))
        return cls(edges, days, share, _EVERY if count.sum() < _MANY else _EVERY_OF_MANY)

    @classmethod
    def of_shares(cls, shares: FloatArray = SHARES) -> Self:
        """The grid of waits whose `days` are positions already: shares of a curve of their own."""
        ends = np.array([0.0, 1.0])
        return cls(np.concatenate([[0.0], shares, [1.0]]), ends, ends)

    def position(self, days: FloatArray) -> FloatArray:
        """The share of all word that comes within so many days, (n,)."""
        if self._is_of_shares:
            return np.interp(days, self.days, self.share)
        after = np.searchsorted(self.days, days, side="right")
        return np.concatenate([[0.0], self.share])[after]

    @property
    def share_at_edges(self) -> FloatArray:
        """The share of all word that has come by each edge."""
        return self.position(self.edges)

    def day(self, position: FloatArray) -> FloatArray:
        """The days at a position, any shape: all who had word on one day stand at its middle."""
        if self._is_of_shares:
            return np.interp(position, self.share, self.days)
        before = np.concatenate([[0.0], self.share[:-1]])
        return np.interp(position, (before + self.share) / 2, self.days)

    @property
    def _is_of_shares(self) -> bool:
        return float(self.share[0]) == 0.0  # of words that were counted the first day has some

    @property
    def columns(self) -> IntArray:
        """The columns at which odds are fitted: the ends but the last, and some between."""
        return np.unique([*range(0, self.edges.size - 1, self.every), self.edges.size - 2])

    def between(self, days: FloatArray, columns: IntArray) -> "Between":
        """Where days lie between some of the columns."""
        at, x = self.position(self.edges[columns]), self.position(days)
        upper = np.clip(np.searchsorted(at, x, side="left"), 1, max(at.size - 1, 1))
        if at.size == 1:
            nothing = np.zeros(days.size, np.int64)
            return Between(nothing, nothing, np.zeros(days.size))
        gap = np.maximum(at[upper] - at[upper - 1], 1e-300)
        part = np.clip((x - at[upper - 1]) / gap, 0.0, 1.0)
        return Between(upper - 1, upper, part)


@dataclass(frozen=True, eq=False)
class Between:
    """Days between columns: `part` of the way from `lower` to `upper`, each (n,)."""

    lower: IntArray
    upper: IntArray
    part: FloatArray

    def mean(self, at_lower: FloatArray, at_upper: FloatArray) -> FloatArray:
        """What lies between two columns' values, (n,)."""
        return at_lower * (1 - self.part) + at_upper * self.part

    def take(self, rows: IntArray | slice) -> "Between":
        """Some of the days."""
        return Between(self.lower[rows], self.upper[rows], self.part[rows])
