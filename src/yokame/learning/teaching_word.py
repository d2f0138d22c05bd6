"""How far reports move when word comes, and whether it comes at all.

Whether word ever comes is learned from followed waits alone: nobody tells of silence afterwards.
When, given that it comes, is learned from all; those still silent count as far as they are likely
to hear yet.
"""

import numpy as np

from yokame.learning.cells import later_than
from yokame.learning.filling import last_seen, settled
from yokame.learning.prior import log_odds
from yokame.learning.teaching import FIRST, Chance
from yokame.learning.teaching_cells import CURVE_BLOCKS, TeachingCells
from yokame.learning.usual import FREE_SD, HELD_SD, OF_CHANCE, OF_CURVES
from yokame.stats import FloatArray, PooledOdds, fit_pooled_odds

_LEAST_HAZARD = 1e-6
# Words told afterwards count at most so many times, or so few, what they are.
_MOST_TURNED = 10.0


def learn_told(cells: TeachingCells) -> PooledOdds:
    """How far followed waits move the log-odds that word ever comes, at each column."""
    counts, columns, n = cells.counts, cells.grid.columns, cells.n_cells
    prob = cells.rows.told_prob
    decided = cells.by_step(counts.is_decided & counts.followed)
    worth = cells.worth(cells.rows.told_ess)

    def fitted(at_edges: FloatArray, near: PooledOdds | None) -> PooledOdds:
        filled = decided + cells.silent * last_seen(at_edges)
        return fit_pooled_odds(
            np.concatenate([later_than(filled, columns), worth * prob[n:][:, columns]]),
            np.concatenate([later_than(decided + cells.silent, columns), worth]),
            cells.levels(columns.size),
            offset=log_odds(prob[:, columns]),
            base_sd=HELD_SD,
            usual=OF_CHANCE if near is None else None,
            strengths={**(near.strengths if near else {}), "stage": FREE_SD},
        )

    return settled(cells, prob[:n], fitted, lambda found: cells.at_edges(found, prob))


def learn_delay(cells: TeachingCells, chance: Chance, told: PooledOdds) -> PooledOdds:
    """How far reports move the hazard of word in each interval, given that it comes."""
    edges, n = cells.grid.edges, cells.n_cells
    decided = _as_often_as_it_is(cells, chance)
    comes = cells.at_edges(told, cells.rows.told_prob)
    waiting = cells.silent * last_seen(comes)
    # all intervals but the last, at whose end all word that comes has come
    inner = slice(0, edges.size - 2)
    at_risk = later_than(decided + waiting, np.arange(edges.size - 1))
    # last seen in an interval: at risk for half of it (Cutler and Ederer 1958, Maximum utilization
    # of the life table method, Journal of Chronic Diseases 8(6), 699-712)
    at_risk -= waiting[:, 1:-1] / 2
    share = cells.grid.share_at_edges
    left = 1 - share[:-1]
    hazard = np.clip((np.diff(share) / left)[inner], _LEAST_HAZARD, 1 - _LEAST_HAZARD)
    worth = cells.rows.delay_ess[n:, None] * left[inner]
    return fit_pooled_odds(
        np.concatenate([decided[:, 1:-1][:, inner], worth * hazard]),
        np.concatenate([at_risk[:, inner], worth]),
        cells.curve_levels(hazard.size),
        offset=np.tile(log_odds(hazard), (n + cells.n_stages, 1)),
        base_sd=HELD_SD,
        usual=OF_CURVES,
        strengths={CURVE_BLOCKS[0] + "stage": FREE_SD},
    )


def _as_often_as_it_is(cells: TeachingCells, chance: Chance) -> FloatArray:
    """Words by step; those told afterwards as if passes came as often as is learned."""
    counts, after, stage = cells.counts, cells.afterwards, cells.cells.codes["stage"]
    won = cells.by_step(counts.is_pass)
    lost = cells.by_step(counts.is_decided & ~counts.is_pass)
    share = _share_of_word(cells, chance)
    passes, others = (
        np.bincount(stage[after], of[after].sum(axis=1), int(stage.max()) + 1)[stage] + 0.5
        for of in (won, lost)
    )
    told = passes / (passes + others)
    turned = np.clip([share / told, (1 - share) / (1 - told)], 1 / _MOST_TURNED, _MOST_TURNED)
    turned = np.where(after, turned, 1.0)
    return np.asarray(won * turned[0][:, None] + lost * turned[1][:, None])


def _share_of_word(cells: TeachingCells, chance: Chance) -> FloatArray:
    """Share of passes among the words that come, (n_cells,); more fails than passes never do."""
    rows, n = cells.rows, cells.n_cells
    level = cells.shift(chance.often, FIRST)[:, 0]
    heard = np.log1p(-rows.never_if_passed[:n]) - np.log1p(-rows.never_if_failed[:n])
    return np.asarray(1 / (1 + np.exp(-(log_odds(rows.passed_prob[:n, 0]) + level + heard))))
