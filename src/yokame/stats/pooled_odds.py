"""Odds of an event in many small groups at once, each shrunk as far as the data say."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from yokame.stats.levels import IntArray, Level, LevelSums
from yokame.stats.local_level import Drift, Drifted, drifting_effects, fit_drift
from yokame.stats.normal import FloatArray

# Sd of the effects of a level on the log-odds scale: the strengths to choose among.
STRENGTHS = np.array(
    [0.0, 0.03, 0.06, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.6, 0.75, 0.9, 1.1, 1.4, 1.8, 2.5]
)
_LEAST_INFORMATION = 1e-6


Strength = float | Drift


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
        at = np.maximum(group, 0)
        mean, var = self.drift.ahead(self.level[at, column], self.level_var[at, column], horizon)
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
    found: FloatArray = np.where(group >= 0, effects[np.maximum(group, 0), column], 0.0)
    return found


def fit_pooled_odds(
    events: FloatArray,
    at_risk: FloatArray,
    levels: Sequence[Level],
    *,
    strengths: dict[str, Strength] | None = None,
    sweeps: int = 5,
) -> PooledOdds:
    """Fit all levels together, by sweeps of closed-form updates.

    For one level, the others held, each group has a working observation z = u + score /
    information with variance 1 / information, and u ~ N(0, strength**2), so its posterior mean
    is z strength**2 / (strength**2 + 1 / information). Strengths that are not given are those of
    greatest likelihood of the z. With strengths given and every level free in its columns, a
    column's fit depends on that column alone.

    Parameters
    ----------
    events, at_risk : (n_cells, n_columns)
        How many had the event, of how many.

    Source
    ------
    Breslow and Clayton (1993), Approximate inference in generalized linear mixed models, Journal
    of the American Statistical Association 88(421), 9-25.
    """
    fitting = _Fitting(events, at_risk, levels, dict(strengths or {}))
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
    ) -> None:
        self.events, self.at_risk, self.levels, self.given = events, at_risk, levels, given
        totals, passed = at_risk.sum(axis=0), events.sum(axis=0)
        self.base = np.log((passed + 0.5) / (totals - passed + 0.5))
        self.log_odds = np.tile(self.base, (events.shape[0], 1))
        self.sums = [LevelSums(level) for level in levels]
        self.effects = [
            np.zeros((s.n_rows, level.n_blocks)) for s, level in zip(self.sums, levels, strict=True)
        ]
        self.drifted: dict[str, Drifted] = {}
        self.strengths = dict(given)

    def sweep(self, *, choose: bool, choose_drift: bool) -> None:
        """Update the base and then every level once."""
        score, information = self._score()
        step = score.sum(axis=0) / (information.sum(axis=0) + 1)
        self.base, self.log_odds = self.base + step, self.log_odds + step
        for index, level in enumerate(self.levels):
            score, information = self._score()
            sums = self.sums[index]
            known = np.maximum(sums(information), _LEAST_INFORMATION)
            z = self.effects[index] + sums(score) / known
            if level.period is None:
                new = self._still(level, z, 1 / known, choose)
            else:
                new = self._drifting(level, z, 1 / known, sums.n_periods, choose_drift)
            change = (new - self.effects[index])[:, level.block]
            self.log_odds += change[sums.row]
            self.effects[index] = new

    def _score(self) -> tuple[FloatArray, FloatArray]:
        prob = 1 / (1 + np.exp(-self.log_odds))
        expected = self.at_risk * prob
        return self.events - expected, expected * (1 - prob)

    def _still(self, level: Level, z: FloatArray, var: FloatArray, choose: bool) -> FloatArray:
        if level.name not in self.given:
            before = self.strengths.get(level.name)
            if choose or before is None:
                self.strengths[level.name] = _best_strength(z, var, before)
        strength = self.strengths[level.name]
        assert isinstance(strength, float)
        return z * (strength**2 / (strength**2 + var))

    def _drifting(
        self, level: Level, z: FloatArray, var: FloatArray, n_periods: int, choose: bool
    ) -> FloatArray:
        def by_series(values: FloatArray) -> FloatArray:
            shaped = values.reshape(level.n_groups, n_periods, level.n_blocks)
            return shaped.transpose(0, 2, 1).reshape(-1, n_periods)

        if level.name not in self.given and (choose or level.name not in self.strengths):
            self.strengths[level.name] = fit_drift(by_series(z), by_series(var))
        drift = self.strengths[level.name]
        assert isinstance(drift, Drift)
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
        found, drift = self.drifted[level.name], self.strengths[level.name]
        assert isinstance(drift, Drift)
        shape = (level.n_groups, level.n_blocks)
        return DriftingEffects(
            found.level.reshape(shape)[:, level.block],
            found.level_var.reshape(shape)[:, level.block],
            drift,
        )


def _best_strength(z: FloatArray, var: FloatArray, before: Strength | None) -> float:
    """The strength of greatest likelihood of z ~ N(0, strength**2 + var), on the grid.

    From the second time on only the neighbours of the last choice are tried.
    """
    squares, var = (z * z).ravel(), var.ravel()

    def misfit(index: int) -> float:
        total = STRENGTHS[index] ** 2 + var
        return float((squares / total + np.log(total)).sum())

    if before is None:
        tried = range(STRENGTHS.size)
    else:
        at = int(np.argmin(np.abs(STRENGTHS - before)))
        tried = range(max(at - 1, 0), min(at + 2, STRENGTHS.size))
    return float(STRENGTHS[min(tried, key=misfit)])
