"""How far reports move the chance: which reports may, and how far against slower computations."""

import numpy as np
import pytest

from tests.learning.made_positions import GRID, Known, counted, waits_at
from yokame.learning import teaching
from yokame.learning.prior import log_odds
from yokame.learning.teaching import Chance, learn_chance, seen_afterwards, unknown_beforehand
from yokame.learning.teaching_cells import TeachingCells
from yokame.reports.counts import Counts
from yokame.reports.table import Word
from yokame.stats import FloatArray

KNOWN = Known()
WORTH = 20.0
COLUMNS = np.arange(GRID.columns.size)


def cells_of(counts: Counts, ess: float = WORTH) -> TeachingCells:
    curve = KNOWN.curve(GRID, ess)
    return TeachingCells.of(counts, lambda *_: curve, GRID)


def often(cells: TeachingCells, chance: Chance) -> float:
    return float(cells.shift(chance.often, teaching.FIRST)[0, 0])


def change(cells: TeachingCells, chance: Chance) -> FloatArray:
    moved: FloatArray = cells.shift(chance.change, COLUMNS)[0]
    return moved


def test_what_the_priors_say_of_themselves_moves_nothing() -> None:
    """Expected counts in place of drawn ones: fractions of waits that end just as foretold."""
    cells = cells_of(counted(KNOWN.drawn(10, seed=1)))

    found = unknown_beforehand(cells)

    assert often(cells, found) == pytest.approx(0, abs=1e-12)
    assert change(cells, found) == pytest.approx(0, abs=1e-12)


def test_followed_waits_move_how_often_as_far_as_they_outweigh_the_priors() -> None:
    passed = waits_at(np.full(90, 0.4), np.full(90, Word.PASS), followed=True)
    failed = waits_at(np.full(10, 0.4), np.full(10, Word.FAIL), followed=True)
    cells = cells_of(counted(passed, failed))

    found = often(cells, learn_chance(cells))

    told = np.log(90 / 10) - np.log(0.4 / 0.6)
    # between what the stage alone would say (ess observations at .4 and 100 at .9) and the reports
    pooled = (0.4 * WORTH + 90) / (WORTH + 100)
    assert np.log(pooled / (1 - pooled)) - np.log(0.4 / 0.6) - 0.05 < found < told


def test_what_is_told_afterwards_says_nothing_of_how_often() -> None:
    passed = waits_at(np.full(90, 0.4), np.full(90, Word.PASS), followed=False)
    failed = waits_at(np.full(10, 0.4), np.full(10, Word.FAIL), followed=False)
    cells = cells_of(counted(passed, failed))

    assert often(cells, learn_chance(cells)) == pytest.approx(0, abs=1e-12)


@pytest.mark.parametrize("followed", [True, False])
def test_waits_as_the_priors_have_them_leave_the_change_where_it_is(followed: bool) -> None:
    n = 40_000
    counts = counted(KNOWN.drawn(n, seed=4, followed=followed))
    cells = cells_of(counts)

    found = change(cells, learn_chance(cells))

    # 4 standard errors of log-odds counted among those who had word later than each column
    later = n * 0.65 * (1 - GRID.edges[GRID.columns])
    share = KNOWN.curve(GRID, WORTH).passed_prob[GRID.columns]
    assert (np.abs(found) < 4 / np.sqrt(later * share * (1 - share))).all()


def test_who_tells_afterwards_may_favour_passes_and_the_change_is_still_the_priors() -> None:
    whole = KNOWN.drawn(60_000, seed=5, followed=False)
    rng = np.random.default_rng(6)
    kept = rng.random(len(whole)) < np.where(whole.is_pass, 0.9, 0.3)
    cells = cells_of(counted(whole.take(kept)))

    found = learn_chance(cells)

    assert often(cells, found) == pytest.approx(0, abs=1e-12)
    # by far not the log-odds of .9 to .3; 4 standard errors of the last column's 600 words
    assert np.abs(change(cells, found)).max() < 0.4 < np.log(0.9 / 0.3)


def test_silences_that_nobody_tells_of_are_added_as_the_priors_have_them() -> None:
    passed = waits_at(np.full(30, 0.4), np.full(30, Word.PASS), followed=False)
    failed = waits_at(np.full(70, 0.6), np.full(70, Word.FAIL), followed=False)
    cells = cells_of(counted(passed, failed))

    seen = seen_afterwards(cells)

    lost, never = 30 * 0.02 / 0.98, 70 * 0.3 / 0.7
    at_half = int(np.flatnonzero(GRID.edges[GRID.columns] == 0.5)[0])
    assert seen.waiting[0, at_half] == pytest.approx(70)  # the 70 words still to come
    assert seen.passed[0, at_half] / seen.waiting[0, at_half] == pytest.approx(
        lost / (lost + never + 70)
    )
    assert seen.passed_in_all[0, 0] / 100 == pytest.approx((30 + lost) / (100 + lost + never))


def test_silent_waits_are_filled_in_as_a_slow_em_does() -> None:
    truth = Known(pass_prob=0.6)
    parts = [truth.drawn(4_000, seed=n, last=last) for n, last in enumerate((0.3, 0.6, 0.9, 0.999))]
    counts = counted(*parts)
    cells = cells_of(counts, ess=1e-3)

    found = often(cells, learn_chance(cells))

    # The levels' strengths draw the fit a little to the priors; and it stops after a few rounds.
    assert found == pytest.approx(slow_em(counts), abs=0.02)


def slow_em(counts: Counts) -> float:
    """Level of log-odds by EM to the end: wait by wait, each column's change by itself."""
    prior = KNOWN.curve(GRID, 0.0).passed_prob
    at = GRID.edges[GRID.columns]
    before, n = log_odds(prior), counts.count
    level, moved = 0.0, np.zeros(at.size)
    for _ in range(200):
        shift = level + np.interp(GRID.edges, at, moved)
        at_edges = 1 / (1 + np.exp(-(before + shift)))
        chance = np.zeros(n.size)
        for row, step in enumerate(counts.step):
            last_seen = at_edges[step - 1 : step + 1].mean() if step < 9 else at_edges[9]
            chance[row] = counts.is_pass[row] if counts.is_decided[row] else last_seen
        level = _log_odds(chance, n, np.ones(n.size, bool)) - before[0]
        for index, column in enumerate(GRID.columns[1:], start=1):
            later = counts.step > column
            if later.any():
                moved[index] = _log_odds(chance, n, later) - before[column] - level
    return float(level)


def _log_odds(chance: FloatArray, n: FloatArray, rows: np.ndarray) -> float:
    passed, failed = (chance * n)[rows].sum(), ((1 - chance) * n)[rows].sum()
    return float(np.log(passed / failed))
