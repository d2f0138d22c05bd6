"""A pooled fit over the groups of a history, and the way from a question to its groups."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from benchmarks.timelines.groups import Cells, Codes, Keys, Table, distinct
from yokame.stats.levels import IntArray, Level


@dataclass(frozen=True)
class Pooling:
    """Which groupings have lasting effects, which drift, and which have a noise each season."""

    lasting: Sequence[Keys]
    drifting: Sequence[Keys]
    seasonal: Sequence[Keys]


@dataclass(frozen=True, eq=False)
class Grouping:
    """The levels of a history without their columns, and the tables to look questions up in."""

    codes: Codes
    cells: Cells
    tables: dict[str, Table | None]
    groups: dict[str, tuple[IntArray, int, bool, bool]]

    @classmethod
    def of(cls, history: pd.DataFrame, codes: Codes, pooling: Pooling) -> "Grouping":
        """Groupings of a history that are distinct there."""
        cells = Cells.of(history, codes)
        n_cells = cells.n_cells
        tables: dict[str, Table | None] = {}
        groups: dict[str, tuple[IntArray, int, bool, bool]] = {}
        if cells.period.max() > 0:
            everyone = [((), None, np.zeros(n_cells, np.int64))] if () in pooling.drifting else []
            keyed = [keys for keys in pooling.drifting if keys]
            for keys, table, group in [*everyone, *distinct(keyed, cells)]:
                name = f"drift of {' × '.join(keys) or 'all'}"
                tables[name], groups[name] = table, (group, int(group.max()) + 1, True, True)
        for keys, table, group in distinct(pooling.lasting, cells):
            name = " × ".join(keys)
            tables[name], groups[name] = table, (group, table.joined.size, False, True)
        if cells.season.max() > 0:
            for keys, _, group in distinct(pooling.seasonal, cells):
                joint = group * (cells.season.max() + 1) + cells.season
                _, group_season = np.unique(joint, return_inverse=True)
                name = f"season of {' × '.join(keys)}"
                size = int(group_season.max()) + 1
                groups[name] = (group_season.ravel(), size, False, False)
        return cls(codes, cells, tables, groups)

    def levels(
        self, block: IntArray, *, prefix: str = "", names: Sequence[str] | None = None
    ) -> list[Level]:
        """The levels over columns in the given blocks."""
        return [
            Level(prefix + name, group, size, block, self.cells.period if drifts else None, lasting)
            for name, (group, size, drifts, lasting) in self.groups.items()
            if names is None or name in names
        ]

    def find(self, rows: pd.DataFrame) -> dict[str, IntArray]:
        """The group of each row in every lasting level, -1 where it has none."""
        codes = self.codes.of(rows)
        nothing = np.zeros(len(rows), np.int64)
        return {
            name: nothing if table is None else table.find(codes)
            for name, table in self.tables.items()
        }
