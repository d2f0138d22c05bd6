"""Odds of an event in many small groups at once, each shrunk as far as the data say."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from yokame.stats.levels import IntArray, Level, LevelSums
from yokame.stats.local_level import Drift, Drifted, drifting_effects, fit_drift
from yokame.stats.normal import FloatArray
from yokame.stats.strengths import best_strength

_LEAST_INFORMATION = 1e-6
# The base moves by no more at a time, and so often before the first sweep, in log-odds.
_MOST_STEP, _SETTLING = 1.0, 8


Strength = float | Drift
# The strength a level is expected to have before data, and how many groups that is worth.
Usual = tuple[Strength, float]


@dataclass(frozen=True, eq=False)
class DriftingEffects:
    """Levels as the last period left them, (n_groups, n_columns), their variance, the drift."""

    level: FloatArray
    level_var: FloatArray
    drift: Drift

    def ahead(
        self, group: IntArray, column: IntArray, horizon: FloatArray
    ) -> tuple[FloatArray, FloatArray]:
        """Mean and variance of the effect `horizon` periods later; an unknown group has both 0."""
        level = member_effects(self.level, group, column)
        level_var = member_effects(self.level_var, group, column)
        mean, var = self.drift.ahead(level, level_var, horizon)
        return np.where(group >= 0, mean, 0.0), np.where(group >= 0, var, 0.0)

    def only(self, columns: slice) -> "DriftingEffects":
        """Some of the columns."""
        return DriftingEffects(self.level[:, columns], self.level_var[:, columns], self.drift)


@dataclass(frozen=True, eq=False)
class PooledOdds:
    """A fit: log-odds = base of the column + the effects of the groups a cell lies in.

    `base` (n_columns,); `effects` for each lasting level (n_groups, n_columns) and `drifts` for
    each drifting one, to answer new questions with; `strengths` for every level, to fit other
    columns with.
    """

    base: FloatArray
    effects: dict[str, FloatArray]
    drifts: dict[str, DriftingEffects]
    strengths: dict[str, Strength] = field(default_factory=dict)

    def log_odds(
        self, groups: dict[str, IntArray], column: IntArray, horizon: FloatArray
    ) -> tuple[FloatArray, FloatArray]:
        """Log-odds and the variance that drift adds by the horizon, each (n,).

        A group of -1 is unknown and has no effect. `group` (n,) with `column` (n,), or (n, 1)
        with (n_columns,) for all columns at once.
        """
        total, var = self.base[column], np.zeros(np.broadcast(horizon, column).shape)
        for name, effects in self.effects.items():
            total = total + member_effects(effects, groups[name], column)
        for name, drifting in self.drifts.items():
            mean, added = drifting.ahead(groups[name], column, horizon)
            total, var = total + mean, var + added
        return total, var

    def only(self, column: int) -> "PooledOdds":
        """The fit of one column."""
        one = slice(column, column + 1)
        return PooledOdds(
            self.base[one],
            {name: effects[:, one].copy() for name, effects in self.effects.items()},
            {name: drifting.only(one) for name, drifting in self.drifts.items()},
            self.strengths,
        )


def member_effects(effects: FloatArray, group: IntArray, column: IntArray) -> FloatArray:
    """Effects (n_groups, n_columns) looked up for questions, 0 where the group is -1."""
    if not len(effects):
        return np.zeros(np.broadcast(group, column).shape)
    found: FloatArray = np.where(group >= 0, effects[np.maximum(group, 0), column], 0.0)
    return found


def fit_pooled_odds(
    events: FloatArray,
    at_risk: FloatArray,
    levels: Sequence[Level],
    *,
    offset: FloatArray | None = None,
    base_sd: float | FloatArray | None = None,
    usual: dict[str, Usual] | None = None,
    strengths: dict[str, Strength] | None = None,
    sweeps: int = 5,
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
    return fitting.result()


class _Fitting:
    """The state of a fit between updates."""

    def __init__(
        self,
        events: FloatArray,
        at_risk: FloatArray,
        levels: Sequence[Level],
        given: dict[str, Strength],
        usual: dict[str, Usual],
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
        def by_series(values: FloatArray) -> FloatArray:
            shaped = values.reshape(level.n_groups, n_periods, level.n_blocks)
            return shaped.transpose(0, 2, 1).reshape(-1, n_periods)

        if level.name not in self.given and (choose or level.name not in self.strengths):
            usual = self.usual.get(level.name)
            expected = None if usual is None else (_drift(usual[0]), usual[1] * level.n_blocks)
            self.strengths[level.name] = fit_drift(by_series(z), by_series(var), expected)
        drift = _drift(self.strengths[level.name])
        found = drifting_effects(by_series(z), by_series(var), drift)
        self.drifted[level.name] = found
        back = found.effects.reshape(level.n_groups, level.n_blocks, n_periods).transpose(0, 2, 1)
        return back.reshape(-1, level.n_blocks)

    def result(self) -> PooledOdds:
        """What is needed to answer, and to fit other columns."""
        effects, drifts = {}, {}
        for index, level in enumerate(self.levels):
            if not level.lasting:
                continue
            if level.period is None:
                effects[level.name] = self.effects[index][:, level.block]
            else:
                drifts[level.name] = self._ahead(level)
        return PooledOdds(self.base, effects, drifts, self.strengths)

    def _ahead(self, level: Level) -> DriftingEffects:
        found, drift = self.drifted[level.name], _drift(self.strengths[level.name])
        shape = (level.n_groups, level.n_blocks)
        return DriftingEffects(
            found.level.reshape(shape)[:, level.block],
            found.level_var.reshape(shape)[:, level.block],
            drift,
        )


def _sd(strength: Strength) -> float:
    assert not isinstance(strength, Drift), "a level without periods has an sd"
    return strength


def _drift(strength: Strength) -> Drift:
    assert isinstance(strength, Drift), "a level with periods has a Drift"
    return strength
