"""Odds of an event in many small groups at once, each shrunk as far as the data say."""

from collections.abc import Mapping, Sequence

import numpy as np

from yokame.stats.choice import Choice, Marginal, Usual, as_drift
from yokame.stats.fitted_odds import DriftingEffects, PooledOdds, Strength
from yokame.stats.levels import Level, LevelSums
from yokame.stats.local_level import Drifted, drifting_effects
from yokame.stats.normal import FloatArray
from yokame.stats.spread import Spread
from yokame.stats.upward import (
    LEAST_INFORMATION,
    coarse_to_fine,
    overlaps_by_row,
    spread_of,
    upward,
)

__all__ = ["DriftingEffects", "PooledOdds", "Strength", "Usual", "fit_pooled_odds"]

# The base moves by no more at a time, and so often before the first sweep, in log-odds.
_MOST_STEP, _SETTLING = 1.0, 8
_MOST_EFFECT_STEP = 3.0


def fit_pooled_odds(
    events: FloatArray,
    at_risk: FloatArray,
    levels: Sequence[Level],
    *,
    offset: FloatArray | None = None,
    known: FloatArray | None = None,
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
    greatest likelihood of the z; where levels have usual ones they are of greatest posterior, each
    level's with all others integrated out. With strengths given and every level free in its
    columns, a column's fit depends on that column alone.

    Parameters
    ----------
    events, at_risk : (n_cells, n_columns)
        How many had the event, of how many.
    offset : (n_cells, n_columns)
        Log-odds known beforehand: the fit says how far the data move away from them.
    known : (n_cells, n_columns)
        Of those at risk, the part whose event or its absence was seen, from 0 to 1; the others were
        filled in with what is expected of them, and make nothing surer (Louis 1982, Finding the
        observed information matrix when using the EM algorithm, Journal of the Royal Statistical
        Society B 44(2), 226-233). All, if None.
    base_sd
        Sd of the base about 0, scalar or (n_columns,); nearly flat if None.
    usual
        For levels by name the strength expected before data, and how many groups that is worth.
    spread
        Whether to find the variances too.

    Source
    ------
    Breslow and Clayton (1993), Approximate inference in generalized linear mixed models, Journal
    of the American Statistical Association 88(421), 9-25.
    """
    fitting = _Fitting(events, at_risk, levels, dict(strengths or {}), usual or {})
    fitting.start(offset, known, base_sd)
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
        self.room = tuple(np.empty(events.shape) for _ in range(3))
        self.sums = [LevelSums(level) for level in levels]
        self.effects = [
            np.zeros((s.n_rows, level.n_blocks)) for s, level in zip(self.sums, levels, strict=True)
        ]
        self.drifted: dict[str, Drifted] = {}
        self.choice = Choice(given, usual)
        self.order = coarse_to_fine(self.sums)
        in_order = [self.sums[place] for place in self.order]
        self.marginal = Marginal(in_order, self.choice, at_risk) if usual else None

    def start(
        self,
        offset: FloatArray | None,
        known: FloatArray | None,
        base_sd: float | FloatArray | None,
    ) -> None:
        """Begin at what is known beforehand, or at the share of all."""
        self.known = known
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
        if self.marginal is not None:
            drifts = choose_drift or not choose
            effects = [self.effects[place] for place in self.order]
            self.marginal.choose(effects, *self._seen(), self.base_precision, drifts=drifts)
            choose = choose_drift = False
        for index, (level, sums) in enumerate(zip(self.levels, self.sums, strict=True)):
            score, information = self._score()
            known = np.maximum(sums(information), LEAST_INFORMATION)
            z = self.effects[index] + sums(score) / known
            if level.period is None:
                strength = self.choice.sd(level, z, 1 / known, anew=choose)
                new = z * (strength**2 / (strength**2 + 1 / known))
            else:
                z, var = sums.by_series(z), sums.by_series(1 / known)
                drift = self.choice.drift(level, z, var, anew=choose_drift)
                found = self.drifted[level.name] = drifting_effects(z, var, drift)
                new = sums.by_row(found.effects)
            new[sums.outside] = 0.0
            # where nearly all or none had the event, a whole step would lead far beyond the mark
            step = np.clip(new - self.effects[index], -_MOST_EFFECT_STEP, _MOST_EFFECT_STEP)
            self.log_odds += sums.spread_out(step)
            self.effects[index] += step

    def _move_base(self) -> None:
        score, information = self._score()
        precision = self.base_precision
        slope = score.sum(axis=0) - precision * self.base
        step = slope / (information.sum(axis=0) + np.where(precision > 0, precision, 1.0))
        step = np.clip(step, -_MOST_STEP, _MOST_STEP)
        self.base, self.log_odds = self.base + step, self.log_odds + step

    def _seen(self) -> tuple[FloatArray, FloatArray]:
        """The same of what was seen alone: it says how strong and how sure effects are."""
        score, information = self._score()
        if self.known is not None:
            np.multiply(information, self.known, out=information)
        return score, information

    def _score(self) -> tuple[FloatArray, FloatArray]:
        """Slope and curvature of the log-likelihood at each cell, valid until the next call.

        Computed in place: large arrays cost as much to get from the system as to fill.
        """
        prob, score, information = self.room
        np.exp(np.negative(self.log_odds, out=prob), out=prob)
        np.reciprocal(np.add(prob, 1, out=prob), out=prob)
        expected = np.multiply(self.at_risk, prob, out=score)
        np.subtract(expected, np.multiply(expected, prob, out=information), out=information)
        return np.subtract(self.events, expected, out=score), information

    def result(self, *, spread: bool) -> PooledOdds:
        """What is needed to answer, and to fit other columns."""
        effects, drifts, strengths = {}, {}, self.choice.strengths
        for index, level in enumerate(self.levels):
            if not level.lasting:
                continue
            if level.period is None:
                effects[level.name] = self.effects[index][:, level.block]
            else:
                found, drift = self.drifted[level.name], as_drift(strengths[level.name])
                last, last_var = level.by_column(found.level), level.by_column(found.level_var)
                drifts[level.name] = DriftingEffects(last, last_var, drift)
        known = self._spread() if spread else None
        return PooledOdds(self.base, effects, drifts, strengths, known)

    def _spread(self) -> Spread:
        score, information = self._seen()
        strengths, sums = self.choice.strengths, [self.sums[place] for place in self.order]
        seen, known = upward(
            *(sums, [self.effects[place] for place in self.order], score, information),
            overlap=overlaps_by_row(sums, information),
            chosen=lambda add, *_: strengths[add.level.name],
        )
        base_var = 1 / np.maximum(self.base_precision + known, LEAST_INFORMATION)
        return spread_of(sums, seen, strengths, base_var, information)
