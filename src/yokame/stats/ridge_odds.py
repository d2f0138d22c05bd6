"""A correction of given log-odds by a few features, drawn towards no correction."""

import numpy as np

from yokame.stats.normal import FloatArray

_MOST_STEPS = 30
_CLOSE_ENOUGH = 1e-8


def fit_ridge_odds(
    features: FloatArray,
    log_odds: FloatArray,
    happened: FloatArray,
    weight: FloatArray,
    *,
    prior_sd: float,
) -> FloatArray:
    """Coefficients b of logit P = log_odds + features @ b, with b ~ N(0, prior_sd**2).

    Newton's method on the penalised log-likelihood, which is concave.

    Parameters
    ----------
    features : (n, n_features)
    log_odds, happened, weight : (n,)
        What is corrected, 0 or 1, and how much each row counts.

    Source
    ------
    le Cessie and van Houwelingen (1992), Ridge estimators in logistic regression, Applied
    Statistics 41(1), 191-201.
    """
    coefficients = np.zeros(features.shape[1])
    penalty = 1 / prior_sd**2
    for _ in range(_MOST_STEPS):
        prob = 1 / (1 + np.exp(-(log_odds + features @ coefficients)))
        slope = features.T @ (weight * (happened - prob)) - penalty * coefficients
        known = weight * prob * (1 - prob)
        curvature = (features * known[:, None]).T @ features
        curvature[np.diag_indices_from(curvature)] += penalty
        step = np.linalg.solve(curvature, slope)
        coefficients += step
        if float(np.abs(step).max()) < _CLOSE_ENOUGH:
            break
    return coefficients
