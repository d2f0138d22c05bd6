"""Delay curves: mixtures of lognormals whose medians are themselves uncertain."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Self

import numpy as np

from yokame.stats.normal import FloatArray, survivor


@dataclass(frozen=True, eq=False)
class DelayCurves:
    """When word comes, given that it comes: to a pass (row 0) and to a fail (row 1).

    T is a mixture of lognormals. The medians of the first components are uncertain: ln median
    is drawn as ln median + z * ln_median_sd, one z for both rows, and g * gap_sd moves the rows
    apart (z, g standard normal). The other components, the tails, are taken as known.

    Parameters
    ----------
    weight, ln_median, sigma : (2, n_components)
        Share, ln of the median in business days, and sd of ln T. Each row of shares sums to 1.
    n_drawn
        How many of the components, from the first on, have an uncertain median.
    ln_median_sd : (2,)
        Sd of the uncertain ln median, no unit.
    gap_sd
        Sd of ln (median of fails / median of passes) around its mean, no unit.
    """

    weight: FloatArray
    ln_median: FloatArray
    sigma: FloatArray
    n_drawn: int
    ln_median_sd: FloatArray
    gap_sd: float

    @classmethod
    def mix(cls, parts: Sequence[tuple[float, Self]]) -> Self:
        """One mixture out of several, each with its share; they are equally uncertain."""
        first = parts[0][1]

        def join(rows: list[FloatArray]) -> FloatArray:
            drawn = [row[:, : first.n_drawn] for row in rows]
            return np.hstack(drawn + [row[:, first.n_drawn :] for row in rows])

        return cls(
            weight=join([share * part.weight for share, part in parts]),
            ln_median=join([part.ln_median for _, part in parts]),
            sigma=join([part.sigma for _, part in parts]),
            n_drawn=first.n_drawn * len(parts),
            ln_median_sd=first.ln_median_sd,
            gap_sd=first.gap_sd,
        )

    @cached_property
    def _widened_sigma(self) -> FloatArray:
        """Sd of ln T with the uncertainty of the median in it.

        A normal shift of ln median with sd d widens a lognormal from sigma to
        sqrt(sigma**2 + d**2) and changes nothing else.
        """
        widened = self.sigma.copy()
        shift_variance = self.ln_median_sd**2 + (self.gap_sd / 2) ** 2
        drawn = widened[:, : self.n_drawn]
        drawn[:] = np.sqrt(drawn**2 + shift_variance[:, None])
        return widened

    def mean_survivors(self, times: FloatArray) -> FloatArray:
        """E[P(T > t)] over the uncertain medians, exactly: shape (2, n_times)."""
        z = (_ln(times)[:, None, None] - self.ln_median) / self._widened_sigma
        means: FloatArray = (survivor(z) * self.weight).sum(axis=2).T
        return means

    def drawn_survivors(self, time: float, median_z: FloatArray, gap_z: FloatArray) -> FloatArray:
        """P(T > time) under each draw of the medians: shape (2, n_draws)."""
        ln_time, n_drawn = float(_ln(np.array(time))), self.n_drawn
        half_gap = gap_z * (self.gap_sd / 2)
        shifts = self.ln_median_sd[:, None] * median_z + np.stack([-half_gap, half_gap])
        z = (ln_time - self.ln_median) / self.sigma
        drawn_z = z[:, :n_drawn, None] - shifts[:, None, :] / self.sigma[:, :n_drawn, None]
        drawn = (survivor(drawn_z) * self.weight[:, :n_drawn, None]).sum(axis=1)
        known = (survivor(z[:, n_drawn:]) * self.weight[:, n_drawn:]).sum(axis=1)
        survivors: FloatArray = drawn + known[:, None]
        return survivors


def _ln(times: FloatArray) -> FloatArray:
    """ln t, with ln 0 as a number so low that every survivor is 1 there."""
    return np.log(np.maximum(times, 1e-300))
