"""How far reports move the chance of a pass: how often, and how that changes with silence.

*How often* is learned from waits that were followed from their start; *how it changes* from those
told afterwards as well, against their own share of passes. Each is a pooled fit that begins at the
priors' log-odds, so without reports nothing moves.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from yokame.learning.cells import later_than
from yokame.learning.filling import last_seen, settled
from yokame.learning.prior import log_odds
from yokame.learning.teaching_cells import TeachingCells
from yokame.learning.usual import FREE_SD, HELD_SD, OF_CHANCE, OF_CHANGE, Usual, no_more_than_usual
from yokame.stats import Drift, FloatArray, IntArray, PooledOdds, fit_pooled_odds

FIRST: IntArray = np.zeros(1, np.int64)
# How far the share of passes among what is told afterwards usually lies from the priors'.
_TOLD_AFTERWARDS: Usual = {"stage": (1.0, 3.0)}


@dataclass(frozen=True, eq=False)
class Chance:
    """Deviations from the priors' log-odds of a pass: how often, and how that changes.

    `often` has one column, `change` one for each column of the grid, the first of which is 0.
    """

    often: PooledOdds
    change: PooledOdds


@dataclass(frozen=True, eq=False)
class Seen:
    """How many passed of how many: `in_all` (n_cells, 1), and of those who wait at each column.

    `decided`: of those who wait at a column, how many are known to have passed or not.
    """

    passed_in_all: FloatArray
    in_all: FloatArray
    passed: FloatArray
    waiting: FloatArray
    decided: FloatArray

    @property
    def known(self) -> FloatArray:
        """Part of those who wait at each column whose outcome was seen."""
        return np.asarray(self.decided / np.where(self.waiting > 0, self.waiting, 1.0))

    def and_also(self, other: "Seen") -> "Seen":
        """Both."""
        return Seen(
            self.passed_in_all + other.passed_in_all,
            self.in_all + other.in_all,
            self.passed + other.passed,
            self.waiting + other.waiting,
            self.decided + other.decided,
        )


def learn_chance(cells: TeachingCells) -> Chance:
    """How far reports move the chance of a pass, for those still silent at each column."""
    prob, is_after = cells.rows.passed_prob, cells.afterwards[:, None]
    afterwards = seen_afterwards(cells)
    own_level = cells.shift(_level_afterwards(cells, afterwards), FIRST)

    def fitted(at_edges: FloatArray, near: Chance | None) -> Chance:
        followed = seen_followed(cells, at_edges)
        often = _how_often(cells, followed, None if near is None else near.often.strengths)
        moved = np.where(is_after, own_level, cells.shift(often, FIRST))
        seen = followed.and_also(afterwards)
        return Chance(
            often, _change(cells, seen, moved, None if near is None else near.change.strengths)
        )

    def at_edges(found: Chance) -> FloatArray:
        return cells.at_edges(found.change, prob, cells.shift(found.often, FIRST))

    return settled(cells, _at_edges_as_often(cells), fitted, at_edges)


def _at_edges_as_often(cells: TeachingCells) -> FloatArray:
    """Chances at the edges if silence changed them as the priors say, (n_cells, n_edges).

    Where the rounds begin: of what lies beyond all that was followed reports say nothing, and
    the rounds would leave it where it was, at the priors and not as far from them as the rest.
    """
    prior = cells.rows.passed_prob[: cells.n_cells]

    def fitted(at_edges: FloatArray, near: PooledOdds | None) -> PooledOdds:
        return _how_often(
            cells, seen_followed(cells, at_edges), None if near is None else near.strengths
        )

    def at_edges(often: PooledOdds) -> FloatArray:
        return np.asarray(1 / (1 + np.exp(-(log_odds(prior) + cells.shift(often, FIRST)))))

    return at_edges(settled(cells, prior, fitted, at_edges))


def unknown_beforehand(cells: TeachingCells) -> Chance:
    """The same fits without a report: what they leave open is what is open beforehand."""
    one, many = np.zeros((cells.n_cells, 1)), np.zeros((cells.n_cells, cells.grid.columns.size))
    nothing = Seen(one, one, many, many, many)
    often = _how_often(cells, nothing, no_more_than_usual(OF_CHANCE), spread=True)
    change = _change(cells, nothing, one, no_more_than_usual(OF_CHANGE), spread=True)
    return Chance(often, change)


def seen_followed(cells: TeachingCells, at_edges: FloatArray) -> Seen:
    """Of the waits that were followed; those still silent count by the chance they have there."""
    counts, columns = cells.counts, cells.grid.columns
    won = cells.by_step(counts.is_pass & counts.followed)
    decided = cells.by_step(counts.is_decided & counts.followed)
    filled = won + cells.silent * last_seen(at_edges)
    everyone = decided + cells.silent
    return Seen(
        filled.sum(axis=1, keepdims=True),
        everyone.sum(axis=1, keepdims=True),
        later_than(filled, columns),
        later_than(everyone, columns),
        later_than(decided, columns),
    )


def seen_afterwards(cells: TeachingCells) -> Seen:
    """Of what was told afterwards, as if those who never hear had told too.

    Nobody tells of word that never comes, while the chance of those still silent is for the most
    part about such waits. So to the words come as many silences as the priors say; yet all
    together count no more than the words that were told.
    """
    counts, rows, n = cells.counts, cells.rows, cells.n_cells
    columns = np.concatenate([[-1], cells.grid.columns])  # before the first step: all
    passed = later_than(cells.by_step(counts.is_pass & ~counts.followed), columns)
    told = later_than(cells.by_step(counts.is_decided & ~counts.followed), columns)
    lost, never = (rows.never_if_passed[:n, None], rows.never_if_failed[:n, None])
    passed_never = passed[:, :1] * lost / (1 - lost)
    failed_never = (told - passed)[:, :1] * never / (1 - never)
    everyone = told + passed_never + failed_never
    part = told / np.where(everyone > 0, everyone, 1.0)
    counted = (passed + passed_never) * part
    return Seen(counted[:, :1], told[:, :1], counted[:, 1:], told[:, 1:], (told * part)[:, 1:])


def _how_often(
    cells: TeachingCells,
    followed: Seen,
    strengths: Mapping[str, float | Drift] | None = None,
    *,
    spread: bool = False,
) -> PooledOdds:
    """Log-odds of a pass before any silence, against the priors'; `strengths`: not to be chosen."""
    n, prob = cells.n_cells, cells.rows.passed_prob[:, :1]
    known = cells.rows.passed_ess[n:, None]
    return fit_pooled_odds(
        np.concatenate([followed.passed_in_all, known * prob[n:]]),
        np.concatenate([followed.in_all, known]),
        cells.levels(1),
        offset=log_odds(prob),
        base_sd=HELD_SD,
        usual=OF_CHANCE if strengths is None else None,
        strengths={**(strengths or {}), "stage": FREE_SD},
        spread=spread or strengths is None,
    )


def _level_afterwards(cells: TeachingCells, afterwards: Seen) -> PooledOdds:
    """How far the share of passes among what is told afterwards lies from the priors'.

    Who tells afterwards is chosen by the outcome: this is no news about how often one passes.
    """
    nothing = np.zeros((cells.n_stages, 1))
    return fit_pooled_odds(
        np.concatenate([afterwards.passed_in_all, nothing]),
        np.concatenate([afterwards.in_all, nothing]),
        cells.levels(1),
        offset=log_odds(cells.rows.passed_prob[:, :1]),
        base_sd=FREE_SD,
        usual=OF_CHANCE | _TOLD_AFTERWARDS,
    )


def _change(
    cells: TeachingCells,
    seen: Seen,
    level: FloatArray,
    strengths: Mapping[str, float | Drift] | None = None,
    *,
    spread: bool = False,
) -> PooledOdds:
    """How log-odds of a pass change with silence, beyond what the priors say of it.

    `level` (n_cells, 1): how far the cells lie from the priors before any silence.
    """
    n, columns = cells.n_cells, cells.grid.columns
    offset = log_odds(cells.rows.passed_prob[:, columns])
    offset[:n] += level
    worth = cells.worth(cells.rows.passed_ess)
    at_risk = np.concatenate([seen.waiting, worth])
    events = np.concatenate([seen.passed, worth / (1 + np.exp(-offset[n:]))])
    # before any silence there is no change: what is seen there is how often
    at_risk[:, 0] = events[:, 0] = 0.0
    return fit_pooled_odds(
        events,
        at_risk,
        cells.levels(columns.size),
        offset=offset,
        known=np.concatenate([seen.known, np.ones(worth.shape)]),
        base_sd=HELD_SD,
        usual=OF_CHANGE if strengths is None else None,
        strengths={**(strengths or {}), "stage": FREE_SD},
        spread=spread or strengths is None,
    )
