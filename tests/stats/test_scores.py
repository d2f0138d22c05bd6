import numpy as np
import pytest
from scipy.optimize import isotonic_regression
from scipy.stats import binomtest

from yokame.stats.scores import (
    brier,
    brier_parts,
    calibration_error,
    coverage,
    isotonic,
    log_loss,
    once_each,
    pinball,
    reliability,
    share_interval,
    weighted_mean,
)


def test_scores_agree_with_hand_counts() -> None:
    happened, prob = np.array([1.0, 0.0, 1.0, 0.0]), np.array([0.75, 0.25, 0.55, 0.55])

    losses, squares = log_loss(happened, prob), brier(happened, prob)

    np.testing.assert_allclose(losses, -np.log([0.75, 0.75, 0.55, 0.45]))
    np.testing.assert_allclose(squares, [0.0625, 0.0625, 0.2025, 0.3025])
    # the bins hold 0.75 for 1, 0.25 for 0, and twice 0.55 for a half
    np.testing.assert_allclose(calibration_error(happened, prob), (0.25 + 0.25 + 2 * 0.05) / 4)


def test_days_are_scored_against_quantiles() -> None:
    days, quantiles = np.array([4.0, 10.0]), np.array([[2.0, 4.0, 8.0], [2.0, 4.0, 8.0]])

    lost = pinball(days, quantiles, np.array([0.1, 0.5, 0.9]))

    np.testing.assert_allclose(lost, [(0.2 + 0.0 + 0.4) / 3, (0.8 + 3.0 + 1.8) / 3])
    assert coverage(days, quantiles) == 0.5
    assert coverage(days, quantiles, np.array([3.0, 1.0])) == 0.75


def test_a_wrong_certainty_costs_much_and_not_everything() -> None:
    lost = log_loss(np.array([0.0, 1.0]), np.array([1.0, 1.0]))

    np.testing.assert_allclose(lost, [-np.log(1e-4), -np.log(1 - 1e-4)])


def test_each_wait_counts_once_however_many_answers_it_had() -> None:
    wait = np.array([0, 0, 0, 1])
    happened, prob = np.array([1.0, 1.0, 1.0, 0.0]), np.array([0.9, 0.8, 0.7, 0.4])

    weight = once_each(wait)

    assert weighted_mean(brier(happened, prob), weight) == pytest.approx(
        ((0.01 + 0.04 + 0.09) / 3 + 0.16) / 2
    )
    # the wait that passed had its answers in three bins, a third of it in each
    assert calibration_error(happened, prob, weight) == pytest.approx(
        ((0.1 + 0.2 + 0.3) / 3 + 0.4) / 2
    )


def test_a_reliability_table_counts_waits_and_not_answers() -> None:
    wait = np.array([0, 0, 0, 1, 2, 2])
    happened = np.array([1.0, 1.0, 1.0, 0.0, 0.0, 0.0])
    prob = np.array([0.62, 0.64, 0.72, 0.69, 0.66, 0.1])

    table = reliability(happened, prob, wait, n_bins=5)

    assert table.part.tolist() == [0, 3]
    assert table.n_waits.tolist() == [1, 3]
    assert table.n_happened.tolist() == [0, 1]
    np.testing.assert_allclose(table.prob, [0.1, ((0.62 + 0.64 + 0.72) / 3 + 0.69 + 0.66) / 3])
    np.testing.assert_allclose(table.share, [0, 1 / 3])
    assert np.all((table.low <= table.share) & (table.share <= table.high))


def test_a_table_of_nothing_has_no_rows() -> None:
    nothing = np.empty(0)

    assert reliability(nothing, nothing, np.empty(0, dtype=np.int64), n_bins=5).part.size == 0


@pytest.mark.parametrize(("k", "n"), [(0, 1), (1, 1), (3, 10), (10, 10), (450, 1000)])
def test_the_interval_of_a_share_is_wilsons(k: int, n: int) -> None:
    low, high = share_interval(np.array([k]), np.array([n]), 0.8)

    oracle = binomtest(k, n).proportion_ci(0.8, method="wilson")
    # SciPy's quantile and ours differ in the last digits
    np.testing.assert_allclose([low[0], high[0]], [oracle.low, oracle.high], atol=1e-12)


def test_eighty_per_cent_intervals_hold_eighty_per_cent() -> None:
    rng = np.random.default_rng(8)
    seen = rng.binomial(40, 0.3, 20_000)

    low, high = share_interval(seen, np.full(20_000, 40), 0.8)

    # Wilson's own coverage at n = 40, p = 0.3 is .79; 4 standard errors of 20,000 are .012
    assert abs(float(((low <= 0.3) & (high >= 0.3)).mean()) - 0.8) < 0.03


def test_pooling_adjacent_violators_agrees_with_scipy() -> None:
    rng = np.random.default_rng(8)
    x, y, weight = rng.random(300), rng.random(300), rng.random(300) + 0.1

    found = isotonic(x, y, weight)

    order = np.argsort(x)
    expected = isotonic_regression(y[order], weights=weight[order]).x
    np.testing.assert_allclose(found[order], expected, atol=1e-12)


def test_equal_answers_are_recalibrated_alike() -> None:
    x, y = np.array([0.5, 0.2, 0.5, 0.2]), np.array([1.0, 0.0, 0.0, 0.0])

    assert isotonic(x, y, np.ones(4)).tolist() == [0.5, 0.0, 0.5, 0.0]


def test_the_parts_of_a_brier_score_add_up() -> None:
    rng = np.random.default_rng(8)
    true = rng.random(4_000)
    happened = (rng.random(4_000) < true).astype(float)
    weight = rng.random(4_000)

    right = brier_parts(happened, true, weight)
    bent = brier_parts(happened, true**2, weight)

    for parts, prob in ((right, true), (bent, true**2)):
        total = parts.miscalibration - parts.discrimination + parts.uncertainty
        assert total == pytest.approx(weighted_mean(brier(happened, prob), weight))
    # Bending the chances loses no order, only their level: E (p² - p)² = 1/30, within 4 errors
    assert bent.discrimination == pytest.approx(right.discrimination)
    assert bent.miscalibration == pytest.approx(1 / 30, abs=0.012)
    # in-sample gain of an isotonic curve through right answers, which shrinks with n
    assert 0 <= right.miscalibration < 0.005
