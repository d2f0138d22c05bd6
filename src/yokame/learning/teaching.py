"""The fits behind `Taught`: how far reports move what is known beforehand.

*How often* a wait is a pass is learned from waits that were followed from their start; *how that
changes with the silence* from those told afterwards as well, against their own share of passes;
whether word comes at all from followed ones; *when*, given that it comes, from all. Each is a
pooled fit that begins at the priors' log-odds, so without reports nothing moves.

Waits still silent are filled in with what the fits themselves say of them, and the fits are made
again (Dempster, Laird and Rubin 1977, Maximum likelihood from incomplete data via the EM
algorithm, Journal of the Royal Statistical Society B 39(1), 1-38).
"""

from dataclasses import dataclass

import numpy as np

from yokame.learning.cells import later_than
from yokame.learning.prior import log_odds
from yokame.learning.teaching_cells import CURVE_BLOCKS, TeachingCells
from yokame.stats import Drift, FloatArray, IntArray, PooledOdds, fit_pooled_odds

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
_STAGE_USUAL = (0.4, 5.0)
# The change with silence, and single parts of a delay curve, move less than the whole.
_CHANGE_PART = 0.5
_BLOCK_PARTS = dict(zip(CURVE_BLOCKS, (1.0, 0.4, 0.25), strict=True))
# The observations that the priors are worth hold a stage; its own strength only lets it go.
_FREE_SD = 2.5
_ROUNDS = 4
_SURE = 1e-6
_LEAST_HAZARD = 1e-6
_MOST_TURNED = 10.0
_FIRST: IntArray = np.zeros(1, np.int64)


@dataclass(frozen=True, eq=False)
class Chance:
    """Deviations from the priors' log-odds of a pass: how often, and how that changes.

    `often` has one column, `change` one for each column of the grid, the first of which is 0.
    """

    often: PooledOdds
    change: PooledOdds


def learn_chance(cells: TeachingCells) -> Chance:
    """How far reports move the chance of a pass, for those still silent at each column."""
    counts, prob = cells.counts, cells.rows.passed_prob
    won, decided = cells.by_step(counts.is_pass), cells.by_step(counts.is_decided)
    silent = cells.by_step(~counts.is_decided & counts.followed)
    own_level = _told_afterwards(cells, won, decided)
    at_edges = prob[: cells.n_cells]
    for _ in range(_ROUNDS if silent.any() else 1):
        filled = won + silent * np.column_stack([at_edges, at_edges[:, -1]])
        often = _how_often(cells, filled, decided + silent)
        level = _shift(cells, often, _FIRST)
        moved = np.where(cells.afterwards[:, None], own_level, level)
        change = _change(cells, filled, decided + silent, moved)
        at_edges = _at_edges(cells, change, prob, level)
    return Chance(often, change)


def unknown_beforehand(cells: TeachingCells) -> Chance:
    """The same fits without a report: what they leave open is what is open beforehand."""
    n, columns = cells.n_cells, cells.grid.columns
    nothing, some = np.zeros((n, cells.grid.edges.size + 1)), np.zeros((n, 1))
    often = _how_often(cells, nothing, nothing, usual_only=True)
    change = _change(cells, nothing, nothing, some, usual_only=True)
    assert change.base.size == columns.size
    return Chance(often, change)


def learn_told(cells: TeachingCells) -> PooledOdds:
    """How far followed waits move the log-odds that word ever comes, at each column."""
    counts, columns, n = cells.counts, cells.grid.columns, cells.n_cells
    prob = cells.rows.told_prob
    decided = cells.by_step(counts.is_decided & counts.followed)
    silent = cells.by_step(~counts.is_decided & counts.followed)
    worth = _worth(cells, cells.rows.told_ess)[:, columns]
    at_edges, none = prob[:n], np.zeros((n, 1))
    for _ in range(_ROUNDS if silent.any() else 1):
        filled = decided + silent * np.column_stack([at_edges, at_edges[:, -1]])
        fit = fit_pooled_odds(
            np.concatenate([later_than(filled, columns), worth * prob[n:][:, columns]]),
            np.concatenate([later_than(decided + silent, columns), worth]),
            cells.levels(columns.size),
            offset=log_odds(prob[:, columns]),
            base_sd=_SURE,
            usual=_USUAL,
            strengths={"stage": _FREE_SD},
        )
        at_edges = _at_edges(cells, fit, prob, none)
    return fit


def learn_delay(cells: TeachingCells, chance: Chance, told: PooledOdds) -> PooledOdds:
    """How far reports move the hazard of word in each interval, given that it comes."""
    edges, n, counts = cells.grid.edges, cells.n_cells, cells.counts
    decided = _as_often_as_it_is(cells, chance)
    silent = cells.by_step(~counts.is_decided & counts.followed)
    comes = _at_edges(cells, told, cells.rows.told_prob, np.zeros((n, 1)))
    waiting = silent * np.column_stack([comes, np.zeros(n)])
    inner = slice(0, edges.size - 2)
    at_risk = later_than(decided + waiting, np.arange(edges.size - 1))
    # who is only known to have come into an interval was not at risk for the whole of it
    at_risk -= waiting[:, 1:-1]
    share = cells.grid.share_at_edges
    left = 1 - share[:-1]
    hazard = np.clip((np.diff(share) / left)[inner], _LEAST_HAZARD, 1 - _LEAST_HAZARD)
    worth = cells.rows.delay_ess[n:, None] * left[inner]
    return fit_pooled_odds(
        np.concatenate([decided[:, 1:-1][:, inner], worth * hazard]),
        np.concatenate([at_risk[:, inner], worth]),
        cells.curve_levels(hazard.size),
        offset=np.tile(log_odds(hazard), (n + cells.n_stages, 1)),
        base_sd=_SURE,
        usual=_usual_curves(),
        strengths={CURVE_BLOCKS[0] + "stage": _FREE_SD},
    )


def _told_afterwards(cells: TeachingCells, won: FloatArray, decided: FloatArray) -> FloatArray:
    """How far the share of passes among what is told afterwards lies from the priors', (n, 1).

    Who tells afterwards is chosen by the outcome: this is no news about how often one passes.
    """
    after = cells.afterwards[:, None]
    fit = _fit_level(cells, won * after, decided * after, {"stage": (1.0, 3.0)}, worth=0.0)
    return _shift(cells, fit, _FIRST)


def _how_often(
    cells: TeachingCells, won: FloatArray, everyone: FloatArray, *, usual_only: bool = False
) -> PooledOdds:
    followed = ~cells.afterwards[:, None]
    return _fit_level(
        cells, won * followed, everyone * followed, {}, worth=1.0, usual_only=usual_only
    )


def _fit_level(
    cells: TeachingCells,
    won: FloatArray,
    everyone: FloatArray,
    more_usual: dict[str, tuple[float, float]],
    *,
    worth: float,
    usual_only: bool = False,
) -> PooledOdds:
    """Log-odds of a pass before any silence, against the priors'."""
    n, prob = cells.n_cells, cells.rows.passed_prob[:, :1]
    known = worth * cells.rows.passed_ess[n:, None]
    usual = _USUAL | more_usual
    free = {} if more_usual else {"stage": _FREE_SD}
    return fit_pooled_odds(
        np.concatenate([won.sum(axis=1, keepdims=True), known * prob[n:]]),
        np.concatenate([everyone.sum(axis=1, keepdims=True), known]),
        cells.levels(1),
        offset=log_odds(prob),
        base_sd=_SURE if worth else _FREE_SD,
        usual=usual,
        strengths=_fixed(usual) | free if usual_only else free,
        spread=True,
    )


def _change(
    cells: TeachingCells,
    won: FloatArray,
    everyone: FloatArray,
    moved: FloatArray,
    *,
    usual_only: bool = False,
) -> PooledOdds:
    """How log-odds of a pass change with silence, beyond what the priors say of it."""
    n, columns = cells.n_cells, cells.grid.columns
    own = np.concatenate([moved, np.zeros((cells.n_stages, 1))])
    offset = log_odds(cells.rows.passed_prob[:, columns]) + own
    worth = _worth(cells, cells.rows.passed_ess)[:, columns]
    at_risk = np.concatenate([later_than(everyone, columns), worth])
    events = np.concatenate([later_than(won, columns), worth / (1 + np.exp(-offset[n:]))])
    # before any silence there is no change: what is seen there is how often
    at_risk[:, 0] = events[:, 0] = 0.0
    usual = {name: (sd * _CHANGE_PART, n) for name, (sd, n) in _USUAL.items()}
    return fit_pooled_odds(
        events,
        at_risk,
        cells.levels(columns.size),
        offset=offset,
        base_sd=_SURE,
        usual=usual,
        strengths=(_fixed(usual) if usual_only else {}) | {"stage": _FREE_SD},
        spread=True,
    )


def _fixed(usual: dict[str, tuple[float, float]]) -> dict[str, float | Drift]:
    """Every level at its usual strength, and no drift."""
    drifts = ("drift of all", "drift of stage", "drift of industry")
    return dict.fromkeys(drifts, Drift(0.0, 0.0)) | {name: sd for name, (sd, _) in usual.items()}


def _usual_curves() -> dict[str, tuple[float, float]]:
    levels = {**_USUAL, "stage": _STAGE_USUAL}
    return {
        prefix + name: (sd * part, n)
        for prefix, part in _BLOCK_PARTS.items()
        for name, (sd, n) in levels.items()
    }


def _worth(cells: TeachingCells, ess: FloatArray) -> FloatArray:
    """The observations that what is known beforehand is worth at each edge, (n_stages, n_edges)."""
    return np.asarray((cells.rows.silent_prob * ess[:, None])[cells.n_cells :])


def _shift(cells: TeachingCells, fit: PooledOdds, columns: IntArray) -> FloatArray:
    """What a fit adds to the priors' log-odds of each cell, (n_cells, n_columns)."""
    return fit.log_odds(cells.lasting_groups(), columns, np.zeros((cells.n_cells, 1)))[0]


def _at_edges(
    cells: TeachingCells, fit: PooledOdds, prob: FloatArray, level: FloatArray
) -> FloatArray:
    """What a fit says of each cell at each edge, (n_cells, n_edges)."""
    columns = cells.grid.columns
    shift = _shift(cells, fit, np.arange(columns.size))
    between = cells.grid.between(cells.grid.edges, columns)
    moved = between.mean(shift[:, between.lower], shift[:, between.upper]) + level
    return np.asarray(1 / (1 + np.exp(-(log_odds(prob[: cells.n_cells]) + moved))))


def _as_often_as_it_is(cells: TeachingCells, chance: Chance) -> FloatArray:
    """Words by step; those told afterwards as if passes came as often as is learned."""
    counts, after, stage = cells.counts, cells.afterwards, cells.cells.codes["stage"]
    won = cells.by_step(counts.is_pass)
    lost = cells.by_step(counts.is_decided & ~counts.is_pass)
    level = _shift(cells, chance.often, _FIRST)[:, 0]
    share = 1 / (1 + np.exp(-(log_odds(cells.rows.passed_prob[: cells.n_cells, 0]) + level)))
    passes, others = (
        np.bincount(stage[after], of[after].sum(axis=1), int(stage.max()) + 1)[stage] + 0.5
        for of in (won, lost)
    )
    told = passes / (passes + others)
    turned = np.clip([share / told, (1 - share) / (1 - told)], 1 / _MOST_TURNED, _MOST_TURNED)
    turned = np.where(after, turned, 1.0)
    return np.asarray(won * turned[0][:, None] + lost * turned[1][:, None])
