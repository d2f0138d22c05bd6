"""A pooled fit over the groups of what was learned from, and the way from a wait to its groups."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from yokame.learning.cells import Cells
from yokame.learning.groups import Keys, Table, distinct
from yokame.stats import IntArray, Level, PooledOdds

Choice = Callable[[Sequence[Keys], dict[str, IntArray]], list[tuple[Keys, Table, IntArray]]]


@dataclass(frozen=True)
class Pooling:
    """Which groupings have lasting effects, which drift, and which have a noise each season."""

    lasting: Sequence[Keys]
    drifting: Sequence[Keys]
    seasonal: Sequence[Keys]


@dataclass(frozen=True, eq=False)
class Grouping:
    """The levels of some cells without their columns, and the tables to look waits up in.

    `groups` (name: group of each cell, how many, whether it drifts, whether it lasts) is for the
    fit alone and is not kept with a learned model.
    """

    tables: dict[str, Table | None]
    groups: dict[str, tuple[IntArray, int, bool, bool]]
    period: IntArray

    @classmethod
    def of(cls, cells: Cells, pooling: Pooling, chosen: Choice = distinct) -> "Grouping":
        """The groupings of the cells: `distinct` ones, or `every` one."""
        tables: dict[str, Table | None] = {}
        groups: dict[str, tuple[IntArray, int, bool, bool]] = {}
        if cells.period.max() > 0:
            everyone = (
                [((), None, np.zeros(cells.n_cells, np.int64))] if () in pooling.drifting else []
            )
            keyed = [keys for keys in pooling.drifting if keys]
            for keys, table, group in [*everyone, *chosen(keyed, cells.codes)]:
                name = f"drift of {' × '.join(keys) or 'all'}"
                tables[name], groups[name] = table, (*_whole(group, table), True, True)
        for keys, table, group in chosen(pooling.lasting, cells.codes):
            name = " × ".join(keys)
            tables[name], groups[name] = table, (*_whole(group, table), False, True)
        if cells.season.max() > 0:
            for keys, table, group in chosen(pooling.seasonal, cells.codes):
                whole, _ = _whole(group, table)
                joint = whole * (cells.season.max() + 1) + cells.season
                found, group_season = np.unique(joint, return_inverse=True)
                name = f"season of {' × '.join(keys)}"
                groups[name] = (group_season.ravel(), found.size, False, False)
        return cls(tables, groups, cells.period)

    def levels(
        self, block: IntArray, *, prefix: str = "", names: Sequence[str] | None = None
    ) -> list[Level]:
        """The levels over columns in the given blocks."""
        return [
            Level(prefix + name, group, size, block, self.period if drifts else None, lasting)
            for name, (group, size, drifts, lasting) in self.groups.items()
            if names is None or name in names
        ]


def find_groups(
    tables: dict[str, Table | None], codes: dict[str, IntArray], n_rows: int
) -> dict[str, IntArray]:
    """The group of each row in every lasting level, -1 where it has none."""
    nothing = np.zeros(n_rows, np.int64)
    return {name: nothing if table is None else table.find(codes) for name, table in tables.items()}


def tables_in_use(
    tables: dict[str, Table | None], fit: PooledOdds, prefixes: Sequence[str] = ("",)
) -> dict[str, Table | None]:
    """The tables of the levels that a fit has, under any of the prefixes."""
    levels = {*fit.effects, *fit.drifts}
    return {
        name: table
        for name, table in tables.items()
        if any(prefix + name in levels for prefix in prefixes)
    }


def _whole(group: IntArray, table: Table | None) -> tuple[IntArray, int]:
    """Groups for a fit: the cells that belong to none share one that nobody asks for."""
    n_groups = 1 if table is None else table.n_groups
    if (group >= 0).all():
        return group, n_groups
    return np.where(group >= 0, group, n_groups), n_groups + 1
