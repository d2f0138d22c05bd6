"""A fit of pooled odds: what it answers, and how far its answers may be off."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from yokame.stats.levels import IntArray
from yokame.stats.local_level import Drift
from yokame.stats.normal import FloatArray
from yokame.stats.spread import Spread, looked_up

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
        level = looked_up(self.level, group, column, 0.0)
        level_var = looked_up(self.level_var, group, column, 0.0)
        mean, var = self.drift.ahead(level, level_var, horizon)
        return np.where(group >= 0, mean, 0.0), np.where(group >= 0, var, 0.0)

    @property
    def moves(self) -> bool:
        """Whether any effect, or what may become of it, is not 0."""
        drift = self.drift
        return bool(self.level.any() or self.level_var.any() or drift.step_sd or drift.shock_sd)

    def only(self, columns: slice) -> "DriftingEffects":
        """Some of the columns."""
        return DriftingEffects(self.level[:, columns], self.level_var[:, columns], self.drift)


@dataclass(frozen=True, eq=False)
class PooledOdds:
    """A fit: log-odds = base of the column + the effects of the groups a cell lies in.

    `base` (n_columns,); `effects` for each lasting level (n_groups, n_columns) and `drifts` for
    each drifting one, to answer new questions with; `strengths` for every level, to fit other
    columns with; `spread` says how far all this may be off, if the fit was asked for it.
    """

    base: FloatArray
    effects: dict[str, FloatArray]
    drifts: dict[str, DriftingEffects]
    strengths: dict[str, Strength] = field(default_factory=dict)
    spread: Spread | None = None

    def log_odds(
        self, groups: dict[str, IntArray], column: IntArray, horizon: FloatArray
    ) -> tuple[FloatArray, FloatArray]:
        """Log-odds and the variance that drift adds by the horizon, each (n,).

        A group of -1 is unknown and has no effect. `group` (n,) with `column` (n,), or (n, 1)
        with (n_columns,) for all columns at once.
        """
        var = np.zeros(np.broadcast(horizon, column).shape)
        total = self.base[column] + var
        for name, effects in self.effects.items():
            total = total + looked_up(effects, groups[name], column, 0.0)
        for name, drifting in self.drifts.items():
            mean, added = drifting.ahead(groups[name], column, horizon)
            total, var = total + mean, var + added
        return total, var

    def variance(
        self,
        groups: dict[str, IntArray],
        column: IntArray,
        horizon: FloatArray,
        *,
        new: Sequence[str] = (),
    ) -> FloatArray:
        """Posterior variance of the log-odds of questions, all that is unknown together, (n,).

        Questions as for `log_odds`; an unknown group counts with the variance of its level. `new`:
        levels that do not last but have a group, not yet seen, in every question: the noise of a
        season to come.

        Raises
        ------
        ValueError
            If the fit was not asked for its spread.
        """
        if self.spread is None:
            raise ValueError("This fit was made without its spread: fit with spread=True.")
        strengths = [self.strengths[name] for name in new]
        noise = sum(sd * sd for sd in strengths if not isinstance(sd, Drift))
        return self.spread.variance(groups, column, horizon) + noise

    def without_idle(self) -> "PooledOdds":
        """The same without levels that move nothing: most are found to be of no strength."""
        effects = {name: effects for name, effects in self.effects.items() if effects.any()}
        drifts = {name: drifting for name, drifting in self.drifts.items() if drifting.moves}
        return replace(self, effects=effects, drifts=drifts)

    def only(self, column: int) -> "PooledOdds":
        """The fit of one column."""
        one = slice(column, column + 1)
        return PooledOdds(
            self.base[one],
            {name: effects[:, one].copy() for name, effects in self.effects.items()},
            {name: drifting.only(one) for name, drifting in self.drifts.items()},
            self.strengths,
            None if self.spread is None else self.spread.only(one),
        )
