"""The beta distribution, in NumPy alone: quantiles, and the one that fits two of them."""

from functools import lru_cache

import numpy as np

from yokame.stats.normal import FloatArray

_GRID_POINTS = 4001
# Beyond this many e-foldings of its tails a beta density holds nothing a float could show.
_E_FOLDINGS = 40.0
# Nodes end where a beta's tails hold less than a ten-millionth.
_NODE_E_FOLDINGS, _NODE_STEP = 16.0, 0.75
_GOLDEN = (5**0.5 - 1) / 2


def beta_quantiles(probs: FloatArray, *, mean: float, ess: float) -> FloatArray:
    """The points of Beta(mean * ess, (1 - mean) * ess) below which `probs` of it lie.

    The density of u = logit x, exp(alpha u) / (1 + exp(u))**ess, falls off exponentially on both
    sides, so the trapezoidal rule over u converges faster than any power of its step.
    """
    alpha, beta = mean * ess, (1 - mean) * ess
    u = np.linspace(-_E_FOLDINGS / alpha, _E_FOLDINGS / beta, _GRID_POINTS)
    if alpha < 1 or beta < 1:
        # One tail is much longer than the other: a middle of its own keeps the peak resolved.
        # Not `np.union1d`, whose first call loads a fifth of NumPy for masks nobody wears here.
        middle = np.linspace(-_E_FOLDINGS, _E_FOLDINGS, _GRID_POINTS)
        u = np.sort(np.concatenate((u, middle)))
    log_density = alpha * u - ess * np.logaddexp(0, u)
    density = np.exp(log_density - log_density.max())
    below = np.concatenate(([0.0], np.cumsum((density[1:] + density[:-1]) / 2 * np.diff(u))))
    points: FloatArray = 1 / (1 + np.exp(-np.interp(probs * below[-1], below, u)))
    return points


def beta_nodes(*, mean: float, ess: float) -> tuple[FloatArray, FloatArray]:
    """Nodes and weights that integrate a smooth function of logit x over a beta.

    The trapezoidal rule over u = logit x: for what is analytic within 3 of the real line, the
    logistic function among it, a step of 3/4 errs by less than exp(-2 pi 3 / 0.75) = 1e-11.
    """
    alpha, beta = mean * ess, (1 - mean) * ess
    u = np.arange(-_NODE_E_FOLDINGS / alpha, _NODE_E_FOLDINGS / beta, _NODE_STEP)
    weights = np.exp(alpha * u - ess * np.logaddexp(0, u))
    return 1 / (1 + np.exp(-u)), weights / weights.sum()


@lru_cache(maxsize=256)
def fit_ess(*, mean: float, low: float, high: float) -> float:
    """The ess of the beta of this mean whose 10 and 90 % points lie nearest `low` and `high`.

    Nearest in least squares; found by golden-section search over ln ess.
    """
    probs, wanted = np.array([0.1, 0.9]), np.array([low, high])

    def miss(log_ess: float) -> float:
        found = beta_quantiles(probs, mean=mean, ess=float(np.exp(log_ess)))
        return float(((found - wanted) ** 2).sum())

    left, right = float(np.log(0.5)), float(np.log(10_000.0))
    while right - left > 1e-4:
        inner_left, inner_right = right - _GOLDEN * (right - left), left + _GOLDEN * (right - left)
        if miss(inner_left) < miss(inner_right):
            right = inner_right
        else:
            left = inner_left
    return float(np.exp((left + right) / 2))
