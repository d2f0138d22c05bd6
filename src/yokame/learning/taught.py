"""How far reports move what was known beforehand, on the clock of the priors' own curves."""

from dataclasses import dataclass
from typing import Self

import numpy as np

from yokame.learning.grid import Grid
from yokame.learning.groups import Codes, Table
from yokame.learning.pooling import find_groups
from yokame.learning.prior import Prior, log_odds
from yokame.learning.teaching import FIRST, Chance, learn_chance, unknown_beforehand
from yokame.learning.teaching_cells import CURVE_BLOCKS, TeachingCells
from yokame.learning.teaching_word import learn_delay, learn_told
from yokame.reports.counts import Counts
from yokame.reports.table import Reports, Waits
from yokame.stats import FloatArray, IntArray, PooledOdds

# Where employers turn out to differ more than was thought, a range may widen, but only so far.
_WIDEST = 1.5


@dataclass(frozen=True, eq=False)
class Taught:
    """What reports teach beyond the priors, and the way from a wait to its groups."""

    grid: Grid
    codes: Codes
    tables: dict[str, Table | None]
    beforehand: Chance
    chance: Chance
    told: PooledOdds
    delay: PooledOdds
    n_reports: dict[str, FloatArray]
    trade: IntArray

    @classmethod
    def learn(cls, counts: Counts, prior: Prior, grid: Grid, reports: Reports) -> Self:
        """Learn from counts whose steps are shares of the priors' own curves.

        `reports`: those that were counted. In the counts one may stand for some still to come.
        """
        cells = TeachingCells.of(counts, prior, grid)
        chance, told = learn_chance(cells), learn_told(cells)
        return cls(
            grid=grid,
            codes=cells.codes,
            tables=cells.grouping.tables,
            beforehand=unknown_beforehand(cells),
            chance=chance,
            told=told,
            delay=learn_delay(cells, chance, told),
            n_reports=_by_group(reports, cells),
            trade=_most_told_trade(reports, cells.codes),
        )

    def about(self, wait: Waits) -> "TaughtWait":
        """What it says of one wait, given as a table of one row.

        Who names an employer need not know its trade: reports of that employer do.
        """
        return TaughtWait(self, *self.groups_of(wait))

    def groups_of(self, waits: Waits) -> tuple[dict[str, IntArray], FloatArray]:
        """The group of each wait in each level, -1 for none, and the periods since the last."""
        codes = self.codes.of(waits)
        known = (codes["employer"] >= 0) & (codes["industry"] < 0)
        codes["industry"] = np.where(known, self.trade[codes["employer"]], codes["industry"])
        groups = find_groups(self.tables, codes, len(waits))
        return groups, self.codes.clock.horizon(waits).astype(float)


@dataclass(frozen=True, eq=False)
class TaughtWait:
    """What reports say of one wait, at positions on the clock of its own prior curve."""

    taught: Taught
    groups: dict[str, IntArray]
    horizon: FloatArray

    def passed_shift(self, position: FloatArray) -> FloatArray:
        """What to add to the log-odds of a pass, given silence up to each position, (n,)."""
        often, _ = self.taught.chance.often.log_odds(self.groups, FIRST, self.horizon)
        return often + self._between(self.taught.chance.change, position)

    def told_shift(self, position: FloatArray) -> FloatArray:
        """What to add to the log-odds that word ever comes, (n,)."""
        return self._between(self.taught.told, position)

    def silent_share(self, to_come: FloatArray) -> FloatArray:
        """Of word that comes, the share still to come where it is `to_come` by the priors, (n,).

        After a long silence both are far below what 1 - position can tell.
        """
        share = self.taught.grid.share_at_edges
        n_intervals = share.size - 2
        hazard = (np.diff(share) / (1 - share[:-1]))[:n_intervals]
        groups = {
            prefix + name: group[:, None]
            for prefix in CURVE_BLOCKS
            for name, group in self.groups.items()
        }
        moved, _ = self.taught.delay.log_odds(groups, np.arange(n_intervals), self.horizon[:, None])
        stay = 1 / (1 + np.exp(log_odds(hazard) + moved[0]))
        at_edges = np.concatenate([[1.0], np.cumprod(stay), [0.0]])
        return np.asarray(np.interp(to_come, 1 - share[::-1], at_edges[::-1]))

    def spread_left(self, position: float) -> float:
        """Of the sd in log-odds that is usual before reports, the part that is left with them."""
        at = np.array([position])
        now, before = self._var(self.taught.chance, at), self._var(self.taught.beforehand, at)
        return float(min(np.sqrt(now / before)[0], _WIDEST))

    def n_reports(self, level: str) -> float:
        """How many reports the wait's group of a level has; 0 if it is not known."""
        group = int(self.groups[level][0]) if level in self.groups else -1
        return float(self.taught.n_reports[level][group]) if group >= 0 else 0.0

    def _between(self, fit: PooledOdds, position: FloatArray) -> FloatArray:
        between = self.taught.grid.between(position, self.taught.grid.columns)
        return between.mean(
            fit.log_odds(self.groups, between.lower, self.horizon)[0],
            fit.log_odds(self.groups, between.upper, self.horizon)[0],
        )

    def _var(self, chance: Chance, position: FloatArray) -> FloatArray:
        between = self.taught.grid.between(position, self.taught.grid.columns)
        often = chance.often.variance(self.groups, FIRST, self.horizon)
        lower, upper = (
            # before any silence there is no change, and nothing of it is open
            np.where(at == 0, 0.0, chance.change.variance(self.groups, at, self.horizon))
            for at in (between.lower, between.upper)
        )
        return often + between.mean(lower, upper)


def _most_told_trade(reports: Reports, codes: Codes) -> IntArray:
    """The trade that most reports of each employer name, (n_employers,); -1 where none does."""
    found = codes.of(reports)
    n_trades = int(found["industry"].max(initial=-1)) + 1
    n_employers = int(found["employer"].max(initial=-1)) + 1
    if not n_trades:
        return np.full(n_employers, -1)
    named = found["industry"] >= 0
    pair = found["employer"][named] * n_trades + found["industry"][named]
    told = np.bincount(pair, reports.count[named], n_employers * n_trades)
    by_trade = told.reshape(n_employers, n_trades)
    return np.where(by_trade.any(axis=1), by_trade.argmax(axis=1), -1)


def _by_group(reports: Reports, cells: TeachingCells) -> dict[str, FloatArray]:
    """How many reports each group of each level has."""
    tables = cells.grouping.tables
    groups = find_groups(tables, cells.codes.of(reports), len(reports))
    found = {}
    for name, group in groups.items():
        table, known = tables[name], group >= 0
        size = 1 if table is None else table.n_groups
        found[name] = np.bincount(group[known], reports.count[known], size).astype(float)
    return found
