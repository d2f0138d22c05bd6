"""The chance of a pass of those who still wait: odds at each column, pooled over groups."""

from dataclasses import dataclass

import numpy as np

from yokame.learning.cells import Cells
from yokame.learning.grid import Grid
from yokame.learning.groups import PAIRS, SINGLE, TRIPLES, Codes, Table
from yokame.learning.pooling import Grouping, Pooling, find_groups, tables_in_use
from yokame.reports.counts import Counts
from yokame.reports.table import Waits
from yokame.stats import FloatArray, IntArray, PooledOdds, fit_pooled_odds

POOLING = Pooling(
    lasting=[*SINGLE, *PAIRS, *TRIPLES],
    drifting=[(), ("stage",), ("industry",), ("volume",), ("family",), ("family", "industry")],
    seasonal=[("family",), ("family", "industry"), ("family", "industry", "stage")],
)
# Ticks of the drift's clock a year, where waits begin all over it.
CLOCKS = (1, 12)


@dataclass(frozen=True, eq=False)
class ChanceMember:
    """Log-odds of "a pass, given no word so far" at each column, under one clock of drift."""

    codes: Codes
    tables: dict[str, Table | None]
    grid: Grid
    columns: IntArray
    fit: PooledOdds

    @classmethod
    def learn(cls, counts: Counts, codes: Codes, grid: Grid) -> "ChanceMember":
        """Fit all columns at once; no column's odds depend on another's but by the strengths."""
        cells = Cells.of(counts, codes)
        grouping, columns = Grouping.of(cells, POOLING), grid.columns
        events, at_risk = cells.waiting(counts, columns, grid.edges.size + 1)
        levels = grouping.levels(np.arange(columns.size))
        fit = fit_pooled_odds(events, at_risk, levels).without_idle()
        return cls(codes, tables_in_use(grouping.tables, fit), grid, columns, fit)

    def log_odds(self, waits: Waits) -> FloatArray:
        """Log-odds of each wait, (n,)."""
        groups = find_groups(self.tables, self.codes.of(waits), len(waits))
        horizon = self.codes.clock.horizon(waits).astype(float)
        between = self.grid.between(waits.days, self.columns)
        return between.mean(
            self.fit.log_odds(groups, between.lower, horizon)[0],
            self.fit.log_odds(groups, between.upper, horizon)[0],
        )


@dataclass(frozen=True, eq=False)
class ChanceModel:
    """The mean, in log-odds, of the members under the clocks there are."""

    members: list[ChanceMember]

    @classmethod
    def learn(cls, counts: Counts, codes: Codes, grid: Grid) -> "ChanceModel":
        """Learn under each clock."""
        clocks = codes.clocks(counts, CLOCKS)
        return cls([ChanceMember.learn(counts, clock, grid) for clock in clocks])

    def log_odds(self, waits: Waits) -> FloatArray:
        """Log-odds of each wait, (n,)."""
        found = [member.log_odds(waits) for member in self.members]
        return np.asarray(np.mean(found, axis=0))
