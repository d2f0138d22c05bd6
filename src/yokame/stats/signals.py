"""What was noticed, as a shift of the log-odds of a pass."""

from dataclasses import dataclass
from functools import cached_property
from statistics import NormalDist

import numpy as np

from yokame.stats.normal import FloatArray

_HERMITE = np.polynomial.hermite_e.hermegauss(10)
_LEGENDRE = np.polynomial.legendre.leggauss(8)


@dataclass(frozen=True)
class LogOddsShift:
    """Sum of ln likelihood ratios: one part kept within a cap, one that counts whole.

    Each part is normal with the given mean and sd before the cap. Many independent ratios add
    up to this: sums of normals are normal.
    """

    capped_mean: float
    capped_sd: float
    cap_low: float
    cap_high: float
    whole_mean: float
    whole_sd: float

    @cached_property
    def capped_nodes(self) -> tuple[FloatArray, FloatArray]:
        """Nodes and weights of the capped part: both caps, and Gauss-Legendre in between.

        In between it is taken over the probability, so that the weights need no density.
        """
        if self.capped_sd == 0:
            return np.clip([self.capped_mean], self.cap_low, self.cap_high), np.ones(1)
        part = NormalDist(self.capped_mean, self.capped_sd)
        below, above = part.cdf(self.cap_low), 1 - part.cdf(self.cap_high)
        inside = 1 - below - above
        nodes, weights = _LEGENDRE
        probs = (below + inside * (nodes + 1) / 2).tolist()
        between = [part.inv_cdf(prob) for prob in probs if 0 < prob < 1]
        if len(between) < nodes.size:  # all of it lies at one cap
            return np.array([self.cap_low, self.cap_high]), np.array([below, 1 - below])
        return (
            np.array([self.cap_low, *between, self.cap_high]),
            np.array([below, *(inside * weights / 2), above]),
        )

    @cached_property
    def whole_nodes(self) -> tuple[FloatArray, FloatArray]:
        """Nodes and weights of the part that counts whole: Gauss-Hermite."""
        if self.whole_sd == 0:
            return np.array([self.whole_mean]), np.ones(1)
        nodes, weights = _HERMITE
        return self.whole_mean + self.whole_sd * nodes, weights / weights.sum()

    def draws(self, capped_z: FloatArray, whole_z: FloatArray) -> FloatArray:
        """The shift under each pair of standard normal draws; they broadcast."""
        capped = np.clip(self.capped_mean + self.capped_sd * capped_z, self.cap_low, self.cap_high)
        return capped + self.whole_mean + self.whole_sd * whole_z


def shifted(pass_prob: FloatArray, shift: FloatArray) -> FloatArray:
    """logit^-1(logit p + shift), elementwise."""
    odds = pass_prob / (1 - pass_prob) * np.exp(shift)
    return odds / (1 + odds)


def mean_shifted(nodes: FloatArray, weights: FloatArray, shift: LogOddsShift) -> float:
    """E[logit^-1(logit p + shift)] over p, given as weighted nodes, and the uncertain shift."""
    capped, capped_weights = shift.capped_nodes
    whole, whole_weights = shift.whole_nodes
    prob = shifted(nodes[:, None, None], capped[:, None] + whole)
    return float(np.einsum("pcw,p,c,w->", prob, weights, capped_weights, whole_weights))
