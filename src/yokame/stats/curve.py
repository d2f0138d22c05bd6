"""Delay curves: mixtures of lognormals whose medians are themselves uncertain."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Self

import numpy as np

from yokame.stats.normal import FloatArray, interval_prob, survivor

_TINY = 1e-300
# Grid points over the drawn shifts: between two the logarithm of a chance bends by less than
# a ten-thousandth.
_N_SHIFTS = 97


@dataclass(frozen=True, eq=False)
class DelayCurves:
    """When word comes, given that it comes: to a pass (row 0) and to a fail (row 1).

    T is a mixture of lognormals. The medians of the first components are uncertain: each row's
    ln medians are drawn as ln median + spread[row] @ (z, g), z and g standard normal and the same
    for both rows. The other components, the tails, are taken as known.

    Parameters
    ----------
    weight, ln_median, sigma : (2, n_components)
        Share, ln of the median in business days, and sd of ln T. Each row of shares sums to 1.
    n_drawn
        How many of the components, from the first on, have an uncertain median.
    spread : (2, 2)
        How far one z and one g move each row's ln medians, no unit.
    """

    weight: FloatArray
    ln_median: FloatArray
    sigma: FloatArray
    n_drawn: int
    spread: FloatArray

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
            spread=first.spread,
        )

    @cached_property
    def widened_sigma(self) -> FloatArray:
        """Sd of ln T with the uncertainty of the median in it.

        A normal shift of ln median with sd d widens a lognormal from sigma to
        sqrt(sigma**2 + d**2) and changes nothing else.
        """
        widened = self.sigma.copy()
        shift_variance = (self.spread**2).sum(axis=1)
        drawn = widened[:, : self.n_drawn]
        drawn[:] = np.sqrt(drawn**2 + shift_variance[:, None])
        return widened

    def mean_survivors(self, times: FloatArray) -> FloatArray:
        """E[P(T > t)] over the uncertain medians, exactly: shape (2, n_times)."""
        z = (_ln(times)[:, None, None] - self.ln_median) / self.widened_sigma
        means: FloatArray = (survivor(z) * self.weight).sum(axis=2).T
        return means

    def mean_step(self, start: float, end: float) -> FloatArray:
        """E[P(start < T <= end)] over the uncertain medians, exactly: shape (2,)."""
        z_from, z_to = ((_ln(t) - self.ln_median) / self.widened_sigma for t in (start, end))
        means: FloatArray = (interval_prob(z_from, z_to) * self.weight).sum(axis=1)
        return means

    def drawn_survivors(self, time: float, median_z: FloatArray, gap_z: FloatArray) -> FloatArray:
        """P(T > time) under each draw of the medians: shape (2, n_draws)."""
        return self._drawn(lambda ln_median: self._survivor(time, ln_median), median_z, gap_z)

    def drawn_steps(
        self, start: float, end: float, median_z: FloatArray, gap_z: FloatArray
    ) -> FloatArray:
        """P(start < T <= end) under each draw of the medians: shape (2, n_draws)."""
        return self._drawn(lambda ln_median: self._step(start, end, ln_median), median_z, gap_z)

    def _survivor(self, time: float, ln_median: FloatArray) -> FloatArray:
        return survivor((_ln(time) - ln_median) / self.sigma[:, None])

    def _step(self, start: float, end: float, ln_median: FloatArray) -> FloatArray:
        z_from, z_to = ((_ln(t) - ln_median) / self.sigma[:, None] for t in (start, end))
        return interval_prob(z_from, z_to)

    def _drawn(
        self,
        prob_of: Callable[[FloatArray], FloatArray],
        median_z: FloatArray,
        gap_z: FloatArray,
    ) -> FloatArray:
        """The mixture of `prob_of` the components' ln medians, under each draw.

        A draw acts through one number a row, the shift of its medians, and the logarithm of the
        result is smooth in it: so it is computed on a grid of shifts and read off in between.
        """
        shifts = self.spread[:, :1] * median_z + self.spread[:, 1:] * gap_z
        lowest, highest = shifts.min(axis=1, keepdims=True), shifts.max(axis=1, keepdims=True)
        step = (highest - lowest) / (_N_SHIFTS - 1) + _TINY
        is_drawn = np.arange(self.weight.shape[1]) < self.n_drawn
        grid = lowest + step * np.arange(_N_SHIFTS)
        probs = prob_of(self.ln_median[:, None] + is_drawn * grid[:, :, None])
        ln_prob = np.log(np.maximum((probs * self.weight[:, None]).sum(axis=2), _TINY))
        return np.exp(_read_off(ln_prob, (shifts - lowest) / step))


def _read_off(rows: FloatArray, places: FloatArray) -> FloatArray:
    """Each row of `rows`, known at 0, 1, 2, ..., at the `places` of that row, by straight lines."""
    left = np.minimum(places.astype(np.intp), rows.shape[1] - 2)
    below = np.take_along_axis(rows, left, axis=1)
    above = np.take_along_axis(rows, left + 1, axis=1)
    found: FloatArray = below + (places - left) * (above - below)
    return found


def _ln(times: FloatArray | float) -> FloatArray:
    """ln t, with ln 0 as a number so low that every survivor is 1 there."""
    return np.log(np.maximum(times, _TINY))
