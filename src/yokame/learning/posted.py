"""Posts of running and past seasons: what was known on each day of a season."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from yokame.learning.groups import Codes, Keys, Table
from yokame.reports.table import Reports, Waits
from yokame.stats import FloatArray, IntArray

Features = NDArray[np.float32]

_LEVELS: tuple[Keys, ...] = (
    *((), ("industry",), ("industry", "stage"), ("family",), ("family", "stage")),
    *(("family", "industry"), ("family", "industry", "stage"), ("employer", "industry", "stage")),
)
_WINDOWS = (7, 21)
_COUNT_PRIORS = (0.5, 2.0)
_SEASON_PRIOR = 5.0
_LONGEST = 4095


@dataclass(frozen=True, eq=False)
class Posted:
    """Posts of a season or several: how many of a group came before a day of the season.

    `keys` (n_posts,): group and day of each, ascending; `sums` (n_posts + 1,): the marks before it.
    """

    keys: IntArray
    sums: FloatArray

    @classmethod
    def of(cls, group: IntArray, day: IntArray, marked: FloatArray) -> "Posted":
        """Posts of the groups, those of the group -1 left out."""
        known = group >= 0
        key = _key(group[known], day[known])
        order = np.argsort(key, kind="stable")
        return cls(key[order], np.concatenate([[0.0], np.cumsum(marked[known][order])]))

    def before(self, group: IntArray, day: IntArray) -> FloatArray:
        """Sum of the marks of a group's posts before a day, (n,); 0 for the group -1."""
        from_start = np.searchsorted(self.keys, group * (_LONGEST + 1), side="left")
        up_to = np.searchsorted(self.keys, _key(group, day), side="left")
        return np.where(group >= 0, self.sums[up_to] - self.sums[from_start], 0.0)


def _key(group: IntArray, day: IntArray) -> IntArray:
    return group * (_LONGEST + 1) + np.clip(day, 0, _LONGEST)


def usable(posts: Reports) -> Reports:
    """Posts of word, with the day of the post and day zero."""
    return posts.take(posts.is_decided & ~np.isnat(posts.reported) & ~np.isnat(posts.held))


def season_day(posts: Reports) -> IntArray:
    """Days from day zero to the post."""
    return (posts.reported - posts.held).astype(np.int64)


@dataclass(frozen=True, eq=False)
class Evidence:
    """What a question's day knew, from posts; `usual` those of earlier seasons, level by level."""

    codes: Codes
    tables: list[Table | None]
    usual: list[tuple[Posted, Posted]]
    n_seasons: int

    @classmethod
    def of(cls, posts: Reports, codes: Codes) -> "Evidence":
        """Learn what is usual."""
        found = codes.of(posts)
        tables = [Table.of(keys, found) if keys else None for keys in _LEVELS]
        n_seasons = np.unique(posts.season).size
        return cls(codes, tables, _by_level(usable(posts), codes, tables), n_seasons)

    def features(self, waits: Waits, live: Reports) -> Features:
        """(n_waits, n_features), all from posts before each question's day."""
        day = np.ceil(waits.days).astype(np.int64)
        codes = self.codes.of(waits)
        now = _by_level(live, self.codes, self.tables)
        columns: list[FloatArray] = []
        volume = np.ones(len(waits))
        for table, mine, usual in zip(self.tables, now, self.usual, strict=True):
            group = _groups(table, codes, len(waits))
            if table is None:
                volume = self._volume(group, day, mine, usual)
            columns += self._so_far(group, day, mine, usual, volume)
            columns += self._left(group, day, mine, usual, volume)
        found = np.empty((len(waits), len(columns)), np.float32)
        for index, column in enumerate(columns):
            found[:, index] = column
        return found

    def _volume(
        self,
        group: IntArray,
        day: IntArray,
        now: tuple[Posted, Posted],
        usual: tuple[Posted, Posted],
    ) -> FloatArray:
        """How much more is posted this season than in others."""
        seen = sum(posted.before(group, day) for posted in now)
        expected = sum(posted.before(group, day) for posted in usual) / self.n_seasons
        return np.asarray((seen + _SEASON_PRIOR) / (expected + _SEASON_PRIOR))

    def _so_far(
        self,
        group: IntArray,
        day: IntArray,
        now: tuple[Posted, Posted],
        usual: tuple[Posted, Posted],
        volume: FloatArray,
    ) -> list[FloatArray]:
        """Counts so far and of the last weeks, by themselves and against the usual ones."""
        columns: list[FloatArray] = []
        for mine, others in zip(now, usual, strict=True):
            so_far = mine.before(group, day)
            usual_so_far = volume * others.before(group, day) / self.n_seasons
            columns.append(np.log1p(so_far))
            columns += [np.log((so_far + k) / (usual_so_far + k)) for k in _COUNT_PRIORS]
            for window in _WINDOWS:
                recent = so_far - mine.before(group, day - window)
                before = volume * others.before(group, day - window) / self.n_seasons
                columns.append(np.log1p(recent))
                columns.append(np.log((recent + 0.5) / (usual_so_far - before + 0.5)))
        return columns

    def _left(
        self,
        group: IntArray,
        day: IntArray,
        now: tuple[Posted, Posted],
        usual: tuple[Posted, Posted],
        volume: FloatArray,
    ) -> list[FloatArray]:
        """What is left to come of the usual number, passes and others, and their ratio."""
        columns, lefts = [], []
        for mine, others in zip(now, usual, strict=True):
            in_all = others.before(group, np.full_like(day, _LONGEST)) / self.n_seasons
            left = volume * (in_all - others.before(group, day) / self.n_seasons) + 0.5
            missing = np.maximum(volume * in_all - mine.before(group, day), 0) + 0.5
            columns.append(np.log(missing / left))
            lefts.append(left)
        return [*columns, np.log(lefts[0] / lefts[1])]


def _by_level(
    posts: Reports, codes: Codes, tables: list[Table | None]
) -> list[tuple[Posted, Posted]]:
    """Passes and other words, for each level."""
    found, day = codes.of(posts), season_day(posts)
    won = posts.is_pass.astype(float) * posts.count
    groups = [_groups(table, found, len(posts)) for table in tables]
    return [
        (Posted.of(group, day, won), Posted.of(group, day, posts.count - won)) for group in groups
    ]


def _groups(table: Table | None, codes: dict[str, IntArray], n_rows: int) -> IntArray:
    return np.zeros(n_rows, np.int64) if table is None else table.find(codes)
