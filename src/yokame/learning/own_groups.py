"""What a wait's own groups say by themselves, against what all groups say.

The pooled odds shrink every group by one rule a level. Whether that is too much or too little, for
groups of a few reports or of many, is seen by predicting past seasons from those before them: the
odds counted in the groups themselves, lightly smoothed, enter a ridge regression on top of the
pooled ones (stacking: Wolpert 1992, Stacked generalization, Neural Networks 5(2), 241-259).
"""

from dataclasses import dataclass

import numpy as np

from yokame.learning.cells import later_than
from yokame.learning.grid import Grid
from yokame.learning.groups import Codes, Keys, Table
from yokame.reports.counts import Counts
from yokame.reports.table import Waits
from yokame.stats import BoolArray, FloatArray, IntArray

_LEVELS: tuple[Keys, ...] = (
    *(("family",), ("family", "stage"), ("family", "industry"), ("family", "industry", "stage")),
    ("employer", "industry", "stage"),
)


@dataclass(frozen=True, eq=False)
class OwnCounts:
    """How many of each group of a level passed, of how many seen, each (n_groups, n_columns)."""

    table: Table
    passed: FloatArray
    seen: FloatArray
    all_passed: FloatArray
    all_seen: FloatArray

    @classmethod
    def of(cls, table: Table, passed: FloatArray, seen: FloatArray) -> "OwnCounts":
        """The counts of groups, with those of all of them together, (n_columns,)."""
        return cls(table, passed, seen, passed.sum(axis=0), seen.sum(axis=0))

    def log_odds(self, group: IntArray, column: IntArray, n_parts: float) -> FloatArray:
        """Log-odds of groups against those of all, by a part of the reports, one of all added."""
        share = (self.all_passed / n_parts + 0.5) / (self.all_seen / n_parts + 1)
        usual = np.log(share / (1 - share))
        share, usual = share[column], usual[column]
        passed = self.passed[group, column] / n_parts
        seen = self.seen[group, column] / n_parts
        odds = (passed + share) / (seen - passed + 1 - share)
        return np.asarray(np.log(odds) - usual)


@dataclass(frozen=True, eq=False)
class OwnGroups:
    """Log-odds counted in single groups against those of all, at each column, level by level."""

    codes: Codes
    grid: Grid
    columns: IntArray
    levels: list[OwnCounts]
    n_seasons: float

    @classmethod
    def learn(cls, counts: Counts, codes: Codes, grid: Grid) -> "OwnGroups":
        """Count."""
        found, columns = codes.of(counts), grid.columns
        levels = []
        for keys in _LEVELS:
            table = Table.of(keys, found)
            group = table.find(found)
            everyone = _by_step(counts, group, table.n_groups, grid, group >= 0)
            won = _by_step(counts, group, table.n_groups, grid, (group >= 0) & counts.is_pass)
            levels.append(
                OwnCounts.of(table, later_than(won, columns), later_than(everyone, columns))
            )
        return cls(codes, grid, columns, levels, float(np.unique(counts.season).size))

    @property
    def n_features(self) -> int:
        """Two for each level: by all reports, and by those of an average season."""
        return 2 * len(self.levels)

    def features(self, waits: Waits) -> FloatArray:
        """(n_waits, n_features), 0 where a wait's group is not known."""
        codes, between = self.codes.of(waits), self.grid.between(waits.days, self.columns)
        found = np.zeros((len(waits), self.n_features))
        for index, level in enumerate(self.levels):
            group = level.table.find(codes)
            at = np.maximum(group, 0)
            for column, n_parts in enumerate((1.0, self.n_seasons)):
                mean = between.mean(
                    level.log_odds(at, between.lower, n_parts),
                    level.log_odds(at, between.upper, n_parts),
                )
                found[:, 2 * index + column] = np.where(group >= 0, mean, 0.0)
        return found


def _by_step(
    counts: Counts, group: IntArray, n_groups: int, grid: Grid, rows: BoolArray
) -> FloatArray:
    n_steps = grid.edges.size + 1
    at = group[rows] * n_steps + counts.step[rows]
    summed = np.bincount(at, counts.count[rows], n_groups * n_steps).astype(float)
    return summed.reshape(n_groups, n_steps)
