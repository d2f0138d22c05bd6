"""How far reports move when word comes, and whether it comes at all."""

import numpy as np
import pytest

from tests.learning.made_positions import GRID, Known, counted, waits_at
from yokame.learning.teaching import learn_chance
from yokame.learning.teaching_cells import CURVE_BLOCKS, TeachingCells
from yokame.learning.teaching_word import learn_delay, learn_told
from yokame.reports.counts import Counts
from yokame.reports.table import Reports, Word
from yokame.stats import FloatArray, PooledOdds

KNOWN = Known()
COLUMNS = np.arange(GRID.columns.size)


def cells_of(counts: Counts, ess: float = 20.0) -> TeachingCells:
    curve = KNOWN.curve(GRID, ess)
    return TeachingCells.of(counts, lambda *_: curve, GRID)


def told(cells: TeachingCells) -> FloatArray:
    moved: FloatArray = cells.shift(learn_told(cells), COLUMNS)[0]
    return moved


def survivors(cells: TeachingCells) -> FloatArray:
    """Share of word still to come at each edge, after what was learned."""
    delay = learn_delay(cells, learn_chance(cells), learn_told(cells))
    return at_edges(cells, delay)


def at_edges(cells: TeachingCells, delay: PooledOdds) -> FloatArray:
    share = GRID.share_at_edges
    hazard = (np.diff(share) / (1 - share[:-1]))[:-1]
    groups = {
        prefix + name: group
        for prefix in CURVE_BLOCKS
        for name, group in cells.lasting_groups().items()
    }
    moved = delay.log_odds(groups, np.arange(hazard.size), np.zeros((cells.n_cells, 1)))[0][0]
    stay = 1 / (1 + hazard / (1 - hazard) * np.exp(moved))
    return np.concatenate([[1.0], np.cumprod(stay), [0.0]])


def kept(whole: Reports, of_passes: float, of_fails: float) -> Reports:
    chance = np.where(whole.is_pass, of_passes, of_fails)
    return whole.take(np.random.default_rng(6).random(len(whole)) < chance)


def test_words_told_afterwards_say_nothing_of_whether_word_comes() -> None:
    assert told(cells_of(counted(KNOWN.drawn(2000, seed=1, followed=False)))) == pytest.approx(
        0, abs=1e-12
    )


@pytest.mark.parametrize("last", [0.4375, 0.9125, 0.9999])  # the middles of two steps, and the end
def test_followed_waits_as_the_priors_have_them_move_neither(last: float) -> None:
    """Even where most are still silent: they count by what they may yet hear."""
    n = 40_000
    cells = cells_of(counted(KNOWN.drawn(n, seed=2, last=last)))

    # 4 standard errors of log-odds of words among those who reached the last column seen
    reached = 1 - GRID.edges[GRID.columns][GRID.edges[GRID.columns] < last].max()
    assert np.abs(told(cells)).max() < 4 / np.sqrt(n * reached * 0.1)
    # 4 standard errors of a share of words
    assert survivors(cells) == pytest.approx(1 - GRID.edges, abs=4 * 0.5 / np.sqrt(0.6 * n * last))


def test_an_employer_that_never_tells_fails_is_found_out() -> None:
    quiet = Known(never=0.8)

    found = told(cells_of(counted(quiet.drawn(8000, seed=3))))

    at_start = 1 - 0.4 * 0.02 - 0.6 * np.array([0.8, 0.3])
    odds = at_start / (1 - at_start)
    # 4 standard errors of log-odds of half of 8,000, and what usual strengths take of them
    assert found[0] == pytest.approx(np.log(odds[0] / odds[1]), abs=4 * 2 / np.sqrt(8000) + 0.05)


def test_words_that_come_sooner_are_heard_of_from_both_kinds_of_reports() -> None:
    rng = np.random.default_rng(4)
    early = rng.random(4000) ** 2
    word = np.where(rng.random(4000) < KNOWN.passes_among_words, Word.PASS, Word.FAIL)

    for followed in (True, False):
        found = survivors(cells_of(counted(waits_at(early, word, followed=followed))))

        # 4 standard errors of a share of 4,000, and a fortieth for what strengths take
        assert found == pytest.approx(1 - np.sqrt(GRID.edges), abs=4 * 0.5 / np.sqrt(4000) + 0.025)


def test_whether_passes_or_fails_are_told_more_does_not_move_the_days() -> None:
    """Passes are told sooner: a board that favours them would make word seem quick."""
    whole = KNOWN.drawn(60_000, seed=5, followed=False)

    found = survivors(cells_of(counted(kept(whole, 0.9, 0.3))))

    # passes alone would be (1 - x)(1 - x/2), up to .125 lower; 4 standard errors of 20,000 words
    assert found == pytest.approx(1 - GRID.edges, abs=4 * 0.5 / np.sqrt(20_000))
