"""Whether the parts of a model fit together, and whether its numbers can be what they say."""

from collections.abc import Iterator
from functools import singledispatch
from typing import Any

import numpy as np
from numpy.typing import NDArray

from yokame.learning.chance import ChanceMember
from yokame.learning.delay import PREFIXES, DelayMember
from yokame.learning.grid import Grid
from yokame.learning.groups import Table
from yokame.learning.live import LiveCorrection
from yokame.learning.names import Names
from yokame.learning.own_groups import OwnCounts, OwnGroups
from yokame.learning.posted import Posted
from yokame.learning.spellings import Families
from yokame.learning.stack import StackedChance
from yokame.stats import PooledOdds

Array = NDArray[Any]
Lengths = Iterator[tuple[str, int, tuple[int, ...]]]
# Beyond these log-odds a chance can't be told from 0 or 1.
_MOST_LOG_ODDS = 36.0
_LOG_ODDS = ("PooledOdds.base", "PooledOdds.effects")
_SHARES = ("Grid.share",)


def unsound_numbers(field: str, array: Array) -> str | None:
    """What no model can hold: numbers that are not finite, chances that are not between 0 and 1."""
    if array.dtype.kind == "f" and not np.isfinite(array).all():
        return "holds numbers that are not finite"
    if field in _LOG_ODDS and bool((np.abs(array) > _MOST_LOG_ODDS).any()):
        return "holds chances that are not between 0 and 1"
    if field in _SHARES and bool(((array < 0) | (array > 1 + 1e-9)).any()):
        return "holds shares that are not between 0 and 1"
    return None


def misfit(part: object) -> str | None:
    """What of a part does not fit together; only shapes are looked at."""
    for what, is_, ought in _lengths(part):
        if is_ not in ought:
            return f"{what}: {is_} instead of {' or '.join(map(str, ought))}"
    return None


@singledispatch
def _lengths(_part: object) -> Lengths:
    """Names of lengths, what each is, and what it may be; of other parts nothing is known."""
    return iter(())


@_lengths.register
def _(part: Grid) -> Lengths:
    yield "days of the grid", part.days.size, (part.share.size,)


@_lengths.register
def _(part: Families) -> Lengths:
    yield "families of names", part.family.size, (len(part.names),)


@_lengths.register
def _(part: Names) -> Lengths:
    yield "volumes of employers", part.volume.size, (len(part.employers),)
    yield "volumes of families", part.family_volume.size, (len(part.family_names),)


@_lengths.register
def _(part: Table) -> Lengths:
    yield "keys of a table", part.width.size, (len(part.keys),)


@_lengths.register
def _(part: PooledOdds) -> Lengths:
    n_columns = (part.base.size,)
    for name, effects in part.effects.items():
        yield f"columns of {name}", effects.shape[1], n_columns
    for name, drifting in part.drifts.items():
        yield f"columns of {name}", drifting.level.shape[1], n_columns
        yield f"variances of {name}", len(drifting.level_var), (len(drifting.level),)


@_lengths.register
def _(part: ChanceMember) -> Lengths:
    yield "columns of a fit", part.fit.base.size, (part.columns.size,)
    yield from _groups(part.tables, part.fit, ("",))


@_lengths.register
def _(part: DelayMember) -> Lengths:
    for fit in part.fits:
        yield "columns of a fit", fit.base.size, (part.columns.size,)
        yield from _groups(part.tables, fit, ("", *PREFIXES))


@_lengths.register
def _(part: OwnGroups) -> Lengths:
    for level in part.levels:
        yield "columns of what was counted", level.seen.shape[1], (part.columns.size,)


@_lengths.register
def _(part: OwnCounts) -> Lengths:
    for counted in (part.passed, part.seen):
        yield "groups counted", len(counted), (part.table.n_groups,)
        yield "columns of what was counted", counted.shape[1], (part.all_seen.size,)


@_lengths.register
def _(part: StackedChance) -> Lengths:
    yield "columns of a correction", part.scale.size, (part.own.n_features + 2,)
    yield "coefficients of a correction", part.coefficients.size, (part.scale.size,)


@_lengths.register
def _(part: LiveCorrection) -> Lengths:
    yield "coefficients of live reports", part.coefficients.size, (part.scale.size,)


@_lengths.register
def _(part: Posted) -> Lengths:
    yield "sums of posts", part.sums.size, (part.keys.size + 1,)


def _groups(tables: dict[str, Table | None], fit: PooledOdds, prefixes: tuple[str, ...]) -> Lengths:
    """A level has an effect for each group of its table, and one for whoever is in none."""
    for name, table in tables.items():
        n_groups = 1 if table is None else table.n_groups
        for prefix in prefixes:
            level = prefix + name
            if level in fit.effects:
                yield f"groups of {level}", len(fit.effects[level]), (n_groups, n_groups + 1)
            if level in fit.drifts:
                yield f"groups of {level}", len(fit.drifts[level].level), (n_groups, n_groups + 1)
