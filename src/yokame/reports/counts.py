"""Waits of one kind, counted: all that learning sees of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Self

import numpy as np

from yokame.reports.table import BoolArray, Coded, FloatArray, IntArray, Reports

NO_MONTH = -1
_NAMES = ("employer", "industry", "stage", "track")
_NUMBERS = ("size", "season", "month", "step", "word", "followed")
KEYS = _NAMES + _NUMBERS
_MOST_PLACES = 2**63 - 1


@dataclass(frozen=True, eq=False)
class Counts:
    """Distinct kinds of waits, a row each, and how many there are of each kind.

    Rows stand in the order of their keys, as they are listed here: whatever counted, the same
    waits give the same arrays.

    Parameters
    ----------
    employer, industry, stage, track : (n,)
        As in `Waits`.
    size, season : (n,)
        As in `Waits`.
    month : (n,)
        Of day zero, year * 12 + month - 1; `NO_MONTH` where it is not known or not counted by.
    step : (n,)
        k where edges[k - 1] < days <= edges[k]; 0 up to the first edge, len(edges) past the last.
    word : (n,)
        As in `Reports`, a `Word`.
    followed : (n,)
        As in `Reports`.
    count : (n,)
        How many waits are of this kind.
    """

    employer: Coded
    industry: Coded
    stage: Coded
    track: Coded
    size: IntArray
    season: IntArray
    month: IntArray
    step: IntArray
    word: IntArray
    followed: BoolArray
    count: FloatArray

    def __len__(self) -> int:
        return self.count.size

    @classmethod
    def of(cls, columns: dict[str, Any]) -> Self:
        """Rows that may be of the same kind, by name of their column, counted into kinds."""
        place = _places([columns[name] for name in KEYS])
        order = np.argsort(place)
        begins = np.flatnonzero(np.diff(place[order], prepend=-1))
        first = order[begins]
        kept: dict[str, Any] = {
            name: column.take(first) if isinstance(column, Coded) else column[first]
            for name, column in columns.items()
        }
        return cls(**{**kept, "count": np.add.reduceat(columns["count"][order], begins)})


@dataclass(frozen=True, eq=False)
class DelayCounts:
    """How many waits had word after so many days: `days` (n,) rising, `count` (n,)."""

    days: FloatArray
    count: FloatArray

    def quantiles(self, shares: Sequence[float] | FloatArray) -> FloatArray:
        """Days by which these shares of the waits with word had it, each a day that occurred.

        Equals `numpy.quantile(..., method="higher")` over the waits one by one.
        """
        upto = np.cumsum(self.count)
        place = np.ceil((upto[-1] - 1) * np.asarray(shares, dtype=np.float64))
        days: FloatArray = self.days[np.searchsorted(upto, place, side="right")]
        return days


def count_in_memory(reports: Reports, edges: FloatArray, *, by_month: bool = True) -> Counts:
    """Count reports into distinct kinds of waits.

    Parameters
    ----------
    edges : (m,)
        The ends of the steps in days, rising.
    by_month
        Whether waits of different months of a season are of different kinds.
    """
    months = reports.held.astype("M8[M]").astype(np.int64) + 1970 * 12
    is_counted_by = by_month & ~np.isnat(reports.held)
    columns = {name: getattr(reports, name) for name in KEYS if name not in {"month", "step"}}
    columns["month"] = np.where(is_counted_by, months, NO_MONTH)
    columns["step"] = np.searchsorted(edges, reports.days, side="left")
    return Counts.of({**columns, "count": reports.count})


def delay_counts_in_memory(reports: Reports) -> DelayCounts:
    """How many reports had word after so many days."""
    with_word = reports.is_decided
    days, place = np.unique(reports.days[with_word], return_inverse=True)
    count = np.bincount(place, weights=reports.count[with_word], minlength=days.size)
    return DelayCounts(days, count.astype(np.float64))


def _places(keys: Sequence[Coded | IntArray | BoolArray]) -> IntArray:
    """One number for each row, that sorts as its keys do, the first of them first."""
    place, n_places = np.zeros(len(keys[0]), dtype=np.int64), 1
    for key in keys:
        code = key.code if isinstance(key, Coded) else key.astype(np.int64)
        lowest, highest = (int(code.min()), int(code.max())) if code.size else (0, 0)
        span = highest - lowest + 1
        if n_places * span > _MOST_PLACES:  # leave out the numbers that no row has
            met, place = np.unique(place, return_inverse=True)
            n_places = met.size
        place, n_places = place * span + (code - lowest), n_places * span
    return place
