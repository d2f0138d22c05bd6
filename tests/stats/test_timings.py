from dataclasses import replace

import numpy as np
import pytest
from scipy import stats

from yokame.stats import DelayCurves, FloatArray, Timings, learned

CURVES = DelayCurves(
    weight=np.array([[0.9, 0.1], [0.8, 0.2]]),
    ln_median=np.log([[3.0, 10.0], [4.0, 10.0]]),
    sigma=np.array([[0.5, 0.6], [0.4, 0.6]]),
    n_drawn=1,
    spread=np.array([[0.2, -0.1], [0.15, 0.1]]),
)
NO_TAIL = replace(CURVES, weight=np.array([[1.0, 0.0], [1.0, 0.0]]))
TIMINGS = Timings(np.array([6.0, 5.0, 9.0]), np.array([0, 1, 1]), np.array([2.0, 0.5, 3.0]))


def told(*times: float, row: int = 0, weight: float = 1.0) -> Timings:
    return Timings(np.array(times), np.full(len(times), row), np.full(len(times), weight))


def test_the_moved_medians_are_those_of_a_grid_over_both_uncertainties() -> None:
    """Bayes' rule point by point over (z, g); the sum of a smooth peak over a grid is exact."""
    axis = np.linspace(-8, 8, 801)
    z, g = np.meshgrid(axis, axis)
    shifts = np.stack([s[0] * z + s[1] * g for s in NO_TAIL.spread])
    ln_density = stats.norm.logpdf(z) + stats.norm.logpdf(g)
    rows = zip(TIMINGS.time, TIMINGS.row, TIMINGS.weight, strict=True)
    for time, row, weight in rows:
        medians = NO_TAIL.ln_median[row, 0] + shifts[row]
        ln_density += weight * stats.norm.logpdf(np.log(time), medians, NO_TAIL.sigma[row, 0])
    density = np.exp(ln_density - ln_density.max())
    density /= density.sum()

    computed = learned(NO_TAIL, TIMINGS)

    mean = (density * shifts).sum(axis=(1, 2))
    away = shifts - mean[:, None, None]
    covariance = np.einsum("zg,izg,jzg->ij", density, away, away)
    np.testing.assert_allclose(computed.ln_median[:, 0] - NO_TAIL.ln_median[:, 0], mean, rtol=1e-9)
    np.testing.assert_allclose(computed.spread @ computed.spread.T, covariance, rtol=1e-9)
    np.testing.assert_array_equal(computed.ln_median[:, 1], NO_TAIL.ln_median[:, 1])


def test_without_a_gap_it_is_the_conjugate_rule_with_the_priors_ess() -> None:
    ess, n, ln_time = 18.0, 4, np.log(7.0)
    plain = replace(NO_TAIL, spread=np.array([[0.5 / ess**0.5, 0.0], [0.4 / ess**0.5, 0.0]]))

    computed = learned(plain, told(*[7.0] * n))

    prior = plain.ln_median[0, 0]
    assert computed.ln_median[0, 0] == pytest.approx((ess * prior + n * ln_time) / (ess + n))
    assert np.hypot(*computed.spread[0]) == pytest.approx(0.5 / (ess + n) ** 0.5)


@pytest.mark.parametrize("time", [2.0, 3.5, 6.0])
def test_counted_employers_that_told_others_so_keep_me_waiting_as_long(time: float) -> None:
    """Many employers are made up; of those whose word to three others came then, mine is timed."""
    rng, n = np.random.default_rng(8), 2_000_000
    shift = NO_TAIL.spread @ rng.standard_normal((2, n))
    mean_of_three = shift[0] + 0.5 * rng.standard_normal((3, n)).mean(axis=0)
    seen = np.abs(mean_of_three + NO_TAIL.ln_median[0, 0] - np.log(time)) < 0.02
    sigma = NO_TAIL.sigma[:, :1]
    noise = sigma * rng.standard_normal((2, seen.sum()))
    ln_mine = NO_TAIL.ln_median[:, :1] + shift[:, seen] + noise

    computed = learned(NO_TAIL, told(time, time, time)).mean_survivors(np.array([4.0]))[:, 0]

    counted = (ln_mine > np.log(4.0)).mean(axis=1)
    # 4 binomial standard errors, and what a band of 0.02 lets in.
    granted = 4 * np.sqrt(counted * (1 - counted) / seen.sum()) + 0.002
    np.testing.assert_array_less(np.abs(computed - counted), granted)


def test_a_wait_of_no_weight_changes_nothing() -> None:
    computed = learned(CURVES, told(9.0, weight=0.0))

    np.testing.assert_array_equal(computed.ln_median, CURVES.ln_median)
    np.testing.assert_allclose(computed.spread, CURVES.spread, rtol=1e-15)


@pytest.mark.parametrize("row", [0, 1])
def test_more_that_agree_leave_less_uncertain_and_move_further(row: int) -> None:
    steps = [learned(CURVES, told(*[6.0] * n, row=row)) for n in (1, 2, 4, 8)]

    spreads = np.array([np.hypot(*step.spread.T) for step in steps])
    medians = np.array([step.ln_median[:, 0] for step in steps])
    assert (np.diff(spreads, axis=0) < 0).all()
    assert (np.diff(medians[:, row]) > 0).all()
    assert (medians[:, row] < np.log(6.0)).all()


def test_passes_move_their_own_curve_further_than_that_of_fails() -> None:
    def moved(row: int) -> FloatArray:
        medians = learned(NO_TAIL, told(8.0, row=row)).ln_median
        shift: FloatArray = (medians - NO_TAIL.ln_median)[:, 0]
        return shift

    assert moved(0)[0] > moved(0)[1]
    assert moved(1)[1] > moved(1)[0]


def test_what_the_tail_explains_moves_next_to_nothing() -> None:
    of_the_tail = learned(CURVES, told(60.0)).ln_median[0, 0] - CURVES.ln_median[0, 0]
    without_one = learned(NO_TAIL, told(60.0)).ln_median[0, 0] - NO_TAIL.ln_median[0, 0]

    assert 0 <= of_the_tail < 0.001 < without_one


def test_a_mixture_of_readings_is_near_what_bayes_gives_for_the_whole_mixture() -> None:
    """Belonging is settled once, at the curves as they were; settled for each draw it is exact."""
    slower = replace(CURVES, ln_median=CURVES.ln_median + 0.4)
    curves = DelayCurves.mix([(0.75, CURVES), (0.25, slower)])
    draws = np.random.default_rng(8).standard_normal((2, 100_000))
    shifts = curves.spread @ draws
    likely = np.ones(draws.shape[1])
    for time, row, weight in zip(TIMINGS.time, TIMINGS.row, TIMINGS.weight, strict=True):
        density = np.zeros_like(likely)
        for k in range(curves.weight.shape[1]):
            median = curves.ln_median[row, k] + (shifts[row] if k < curves.n_drawn else 0)
            sigma = curves.sigma[row, k]
            density += curves.weight[row, k] * stats.norm.pdf(np.log(time), median, sigma)
        likely *= density**weight

    computed = learned(curves, TIMINGS).mean_survivors(np.array([5.0]))[:, 0]

    drawn = curves.drawn_survivors(5.0, *draws)
    exact = (drawn * likely).sum(axis=1) / likely.sum()
    # Two points of a survivor: far inside what the readings themselves leave open.
    np.testing.assert_allclose(computed, exact, atol=0.02)
