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
from yokame.learning.groups import Codes, Keys, Table, smoothed_log_odds
from yokame.reports.counts import Counts
from yokame.reports.table import Waits
from yokame.stats import BoolArray, FloatArray, IntArray

_LEVELS: tuple[Keys, ...] = (
    *(("family",), ("family", "stage"), ("family", "industry"), ("family", "industry", "stage")),
    ("employer", "industry", "stage"),
)


@dataclass(frozen=True, eq=False)
class OwnGroups:
    """Log-odds counted in single groups against those of all, at each column.

    `odds`: for each level, by all reports and by those of an average season, (n_groups, n_columns).
    """

    codes: Codes
    grid: Grid
    columns: IntArray
    tables: list[Table]
    odds: list[tuple[FloatArray, FloatArray]]

    @classmethod
    def learn(cls, counts: Counts, codes: Codes, grid: Grid) -> "OwnGroups":
        """Count."""
        found, columns = codes.of(counts), grid.columns
        n_seasons = float(np.unique(counts.season).size)
        tables, odds = [], []
        for keys in _LEVELS:
            table = Table.of(keys, found)
            group = table.find(found)
            everyone = _by_step(counts, group, table.n_groups, grid, group >= 0)
            won = _by_step(counts, group, table.n_groups, grid, (group >= 0) & counts.is_pass)
            seen, passed = later_than(everyone, columns), later_than(won, columns)
            by_season = smoothed_log_odds(passed / n_seasons, seen / n_seasons)
            tables.append(table)
            odds.append((smoothed_log_odds(passed, seen), by_season))
        return cls(codes, grid, columns, tables, odds)

    @property
    def n_features(self) -> int:
        """Two for each level."""
        return 2 * len(self.tables)

    def features(self, waits: Waits) -> FloatArray:
        """(n_waits, n_features), 0 where a wait's group is not known."""
        codes, between = self.codes.of(waits), self.grid.between(waits.days, self.columns)
        found = np.zeros((len(waits), self.n_features))
        for index, (table, both) in enumerate(zip(self.tables, self.odds, strict=True)):
            group = table.find(codes)
            at = np.maximum(group, 0)
            for column, odds in enumerate(both):
                mean = between.mean(odds[at, between.lower], odds[at, between.upper])
                found[:, 2 * index + column] = np.where(group >= 0, mean, 0.0)
        return found


def _by_step(
    counts: Counts, group: IntArray, n_groups: int, grid: Grid, rows: BoolArray
) -> FloatArray:
    n_steps = grid.edges.size + 1
    at = group[rows] * n_steps + counts.step[rows]
    summed = np.bincount(at, counts.count[rows], n_groups * n_steps).astype(float)
    return summed.reshape(n_groups, n_steps)
