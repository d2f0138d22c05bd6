"""The fits behind `Taught`: from counts and what is known beforehand to deviations from it.

Three pooled fits, each beginning at the priors' log-odds: that a wait still silent at a column is a
pass; that word ever comes to it; that word comes in the next interval, given that it comes. What is
known beforehand enters as observations that say exactly what the priors say, as many as they are
worth, so without reports nothing moves and with reports all moves smoothly.

Waits still silent are filled in with what the fit itself says of them, and the fit is made again
(Dempster, Laird and Rubin 1977, Maximum likelihood from incomplete data via the EM algorithm,
Journal of the Royal Statistical Society B 39(1), 1-38).
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Self

import numpy as np

from yokame.learning.cells import Cells, later_than
from yokame.learning.grid import Grid
from yokame.learning.groups import Codes, Keys, every
from yokame.learning.pooling import Grouping, Pooling
from yokame.learning.prior import Prior, PriorRows, log_odds
from yokame.reports.counts import Counts
from yokame.stats import BoolArray, FloatArray, IntArray, Level, PooledOdds, fit_pooled_odds

_STAGE: Keys = ("stage",)
POOLING = Pooling(
    lasting=[
        *(_STAGE, ("size",), ("industry",), ("employer",)),
        *(("stage", "size"), ("stage", "industry"), ("employer", "stage")),
    ],
    drifting=[(), _STAGE, ("industry",)],
    seasonal=[("employer",)],
)
# What a level's effects usually are, in log-odds, and how many groups that knowledge is worth. The
# priors' `low` and `high` say that employers differ by about .75 in all; the parts are judgement.
_USUAL = {
    "size": (0.2, 3.0),
    "industry": (0.3, 5.0),
    "employer": (0.5, 10.0),
    "stage × size": (0.15, 3.0),
    "stage × industry": (0.2, 5.0),
    "employer × stage": (0.35, 10.0),
    "season of employer": (0.2, 10.0),
}
# An interval of the delay curve moves by itself less than the curve as a whole.
_SEGMENT_PART, _INTERVAL_PART = 0.4, 0.25
_N_SEGMENTS = 5
# The observations that the priors are worth hold a stage; its own strength only lets it go.
_FREE_SD = 2.5
# What is told afterwards says how long, not how often: its level is taken up here.
_AFTERWARDS = {(): 2.5, ("stage",): 1.0, ("employer",): 1.0}
_ROUNDS = 4
_SURE = 1e-6
_LEAST_HAZARD = 1e-6
_MOST_TURNED = 10.0


@dataclass(frozen=True, eq=False)
class Teaching:
    """The cells of the counts, with a cell for each stage that holds what is known beforehand.

    `rows` the priors of each cell, then of each stage; `stage` the stages that have such a cell.
    """

    counts: Counts
    grid: Grid
    codes: Codes
    cells: Cells
    grouping: Grouping
    rows: PriorRows
    stage: IntArray

    @classmethod
    def of(cls, counts: Counts, prior: Prior, grid: Grid) -> Self:
        """Look up what is known beforehand of each cell."""
        codes = Codes.learn(counts)
        cells = Cells.of(counts, codes)
        stage, at = np.unique(cells.codes["stage"], return_index=True)
        of_cells = counts.take(cells.first)
        kinds = {}
        for track, name, size in {*_kinds(of_cells), *_kinds(of_cells.take(at), size=0)}:
            kinds[track, name, size] = prior(track, name, size)
        found = [kinds[kind] for kind in _kinds(of_cells)]
        found += [kinds[kind] for kind in _kinds(of_cells.take(at), size=0)]
        grouping = Grouping.of(cells, POOLING, every)
        return cls(counts, grid, codes, cells, grouping, PriorRows.of(found), stage)

    @property
    def n_cells(self) -> int:
        """How many cells hold reports."""
        return self.cells.n_cells

    @cached_property
    def afterwards(self) -> BoolArray:
        """Which cells were told afterwards."""
        return ~self.counts.followed[self.cells.first]

    def chance(self) -> PooledOdds:
        """Log-odds, against the priors', of a pass given silence at each column."""
        columns = self.grid.columns
        won = self._by_step(self.counts.is_pass)
        silent = self._by_step(~self.counts.is_decided & self.counts.followed)
        decided = self._by_step(self.counts.is_decided)
        beforehand = self.rows.silent_prob * self.rows.passed_ess[:, None]
        return self._filled_in(
            columns,
            events=won,
            at_risk=decided + silent,
            silent=silent,
            prob=self.rows.passed_prob,
            beforehand=beforehand,
            levels=self._levels(columns.size) + self._afterwards_levels(columns.size),
        )

    def told(self) -> PooledOdds:
        """Log-odds, against the priors', that word ever comes, given silence at each column."""
        columns, followed = self.grid.columns, self.counts.followed
        decided = self._by_step(self.counts.is_decided & followed)
        silent = self._by_step(~self.counts.is_decided & followed)
        beforehand = self.rows.silent_prob * self.rows.told_ess[:, None]
        return self._filled_in(
            columns,
            events=decided,
            at_risk=decided + silent,
            silent=silent,
            prob=self.rows.told_prob,
            beforehand=beforehand,
            levels=self._levels(columns.size),
        )

    def delay(self, passed: PooledOdds, told: PooledOdds) -> PooledOdds:
        """Log-odds, against the priors', of word in each interval, given that it comes."""
        edges, n = self.grid.edges, self.n_cells
        decided, silent = self._heard(passed), self._by_step(self._still_followed())
        comes = self._prob_at_edges(told, self.rows.told_prob)[:n]
        waiting = silent * np.column_stack([comes, np.zeros(n)])
        ended = decided[:, 1:-1]
        at_risk = later_than(decided + waiting, np.arange(edges.size - 1))
        # who is only known to have come into an interval was not at risk for the whole of it
        at_risk -= waiting[:, 1:-1]
        share = self.grid.share_at_edges
        left = 1 - share[:-1]
        hazard = np.diff(share) / np.maximum(left, _LEAST_HAZARD)
        inner = slice(0, edges.size - 2)
        known = np.clip(hazard[inner], _LEAST_HAZARD, 1 - _LEAST_HAZARD)
        beforehand = self.rows.delay_ess[n:, None] * left[inner]
        return fit_pooled_odds(
            np.concatenate([ended[:, inner], beforehand * known]),
            np.concatenate([at_risk[:, inner], beforehand]),
            self._curve_levels(edges.size - 2),
            offset=np.tile(log_odds(known), (n + self.stage.size, 1)),
            base_sd=_SURE,
            usual=_USUAL_CURVES,
            strengths=dict.fromkeys(_FREE_CURVES, _FREE_SD),
        )

    def _filled_in(
        self,
        columns: IntArray,
        *,
        events: FloatArray,
        at_risk: FloatArray,
        silent: FloatArray,
        prob: FloatArray,
        beforehand: FloatArray,
        levels: list[Level],
    ) -> PooledOdds:
        """A fit in which those still silent count as what it says of them."""
        n = self.n_cells
        offset = log_odds(prob[:, columns])
        weight = beforehand[n:][:, columns]
        risk = np.concatenate([later_than(at_risk, columns), weight])
        at_edges = prob[:n]
        given = {"stage": _FREE_SD} | {
            name: sd for name, sd in _AFTERWARDS_SD.items() if name in {lv.name for lv in levels}
        }
        for _ in range(_ROUNDS if silent.any() else 1):
            guessed = silent * np.column_stack([at_edges, at_edges[:, -1]])
            hits = later_than(events + guessed, columns)
            fit = fit_pooled_odds(
                np.concatenate([hits, weight * prob[n:][:, columns]]),
                risk,
                levels,
                offset=offset,
                base_sd=_SURE,
                usual=_USUAL,
                strengths=given,
            )
            at_edges = self._prob_at_edges(fit, prob)[:n]
        return fit

    def _prob_at_edges(self, fit: PooledOdds, prob: FloatArray) -> FloatArray:
        """What a fit says of each cell at each edge, (n_cells, n_edges)."""
        columns, edges = self.grid.columns, self.grid.edges
        groups = {
            name: np.where(group < size, group, -1)[:, None]
            for name, (group, size) in self._lasting_groups().items()
        }
        nothing = np.zeros((self.n_cells, 1))
        shift, _ = fit.log_odds(groups, np.arange(columns.size), nothing)
        between = self.grid.between(edges, columns)
        moved = between.mean(shift[:, between.lower], shift[:, between.upper])
        return np.asarray(1 / (1 + np.exp(-(log_odds(prob[: self.n_cells]) + moved))))

    def _heard(self, passed: PooledOdds) -> FloatArray:
        """Words by step; those told afterwards as if passes came as often as the fit says."""
        n, counts = self.n_cells, self.counts
        won = self._by_step(counts.is_pass)
        lost = self._by_step(counts.is_decided & ~counts.is_pass)
        share = self._prob_at_edges(passed, self.rows.passed_prob)[:n, 0]
        stage, after = self.cells.codes["stage"], self.afterwards
        passes = np.bincount(stage[after], won[after].sum(axis=1), stage.max() + 1)[stage] + 0.5
        others = np.bincount(stage[after], lost[after].sum(axis=1), stage.max() + 1)[stage] + 0.5
        told = passes / (passes + others)
        turned = np.clip([share / told, (1 - share) / (1 - told)], 1 / _MOST_TURNED, _MOST_TURNED)
        turned = np.where(after, turned, 1.0)
        return np.asarray(won * turned[0][:, None] + lost * turned[1][:, None])

    def _by_step(self, rows: BoolArray) -> FloatArray:
        return self.cells.by_step(self.counts, rows, self.grid.edges.size + 1)

    def _still_followed(self) -> BoolArray:
        return ~self.counts.is_decided & self.counts.followed

    def _lasting_groups(self) -> dict[str, tuple[IntArray, int]]:
        found = {}
        for name, (group, size, _, lasts) in self.grouping.groups.items():
            if lasts:
                found[name] = (group, size)
        return found

    def _levels(self, n_columns: int) -> list[Level]:
        """Every grouping free in its columns; the stages' own cells belong to their stage alone."""
        return self._with_stages(self.grouping.levels(np.arange(n_columns)))

    def _with_stages(self, levels: list[Level]) -> list[Level]:
        """Levels over the cells and the stages' own cells."""
        return [self._with_stage(level) for level in levels]

    def _with_stage(self, level: Level) -> Level:
        n = self.stage.size
        of_stage = level.name.split(", ")[-1] == "stage"
        group = self.stage if of_stage else np.full(n, level.n_groups)
        return Level(
            level.name,
            np.concatenate([level.group, group]),
            level.n_groups if of_stage else level.n_groups + 1,
            level.block,
            None if level.period is None else np.concatenate([level.period, np.zeros(n, np.int64)]),
            level.lasting,
            None if of_stage else level.n_groups,
        )

    def _afterwards_levels(self, n_columns: int) -> list[Level]:
        """The level that each stage and employer has among what is told afterwards."""
        block, after = np.zeros(n_columns, np.int64), self.afterwards
        levels = []
        for keys in _AFTERWARDS if after.any() else ():
            group = self.cells.codes[keys[0]] if keys else np.zeros(self.n_cells, np.int64)
            n_groups = int(group.max()) + 1
            own = np.where(after, group, n_groups)
            whole = np.concatenate([own, np.full(self.stage.size, n_groups)])
            levels.append(
                Level(_afterwards_name(keys), whole, n_groups + 1, block, None, False, n_groups)
            )
        return levels

    def _curve_levels(self, n_columns: int) -> list[Level]:
        """One effect for the whole curve, one per segment, one per interval."""
        columns = np.arange(n_columns)
        blocks = {
            "curve, ": np.zeros(n_columns, np.int64),
            "segment, ": columns * _N_SEGMENTS // n_columns,
            "interval, ": columns,
        }
        levels: list[Level] = []
        for prefix, block in blocks.items():
            levels += [
                level
                for level in self.grouping.levels(block, prefix=prefix)
                if prefix == "curve, " or (level.period is None and level.lasting)
            ]
        return self._with_stages(levels)


def _kinds(rows: Counts, size: int | None = None) -> list[tuple[str, str, int]]:
    """Track, stage and employees of each row."""
    return [
        (rows.track.names[track], rows.stage.names[stage], int(n) if size is None else size)
        for track, stage, n in zip(rows.track.code, rows.stage.code, rows.size, strict=True)
    ]


def _afterwards_name(keys: Keys) -> str:
    return " × ".join(("afterwards", *keys))


_AFTERWARDS_SD = {_afterwards_name(keys): sd for keys, sd in _AFTERWARDS.items()}
_FREE_CURVES = ("curve, stage",)
_USUAL_CURVES = {
    prefix + name: (sd * part, weight)
    for prefix, part in (
        ("curve, ", 1.0),
        ("segment, ", _SEGMENT_PART),
        ("interval, ", _INTERVAL_PART),
    )
    for name, (sd, weight) in {**_USUAL, "stage": (0.4, 5.0)}.items()
    if (prefix, name) != ("curve, ", "stage")
}
