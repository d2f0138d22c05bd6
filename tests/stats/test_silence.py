import numpy as np

from yokame.stats import still_silent, weighted_quantiles


def test_long_silence_agrees_with_counting_simulated_waits() -> None:
    """The formula equals what is left when every wait that got word is crossed out."""
    rng = np.random.default_rng(8)
    n_waits = 400_000
    passed = rng.random(n_waits) < 0.4
    is_told = rng.random(n_waits) < np.where(passed, 0.95, 0.7)
    word_after = rng.exponential(np.where(passed, 3.0, 6.0), n_waits)
    silent = ~is_told | (word_after > 5)

    joint = still_silent(0.4, 0.05, 0.3, np.exp(-5 / np.array([3.0, 6.0])))

    counted = passed[silent].mean()
    # 4 standard errors of a share counted from those who are left
    error = 4 * (counted * (1 - counted) / silent.sum()) ** 0.5
    assert abs(float(joint.passed_prob) - counted) < error
    assert abs(float(joint.total) - silent.mean()) < 4 * (0.25 / n_waits) ** 0.5


def test_quantiles_of_equal_weights_are_the_ordinary_ones() -> None:
    values = np.random.default_rng(8).normal(size=501)

    found = weighted_quantiles(values, np.ones(501), np.array([0.1, 0.5, 0.9]))

    exact = np.quantile(values, [0.1, 0.5, 0.9], method="hazen")
    np.testing.assert_allclose(found, exact)


def test_a_value_of_double_weight_counts_twice() -> None:
    values, weights = np.array([1.0, 2.0, 3.0]), np.array([1.0, 2.0, 1.0])

    found = weighted_quantiles(values, weights, np.array([0.5]))

    assert found[0] == 2.0
