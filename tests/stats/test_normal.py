import math

import numpy as np
from scipy import stats

from yokame.stats import normal_quantiles
from yokame.stats.normal import interval_prob, survivor


def test_the_survivor_keeps_its_relative_accuracy_far_into_the_tail() -> None:
    z = np.linspace(-9, 35, 4001)

    exact = np.array([math.erfc(x / math.sqrt(2)) / 2 for x in z])

    # The fit of Numerical Recipes promises 1.2e-7.
    np.testing.assert_allclose(survivor(z), exact, rtol=1.3e-7)


def test_the_survivor_never_rises_and_keeps_the_shape_it_was_given() -> None:
    z = np.linspace(-40, 40, 2000).reshape(2, 1000)

    found = survivor(z)

    assert found.shape == z.shape
    # Where the two branches of the fit meet they differ by no more than its accuracy.
    assert np.diff(survivor(z.ravel())).max() <= 1.3e-7


def test_quantiles_are_those_of_the_normal_distribution() -> None:
    probs = np.array([[0.0005, 0.1], [0.5, 0.999]])

    np.testing.assert_allclose(normal_quantiles(probs), stats.norm.ppf(probs), atol=1e-9)


def test_a_small_step_keeps_its_digits_in_either_tail() -> None:
    z_from = np.array([-9.0, -6.0, -0.1, 5.9, 8.9])
    z_to = z_from + 0.1

    exact = [
        stats.norm.cdf(end) - stats.norm.cdf(start)
        if end <= 0
        else stats.norm.sf(start) - stats.norm.sf(end)
        for start, end in zip(z_from, z_to, strict=True)
    ]

    # Two survivors at 1.2e-7 each; their difference is at least a tenth of the larger one.
    np.testing.assert_allclose(interval_prob(z_from, z_to), exact, rtol=3e-6)
