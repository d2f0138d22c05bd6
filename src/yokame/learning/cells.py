"""Distinct combinations of groups, period and season, and how many stood where in each."""

from dataclasses import dataclass

import numpy as np

from yokame.learning.groups import Codes
from yokame.reports.counts import Counts
from yokame.stats import BoolArray, FloatArray, IntArray


@dataclass(frozen=True, eq=False)
class Cells:
    """The cells of what was learned from, every array (n_cells,).

    `row_cell` (n_rows,) says where each row of the counts belongs.
    """

    codes: dict[str, IntArray]
    period: IntArray
    season: IntArray
    row_cell: IntArray
    first: IntArray

    @classmethod
    def of(cls, counts: Counts, codes: Codes) -> "Cells":
        """The cells of counts."""
        found, period = codes.of(counts), codes.clock.period(counts)
        _, season = np.unique(counts.season, return_inverse=True)
        season = season.ravel()
        keys = ("employer", "industry", "stage", "size")
        joint = (season * (period.max() + 1) + period) * 2 + counts.followed
        for key in keys:
            joint = joint * (found[key].max() + 2) + found[key] + 1
        _, first, cell = np.unique(joint, return_index=True, return_inverse=True)
        at_first = {name: values[first] for name, values in found.items()}
        return cls(at_first, period[first], season[first], cell.ravel(), first)

    @property
    def n_cells(self) -> int:
        """How many cells there are."""
        return self.period.size

    def by_step(self, counts: Counts, rows: BoolArray, n_steps: int) -> FloatArray:
        """How many of some rows ended in each step of the grid, (n_cells, n_steps)."""
        at = self.row_cell[rows] * n_steps + np.minimum(counts.step[rows], n_steps - 1)
        summed = np.bincount(at, counts.count[rows], self.n_cells * n_steps).astype(float)
        return summed.reshape(self.n_cells, n_steps)

    def waiting(
        self, counts: Counts, columns: IntArray, n_steps: int
    ) -> tuple[FloatArray, FloatArray]:
        """At each column, those who passed later and all who waited, each (n_cells, n_columns)."""
        passed = self.by_step(counts, counts.is_pass, n_steps)
        everyone = self.by_step(counts, np.ones(counts.step.size, bool), n_steps)
        return later_than(passed, columns), later_than(everyone, columns)


def later_than(by_step: FloatArray, columns: IntArray) -> FloatArray:
    """Of counts by step, those that ended after the edge of each column."""
    still = by_step[:, ::-1].cumsum(axis=1)[:, ::-1]
    later: FloatArray = still[:, columns + 1]
    return later
