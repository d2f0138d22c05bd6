"""A level that wanders from period to period, with a shock of its own in each: drift."""

from dataclasses import dataclass

import numpy as np

from yokame.stats.normal import FloatArray
from yokame.stats.strengths import oddness

# Sd of one period's step, and of one period's own shock, on the log-odds scale.
_STEP_SDS = np.array([0.0, 0.02, 0.04, 0.07, 0.1, 0.15, 0.2, 0.3, 0.5, 0.8])
_SHOCK_SDS = np.array([0.0, 0.1, 0.2, 0.3, 0.5])
_KEEPS = (1.0, 0.95, 0.85, 0.6)
_MOST_SERIES = 160


@dataclass(frozen=True)
class Drift:
    """Sd of the step between periods and of the shock of a single period, in log-odds.

    `keep` is the part of the level that the next period inherits.
    """

    step_sd: float
    shock_sd: float
    keep: float = 1.0

    def ahead(
        self, level: FloatArray, var: FloatArray, horizon: FloatArray
    ) -> tuple[FloatArray, FloatArray]:
        """Mean and variance of the effect `horizon` periods (0 or more) after the last level."""
        kept = self.keep**horizon
        grown = (1 - kept * kept) / (1 - self.keep**2) if self.keep < 1 else horizon
        return level * kept, var * kept * kept + self.step_sd**2 * grown + self.shock_sd**2

    def variances(self, n_periods: int) -> FloatArray:
        """Variance of each period's effect before any data, (n_periods,)."""
        start = self.step_sd**2 / (1 - self.keep**2) if self.keep < 1 else 0.0
        _, var = self.ahead(np.zeros(1), np.full(1, start), np.arange(1.0, n_periods + 1))
        return var


@dataclass(frozen=True, eq=False)
class Filtered:
    """What the Kalman filter knows at each period, shape (..., n_periods).

    `ahead` and `ahead_var`: the level before the period's own data; `level` and `level_var`:
    after it; `log_likelihood`: of all data, summed over periods, shape (...).
    """

    ahead: FloatArray
    ahead_var: FloatArray
    level: FloatArray
    level_var: FloatArray
    log_likelihood: FloatArray


def kalman(data: FloatArray, data_var: FloatArray, step_var: FloatArray, keep: float) -> Filtered:
    """Filter data (..., n_periods) with their variances; all arguments broadcast.

    level_t = keep level_(t-1) + step; it starts at 0, or where it would have come to rest.

    Source: Harvey (1989), Forecasting, structural time series models and the Kalman filter,
    section 3.2.
    """
    data, data_var, step = np.broadcast_arrays(data, data_var, step_var)
    ahead, ahead_var, level, level_var = (np.empty_like(data) for _ in range(4))
    mean = np.zeros(data.shape[:-1])
    var = step[..., 0] / (1 - keep**2) if keep < 1 else np.zeros(data.shape[:-1])
    log_likelihood = np.zeros(data.shape[:-1])
    for period in range(data.shape[-1]):
        mean, var = keep * mean, keep**2 * var + step[..., period]
        ahead[..., period], ahead_var[..., period] = mean, var
        total = var + data_var[..., period]
        miss = data[..., period] - mean
        log_likelihood -= 0.5 * (miss * miss / total + np.log(total))
        gain = var / total
        mean, var = mean + gain * miss, var * (1 - gain)
        level[..., period], level_var[..., period] = mean, var
    return Filtered(ahead, ahead_var, level, level_var, log_likelihood)


def smoothing_gain(filtered: Filtered, keep: float) -> FloatArray:
    """How far a level follows what is learned of the next one, (..., n_periods - 1)."""
    next_var, before = filtered.ahead_var[..., 1:], filtered.level_var[..., :-1]
    return np.where(next_var > 0, keep * before / np.maximum(next_var, 1e-300), 0.0)


def smoothed_levels(filtered: Filtered, keep: float) -> FloatArray:
    """The level at each period given all data, past and later (Rauch, Tung, Striebel 1965)."""
    smooth, gain = filtered.level.copy(), smoothing_gain(filtered, keep)
    for period in range(smooth.shape[-1] - 2, -1, -1):
        after = smooth[..., period + 1] - filtered.ahead[..., period + 1]
        smooth[..., period] += gain[..., period] * after
    return smooth


def effect_vars(data_var: FloatArray, drift: Drift) -> FloatArray:
    """Posterior variance of each period's effect, level and shock together, (..., n_periods)."""
    shock_var = drift.shock_sd**2
    step_var = np.array(drift.step_sd**2)
    filtered = kalman(np.zeros(data_var.shape), data_var + shock_var, step_var, drift.keep)
    gain, var = smoothing_gain(filtered, drift.keep), filtered.level_var.copy()
    for period in range(var.shape[-1] - 2, -1, -1):
        after = var[..., period + 1] - filtered.ahead_var[..., period + 1]
        var[..., period] += gain[..., period] ** 2 * after
    left = data_var / (shock_var + data_var)
    return np.asarray(var * left**2 + shock_var * left)


def error_shared_with_last(data_var: FloatArray, drift: Drift) -> FloatArray:
    """Part of the error in the last level that is in each period's effect, (..., n_periods).

    The effect is level and shock together: what the data settle about their sum is in neither's
    error twice.
    """
    shock_var = drift.shock_sd**2
    step_var = np.array(drift.step_sd**2)
    filtered = kalman(np.zeros(data_var.shape), data_var + shock_var, step_var, drift.keep)
    gain = smoothing_gain(filtered, drift.keep)
    since = np.concatenate([gain, np.ones((*gain.shape[:-1], 1))], axis=-1)
    shared = since[..., ::-1].cumprod(axis=-1)[..., ::-1]
    return np.asarray(shared * (data_var / (shock_var + data_var)))


def fit_drift(
    data: FloatArray, data_var: FloatArray, usual: tuple[Drift, float] | None = None
) -> Drift:
    """The drift of greatest likelihood on a grid; data of shape (n_series, n_periods).

    `usual`: the drift expected before data, and how many periods seen that is worth; the drift is
    then of greatest posterior.
    Of very many series those that say most are taken: the grid's cost grows with each.
    """
    if data.shape[0] > _MOST_SERIES:
        says = (1 / data_var).sum(axis=1)
        kept = np.sort(np.argsort(-says, kind="stable")[:_MOST_SERIES])
        data, data_var = data[kept], data_var[kept]
    step = (_STEP_SDS**2)[:, None, None, None]
    shock = (_SHOCK_SDS**2)[:, None, None]
    best, found = -np.inf, Drift(0.0, 0.0)
    for keep in _KEEPS:
        filtered = kalman(data, data_var + shock, step, keep)
        likelihood = filtered.log_likelihood.sum(axis=-1)
        if usual is not None:
            likelihood = likelihood - usual[1] * _unlikeness(usual[0], keep)
        at_step, at_shock = np.unravel_index(int(likelihood.argmax()), likelihood.shape)
        if likelihood[at_step, at_shock] > best:
            best = float(likelihood[at_step, at_shock])
            found = Drift(float(_STEP_SDS[at_step]), float(_SHOCK_SDS[at_shock]), keep)
    return found


def _unlikeness(usual: Drift, keep: float) -> FloatArray:
    """How far the drifts of the grid are from the usual one, (n_steps, n_shocks)."""
    odd = oddness(_STEP_SDS, usual.step_sd)[:, None] + oddness(_SHOCK_SDS, usual.shock_sd)
    return np.asarray(0.5 * odd + abs(keep - usual.keep))


@dataclass(frozen=True, eq=False)
class Drifted:
    """Effects in each period (n_series, n_periods); last level and its variance (n_series,)."""

    effects: FloatArray
    level: FloatArray
    level_var: FloatArray


def drifting_effects(data: FloatArray, data_var: FloatArray, drift: Drift) -> Drifted:
    """Posterior means: an effect is the level of its period plus the period's own shock."""
    shock_var = drift.shock_sd**2
    step_var = np.array(drift.step_sd**2)
    filtered = kalman(data, data_var + shock_var, step_var, drift.keep)
    level = smoothed_levels(filtered, drift.keep)
    shock = (data - level) * (shock_var / (shock_var + data_var))
    return Drifted(level + shock, level[..., -1], filtered.level_var[..., -1])
