"""The cells that a taught model learns from, and the levels over them.

Beside the cells of the reports stands one for each stage, which holds what is known beforehand: as
many observations as the priors are worth, saying exactly what the priors say.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Self

import numpy as np

from yokame.learning.cells import Cells
from yokame.learning.grid import Grid
from yokame.learning.groups import Codes, Keys, every
from yokame.learning.pooling import Grouping, Pooling
from yokame.learning.prior import Prior, PriorRows, log_odds
from yokame.reports.counts import Counts
from yokame.stats import BoolArray, FloatArray, IntArray, Level, PooledOdds

_STAGE: Keys = ("stage",)
POOLING = Pooling(
    lasting=[
        *(_STAGE, ("size",), ("industry",), ("employer",)),
        *(("stage", "size"), ("stage", "industry"), ("employer", "stage")),
    ],
    # no drift of all: a stage that nobody reported would follow it, away from its priors
    drifting=[_STAGE, ("industry",)],
    seasonal=[("employer",)],
)
CURVE_BLOCKS = ("curve, ", "segment, ", "interval, ")
_N_SEGMENTS = 5
# Ticks of the drift's clock: the more there are, the more cells a fit has to go through.
_PERIODS_A_YEAR = 4


@dataclass(frozen=True, eq=False)
class TeachingCells:
    """The cells of counts, then one for each stage; `rows` what is known beforehand of them all."""

    counts: Counts
    grid: Grid
    codes: Codes
    cells: Cells
    grouping: Grouping
    rows: PriorRows
    stages: IntArray

    @classmethod
    def of(cls, counts: Counts, prior: Prior, grid: Grid) -> Self:
        """Look up what is known beforehand of each cell."""
        codes = Codes.learn(counts).clocks(counts, [_PERIODS_A_YEAR])[0]
        cells = Cells.of(counts, codes)
        stages, at = np.unique(cells.codes["stage"], return_index=True)
        of_cells = counts.take(cells.first)
        kinds = [*_kinds(of_cells), *_kinds(of_cells.take(at), size=0)]
        found = {kind: prior(*kind) for kind in set(kinds)}
        rows = PriorRows.of([found[kind] for kind in kinds])
        return cls(counts, grid, codes, cells, Grouping.of(cells, POOLING, every), rows, stages)

    @property
    def n_cells(self) -> int:
        """How many cells hold reports."""
        return self.cells.n_cells

    @property
    def n_stages(self) -> int:
        """How many cells hold what is known beforehand."""
        return self.stages.size

    @cached_property
    def afterwards(self) -> BoolArray:
        """Which cells hold what was told afterwards."""
        return ~self.counts.followed[self.cells.first]

    @cached_property
    def silent(self) -> FloatArray:
        """Followed waits that are still silent, by the step they were last seen in."""
        return self.by_step(~self.counts.is_decided & self.counts.followed)

    def by_step(self, rows: BoolArray) -> FloatArray:
        """How many of some rows ended in each step, (n_cells, n_edges + 1)."""
        return self.cells.by_step(self.counts, rows, self.grid.edges.size + 1)

    def worth(self, ess: FloatArray) -> FloatArray:
        """Observations that the priors of each stage are worth at each column, (n_stages, n)."""
        still = self.rows.silent_prob[self.n_cells :, self.grid.columns]
        return np.asarray(still * ess[self.n_cells :, None])

    def shift(self, fit: PooledOdds, columns: IntArray) -> FloatArray:
        """What a fit adds to the priors' log-odds of each cell, (n_cells, n_columns)."""
        now = np.zeros((self.n_cells, 1))
        return fit.log_odds(self.lasting_groups(), columns, now)[0]

    def at_edges(
        self, fit: PooledOdds, prob: FloatArray, level: FloatArray | float = 0.0
    ) -> FloatArray:
        """The chance that a fit and a level make of the priors' `prob`, (n_cells, n_edges)."""
        columns = self.grid.columns
        shift = self.shift(fit, np.arange(columns.size))
        between = self.grid.between(self.grid.edges, columns)
        moved = between.mean(shift[:, between.lower], shift[:, between.upper]) + level
        return np.asarray(1 / (1 + np.exp(-(log_odds(prob[: self.n_cells]) + moved))))

    def lasting_groups(self) -> dict[str, IntArray]:
        """The group of each cell in each level that answers, as a column; -1 for none."""
        return {
            name: np.where(self._is_known(name, group), group, -1)[:, None]
            for name, (group, _, _, lasts) in self.grouping.groups.items()
            if lasts
        }

    def _is_known(self, name: str, group: IntArray) -> BoolArray:
        table = self.grouping.tables[name]
        return np.less(group, 1 if table is None else table.n_groups)

    def levels(self, n_columns: int) -> list[Level]:
        """Every grouping, free in its columns."""
        return self._with_stages(self.grouping.levels(np.arange(n_columns)))

    def curve_levels(self, n_columns: int) -> list[Level]:
        """One effect for the whole curve, one per segment, one per interval."""
        columns = np.arange(n_columns)
        blocks = (np.zeros(n_columns, np.int64), columns * _N_SEGMENTS // n_columns, columns)
        levels: list[Level] = []
        for prefix, block in zip(CURVE_BLOCKS, blocks, strict=True):
            levels += [
                level
                for level in self.grouping.levels(block, prefix=prefix)
                if prefix == CURVE_BLOCKS[0] or (level.period is None and level.lasting)
            ]
        return self._with_stages(levels)

    def _with_stages(self, levels: list[Level]) -> list[Level]:
        return [self._with_stage(level) for level in levels]

    def _with_stage(self, level: Level) -> Level:
        """A level over the stages' own cells as well: they belong to their stage and no more."""
        is_stage = level.name.rsplit(", ", maxsplit=1)[-1] == "stage"
        outside = None if is_stage else level.n_groups
        group = self.stages if is_stage else np.full(self.n_stages, level.n_groups)
        first = np.zeros(self.n_stages, np.int64)
        return Level(
            level.name,
            np.concatenate([level.group, group]),
            level.n_groups + (0 if is_stage else 1),
            level.block,
            None if level.period is None else np.concatenate([level.period, first]),
            level.lasting,
            outside,
        )


def _kinds(rows: Counts, size: int | None = None) -> list[tuple[str, str, int]]:
    """Track, stage and employees of each row."""
    return [
        (rows.track.names[track], rows.stage.names[stage], int(n) if size is None else size)
        for track, stage, n in zip(rows.track.code, rows.stage.code, rows.size, strict=True)
    ]
