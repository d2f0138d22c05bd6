"""Each season from the earlier ones, and what it is held against."""

from dataclasses import replace

import numpy as np
import pytest

from tests.learning.made_reports import made_reports
from yokame.learning.backtest import (
    Landmarks,
    backtest,
    days_left_of_all,
    incidence_of_pass,
    landmark_days,
    seasons_to_predict,
    share_passed,
)
from yokame.reports.table import Reports, Word


def a_few(days: list[float], words: list[Word], count: list[float] | None = None) -> Reports:
    """Waits that differ in nothing else."""
    rows = made_reports(len(days), seasons=(2024,))
    return replace(
        rows,
        days=np.array(days),
        word=np.array(words, np.int64),
        count=np.array(count or [1.0] * len(days)),
    )


def test_a_season_is_scored_from_the_earlier_ones_only() -> None:
    reports = made_reports(800)
    later = reports.season == 2024
    other_future = replace(reports, word=np.where(later, Word.PASS, reports.word))

    assert backtest(reports, 2023) == backtest(other_future, 2023)
    assert seasons_to_predict(reports) == [2022, 2023, 2024]


def test_what_was_learned_beats_what_anybody_could_count() -> None:
    found = backtest(made_reports(), 2024, with_live=True)

    assert found.log_loss is not None
    assert found.share_log_loss is not None
    assert found.live_log_loss is not None
    # the employers' pass rates of .2 to .8, known, are worth .08 to .1
    assert found.log_loss < found.share_log_loss - 0.05
    assert found.live_log_loss < found.share_log_loss - 0.05
    assert found.coverage == pytest.approx(0.8, abs=0.1)  # four standard errors of 300 waits


def test_a_wait_is_asked_about_on_each_day_it_still_goes_on() -> None:
    reports = a_few([3, 10, 30], [Word.PASS, Word.FAIL, Word.NONE])

    asked = Landmarks.of(reports, np.array([2.0, 10.0]))

    assert asked.row.tolist() == [0, 1, 2, 2]
    assert asked.waits.days.tolist() == [2, 2, 2, 10]
    assert asked.happened.tolist() == [1, 0, 0, 0]
    np.testing.assert_array_equal(asked.days_left, [1, 8, np.nan, np.nan])


def test_days_left_are_those_of_earlier_waits_that_lasted_longer() -> None:
    history = a_few(
        [10, 20, 30, 99], [Word.PASS, Word.FAIL, Word.PASS, Word.NONE], [1.0, 1.0, 1.0, 5.0]
    )

    found = days_left_of_all(history, np.array([5.0, 25.0, 50.0]))

    np.testing.assert_allclose(found, [[7, 15, 23], [5, 5, 5], [0, 0, 0]])


def test_the_share_and_the_incidence_agree_where_nothing_is_cut_off() -> None:
    words = [Word.PASS, Word.FAIL, Word.FAIL, Word.PASS, Word.FAIL] * 200
    history = a_few([2, 4, 6, 8, 10] * 200, words)

    days = np.array([0.0, 2.0, 5.0, 7.0])

    np.testing.assert_allclose(incidence_of_pass(history, days), [0.4, 0.25, 1 / 3, 0.5])
    # half a pass in one wait is added to some hundred
    np.testing.assert_allclose(share_passed(history, days), [0.4, 0.25, 1 / 3, 0.5], atol=1e-3)


def test_a_wait_that_is_cut_off_tells_nothing_of_later_days() -> None:
    history = a_few([2, 4, 6], [Word.NONE, Word.PASS, Word.FAIL])

    # by hand: two wait when the pass comes, so half of them pass
    np.testing.assert_allclose(incidence_of_pass(history, np.array([0.0, 5.0])), [0.5, 0.0])


def test_landmarks_are_days_by_which_shares_of_word_had_come() -> None:
    history = a_few(list(range(1, 101)), [Word.FAIL] * 100)

    assert landmark_days(history).tolist() == [5, 20, 35, 50, 65, 80, 90]
