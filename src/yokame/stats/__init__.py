"""Numbers in, numbers out: the mathematics of waiting, in NumPy alone."""

from yokame.stats.beta import beta_nodes, beta_quantiles, fit_ess
from yokame.stats.curve import DelayCurves
from yokame.stats.lattice import lattice
from yokame.stats.normal import FloatArray, normal_quantiles
from yokame.stats.signals import LogOddsShift, mean_shifted, shifted
from yokame.stats.silence import Joint, still_silent, weighted_quantiles
from yokame.stats.timings import Timings, learned

__all__ = [
    "DelayCurves",
    "FloatArray",
    "Joint",
    "LogOddsShift",
    "Timings",
    "beta_nodes",
    "beta_quantiles",
    "fit_ess",
    "lattice",
    "learned",
    "mean_shifted",
    "normal_quantiles",
    "shifted",
    "still_silent",
    "weighted_quantiles",
]
