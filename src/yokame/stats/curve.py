"""Delay curves: mixtures of lognormals whose medians are themselves uncertain."""

from dataclasses import dataclass

import numpy as np

from yokame.stats.normal import FloatArray, survivor


@dataclass(frozen=True)
class DelayCurve:
    """When word comes, given that it comes: T is lognormal, a mixture of components.

    Parameters
    ----------
    weight, ln_median, sigma : (n_components,)
        Share, median (ln business days) and sd of ln T of each. Shares sum to 1.
    is_drawn : (n_components,)
        1.0 where the median is uncertain, 0.0 where it is taken as known (tails).
    shift_sd
        Standard deviation of the uncertain ln median, the same for every drawn component.
    """

    weight: FloatArray
    ln_median: FloatArray
    sigma: FloatArray
    is_drawn: FloatArray
    shift_sd: float

    def mean_survivor(self, times: FloatArray) -> FloatArray:
        """E[P(T > t)] over the uncertain medians, for business days `times`, shape (n,).

        A normal shift of ln median with sd d widens a lognormal from sigma to
        sqrt(sigma**2 + d**2) and changes nothing else, so the mean over all draws is exact.
        """
        widened = np.sqrt(self.sigma**2 + self.is_drawn * self.shift_sd**2)
        z = (_ln(times)[:, None] - self.ln_median) / widened
        return survivor(z) @ self.weight

    def drawn_survivor(self, time: float, shifts: FloatArray) -> FloatArray:
        """P(T > time) under each drawn shift of ln median, shape (n_draws,)."""
        ln_time = _ln(np.array([time]))
        z = (ln_time - self.ln_median[:, None] - self.is_drawn[:, None] * shifts) / (
            self.sigma[:, None]
        )
        return self.weight @ survivor(z)


def mixture(curves: list[tuple[float, DelayCurve]]) -> DelayCurve:
    """One curve out of several, each with its share; all have the first one's `shift_sd`."""
    return DelayCurve(
        weight=np.concatenate([share * curve.weight for share, curve in curves]),
        ln_median=np.concatenate([curve.ln_median for _, curve in curves]),
        sigma=np.concatenate([curve.sigma for _, curve in curves]),
        is_drawn=np.concatenate([curve.is_drawn for _, curve in curves]),
        shift_sd=curves[0][1].shift_sd,
    )


def _ln(times: FloatArray) -> FloatArray:
    """ln t, with ln 0 as a number so low that every survivor is 1 there."""
    return np.log(np.maximum(times, 1e-300))
