"""What is not known exactly: the parameters' draws, made once for every question."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Self

from yokame.priors import PassRate, Share
from yokame.stats import (
    FloatArray,
    LogOddsShift,
    beta_nodes,
    beta_quantiles,
    fit_ess,
    lattice,
    mean_shifted,
    normal_quantiles,
    shifted,
)


@dataclass(frozen=True, eq=False)
class Draws:
    """Draws of every parameter, each array (n_draws,), the same at every call.

    Each parameter has a dimension of its own, so a signal more leaves the other draws as they
    were. `_z` are standard normal, `_u` uniform.
    """

    pass_prob_u: FloatArray
    silent_if_failed_u: FloatArray
    median_z: FloatArray
    capped_signals_z: FloatArray
    whole_signals_z: FloatArray
    gap_z: FloatArray
    silent_if_passed_u: FloatArray
    contact_z: FloatArray

    @classmethod
    def make(cls) -> Self:
        """Draws from a lattice: as even as points in so many dimensions get."""
        u = lattice().T.copy()
        z = normal_quantiles(u)
        return cls(u[0], u[1], z[2], z[3], z[4], z[5], u[6], z[7])

    @lru_cache(maxsize=1024)  # noqa: B019 - one model lives as long as its process
    def pass_prob(self, rate: PassRate) -> FloatArray:
        """Chances of a pass before any silence: how far employers spread around the mean."""
        ess = fit_ess(mean=rate.mean, low=rate.low, high=rate.high)
        return beta_quantiles(self.pass_prob_u, mean=rate.mean, ess=ess)

    @lru_cache(maxsize=1024)  # noqa: B019
    def silent_if_failed(self, share: Share) -> FloatArray:
        """Shares of fails that are never told."""
        return beta_quantiles(self.silent_if_failed_u, mean=share.mean, ess=share.ess)

    @lru_cache(maxsize=16)  # noqa: B019
    def silent_if_passed(self, share: Share) -> FloatArray:
        """Shares of passes whose word gets lost."""
        return beta_quantiles(self.silent_if_passed_u, mean=share.mean, ess=share.ess)

    def shifted_pass_prob(self, rate: PassRate, shift: LogOddsShift) -> FloatArray:
        """Chances of a pass once signals are heeded, inside each draw."""
        return shifted(
            self.pass_prob(rate), shift.draws(self.capped_signals_z, self.whole_signals_z)
        )

    @lru_cache(maxsize=4096)  # noqa: B019
    def mean_pass_prob(self, rate: PassRate, shift: LogOddsShift) -> float:
        """Mean of `shifted_pass_prob` by quadrature: closer than the draws themselves come."""
        return mean_shifted(*_spread(rate), shift)


@lru_cache(maxsize=256)
def _spread(rate: PassRate) -> tuple[FloatArray, FloatArray]:
    """How far employers spread around the mean, as nodes and weights."""
    return beta_nodes(mean=rate.mean, ess=fit_ess(mean=rate.mean, low=rate.low, high=rate.high))
