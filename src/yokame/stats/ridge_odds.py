"""A correction of given log-odds by a few features, drawn towards no correction."""

import numpy as np
from numpy.typing import NDArray

from yokame.stats.normal import FloatArray

_MOST_STEPS = 30
_CHUNK = 8192
_CLOSE_ENOUGH = 1e-7


def fit_ridge_odds(
    features: FloatArray | NDArray[np.float32],
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
    for _ in range(_MOST_STEPS):
        slope = -coefficients / prior_sd**2
        curvature = np.eye(coefficients.size) / prior_sd**2
        # a part of the rows at a time: features may be many, and single precision
        for start in range(0, happened.size, _CHUNK):
            rows = slice(start, start + _CHUNK)
            part = features[rows].astype(np.float64)
            prob = 1 / (1 + np.exp(-(log_odds[rows] + part @ coefficients)))
            slope += part.T @ (weight[rows] * (happened[rows] - prob))
            curvature += (part * (weight[rows] * prob * (1 - prob))[:, None]).T @ part
        step = np.linalg.solve(curvature, slope)
        coefficients += step
        if float(np.abs(step).max()) < _CLOSE_ENOUGH:
            break
    return coefficients
