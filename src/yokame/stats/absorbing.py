"""A report taken up by a fit in closed form: its own groups move at once, the rest at the refit.

The log-odds of a report's cell is a sum of its groups' effects, whose errors hang together as in
`Spread`. What the report says of the sum is shared out among them by their covariances with it:
one step of a Kalman filter with a binomial observation at its mode (West, Harrison and Migon 1985,
Dynamic generalized linear models and Bayesian forecasting, Journal of the American Statistical
Association 80(389), 73-83). How other groups follow, through the coarser ones, is left out.
"""

from dataclasses import dataclass, replace

import numpy as np

from yokame.stats.fitted_odds import PooledOdds
from yokame.stats.levels import IntArray
from yokame.stats.normal import FloatArray
from yokame.stats.spread import LevelSpread, Spread

_NEWTON_STEPS = 6
_LEAST_VAR = 1e-12


def absorbed(
    fit: PooledOdds,
    events: FloatArray,
    at_risk: FloatArray,
    groups: dict[str, IntArray],
    *,
    offset: FloatArray,
    horizon: FloatArray,
) -> PooledOdds:
    """The fit after some reports more; the one given stays as it is.

    Only for fits with a spread whose levels are free in their columns. A group of -1 is not learned
    about.

    Parameters
    ----------
    events, at_risk, offset : (n_reports, n_columns)
        As in `fit_pooled_odds`.
    groups
        Of each report in every level that answers, each (n_reports,).
    horizon : (n_reports,)
        Periods after the last one of the fit.

    Raises
    ------
    ValueError
        If the fit was made without its spread.
    """
    if fit.spread is None:
        raise ValueError("This fit was made without its spread: fit with spread=True.")
    copy = _copied(fit, fit.spread)
    assert copy.spread is not None
    for report in range(events.shape[0]):
        group = {name: int(groups[name][report]) for name in copy.spread.levels}
        _take_up(
            *(copy, copy.spread, group, events[report], at_risk[report]),
            offset=offset[report],
            horizon=horizon[report : report + 1],
        )
    return copy


def _copied(fit: PooledOdds, spread: Spread) -> PooledOdds:
    levels = {
        name: replace(level, credibility=level.credibility.copy(), var=level.var.copy())
        for name, level in spread.levels.items()
    }
    return replace(
        fit,
        base=fit.base.copy(),
        effects={name: effects.copy() for name, effects in fit.effects.items()},
        drifts={name: replace(d, level=d.level.copy()) for name, d in fit.drifts.items()},
        spread=replace(spread, base_var=spread.base_var.copy(), levels=levels),
    )


@dataclass(frozen=True, eq=False)
class _Effect:
    """One effect that a report's log-odds is made of: rows of the fit, (n_columns,), to change.

    `mean` is None for a group that is not known, and where it is not kept.
    """

    mean: FloatArray | None
    credibility: FloatArray
    var: FloatArray
    kept: FloatArray
    added: FloatArray
    level: LevelSpread | None


def _take_up(
    fit: PooledOdds,
    spread: Spread,
    group: dict[str, int],
    events: FloatArray,
    at_risk: FloatArray,
    *,
    offset: FloatArray,
    horizon: FloatArray,
) -> None:
    """Change the rows of one report's groups."""
    parts = _parts(fit, spread, group, horizon)
    with_sum, var = _covariances(parts, spread.overlap)
    columns = np.arange(events.size)
    groups = {name: np.full(1, number) for name, number in group.items()}
    mean = offset + fit.log_odds(groups, columns, horizon)[0]
    mode = _mode(mean, var, events, at_risk)
    for part, shared in zip(parts, with_sum, strict=True):
        if part.mean is not None:
            part.mean[...] += shared * (mode - mean) / var
    prob = 1 / (1 + np.exp(-mode))
    _learn(parts, at_risk * prob * (1 - prob))


def _parts(
    fit: PooledOdds, spread: Spread, group: dict[str, int], horizon: FloatArray
) -> list[_Effect]:
    """The base and the effects of the report's groups, from coarse to fine."""
    one = np.ones(1)
    parts = [_Effect(fit.base, np.zeros(fit.base.size), spread.base_var, one, np.zeros(1), None)]
    for name, level in spread.levels.items():
        number, kept, added = group[name], one, np.zeros(1)
        if level.drift is not None:
            kept, added = level.drift.ahead(one, np.zeros(1), horizon)
        if number < 0:
            unknown = np.full(fit.base.size, level.unknown_var)
            parts.append(_Effect(None, np.zeros(fit.base.size), unknown, kept, added, None))
            continue
        means = fit.drifts[name].level if name in fit.drifts else fit.effects.get(name)
        mean = None if means is None else means[number]
        credibility, var = level.credibility[number], level.var[number]
        parts.append(_Effect(mean, credibility, var, kept, added, level))
    return parts


def _covariances(parts: list[_Effect], overlap: FloatArray) -> tuple[list[FloatArray], FloatArray]:
    """Of each effect with the sum of all, and the sum's variance, each (n_columns,)."""
    weights: list[FloatArray] = []
    total = np.full(overlap.shape[2], _LEAST_VAR)
    for place in range(len(parts) - 1, -1, -1):
        weight = parts[place].kept * np.ones(overlap.shape[2])
        for below, finer in zip(range(len(parts) - 1, place, -1), weights, strict=True):
            weight = weight - overlap[place, below] * parts[below].credibility * finer
        weights.append(weight)
        total = total + weight * weight * parts[place].var + parts[place].added
    found: list[FloatArray] = []
    for place, (part, weight) in enumerate(zip(parts, weights[::-1], strict=True)):
        coarser = sum((overlap[i, place] * found[i] for i in range(place)), np.zeros(total.size))
        found.append(part.var * weight - part.credibility * coarser)
    return found, total


def _mode(mean: FloatArray, var: FloatArray, events: FloatArray, at_risk: FloatArray) -> FloatArray:
    """Where (x - mean) / var = events - at_risk / (1 + exp(-x)), for each column."""
    x = mean
    for _ in range(_NEWTON_STEPS):
        prob = 1 / (1 + np.exp(-x))
        slope = (x - mean) / var - (events - at_risk * prob)
        x = x - np.clip(slope / (1 / var + at_risk * prob * (1 - prob)), -1, 1)
    return x


def _learn(parts: list[_Effect], information: FloatArray) -> None:
    """Let each effect be surer by what the finer ones leave of the information, (n_columns,)."""
    told = information
    for part in parts[::-1]:
        if part.level is None or part.level.drift is not None:
            sure = told / (1 + told * part.added)
            gain = part.kept * part.var * sure / (1 + part.kept**2 * part.var * sure)
            left = sure / (1 + part.kept**2 * part.var * sure)
            part.credibility[...] += gain * (1 - part.credibility * part.kept)
            part.var[...] *= 1 - gain * part.kept
            told = left
            continue
        prior = part.level.unknown_var
        known = part.credibility / np.maximum(prior - prior * part.credibility, _LEAST_VAR)
        after = prior * (known + told) / (1 + prior * (known + told))
        passed_on = (known + told) * (1 - after) - known * (1 - part.credibility)
        part.credibility[...], part.var[...] = after, prior * (1 - after)
        told = passed_on
