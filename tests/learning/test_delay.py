"""When word comes: whole waits on the days on which word comes, and seasons that fade."""

import numpy as np
import pytest

from yokame.learning.delay import DelayModel, Memory, crossing, trust_in
from yokame.learning.grid import Grid
from yokame.learning.groups import Codes
from yokame.reports.counts import count_in_memory, delay_counts
from yokame.reports.table import NO_DAY, Coded, Reports, Waits, Word
from yokame.stats import FloatArray, IntArray


def waits(season: IntArray, days: FloatArray) -> Waits:
    """Waits of two employers in turn, of no date."""
    n = days.size
    same = np.zeros(n, np.int64)
    return Waits(
        employer=Coded(("north", "south"), np.arange(n, dtype=np.int64) % 2),
        industry=Coded(("law",), same),
        stage=Coded(("final",), same),
        track=Coded(("",), same),
        size=same,
        season=season,
        held=np.full(n, NO_DAY),
        days=days,
    )


def asked(days: list[float]) -> Waits:
    """Waits of the season after the last, silent for so long."""
    return waits(np.full(len(days), 2014), np.array(days))


def learned(seasons: dict[int, FloatArray]) -> DelayModel:
    """What is learned from seasons of waits that ended with a pass."""
    season = np.repeat(list(seasons), [days.size for days in seasons.values()])
    ended = waits(season, np.concatenate(list(seasons.values())))
    reports = Reports(
        **vars(ended),
        word=np.full(len(ended), int(Word.PASS)),
        reported=ended.held,
        followed=np.ones(len(ended), bool),
        width=np.zeros(len(ended)),
        count=np.ones(len(ended)),
    )
    grid = Grid.of(*delay_counts(reports))
    counts = count_in_memory(reports, grid.edges)
    return DelayModel.learn(counts, Codes.learn(counts), grid)


def spread_about(middle: float, n: int = 400) -> FloatArray:
    """Whole days about a middle, half to one and a half of it."""
    return np.round(np.linspace(0.5, 1.5, n) * middle)


def test_the_last_season_weighs_more_than_those_before() -> None:
    slow, fast = spread_about(80), spread_about(20)
    fading = learned({2011: slow, 2012: slow, 2013: fast})
    as_ever = learned({2011: slow, 2012: slow, 2013: slow})

    after_the_turn = fading.quantiles(asked([0.0, 0.0]))[:, 1]
    without_one = as_ever.quantiles(asked([0.0, 0.0]))[:, 1]

    everybody = np.median(np.concatenate([slow, slow, fast]))
    assert (after_the_turn < everybody - 5).all()
    assert without_one == pytest.approx(np.full(2, 80.0), abs=2)  # a grid step is some 3 days


def test_what_is_left_ends_after_today_and_its_shares_are_in_order() -> None:
    model = learned({2012: spread_about(40), 2013: spread_about(44)})

    left = model.quantiles(asked([0.0, 10.0, 30.0, 45.0, 60.0, 400.0]))

    assert (left >= 0).all()
    assert (np.diff(left, axis=1) >= 0).all()
    assert (left[:5, 2] > 0).all()
    assert (left[5] == 0).all()  # nobody ever waited as long


def test_word_that_comes_on_whole_fortnights_is_expected_on_them() -> None:
    on_fortnights = np.repeat([14.0, 28.0, 42.0], [100, 200, 100])
    model = learned({2012: on_fortnights, 2013: on_fortnights})

    left = model.quantiles(asked([0.0, 0.0]))

    # a quarter, a half, a quarter: the middle lies in the heap of the second fortnight
    assert left[:, 1] == pytest.approx(np.full(2, 28.0), abs=1)


def test_a_level_is_crossed_after_now_and_not_in_the_part_gone_by() -> None:
    survivors = np.array([[1.0, 1.0, 0.5, 0.0]])
    at, now = np.array([0.0, 0.2, 0.6, 1.0]), np.array([0.4])

    # from 1 at .4 straight down to .5 at .6
    assert crossing(survivors, at, now, 0.75) == pytest.approx([0.5])


def test_the_further_ahead_the_more_the_usual_is_trusted() -> None:
    all_seasons, the_last, usual = Memory(1.0, True), Memory(0.3, True), Memory(1.0, False)

    trust = np.array(trust_in([all_seasons, the_last, usual], np.array([0.0, 1.0, 30.0])))

    assert trust.sum(axis=0) == pytest.approx(1)
    assert trust[2, 0] == 0
    assert (np.diff(trust[2]) > 0).all()
    assert trust[0] == pytest.approx(trust[1])


def test_a_memory_alone_is_trusted_at_any_distance() -> None:
    assert trust_in([Memory(1.0, True)], np.array([0.0, 5.0]))[0] == pytest.approx([1, 1])
