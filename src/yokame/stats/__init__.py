"""Numbers in, numbers out: the mathematics of waiting, in NumPy alone."""

from yokame.stats.beta import beta_nodes, beta_quantiles, fit_ess
from yokame.stats.curve import DelayCurves
from yokame.stats.lattice import lattice
from yokame.stats.normal import FloatArray, normal_quantiles
from yokame.stats.signals import LogOddsShift, mean_shifted, shifted
from yokame.stats.silence import Joint, still_silent, weighted_quantiles
from yokame.stats.time_to_word import STILL_WAITING, WaitingCurve, waiting_curve
from yokame.stats.timings import Timings, learned

__all__ = [
    "STILL_WAITING",
    "DelayCurves",
    "FloatArray",
    "Joint",
    "LogOddsShift",
    "Timings",
    "WaitingCurve",
    "beta_nodes",
    "beta_quantiles",
    "fit_ess",
    "lattice",
    "learned",
    "mean_shifted",
    "normal_quantiles",
    "shifted",
    "still_silent",
    "waiting_curve",
    "weighted_quantiles",
]
