"""A ridge correction of log-odds."""

import numpy as np

from yokame.stats.ridge_odds import fit_ridge_odds


def simulated(n: int = 4000) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Features, given log-odds, and outcomes of a truth that adds 0.5 of the first feature."""
    rng = np.random.default_rng(8)
    features, given = rng.normal(size=(n, 2)), rng.normal(size=n)
    prob = 1 / (1 + np.exp(-(given + 0.5 * features[:, 0])))
    return features, given, (rng.random(n) < prob).astype(float)


def test_a_missing_feature_is_found() -> None:
    features, given, happened = simulated()

    found = fit_ridge_odds(features, given, happened, np.ones(given.size), prior_sd=1.0)

    np.testing.assert_allclose(found, [0.5, 0.0], atol=0.16)  # 4 standard errors


def test_the_slope_of_the_penalised_likelihood_vanishes() -> None:
    features, given, happened = simulated(300)
    weight = np.linspace(0.1, 1.0, 300)

    found = fit_ridge_odds(features, given, happened, weight, prior_sd=0.2)

    prob = 1 / (1 + np.exp(-(given + features @ found)))
    slope = features.T @ (weight * (happened - prob)) - found / 0.2**2
    np.testing.assert_allclose(slope, 0, atol=1e-8)


def test_a_strong_prior_corrects_nothing() -> None:
    features, given, happened = simulated(300)

    found = fit_ridge_odds(features, given, happened, np.ones(300), prior_sd=1e-5)

    np.testing.assert_allclose(found, 0, atol=1e-6)
