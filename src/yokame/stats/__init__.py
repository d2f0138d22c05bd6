"""Numbers in, numbers out: the mathematics of waiting, in NumPy alone."""

from yokame.stats.beta import beta_nodes, beta_quantiles, fit_ess
from yokame.stats.curve import DelayCurves
from yokame.stats.lattice import lattice
from yokame.stats.normal import FloatArray, normal_quantiles
from yokame.stats.scores import (
    brier,
    brier_parts,
    calibration_error,
    coverage,
    log_loss,
    once_each,
    pinball,
    reliability,
    share_interval,
    weighted_mean,
)
from yokame.stats.signals import LogOddsShift, mean_shifted, shifted
from yokame.stats.silence import Joint, still_silent, weighted_quantiles
from yokame.stats.time_to_word import STILL_WAITING, IntArray, WaitingCurve, waiting_curve
from yokame.stats.timings import Timings, learned

__all__ = [
    "STILL_WAITING",
    "DelayCurves",
    "FloatArray",
    "IntArray",
    "Joint",
    "LogOddsShift",
    "Timings",
    "WaitingCurve",
    "beta_nodes",
    "beta_quantiles",
    "brier",
    "brier_parts",
    "calibration_error",
    "coverage",
    "fit_ess",
    "lattice",
    "learned",
    "log_loss",
    "mean_shifted",
    "normal_quantiles",
    "once_each",
    "pinball",
    "reliability",
    "share_interval",
    "shifted",
    "still_silent",
    "waiting_curve",
    "weighted_mean",
    "weighted_quantiles",
]
