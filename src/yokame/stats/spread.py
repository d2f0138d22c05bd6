"""How far the log-odds of a pooled fit may be off, over nested and crossed levels alike.

The errors of a question's effects hang together: where an employer has reports of its own, its
effect takes back what its trade's effect is off. For a level j with credibility c_j, the errors of
the coarser levels i reach it as far as its data lie in the same groups of i (the overlap o_ij):

    error_j = own_j - c_j * sum over i < j of o_ij * error_i,    own_j ~ N(0, sd_j**2 (1 - c_j)).

For nested levels every overlap is 1 and this is exact for the normal working model: it is the
recursion down a tree, with credibilities that leave out the spread of the finer levels below
(Chou, Willsky and Benveniste 1994, Multiscale recursive estimation, data fusion, and
regularization, IEEE Transactions on Automatic Control 39(3), 464-478). For crossed levels it is an
approximation, within a few per cent of the dense computation.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from yokame.stats.levels import IntArray, Level
from yokame.stats.local_level import Drift
from yokame.stats.normal import FloatArray

_MOST_CODES = 4_000_000
_CHUNK = 2048  # questions at a time: their arrays stay in the processor's cache


@dataclass(frozen=True, eq=False)
class LevelSpread:
    """What one level's own data leave open.

    `credibility` (n_groups, n_columns): weight of a group's own data in its effect (Bühlmann 1967,
    Experience rating and credibility, ASTIN Bulletin 4(3), 199-207); `var` (n_groups, n_columns):
    variance of the effect if all others were known; `unknown_var`: that of a group never seen.
    """

    credibility: FloatArray
    var: FloatArray
    unknown_var: float
    drift: Drift | None = None

    def ahead(
        self, group: IntArray, column: IntArray, horizon: FloatArray
    ) -> tuple[FloatArray, FloatArray, FloatArray, FloatArray]:
        """Credibility, own variance, part that lasts to the horizon, variance added until then."""
        credibility = looked_up(self.credibility, group, column, 0.0)
        var = looked_up(self.var, group, column, self.unknown_var)
        if self.drift is None:
            return credibility, var, np.ones(1), np.zeros(1)
        kept, added = self.drift.ahead(np.ones(1), np.zeros(1), horizon)
        return credibility, var, kept, added

    def only(self, columns: slice) -> "LevelSpread":
        """Some of the columns."""
        credibility, var = self.credibility[:, columns].copy(), self.var[:, columns].copy()
        return replace(self, credibility=credibility, var=var)


@dataclass(frozen=True, eq=False)
class Spread:
    """What a fit's data leave open.

    `base_var` (n_columns,); `levels` by name, coarse to fine; `overlap` (n_levels + 1,
    n_levels + 1, n_columns): part of the data of the second level's groups that lies in one group
    of the first, the base being number 0.
    """

    base_var: FloatArray
    levels: dict[str, LevelSpread]
    overlap: FloatArray

    def variance(
        self, groups: dict[str, IntArray], column: IntArray, horizon: FloatArray
    ) -> FloatArray:
        """Posterior variance of the log-odds of questions, shapes as for the log-odds."""
        shape = np.broadcast(horizon, column, *groups.values()).shape
        parts = [
            self._variance(*_rows(slice(start, start + _CHUNK), shape, groups, column, horizon))
            for start in range(0, shape[0], _CHUNK)
        ]
        return np.concatenate(parts) if parts else np.zeros(shape)

    def _variance(
        self, groups: dict[str, IntArray], column: IntArray, horizon: FloatArray
    ) -> FloatArray:
        found = [lv.ahead(groups[name], column, horizon) for name, lv in self.levels.items()]
        shape = np.broadcast(horizon, column, *groups.values()).shape
        total = np.zeros(shape)
        reached: list[FloatArray] = []  # weight in the sum x credibility, from the finest on
        for place in range(len(found), -1, -1):
            kept = found[place - 1][2] if place else np.ones(1)
            weight, part = np.broadcast_to(kept, shape).copy(), np.empty(shape)
            for below, taken in zip(range(len(found), place, -1), reached, strict=True):
                weight -= np.multiply(self.overlap[place, below][column], taken, out=part)
            credibility, var, _, added = found[place - 1] if place else self._base(column)
            reached.append(weight * credibility)
            total += np.multiply(np.square(weight, out=weight), var, out=weight)
            total += added
        return total

    def _base(self, column: IntArray) -> tuple[FloatArray, FloatArray, FloatArray, FloatArray]:
        nothing = np.zeros(1)
        return nothing, self.base_var[column], np.ones(1), nothing

    def only(self, columns: slice) -> "Spread":
        """Some of the columns."""
        levels = {name: level.only(columns) for name, level in self.levels.items()}
        base_var, overlap = self.base_var[columns], self.overlap[:, :, columns]
        return Spread(base_var, levels, overlap)


def _rows(
    rows: slice,
    shape: tuple[int, ...],
    groups: dict[str, IntArray],
    column: IntArray,
    horizon: FloatArray,
) -> tuple[dict[str, IntArray], IntArray, FloatArray]:
    """Some of the questions: of arrays that have a row for each."""
    some = {name: group[rows] if len(group) > 1 else group for name, group in groups.items()}
    by_row = len(shape) == 1 and column.size == shape[0]
    return some, column[rows] if by_row else column, horizon[rows] if len(horizon) > 1 else horizon


def looked_up(values: FloatArray, group: IntArray, column: IntArray, unknown: float) -> FloatArray:
    """Values (n_groups, n_columns) of questions' groups, `unknown` where the group is -1."""
    if not len(values):
        return np.full(np.broadcast(group, column).shape, unknown)
    found: FloatArray = np.where(group >= 0, values[np.maximum(group, 0), column], unknown)
    return found


def overlaps(
    levels: Sequence[Level], information: FloatArray, shared: dict[str, FloatArray]
) -> FloatArray:
    """Overlaps of lasting levels and the base, (n_levels + 1, n_levels + 1, n_columns).

    `information` (n_cells, n_columns) weighs the cells and the columns. A drifting level stands
    for its last period: `shared` (n_cells,) by name is the part of that period's error that is in
    a cell's own period.
    """
    by_cell, by_column = information.sum(axis=1), information.sum(axis=0)
    n_columns = by_column.size
    found = np.zeros((len(levels) + 1, len(levels) + 1, n_columns))
    everyone = Level("base", np.zeros(by_cell.size, np.int64), 1, np.arange(n_columns))
    placed = [everyone, *levels]
    for above, coarse in enumerate(placed):
        for below in range(above + 1, len(placed)):
            fine = placed[below]
            weight = by_cell
            if coarse.period is not None and fine.period is None:
                weight = by_cell * shared[coarse.name]
            in_column = _shared_columns(coarse.block, fine.block, by_column)
            found[above, below] = _shared_cells(coarse, fine, by_cell, weight) * in_column
    return found


def _shared_columns(coarse: IntArray, fine: IntArray, weight: FloatArray) -> FloatArray:
    """For each column: of the weight in its fine block, the part in its coarse block too."""
    same_fine = fine[:, None] == fine
    both = same_fine & (coarse[:, None] == coarse)
    of_fine = same_fine @ weight
    return np.where(of_fine > 0, both @ weight / np.where(of_fine > 0, of_fine, 1), 1.0)


def _shared_cells(coarse: Level, fine: Level, weight: FloatArray, shared: FloatArray) -> float:
    """Part of a fine group's weight that shares a coarse group's error, in the mean over cells."""
    of_fine = np.bincount(fine.group, weight, minlength=fine.n_groups)
    pieces, piece_fine = _piece_weights(coarse, fine, shared * coarse.touches * fine.touches)
    total = pieces.sum()
    if total == 0:
        return 0.0
    return float((pieces * pieces / np.maximum(of_fine[piece_fine], 1e-300)).sum() / total)


def _piece_weights(coarse: Level, fine: Level, weight: FloatArray) -> tuple[FloatArray, IntArray]:
    """Weight of each pair of a coarse and a fine group, and the fine group of each."""
    codes: IntArray = fine.group * coarse.n_groups + coarse.group
    if fine.n_groups * coarse.n_groups <= _MOST_CODES:
        by_code: FloatArray = np.bincount(codes, weight).astype(float)
        codes = np.flatnonzero(by_code).astype(np.int64)
        return by_code[codes], codes // coarse.n_groups
    codes, inverse = np.unique(codes, return_inverse=True)
    return np.bincount(inverse, weight).astype(float), codes // coarse.n_groups
