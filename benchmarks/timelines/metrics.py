"""The scorer's metrics."""

import numpy as np

from yokame.stats.normal import FloatArray

_N_BINS = 10


def log_loss(happened: FloatArray, prob: FloatArray) -> FloatArray:
    """Log-loss of each chance, capped at 1e-4 from certainty, (n,)."""
    prob = np.clip(prob, 1e-4, 1 - 1e-4)
    return -(happened * np.log(prob) + (1 - happened) * np.log(1 - prob))


def calibration_error(happened: FloatArray, prob: FloatArray) -> float:
    """Mean distance of chance and frequency over ten bins of the chance (ECE)."""
    which = np.minimum((prob * _N_BINS).astype(int), _N_BINS - 1)
    gap = np.bincount(which, happened - prob, minlength=_N_BINS)
    return float(np.abs(gap).sum() / prob.size)


def pinball(days: FloatArray, quantiles: FloatArray, shares: FloatArray) -> FloatArray:
    """Mean pinball loss over the quantiles (n, n_shares) of each wait, (n,)."""
    miss = days[:, None] - quantiles
    loss: FloatArray = np.maximum(shares * miss, (shares - 1) * miss).mean(axis=1)
    return loss


def coverage(days: FloatArray, quantiles: FloatArray) -> float:
    """Share of the waits between the first and the last quantile, both included."""
    return float(((days >= quantiles[:, 0]) & (days <= quantiles[:, -1])).mean())
