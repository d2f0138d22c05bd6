"""Posts of running and past seasons: what was known on each day of a season."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from yokame.learning.groups import Codes, Keys, Table
from yokame.reports.table import Reports, Waits
from yokame.stats import FloatArray, IntArray

Features = NDArray[np.float32]

# The narrowest groups alone: wider ones learned the quirks of the few seasons there are.
_KEYS: Keys = ("family", "industry", "stage")
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
    """What a question's day knew, from posts: passes and other words, of its group and of all.

    `usual` posts of the groups in earlier seasons, `usual_of_all` those of everybody.
    """

    codes: Codes
    table: Table
    usual: tuple[Posted, Posted]
    usual_of_all: tuple[Posted, Posted]
    n_seasons: int

    @classmethod
    def of(cls, posts: Reports, codes: Codes) -> "Evidence":
        """Learn what is usual."""
        table = Table.of(_KEYS, codes.of(posts))
        dated = usable(posts)
        usual, of_all = _posted(dated, table.find(codes.of(dated))), _posted(dated)
        return cls(codes, table, usual, of_all, np.unique(posts.season).size)

    def features(self, waits: Waits, live: Reports) -> Features:
        """(n_waits, n_features), all from posts before each question's day; 0 without a group."""
        day = np.ceil(waits.days).astype(np.int64)
        group = self.table.find(self.codes.of(waits))
        now = _posted(live, self.table.find(self.codes.of(live)))
        volume = self._volume(day, _posted(live))
        columns = self._so_far(group, day, now, volume) + self._left(group, day, now, volume)
        passes, others = (np.log1p(posted.before(group, day)) for posted in now)
        # after a wave of passes a word of another kind means more, and less
        columns += [passes * others, passes**2, others**2]
        found = np.stack(columns, axis=1).astype(np.float32)
        later = self._share_of_season(day) - 0.5
        return np.concatenate([found, found * later.astype(np.float32)[:, None]], axis=1)

    def _usual_of_all(self, day: IntArray) -> FloatArray:
        everybody = np.zeros_like(day)
        return np.asarray(sum(posted.before(everybody, day) for posted in self.usual_of_all))

    def _share_of_season(self, day: IntArray) -> FloatArray:
        """What share of a season's posts usually comes before a day."""
        in_all = self._usual_of_all(np.full_like(day, _LONGEST))
        return self._usual_of_all(day) / np.maximum(in_all, 1.0)

    def _volume(self, day: IntArray, now: tuple[Posted, Posted]) -> FloatArray:
        """How much more is posted this season than in others."""
        seen = sum(posted.before(np.zeros_like(day), day) for posted in now)
        expected = self._usual_of_all(day) / self.n_seasons
        return np.asarray((seen + _SEASON_PRIOR) / (expected + _SEASON_PRIOR))

    def _so_far(
        self, group: IntArray, day: IntArray, now: tuple[Posted, Posted], volume: FloatArray
    ) -> list[FloatArray]:
        """Counts so far and of the last weeks, by themselves and against the usual ones."""
        columns: list[FloatArray] = []
        for mine, usual in zip(now, self.usual, strict=True):
            so_far = mine.before(group, day)
            usual_so_far = volume * usual.before(group, day) / self.n_seasons
            columns.append(np.log1p(so_far))
            columns += [np.log((so_far + k) / (usual_so_far + k)) for k in _COUNT_PRIORS]
            for window in _WINDOWS:
                recent = so_far - mine.before(group, day - window)
                before = volume * usual.before(group, day - window) / self.n_seasons
                columns.append(np.log1p(recent))
                columns.append(np.log((recent + 0.5) / (usual_so_far - before + 0.5)))
        return columns

    def _left(
        self, group: IntArray, day: IntArray, now: tuple[Posted, Posted], volume: FloatArray
    ) -> list[FloatArray]:
        """What is left to come of the usual number, passes and others, and their ratio."""
        columns, lefts = [], []
        for mine, usual in zip(now, self.usual, strict=True):
            in_all = usual.before(group, np.full_like(day, _LONGEST)) / self.n_seasons
            left = volume * (in_all - usual.before(group, day) / self.n_seasons) + 0.5
            missing = np.maximum(volume * in_all - mine.before(group, day), 0) + 0.5
            columns.append(np.log(missing / left))
            lefts.append(left)
        return [*columns, np.log(lefts[0] / lefts[1])]


def _posted(posts: Reports, group: IntArray | None = None) -> tuple[Posted, Posted]:
    """Passes and other words, of groups or of all."""
    day = season_day(posts)
    won = posts.is_pass.astype(float) * posts.count
    if group is None:
        group = np.zeros(len(posts), np.int64)
    return Posted.of(group, day, won), Posted.of(group, day, posts.count - won)
