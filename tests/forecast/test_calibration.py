from datetime import date, timedelta

import numpy as np
import pytest

from yokame.forecast.calibration import FEWEST_WAITS, MetAnswer, calibration_of

DAY = date(2026, 9, 28)


def met(
    wait: int,
    prob: float,
    *,
    passed: bool,
    told_after: int = 0,
    word_after: int | None = 8,
    median_after: int = 6,
) -> MetAnswer:
    """An answer about a made-up wait, its days counted from Monday 28 September 2026."""
    told_on = DAY + timedelta(days=told_after)
    return MetAnswer(
        wait=wait,
        told_on=told_on,
        prob=prob,
        low_on=DAY + timedelta(days=4),
        median_on=DAY + timedelta(days=median_after),
        high_on=DAY + timedelta(days=9),
        passed=passed,
        word_on=None if word_after is None else DAY + timedelta(days=word_after),
    )


def test_no_answers_have_no_scores() -> None:
    found = calibration_of([])

    assert (found.n_waits, found.n_passed, found.scores, found.dates) == (0, 0, None, None)


def test_a_few_waits_are_counted_and_not_scored() -> None:
    answers = [met(wait, 0.6, passed=True, told_after=k) for wait in range(4) for k in range(9)]

    found = calibration_of(answers)

    assert (found.n_waits, found.n_answers, found.n_passed) == (4, 36, 4)
    assert found.scores is None
    assert found.dates is None


def test_a_wait_with_forty_answers_weighs_no_more_than_one_with_a_single_answer() -> None:
    often = [met(0, 0.7, passed=False, told_after=k % 3) for k in range(40)]
    once = [met(wait, 0.7, passed=True) for wait in range(1, 5)]

    scores = calibration_of([*often, *once]).scores

    assert scores is not None
    assert scores.brier == pytest.approx((0.49 + 4 * 0.09) / 5)
    [row] = scores.rows
    assert (row.n_waits, row.n_passed, row.from_prob, row.to_prob) == (5, 4, 0.6, 0.8)
    assert row.low < 0.8 < row.high


def test_the_parts_of_the_score_add_up_to_it() -> None:
    rng = np.random.default_rng(8)
    chances = rng.random(60)
    answers = [
        met(wait, float(prob), passed=bool(rng.random() < prob))
        for wait, prob in enumerate(chances)
    ]

    scores = calibration_of(answers).scores

    assert scores is not None
    total = scores.miscalibration - scores.discrimination + scores.uncertainty
    assert scores.brier == pytest.approx(total)
    assert scores.low <= scores.mean_prob <= scores.high


def test_many_waits_are_shown_in_tenths() -> None:
    few, many = (
        calibration_of([met(wait, wait / n, passed=wait % 2 == 0) for wait in range(n)]).scores
        for n in (99, 100)
    )

    assert few is not None
    assert many is not None
    assert (len(few.rows), len(many.rows)) == (5, 10)


def test_a_month_with_few_waits_is_left_out() -> None:
    september = [met(wait, 0.5, passed=True) for wait in range(FEWEST_WAITS)]
    october = [met(wait, 0.9, passed=True, told_after=5) for wait in range(FEWEST_WAITS - 1)]

    scores = calibration_of([*september, *october]).scores

    assert scores is not None
    [month] = scores.months
    assert (month.month, month.n_waits) == (date(2026, 9, 1), FEWEST_WAITS)
    assert month.brier == pytest.approx(0.25)


def test_days_are_scored_where_the_day_of_word_is_known() -> None:
    known = [met(wait, 0.5, passed=True, word_after=8) for wait in range(4)]
    late = met(4, 0.5, passed=False, word_after=12)
    supposed = [met(wait, 0.5, passed=False, word_after=None) for wait in range(5, 9)]

    found = calibration_of([*known, late, *supposed])

    assert found.n_waits == 9
    assert found.dates is not None
    assert found.dates.n_waits == 5
    assert found.dates.coverage == pytest.approx(0.8)
    assert found.dates.mean_miss_days == pytest.approx((4 * 2 + 6) / 5)
    assert calibration_of([*known, *supposed]).dates is None
