"""Levels of groups: which cells share an effect, and sums over them."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from yokame.stats.normal import FloatArray

IntArray = NDArray[np.int64]
BoolArray = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Level:
    """One way to group the cells; the groups' effects come from one normal about zero.

    Parameters
    ----------
    name
        Stands for the level wherever its strength is kept.
    group : (n_cells,)
        The group of each cell, from 0.
    n_groups
        How many groups there are.
    block : (n_columns,)
        Columns of one block share their effect; a block of its own for each column lets the
        effects differ freely, one block for all makes one effect for the whole row.
    period : (n_cells,), or None
        The period of each cell, from 0, if the effects drift from period to period.
    lasting
        False for what belongs to seasons gone by: it takes up their noise and answers nothing.
    outside
        The group of the cells that this level does not touch: its effect stays 0.
    """

    name: str
    group: IntArray
    n_groups: int
    block: IntArray
    period: IntArray | None = None
    lasting: bool = True
    outside: int | None = None

    @property
    def touches(self) -> BoolArray:
        """Which cells have an effect of this level at all, (n_cells,)."""
        return np.not_equal(self.group, -1 if self.outside is None else self.outside)

    @property
    def n_blocks(self) -> int:
        """How many blocks of columns there are."""
        return int(self.block.max()) + 1

    def by_column(self, values: FloatArray) -> FloatArray:
        """(n_groups * n_blocks,) to (n_groups, n_columns)."""
        return values.reshape(self.n_groups, self.n_blocks)[:, self.block]


class LevelSums:
    """Sums over the cells of each group (and period): order once, add many times."""

    def __init__(self, level: Level) -> None:
        self.level = level
        self.n_periods = 1 if level.period is None else int(level.period.max(initial=0)) + 1
        row = level.group if level.period is None else level.group * self.n_periods + level.period
        self.row, self.n_rows = row, level.n_groups * self.n_periods
        # the rows of the group that this level does not touch
        first = 0 if level.outside is None else level.outside * self.n_periods
        self.outside = slice(first, first if level.outside is None else first + self.n_periods)
        # half the room: there are many levels, and each keeps the order of all cells
        self.order = np.argsort(row, kind="stable").astype(np.int32)
        sorted_row = row[self.order]
        self.starts = np.flatnonzero(np.diff(sorted_row, prepend=-1))
        self.filled = sorted_row[self.starts]
        self.block = level.block
        n_blocks = level.n_blocks
        self.to_block = (np.arange(n_blocks)[None, :] == level.block[:, None]).astype(float)
        self.free = n_blocks == level.block.size

    def __call__(self, values: FloatArray) -> FloatArray:
        """(n_cells, n_columns) to (n_rows, n_blocks)."""
        if not self.free:
            values = values @ self.to_block
        sums = np.zeros((self.n_rows, values.shape[1]))
        sums[self.filled] = np.add.reduceat(values[self.order], self.starts, axis=0)
        return sums

    @property
    def n_effects(self) -> int:
        """How many effects the level has in all."""
        return self.n_rows * self.level.n_blocks

    @property
    def n_series(self) -> int:
        """How many effects it has in each period."""
        return self.level.n_groups * self.level.n_blocks

    def spread_out(self, values: FloatArray) -> FloatArray:
        """The way back to the cells: (n_rows, n_blocks) to (n_cells, n_columns)."""
        return values[:, self.block][self.row]

    def by_series(self, rows: FloatArray) -> FloatArray:
        """Of a level that drifts, (n_rows, n_blocks) to (n_groups * n_blocks, n_periods)."""
        shaped = rows.reshape(-1, self.n_periods, rows.shape[1])
        return shaped.transpose(0, 2, 1).reshape(-1, self.n_periods)

    def by_row(self, series: FloatArray) -> FloatArray:
        """The way back from `by_series`."""
        n_groups = self.n_rows // self.n_periods
        n_blocks = series.shape[0] // max(n_groups, 1)
        shaped = series.reshape(n_groups, n_blocks, self.n_periods).transpose(0, 2, 1)
        return shaped.reshape(-1, n_blocks)
