import numpy as np
import pytest
from scipy import optimize, stats

from yokame.priors import PassRate, read_priors
from yokame.stats import beta_quantiles, fit_ess

PRIORS = read_priors()
SHARES = {
    share.origin.name + name: (share.mean, share.ess)
    for name, share in [*PRIORS.silent_if_failed.items(), ("pass", PRIORS.silent_if_passed)]
}


@pytest.mark.parametrize(("mean", "ess"), SHARES.values(), ids=SHARES.keys())
def test_quantiles_of_every_prior_agree_with_scipy(mean: float, ess: float) -> None:
    probs = np.array([0.0005, 0.01, 0.1, 0.5, 0.9, 0.99, 0.9995])

    found = beta_quantiles(probs, mean=mean, ess=ess)

    exact = stats.beta.ppf(probs, mean * ess, (1 - mean) * ess)
    # A hundredth of a percentage point: the answer is rounded to whole ones.
    np.testing.assert_allclose(found, exact, atol=1e-4)


@pytest.mark.parametrize("rate", PRIORS.pass_rate.values(), ids=PRIORS.pass_rate.keys())
def test_the_fitted_spread_is_the_least_squares_one_that_scipy_finds(rate: PassRate) -> None:
    mean, wanted = rate.mean, np.array([rate.low, rate.high])

    def miss(ess: float) -> float:
        found = np.asarray(stats.beta.ppf([0.1, 0.9], mean * ess, (1 - mean) * ess))
        return float(((found - wanted) ** 2).sum())

    exact = optimize.minimize_scalar(miss, bounds=(0.5, 1000), method="bounded").x

    # A flat minimum: a tenth of a percent of ess moves no quantile by a hundredth of a point.
    assert fit_ess(mean=mean, low=rate.low, high=rate.high) == pytest.approx(exact, rel=1e-3)


def test_quantiles_rise_with_their_probability() -> None:
    probs = np.linspace(0.001, 0.999, 500)

    assert np.all(np.diff(beta_quantiles(probs, mean=0.008, ess=12)) > 0)
