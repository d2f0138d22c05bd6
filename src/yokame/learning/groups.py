"""Which groups a wait belongs to: the levels that share what they know."""

import copy
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from yokame.learning.spellings import Families
from yokame.reports.counts import Counts, months_of
from yokame.reports.table import Coded, Waits
from yokame.stats import FloatArray, IntArray

Keys = tuple[str, ...]

# Reports per season from which an employer counts as of the next class of volume.
_VOLUME_STEPS = (0.25, 0.75, 2.0, 5.0, 15.0, 50.0)
_SIZE_STEPS = (60, 301, 1001)
_PERSONAL_MONTHS = 3
_MONTHS = 12

SINGLE: tuple[Keys, ...] = (
    *(("stage",), ("industry",), ("size",), ("volume",), ("family_volume",)),
    *(("family",), ("employer",)),
)
PAIRS: tuple[Keys, ...] = (
    *(("stage", "industry"), ("stage", "size"), ("stage", "volume"), ("industry", "volume")),
    *(("family", "stage"), ("family", "industry"), ("employer", "stage"), ("employer", "industry")),
)
TRIPLES: tuple[Keys, ...] = (("family", "industry", "stage"), ("employer", "industry", "stage"))


class Codes:
    """Whole numbers for the groups of what was learned from; -1 for what is not known there.

    `stage` means the stage in its track; `size` a class of employees; `volume` how many reports an
    employer has, which says something by itself: rarely reported ones accept more.
    """

    def __init__(self, counts: Counts) -> None:
        weights = np.bincount(counts.employer.code, counts.count, len(counts.employer.names))
        by_name = {
            name: float(n) for name, n in zip(counts.employer.names, weights, strict=True) if n
        }
        self._families = Families(by_name)
        n_seasons = float(np.unique(counts.season).size)
        self._least = 1.0 / n_seasons
        family = self._families.of(list(by_name))
        self._family = _numbered([name for name in family if name is not None])
        by_family: dict[str, float] = {}
        for name, n in zip(family, by_name.values(), strict=True):
            by_family[str(name)] = by_family.get(str(name), 0.0) + n
        self._volume = {name: n / n_seasons for name, n in by_name.items()}
        self._family_volume = {name: n / n_seasons for name, n in by_family.items()}
        self._employer = _numbered(by_name)
        self._industry = _numbered(_present(counts.industry))
        self._stage = _numbered(sorted(set(_stages(counts)[0])))
        self.personal = _starts_are_personal(counts)
        self.periods_a_year = _MONTHS
        self._set_clock(counts)

    def under(self, periods_a_year: int, counts: Counts) -> "Codes":
        """These codes under another clock of drift."""
        other = copy.copy(self)
        other.periods_a_year = periods_a_year
        other._set_clock(counts)
        return other

    def clocks(self, counts: Counts, periods: Sequence[int]) -> "list[Codes]":
        """These codes under each clock: one for the seasons, more where starts are personal."""
        return [self.under(n, counts) for n in periods] if self.personal else [self]

    def of(self, rows: Waits | Counts) -> dict[str, IntArray]:
        """The code of each row for each key, (n_rows,)."""
        names = rows.employer.names
        family = self._families.of(names)
        by_name = {
            "employer": [self._employer.get(name, -1) for name in names],
            "family": [-1 if name is None else self._family.get(name, -1) for name in family],
            "volume": _classes([self._volume.get(name, self._least) for name in names]),
            "family_volume": _classes(
                [self._family_volume.get(str(name), self._least) for name in family]
            ),
        }
        found = {
            key: np.asarray(codes, np.int64)[rows.employer.code] for key, codes in by_name.items()
        }
        industry = [self._industry.get(name, -1) for name in rows.industry.names]
        found["industry"] = np.asarray(industry, np.int64)[rows.industry.code]
        stages, stage = _stages(rows)
        found["stage"] = np.asarray([self._stage.get(name, -1) for name in stages], np.int64)[stage]
        found["size"] = np.where(rows.size > 0, np.digitize(rows.size, _SIZE_STEPS), -1)
        return found

    def period(self, counts: Counts) -> IntArray:
        """The period of each row's start, from 0 at the first that was learned from."""
        return self._clock(counts.season, counts.month) - self.first_period

    def horizon(self, waits: Waits) -> IntArray:
        """Periods from the last that was learned from to each row's start, 0 or more."""
        return np.maximum(self._clock(waits.season, months_of(waits.held)) - self.last_period, 0)

    def _set_clock(self, counts: Counts) -> None:
        ticks = self._clock(counts.season, counts.month)
        self.first_period, self.last_period = int(ticks.min()), int(ticks.max())

    def _clock(self, season: IntArray, month: IntArray) -> IntArray:
        if not self.personal:
            return season
        known: IntArray = np.where(month >= 0, month, season * _MONTHS)
        return known * self.periods_a_year // _MONTHS


def _starts_are_personal(counts: Counts) -> bool:
    """Whether waits of one season begin all over the year."""
    if (counts.month < 0).any():
        return False
    pairs = np.unique(counts.season * 100_000 + counts.month) // 100_000
    return bool(np.bincount(pairs - pairs.min()).max() > _PERSONAL_MONTHS)


def _numbered(names: Sequence[str] | dict[str, float]) -> dict[str, int]:
    return {name: index for index, name in enumerate(sorted(set(names)))}


def _present(column: Coded) -> list[str]:
    return [column.names[code] for code in np.unique(column.code)]


def _stages(rows: Waits | Counts) -> tuple[list[str], IntArray]:
    """The stages with their tracks, and which each row has."""
    joint, which = np.unique(
        rows.track.code * len(rows.stage.names) + rows.stage.code, return_inverse=True
    )
    tracks, stages = np.divmod(joint, len(rows.stage.names))
    names = [
        f"{rows.track.names[track]}.{rows.stage.names[stage]}"
        for track, stage in zip(tracks, stages, strict=True)
    ]
    return names, which.ravel()


def _classes(volumes: Sequence[float]) -> IntArray:
    return np.searchsorted(_VOLUME_STEPS, volumes, side="right").astype(np.int64)


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


def smoothed_log_odds(passed: FloatArray, seen: FloatArray) -> FloatArray:
    """Log-odds of groups (n_groups, n_columns) against those of all, one average report added."""
    share = (passed.sum(axis=0) + 0.5) / (seen.sum(axis=0) + 1)
    odds = (passed + share) / (seen - passed + 1 - share)
    return np.asarray(np.log(odds) - np.log(share / (1 - share)))
