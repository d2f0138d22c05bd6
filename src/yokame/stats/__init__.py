"""Numbers in, numbers out: the mathematics of waiting, in NumPy alone."""

from yokame.stats.absorbing import absorbed
from yokame.stats.beta import beta_nodes, beta_quantiles, fit_ess
from yokame.stats.curve import DelayCurves
from yokame.stats.lattice import lattice
from yokame.stats.levels import BoolArray, IntArray, Level
from yokame.stats.local_level import Drift
from yokame.stats.normal import FloatArray, normal_quantiles
from yokame.stats.pooled_odds import PooledOdds, fit_pooled_odds
from yokame.stats.ridge_odds import fit_ridge_odds
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
from yokame.stats.time_to_word import STILL_WAITING, WaitingCurve, waiting_curve
from yokame.stats.timings import Timings, learned

__all__ = [
    "STILL_WAITING",
    "BoolArray",
    "DelayCurves",
    "Drift",
    "FloatArray",
    "IntArray",
    "Joint",
    "Level",
    "LogOddsShift",
    "PooledOdds",
    "Timings",
    "WaitingCurve",
    "absorbed",
    "beta_nodes",
    "beta_quantiles",
    "brier",
    "brier_parts",
    "calibration_error",
    "coverage",
    "fit_ess",
    "fit_pooled_odds",
    "fit_ridge_odds",
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
