"""What the timing of waits that ended tells about the delay curves."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from yokame.stats.curve import DelayCurves
from yokame.stats.normal import FloatArray

_TINY = 1e-300


@dataclass(frozen=True, eq=False)
class Timings:
    """Waits that ended, each array (n,).

    `time`: T, business days, above 0. `row`: 0 of a pass, 1 of a fail. `weight`: how many waits
    it counts for, 0 or more.
    """

    time: FloatArray
    row: NDArray[np.intp]
    weight: FloatArray


def learned(curves: DelayCurves, timings: Timings) -> DelayCurves:
    """The curves once these waits are known: their medians moved, and less uncertain.

    With x_r the spread of row r, the ln medians of its uncertain components are mu_rk + x_r u, u
    standard normal in two dimensions. A wait of weight w belongs to component k with chance p_k
    (Bayes' rule at the curves as they were), so that one that the tail explains moves nothing. Then
    u is normal again:
    precision I + sum w p_k x_r x_r' / sigma_rk**2,
    precision @ mean = sum w p_k x_r (ln T - mu_rk) / sigma_rk**2.
    With one component and no gap this is the conjugate rule: the prior's ess, and n more.

    Source
    ------
    One step of expectation-maximisation: Dempster, Laird and Rubin (1977), Maximum likelihood from
    incomplete data via the EM algorithm, Journal of the Royal Statistical Society B 39(1), 1-38.
    """
    drawn = slice(curves.n_drawn)
    sigma = curves.sigma[timings.row, drawn]
    residual = np.log(timings.time)[:, None] - curves.ln_median[timings.row, drawn]
    weight = timings.weight[:, None] * _belongs(curves, timings)[:, drawn] / sigma**2
    moved_by = curves.spread[timings.row]
    precision = np.eye(2) + np.einsum("n,ni,nj->ij", weight.sum(axis=1), moved_by, moved_by)
    pull = np.einsum("n,ni->i", (weight * residual).sum(axis=1), moved_by)
    shift = curves.spread @ np.linalg.solve(precision, pull)
    ln_median = curves.ln_median.copy()
    ln_median[:, drawn] += shift[:, None]
    half = np.linalg.cholesky(np.linalg.inv(precision))
    return replace(curves, ln_median=ln_median, spread=curves.spread @ half)


def _belongs(curves: DelayCurves, timings: Timings) -> FloatArray:
    """The chance of each component to be the one that a wait came from: (n, n_components)."""
    sigma = curves.widened_sigma[timings.row]
    z = (np.log(timings.time)[:, None] - curves.ln_median[timings.row]) / sigma
    ln_density = np.log(np.maximum(curves.weight[timings.row], _TINY)) - np.log(sigma) - z**2 / 2
    density = np.exp(ln_density - ln_density.max(axis=1, keepdims=True))
    shares: FloatArray = density / density.sum(axis=1, keepdims=True)
    return shares
