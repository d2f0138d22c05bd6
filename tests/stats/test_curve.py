from dataclasses import replace

import numpy as np
from scipy import stats

from yokame.stats import DelayCurves

CURVES = DelayCurves(
    weight=np.array([[0.9, 0.1], [0.8, 0.2]]),
    ln_median=np.log([[3.0, 10.0], [4.0, 10.0]]),
    sigma=np.array([[0.5, 0.6], [0.4, 0.6]]),
    n_drawn=1,
    spread=np.array([[0.2, -0.1], [0.15, 0.1]]),
)


def test_the_mean_over_uncertain_medians_is_what_many_draws_give() -> None:
    rng = np.random.default_rng(8)
    median_z, gap_z = rng.standard_normal((2, 200_000))

    exact = CURVES.mean_survivors(np.array([2.0, 6.0]))

    for index, time in enumerate((2.0, 6.0)):
        drawn = CURVES.drawn_survivors(time, median_z, gap_z)
        error = 4 * drawn.std(axis=1) / drawn.shape[1] ** 0.5
        np.testing.assert_array_less(np.abs(drawn.mean(axis=1) - exact[:, index]), error)


def test_without_uncertainty_it_is_the_mixture_of_lognormals_of_scipy() -> None:
    times = np.array([0.1, 1.0, 3.0, 8.0, 40.0])
    still = np.zeros(1)

    drawn = np.hstack([CURVES.drawn_survivors(time, still, still) for time in times])

    for row in (0, 1):
        scale = np.exp(CURVES.ln_median[row])
        parts = stats.lognorm.sf(times[:, None], CURVES.sigma[row], scale=scale)
        np.testing.assert_allclose(drawn[row], parts @ CURVES.weight[row], rtol=1e-6)


def test_nobody_has_heard_at_time_zero_and_silence_only_wanes() -> None:
    survivors = CURVES.mean_survivors(np.linspace(0, 500, 1000))

    np.testing.assert_array_equal(survivors[:, 0], 1)
    assert np.diff(survivors).max() <= 0


def test_a_mixture_weighs_its_parts() -> None:
    slow = replace(CURVES, ln_median=CURVES.ln_median + 1)
    times = np.array([1.0, 5.0, 20.0])

    mixed = DelayCurves.mix([(0.3, CURVES), (0.7, slow)])

    expected = 0.3 * CURVES.mean_survivors(times) + 0.7 * slow.mean_survivors(times)
    np.testing.assert_allclose(mixed.mean_survivors(times), expected)
    drawn = mixed.drawn_survivors(5.0, np.array([1.0]), np.array([-1.0]))
    parts = [c.drawn_survivors(5.0, np.array([1.0]), np.array([-1.0])) for c in (CURVES, slow)]
    np.testing.assert_allclose(drawn, 0.3 * parts[0] + 0.7 * parts[1])
