"""Past seasons answered as they would have been: what a correction learns from."""

from dataclasses import replace

import numpy as np
import pytest

from tests.learning.made_reports import made_reports
from yokame.learning.grid import Grid
from yokame.learning.replay import PastSeason, replays
from yokame.reports.counts import count_in_memory, delay_counts
from yokame.reports.table import Word

REPORTS = made_reports()
GRID = Grid.of(*delay_counts(REPORTS))
COUNTS = count_in_memory(REPORTS, GRID.edges)


def test_every_season_but_the_first_is_replayed() -> None:
    assert [season.season for season in replays(COUNTS, GRID)] == [2022, 2023, 2024]


def test_a_replay_sees_nothing_of_its_own_season_but_the_questions() -> None:
    mine = REPORTS.season == 2023
    swapped = np.where(mine & REPORTS.is_pass, Word.FAIL, REPORTS.word)
    other = count_in_memory(replace(REPORTS, word=swapped.astype(np.int64)), GRID.edges)

    one, two = (PastSeason.replay(counts, 2023, GRID) for counts in (COUNTS, other))

    assert (one.log_odds == two.log_odds).all()
    assert (one.features == two.features).all()
    assert one.happened.sum() > 0 == two.happened.sum()


def test_each_wait_counts_once_over_the_landmarks_it_lasted_through() -> None:
    replayed = PastSeason.replay(COUNTS, 2024, GRID)
    mine = REPORTS.take(REPORTS.season == 2024)
    landmarks = np.unique(replayed.asked.days)

    waited = [(mine.days > day).sum() for day in landmarks]
    passed = [(mine.is_pass & (mine.days > day)).sum() for day in landmarks]

    assert replayed.weight.sum() == pytest.approx(sum(waited) / landmarks.size)
    happened = (replayed.weight * replayed.happened).sum()
    assert happened == pytest.approx(sum(passed) / landmarks.size)


def test_questions_carry_day_zero_to_its_month() -> None:
    replayed = PastSeason.replay(COUNTS, 2024, GRID)

    months = set(replayed.asked.held.astype("datetime64[M]").tolist())
    held = REPORTS.held[REPORTS.season == 2024]

    assert months == set(held.astype("datetime64[M]").tolist())
