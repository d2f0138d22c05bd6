"""Which groups an application belongs to: the levels that share what they know."""

import copy
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from benchmarks.timelines.spellings import Families
from yokame.stats.levels import IntArray
from yokame.stats.normal import FloatArray

Keys = tuple[str, ...]

# Reports per season from which an institution counts as of the next size class.
_SIZE_STEPS = (0.25, 0.75, 2.0, 5.0, 15.0, 50.0)
# Where starts are personal the clock of drift may tick oftener than once a year.
CLOCKS = (1, 12)
_PERSONAL_STARTS = 30

SINGLE: list[Keys] = [
    *(("stage",), ("field",), ("size",), ("family_size",), ("family",), ("institution",)),
]
PAIRS: list[Keys] = [
    *(("stage", "field"), ("stage", "size"), ("field", "size")),
    *(("family", "stage"), ("family", "field"), ("institution", "stage"), ("institution", "field")),
]
TRIPLES: list[Keys] = [("family", "field", "stage"), ("institution", "field", "stage")]


class Codes:
    """Whole numbers for the groups of a history; -1 for what the history does not know."""

    def __init__(self, history: pd.DataFrame, *, periods_a_year: int = CLOCKS[-1]) -> None:
        self._families = Families(history.institution)
        self._periods_a_year = periods_a_year
        self._codes: dict[str, dict[str, int]] = {}
        columns = self._named(history)
        for key in ("institution", "family", "field", "stage"):
            self._codes[key] = {
                name: i for i, name in enumerate(sorted(columns[key].dropna().unique()))
            }
        n_seasons = history.season.nunique()
        self._sizes = {
            "size": columns["institution"].value_counts() / n_seasons,
            "family_size": columns["family"].value_counts() / n_seasons,
        }
        self._least = 1.0 / n_seasons
        starts = history.groupby("season").start_date.nunique()
        self.personal = bool(history.start_date.notna().all() and starts.max() > _PERSONAL_STARTS)
        self._set_clock(history)

    def clocks(self, history: pd.DataFrame, periods: Sequence[int] = CLOCKS) -> "list[Codes]":
        """These codes under each clock: one for the seasons, more where starts are personal."""
        if not self.personal:
            return [self]
        found = []
        for periods_a_year in periods:
            other = copy.copy(self)
            other._periods_a_year = periods_a_year
            other._set_clock(history)
            found.append(other)
        return found

    def _set_clock(self, history: pd.DataFrame) -> None:
        ticks = self._clock(history)
        self.first_period, self.last_period = int(ticks.min()), int(ticks.max())

    def of(self, rows: pd.DataFrame) -> dict[str, IntArray]:
        """The code of each row for each key, (n_rows,)."""
        columns = self._named(rows)
        found = {key: _mapped(columns[key], codes) for key, codes in self._codes.items()}
        for key, column in (("size", "institution"), ("family_size", "family")):
            reports = columns[column].map(self._sizes[key]).fillna(self._least).to_numpy()
            found[key] = np.searchsorted(_SIZE_STEPS, reports, side="right").astype(np.int64)
        return found

    def period(self, rows: pd.DataFrame) -> IntArray:
        """The period of each row's start, from 0 at the first of the history."""
        found: IntArray = self._clock(rows) - self.first_period
        return found

    def horizon(self, rows: pd.DataFrame) -> IntArray:
        """Periods from the last of the history to each row's start, 0 or more."""
        return np.maximum(self._clock(rows) - self.last_period, 0)

    def _clock(self, rows: pd.DataFrame) -> IntArray:
        if not self.personal:
            return np.asarray(rows.season.to_numpy(), dtype=np.int64)
        starts = rows.start_date.dt
        through = (starts.day_of_year.to_numpy() - 1) * self._periods_a_year // 366
        return np.asarray(starts.year.to_numpy() * self._periods_a_year + through, dtype=np.int64)

    def _named(self, rows: pd.DataFrame) -> dict[str, pd.Series]:
        names = [str(name) for name in rows.institution.unique()]
        family = dict(zip(names, self._families.of(names), strict=True))
        columns = {key: rows[key] for key in ("institution", "field", "stage")}
        return columns | {"family": rows.institution.map(family)}


def _mapped(column: pd.Series, codes: dict[str, int]) -> IntArray:
    found: IntArray = column.map(codes).fillna(-1).to_numpy().astype(np.int64)
    return found


@dataclass(frozen=True, eq=False)
class Table:
    """The groups of one level: a row's codes for some keys, joined to one number.

    `width` holds how many codes each key has, `joined` the sorted joint codes that occur.
    """

    keys: Keys
    width: IntArray
    joined: IntArray

    @classmethod
    def of(cls, keys: Keys, codes: dict[str, IntArray]) -> "Table":
        """The table of all groups that occur in the history's codes."""
        width = np.array([int(codes[key].max()) + 1 for key in keys], dtype=np.int64)
        table = cls(keys, width, np.zeros(0, np.int64))
        n_rows = len(next(iter(codes.values())))
        return cls(keys, width, np.unique(table._join(codes, n_rows)))

    def find(self, codes: dict[str, IntArray]) -> IntArray:
        """The group of each row, -1 where the history has none such."""
        joint = self._join(codes, len(next(iter(codes.values()))))
        at = np.minimum(np.searchsorted(self.joined, joint), self.joined.size - 1)
        return np.where((joint >= 0) & (self.joined[at] == joint), at, -1)

    def _join(self, codes: dict[str, IntArray], n_rows: int) -> IntArray:
        joint = np.zeros(n_rows, np.int64)
        known = np.ones(n_rows, bool)
        for key, width in zip(self.keys, self.width, strict=True):
            known &= (codes[key] >= 0) & (codes[key] < width)
            joint = joint * width + codes[key]
        return np.where(known, joint, -1)


@dataclass(frozen=True, eq=False)
class Cells:
    """The distinct combinations of codes, period and season in a history.

    `row_cell` (n_rows,) says where each row of the history belongs; the other arrays are
    (n_cells,).
    """

    codes: dict[str, IntArray]
    period: IntArray
    season: IntArray
    row_cell: IntArray
    n_cells: int = field(default=0)

    @classmethod
    def of(cls, history: pd.DataFrame, codes: Codes) -> "Cells":
        """Cells of a history."""
        found, period = codes.of(history), codes.period(history)
        _, season = np.unique(history.season.to_numpy(), return_inverse=True)
        key = np.stack([found["institution"], found["field"], found["stage"], period, season])
        _, first, cell = np.unique(key, axis=1, return_index=True, return_inverse=True)
        at_first = {name: values[first] for name, values in found.items()}
        return cls(at_first, period[first], season[first], cell.ravel(), first.size)

    def count(self, marked: FloatArray) -> FloatArray:
        """Sums of a mark (n_rows, n_columns) over the rows of each cell."""
        columns = [np.bincount(self.row_cell, mark, minlength=self.n_cells) for mark in marked.T]
        return np.stack(columns, axis=1)


def distinct(all_keys: Sequence[Keys], cells: Cells) -> list[tuple[Keys, Table, IntArray]]:
    """The groupings that say something new: more than one group, and no earlier one the same."""
    kept, seen = [], set()
    for keys in all_keys:
        table = Table.of(keys, cells.codes)
        group = table.find(cells.codes)
        # groups numbered in order of appearance: equal partitions become equal arrays
        _, first, inverse = np.unique(group, return_index=True, return_inverse=True)
        partition = np.argsort(np.argsort(first))[inverse.ravel()].tobytes()
        if table.joined.size > 1 and partition not in seen:
            seen.add(partition)
            kept.append((keys, table, group))
    return kept
