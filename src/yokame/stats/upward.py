"""From fine levels to coarse: what data say of a level's effects when all finer ones are unknown.

A coarse effect is not seen through cells but through the groups below it, each off by an effect of
its own. So, from the finest level on, each level's groups pass on what they know, less what their
own effect may have taken of it: a weight of 1 - credibility. Over nested levels this is exact for
the normal working model, and where levels cross an approximation.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from yokame.stats.fitted_odds import Strength
from yokame.stats.levels import Level, LevelSums
from yokame.stats.local_level import Drift, drifting_effects, effect_vars, error_shared_with_last
from yokame.stats.normal import FloatArray
from yokame.stats.spread import LevelSpread, Spread, overlaps

LEAST_INFORMATION = 1e-6
# From this overlap on a fine level counts as lying inside a coarse one.
_MOSTLY_INSIDE = 0.6


@dataclass(frozen=True, eq=False)
class Seen:
    """One level with the finer ones integrated out, every array (n_rows, n_blocks).

    `z` ~ N(effect, `z_var`); `taken`: the part of an error common to all data that the effect takes
    up; `var`: of the effect, if all coarser ones were known. `on_way`: both, for what goes to the
    base, where levels that cross hide each other too.
    """

    z: FloatArray
    z_var: FloatArray
    taken: FloatArray
    var: FloatArray
    on_way: tuple[FloatArray, FloatArray]


# From a level, z and its variance to the strength that it is to have.
Chosen = Callable[[LevelSums, FloatArray, FloatArray], Strength]


@dataclass(frozen=True, eq=False)
class _Below:
    """A level that was passed.

    `taken` of what goes to the base, `taken_in_period` of what goes to another drifting level, for
    which each period counts by itself; `mean_taken` (n_columns,).
    """

    sums: LevelSums
    effects: FloatArray
    taken: FloatArray
    taken_in_period: FloatArray
    mean_taken: FloatArray


def upward(
    sums: Sequence[LevelSums],
    effects: Sequence[FloatArray],
    score: FloatArray,
    information: FloatArray,
    *,
    overlap: FloatArray,
    chosen: Chosen,
) -> tuple[list[Seen], FloatArray]:
    """What data say of each level's effects, and their information on the base, (n_columns,).

    Levels come from coarse to fine. `score` and `information` (n_cells, n_columns) at the log-odds
    that `effects` add up to; `overlap` by place as in `Spread`, each period by itself.
    """
    to_base = information.copy()
    below: list[_Below] = []
    seen: list[Seen] = []
    for place in range(len(sums), 0, -1):
        add, effect = sums[place - 1], effects[place - 1]
        left, opened, crossed = _through(
            below, overlap[place, :place:-1], score.shape, in_period=add.level.period is not None
        )
        heard = left * information * crossed
        known = np.maximum(add(heard), LEAST_INFORMATION)
        z = add(left * score + heard * (opened + add.spread_out(effect))) / known
        strength = chosen(add, z, 1 / known)
        taken, var = _taken(add, 1 / known, strength)
        mean_taken = (known * taken).sum(axis=0) / np.maximum(known.sum(axis=0), LEAST_INFORMATION)
        way_var = 1 / np.maximum(add(to_base), LEAST_INFORMATION)
        on_way = _taken(add, way_var, strength)
        seen.append(Seen(z, 1 / known, taken, var, on_way))
        to_base *= 1 - add.spread_out(on_way[0])
        in_period = on_way[0]
        if isinstance(strength, Drift):
            prior = add.by_row(np.tile(strength.variances(add.n_periods), (add.n_series, 1)))
            in_period = prior / (prior + way_var)
        below.append(_Below(add, effect, on_way[0], in_period, mean_taken[add.block]))
    return seen[::-1], to_base.sum(axis=0)


def _through(
    below: Sequence[_Below], overlap: FloatArray, shape: tuple[int, ...], *, in_period: bool
) -> tuple[FloatArray, FloatArray, FloatArray]:
    """What the levels below let through of each cell, their effects that it has, and of columns.

    A level whose groups lie inside the groups above hides them by its own effects, which are
    opened up. One that crosses them has its effects from other groups' data too, and hides only
    its overlap; they stay as they are.
    """
    left, opened, crossed = np.ones(shape), np.zeros(shape), np.ones(shape[1])
    for level, inside in zip(below, overlap, strict=True):
        if inside.mean() >= _MOSTLY_INSIDE:
            taken = level.taken_in_period if in_period else level.taken
            left *= 1 - level.sums.spread_out(taken)
            opened += level.sums.spread_out(level.effects)
        else:
            crossed *= 1 - inside * level.mean_taken
    return left, opened, crossed


def _taken(sums: LevelSums, z_var: FloatArray, strength: Strength) -> tuple[FloatArray, FloatArray]:
    if isinstance(strength, Drift):
        series_var = sums.by_series(z_var)
        response = drifting_effects(np.ones(series_var.shape), series_var, strength).effects
        taken, var = sums.by_row(response), sums.by_row(effect_vars(series_var, strength))
    else:
        taken = strength**2 / (strength**2 + z_var)
        var = strength**2 * (1 - taken)
    taken[sums.outside] = var[sums.outside] = 0.0
    return taken, var


def coarser_vars(
    sums: Sequence[LevelSums],
    seen: Sequence[Seen],
    base_var: FloatArray,
    weight: FloatArray,
    overlap: FloatArray,
) -> list[FloatArray]:
    """How far the mean of all coarser effects over each group may be off, (n_rows, n_blocks).

    `weight` (n_cells, n_columns) is the information; `overlap` as in `Spread`, but over all levels
    here and for each period by itself.
    """
    var, found = np.tile(base_var, (weight.shape[0], 1)), []
    own = [float(base_var.mean())]
    for place, (add, one) in enumerate(zip(sums, seen, strict=True)):
        shares = overlap[: place + 1, place + 1].mean(axis=1)
        alike = float(shares @ own / max(sum(own), 1e-300))
        known = np.maximum(add(weight), LEAST_INFORMATION)
        found.append(alike * add(weight * var) / known)
        taken = add.spread_out(one.taken)
        var = var * (1 - alike * taken * (2 - taken)) + add.spread_out(one.var)
        own.append(float((known * one.var).sum() / max(known.sum(), LEAST_INFORMATION)))
    return found


def spread_of(
    sums: Sequence[LevelSums],
    seen: Sequence[Seen],
    strengths: Mapping[str, Strength],
    base_var: FloatArray,
    information: FloatArray,
) -> Spread:
    """The spread of a fit, from what its levels' data say, coarse to fine."""
    found, shared = {}, {}
    for add, one in zip(sums, seen, strict=True):
        level, strength = add.level, strengths[add.level.name]
        if isinstance(strength, Drift):
            series_var = add.by_series(one.z_var)
            found[level.name] = _drift_spread(level, series_var, strength)
            with_last = add.by_row(error_shared_with_last(series_var, strength))
            shared[level.name] = with_last.mean(axis=1)[add.row]
        else:
            taken, var = (values[:, level.block] for values in one.on_way)
            found[level.name] = LevelSpread(taken, var, strength**2)
    lasting = [add.level for add in sums if add.level.lasting]
    in_order = {level.name: found[level.name] for level in lasting}
    return Spread(base_var, in_order, overlaps(lasting, information, shared))


def _drift_spread(level: Level, series_var: FloatArray, drift: Drift) -> LevelSpread:
    n_periods = series_var.shape[1]
    found = drifting_effects(np.ones(series_var.shape), series_var, drift)
    never = drifting_effects(np.zeros((1, n_periods)), np.full((1, n_periods), np.inf), drift)
    last, last_var = level.by_column(found.level), level.by_column(found.level_var)
    return LevelSpread(last, last_var, float(never.level_var[0]), drift)


def coarse_to_fine(sums: Sequence[LevelSums]) -> list[int]:
    """Levels by how many effects they have, fewest first."""
    return sorted(range(len(sums)), key=lambda place: sums[place].n_effects)


def overlaps_by_row(sums: Sequence[LevelSums], weight: FloatArray) -> FloatArray:
    """Overlaps of levels, each period of a drifting one by itself."""
    by_row = [
        replace(add.level, group=add.row, n_groups=add.n_rows, period=None, outside=None)
        for add in sums
    ]
    return overlaps(by_row, weight, {})
