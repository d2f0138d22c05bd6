"""Which groups a wait belongs to: the levels that share what they know."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from yokame.learning.clock import Clock
from yokame.learning.names import Names, stages_of
from yokame.reports.counts import Counts
from yokame.reports.table import Waits
from yokame.stats import IntArray

Keys = tuple[str, ...]

MANY_KINDS = 60_000
_SIZE_STEPS = (60, 301, 1001)

SINGLE: tuple[Keys, ...] = (
    *(("stage",), ("industry",), ("size",), ("volume",), ("family_volume",)),
    *(("family",), ("employer",)),
)
PAIRS: tuple[Keys, ...] = (
    *(("stage", "industry"), ("stage", "size"), ("stage", "volume"), ("industry", "volume")),
    *(("family", "stage"), ("family", "industry"), ("employer", "stage"), ("employer", "industry")),
)
TRIPLES: tuple[Keys, ...] = (("family", "industry", "stage"), ("employer", "industry", "stage"))


@dataclass(frozen=True, eq=False)
class Codes:
    """Whole numbers for the groups of what was learned from; -1 for what is not known there.

    `stage` means the stage in its track; `size` a class of employees; `volume` how many reports an
    employer has, which says something by itself: rarely reported ones accept more.
    """

    names: Names
    clock: Clock

    @classmethod
    def learn(cls, counts: Counts) -> "Codes":
        """Number what is learned from."""
        return cls(Names.of(counts), Clock.of(counts))

    def clocks(self, counts: Counts, periods: Sequence[int]) -> "list[Codes]":
        """These codes under each clock: one for the seasons, more where starts are personal.

        Of very many kinds of waits the clock ticks once a year: months would make nearly every
        report a cell of its own, and a fit costs as much as there are cells.
        """
        kept = periods if len(counts) <= MANY_KINDS else (1,)
        return [replace(self, clock=clock) for clock in self.clock.each(counts, kept)]

    def of(self, rows: Waits | Counts) -> dict[str, IntArray]:
        """The code of each row for each key, (n_rows,)."""
        of_employers = self.names.of_employers(rows.employer.names)
        found = {key: codes[rows.employer.code] for key, codes in of_employers.items()}
        found["industry"] = self.names.of_industries(rows.industry.names)[rows.industry.code]
        stages, stage = stages_of(rows)
        found["stage"] = self.names.of_stages(stages)[stage]
        found["size"] = np.where(rows.size > 0, np.digitize(rows.size, _SIZE_STEPS), -1)
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
        """The table of all groups that occur among the codes."""
        width = np.array([int(codes[key].max()) + 1 for key in keys], dtype=np.int64)
        table = cls(keys, width, np.zeros(0, np.int64))
        joint = np.unique(table._join(codes))
        return cls(keys, width, joint[joint >= 0])

    @property
    def n_groups(self) -> int:
        """How many groups there are."""
        return self.joined.size

    def find(self, codes: dict[str, IntArray]) -> IntArray:
        """The group of each row, -1 where there is none such."""
        joint = self._join(codes)
        if not self.n_groups:
            return np.full(joint.size, -1)
        at = np.minimum(np.searchsorted(self.joined, joint), self.n_groups - 1)
        return np.where((joint >= 0) & (self.joined[at] == joint), at, -1)

    def _join(self, codes: dict[str, IntArray]) -> IntArray:
        first = next(iter(codes.values()))
        joint, known = np.zeros(first.size, np.int64), np.ones(first.size, bool)
        for key, width in zip(self.keys, self.width, strict=True):
            known &= (codes[key] >= 0) & (codes[key] < width)
            joint = joint * width + codes[key]
        return np.where(known, joint, -1)


def every(
    all_keys: Sequence[Keys], codes: dict[str, IntArray]
) -> list[tuple[Keys, Table, IntArray]]:
    """The groupings that have a group at all."""
    tables = [(keys, Table.of(keys, codes)) for keys in all_keys]
    return [(keys, table, table.find(codes)) for keys, table in tables if table.n_groups]


def distinct(
    all_keys: Sequence[Keys], codes: dict[str, IntArray]
) -> list[tuple[Keys, Table, IntArray]]:
    """The groupings that say something new: more than one group, and no earlier one the same."""
    kept, seen = [], set()
    for keys in all_keys:
        table = Table.of(keys, codes)
        group = table.find(codes)
        # groups numbered in order of appearance: equal partitions become equal arrays
        _, first, inverse = np.unique(group, return_index=True, return_inverse=True)
        partition = np.argsort(np.argsort(first))[inverse.ravel()].tobytes()
        if table.n_groups > 1 and partition not in seen:
            seen.add(partition)
            kept.append((keys, table, group))
    return kept
