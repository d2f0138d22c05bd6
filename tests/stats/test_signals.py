import math

import numpy as np
import pytest

from yokame.priors import PassRate, read_priors
from yokame.stats import (
    LogOddsShift,
    beta_nodes,
    beta_quantiles,
    fit_ess,
    mean_shifted,
    normal_quantiles,
    shifted,
)

SHIFT = LogOddsShift(
    capped_mean=0.5, capped_sd=0.3, cap_low=-0.9, cap_high=0.9, whole_mean=2.0, whole_sd=0.1
)


def test_the_cap_holds_the_one_part_and_leaves_the_other_whole() -> None:
    draws = SHIFT.draws(np.array([-9.0, 0.0, 9.0]), np.array([0.0, 0.0, 1.0]))

    np.testing.assert_allclose(draws, [-0.9 + 2, 0.5 + 2, 0.9 + 2.1])


def test_a_shift_of_the_log_odds_multiplies_the_odds() -> None:
    odds = shifted(np.array([0.5, 0.2]), np.log([3.0, 4.0]))

    np.testing.assert_allclose(odds, [0.75, 0.5])


SHIFTS = [
    LogOddsShift(mean, sd, math.log(0.4), math.log(2.5), whole_mean, whole_sd)
    for mean in (-3.0, 0.0, 0.7)
    for sd in (0.0, 0.1, 0.6)
    for whole_mean, whole_sd in ((0.0, 0.0), (-3.9, 0.8), (6.6, 1.3))
]


@pytest.mark.parametrize("rate", read_priors().pass_rate.values(), ids=lambda r: r.origin.name)
def test_the_mean_under_uncertain_signals_is_that_of_a_fine_grid(rate: PassRate) -> None:
    ess = fit_ess(mean=rate.mean, low=rate.low, high=rate.high)
    nodes = beta_nodes(mean=rate.mean, ess=ess)
    middles = (np.arange(100) + 0.5) / 100
    pass_prob = beta_quantiles(middles, mean=rate.mean, ess=ess)
    capped_z, whole_z = normal_quantiles(middles)[:, None], normal_quantiles(middles)

    for shift in SHIFTS:
        grid = shifted(pass_prob[:, None, None], shift.draws(capped_z, whole_z)).mean()
        # A tenth of a percentage point, which the grid's own cells hardly reach.
        assert abs(mean_shifted(*nodes, shift) - grid) < 1e-3


def test_the_mean_under_uncertain_signals_is_what_many_draws_give() -> None:
    rng = np.random.default_rng(8)
    capped_z, whole_z = rng.standard_normal((2, 1_000_000))
    shift = SHIFT.draws(capped_z, whole_z)

    drawn = shifted(rng.beta(2, 3, shift.size), shift)

    # 4 standard errors of a mean of so many draws
    error = 4 * drawn.std() / drawn.size**0.5
    assert abs(mean_shifted(*beta_nodes(mean=0.4, ess=5), SHIFT) - drawn.mean()) < error


@pytest.mark.parametrize("shift", SHIFTS, ids=str)
def test_the_weights_of_each_part_of_a_shift_sum_to_one(shift: LogOddsShift) -> None:
    for _nodes, weights in (shift.capped_nodes, shift.whole_nodes):
        assert weights.sum() == pytest.approx(1, abs=1e-12)
