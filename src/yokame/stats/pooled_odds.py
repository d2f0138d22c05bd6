"""Odds of an event in many small groups at once, each shrunk as far as the data say."""

from collections.abc import Mapping, Sequence

import numpy as np

from yokame.stats.fitted_odds import DriftingEffects, PooledOdds, Strength
from yokame.stats.levels import Level, LevelSums
from yokame.stats.local_level import (
    Drift,
    Drifted,
    drifting_effects,
    error_shared_with_last,
    fit_drift,
)
from yokame.stats.normal import FloatArray
from yokame.stats.spread import LevelSpread, Spread, overlaps
from yokame.stats.strengths import best_strength

__all__ = ["DriftingEffects", "PooledOdds", "Strength", "Usual", "fit_pooled_odds"]

_LEAST_INFORMATION = 1e-6
# The base moves by no more at a time, and so often before the first sweep, in log-odds.
_MOST_STEP, _SETTLING = 1.0, 8


# The strength a level is expected to have before data, and how many groups that is worth.
Usual = tuple[Strength, float]


def fit_pooled_odds(
    events: FloatArray,
    at_risk: FloatArray,
    levels: Sequence[Level],
    *,
    offset: FloatArray | None = None,
    base_sd: float | FloatArray | None = None,
    usual: Mapping[str, Usual] | None = None,
    strengths: Mapping[str, Strength] | None = None,
    sweeps: int = 5,
    spread: bool = False,
) -> PooledOdds:
    """Fit all levels together, by sweeps of closed-form updates.

    For one level, the others held, each group has a working observation z = u + score /
    information with variance 1 / information, and u ~ N(0, strength**2), so its posterior mean
    is z strength**2 / (strength**2 + 1 / information). Strengths that are not given are those of
    greatest likelihood of the z, or of greatest posterior where a level has a usual one. With
    strengths given and every level free in its columns, a column's fit depends on that column
    alone.

    Parameters
    ----------
    events, at_risk : (n_cells, n_columns)
        How many had the event, of how many.
    offset : (n_cells, n_columns)
        Log-odds known beforehand: the fit says how far the data move away from them.
    base_sd
        Sd of the base about 0, scalar or (n_columns,); nearly flat if None.
    usual
        For levels by name the strength expected before data, and how many groups that is worth.
    spread
        Whether to find the variances too; levels then come from coarse to fine.

    Source
    ------
    Breslow and Clayton (1993), Approximate inference in generalized linear mixed models, Journal
    of the American Statistical Association 88(421), 9-25.
    """
    fitting = _Fitting(events, at_risk, levels, dict(strengths or {}), usual or {})
    fitting.start(offset, base_sd)
    for sweep in range(sweeps):
        # the search for a drift is dear: it is made anew once the levels have settled
        fitting.sweep(choose=sweep > 0, choose_drift=sweep == sweeps - 2)
    return fitting.result(spread=spread)


class _Fitting:
    """The state of a fit between updates."""

    def __init__(
        self,
        events: FloatArray,
        at_risk: FloatArray,
        levels: Sequence[Level],
        given: dict[str, Strength],
        usual: Mapping[str, Usual],
    ) -> None:
        self.events, self.at_risk, self.levels = events, at_risk, levels
        self.given, self.usual = given, usual
        self.sums = [LevelSums(level) for level in levels]
        self.effects = [
            np.zeros((s.n_rows, level.n_blocks)) for s, level in zip(self.sums, levels, strict=True)
        ]
        self.drifted: dict[str, Drifted] = {}
        self.strengths = dict(given)

    def start(self, offset: FloatArray | None, base_sd: float | FloatArray | None) -> None:
        """Begin at what is known beforehand, or at the share of all."""
        totals, passed = self.at_risk.sum(axis=0), self.events.sum(axis=0)
        self.base = np.log((passed + 0.5) / (totals - passed + 0.5))
        self.base_precision = np.zeros(totals.size)
        self.log_odds = np.tile(self.base, (self.events.shape[0], 1))
        if offset is None and base_sd is None:
            return
        self.base = np.zeros(totals.size)
        self.log_odds = np.zeros(self.events.shape) if offset is None else offset.copy()
        if base_sd is not None:
            self.base_precision += 1 / np.square(base_sd)
        for _ in range(_SETTLING):  # what is known beforehand may lie far from the data
            self._move_base()

    def sweep(self, *, choose: bool, choose_drift: bool) -> None:
        """Update the base and then every level once."""
        self._move_base()
        for index, level in enumerate(self.levels):
            score, information = self._score()
            sums = self.sums[index]
            known = np.maximum(sums(information), _LEAST_INFORMATION)
            z = self.effects[index] + sums(score) / known
            if level.period is None:
                new = self._still(level, z, 1 / known, choose)
            else:
                new = self._drifting(level, z, 1 / known, sums.n_periods, choose_drift)
            if level.outside is not None:
                new.reshape(level.n_groups, -1)[level.outside] = 0.0
            change = (new - self.effects[index])[:, level.block]
            self.log_odds += change[sums.row]
            self.effects[index] = new

    def _move_base(self) -> None:
        score, information = self._score()
        precision = self.base_precision
        slope = score.sum(axis=0) - precision * self.base
        step = slope / (information.sum(axis=0) + np.where(precision > 0, precision, 1.0))
        step = np.clip(step, -_MOST_STEP, _MOST_STEP)
        self.base, self.log_odds = self.base + step, self.log_odds + step

    def _score(self) -> tuple[FloatArray, FloatArray]:
        prob = 1 / (1 + np.exp(-self.log_odds))
        expected = self.at_risk * prob
        return self.events - expected, expected * (1 - prob)

    def _still(self, level: Level, z: FloatArray, var: FloatArray, choose: bool) -> FloatArray:
        if level.name not in self.given:
            before, usual = self.strengths.get(level.name), self.usual.get(level.name)
            expected = None if usual is None else (_sd(usual[0]), usual[1])
            if before is None:
                self.strengths[level.name] = best_strength(z, var, None, expected)
            elif choose:
                self.strengths[level.name] = best_strength(z, var, _sd(before), expected)
        strength = _sd(self.strengths[level.name])
        return z * (strength**2 / (strength**2 + var))

    def _drifting(
        self, level: Level, z: FloatArray, var: FloatArray, n_periods: int, choose: bool
    ) -> FloatArray:
        series, series_var = (_by_series(values, level, n_periods) for values in (z, var))
        if level.name not in self.given and (choose or level.name not in self.strengths):
            usual = self.usual.get(level.name)
            expected = None if usual is None else (_drift(usual[0]), usual[1] * level.n_blocks)
            self.strengths[level.name] = fit_drift(series, series_var, expected)
        found = drifting_effects(series, series_var, _drift(self.strengths[level.name]))
        self.drifted[level.name] = found
        return _by_row(found.effects, level)

    def result(self, *, spread: bool) -> PooledOdds:
        """What is needed to answer, and to fit other columns."""
        effects, drifts = {}, {}
        for index, level in enumerate(self.levels):
            if not level.lasting:
                continue
            if level.period is None:
                effects[level.name] = self.effects[index][:, level.block]
            else:
                found, drift = self.drifted[level.name], _drift(self.strengths[level.name])
                last, last_var = _by_block(found.level, level), _by_block(found.level_var, level)
                drifts[level.name] = DriftingEffects(last, last_var, drift)
        known = self._spread() if spread else None
        return PooledOdds(self.base, effects, drifts, self.strengths, known)

    def _spread(self) -> Spread:
        """Credibilities, from fine to coarse: what a level explains tells coarser ones nothing."""
        _, all_information = self._score()
        information, season_var = all_information, 0.0
        found: dict[str, LevelSpread] = {}
        shared: dict[str, FloatArray] = {}
        for level, sums in zip(self.levels[::-1], self.sums[::-1], strict=True):
            known = np.maximum(sums(information), _LEAST_INFORMATION)
            strength = self.strengths[level.name]
            if isinstance(strength, Drift):
                taken, spread = _drift_spread(level, 1 / known, sums.n_periods, strength)
                series_var = _by_series(1 / known, level, sums.n_periods)
                with_last = _by_row(error_shared_with_last(series_var, strength), level)
                shared[level.name] = with_last.mean(axis=1)[sums.row]
            else:
                taken = strength**2 / (strength**2 + 1 / known)
                credibility = taken[:, level.block]
                var = strength**2 * (1 - credibility)
                spread = LevelSpread(credibility, var, strength**2)
                season_var += 0.0 if level.lasting else strength**2
            if level.lasting:
                found[level.name] = spread
            information = information * (1 - taken[:, level.block])[sums.row]
        total = self.base_precision + information.sum(axis=0)
        base_var = 1 / np.maximum(total, _LEAST_INFORMATION)
        lasting = [level for level in self.levels if level.lasting]
        in_order = {level.name: found[level.name] for level in lasting}
        overlap = overlaps(lasting, all_information, shared)
        return Spread(base_var, in_order, overlap, season_var)


def _drift_spread(
    level: Level, var: FloatArray, n_periods: int, drift: Drift
) -> tuple[FloatArray, LevelSpread]:
    """What the effects take of an error in all data, (n_rows, n_blocks), and the spread."""
    series_var = _by_series(var, level, n_periods)
    found = drifting_effects(np.ones(series_var.shape), series_var, drift)
    never = drifting_effects(np.zeros((1, n_periods)), np.full((1, n_periods), np.inf), drift)
    last, last_var = _by_block(found.level, level), _by_block(found.level_var, level)
    spread = LevelSpread(last, last_var, float(never.level_var[0]), drift)
    return _by_row(found.effects, level), spread


def _by_series(rows: FloatArray, level: Level, n_periods: int) -> FloatArray:
    """(n_groups * n_periods, n_blocks) to (n_groups * n_blocks, n_periods)."""
    shaped = rows.reshape(level.n_groups, n_periods, level.n_blocks)
    return shaped.transpose(0, 2, 1).reshape(-1, n_periods)


def _by_row(series: FloatArray, level: Level) -> FloatArray:
    """The way back from `_by_series`."""
    shaped = series.reshape(level.n_groups, level.n_blocks, -1).transpose(0, 2, 1)
    return shaped.reshape(-1, level.n_blocks)


def _by_block(last: FloatArray, level: Level) -> FloatArray:
    """(n_groups * n_blocks,) to (n_groups, n_columns)."""
    return last.reshape(level.n_groups, level.n_blocks)[:, level.block]


def _sd(strength: Strength) -> float:
    assert not isinstance(strength, Drift), "a level without periods has an sd"
    return strength


def _drift(strength: Strength) -> Drift:
    assert isinstance(strength, Drift), "a level with periods has a Drift"
    return strength
