"""Past seasons as they would have been answered: what a correction can learn from."""

from dataclasses import dataclass

import numpy as np

from yokame.learning.chance import ChanceModel
from yokame.learning.grid import Grid
from yokame.learning.groups import Codes
from yokame.learning.own_groups import OwnGroups
from yokame.reports.counts import UNKNOWN_MONTH, Counts, distinct_rows
from yokame.reports.table import NO_DAY, Waits
from yokame.stats import FloatArray, IntArray

PAST_SEASONS = 3
# A dozen numbers are learned from the replays: more waits than this would not move them.
_ENOUGH_WAITS = 100_000
_SHARES = np.array([0.05, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 0.95])


@dataclass(frozen=True, eq=False)
class PastSeason:
    """One past season, learned from the seasons before and asked at the landmark columns.

    `asked` each kind of wait at each column at which some still waited; `log_odds` and `features`
    what is known of it, `happened` the share that passed, `weight` how many waits, each counted
    once over all columns.
    """

    season: int
    codes: Codes
    asked: Waits
    log_odds: FloatArray
    features: FloatArray
    happened: FloatArray
    weight: FloatArray

    @classmethod
    def replay(cls, counts: Counts, season: int, grid: Grid) -> "PastSeason":
        """Learn from the seasons before, ask about this one."""
        before = counts.take(counts.season < season)
        codes = Codes.learn(before)
        asked, happened, weight = _asked(counts.take(counts.season == season), grid)
        log_odds = ChanceModel.learn(before, codes, grid).log_odds(asked)
        features = OwnGroups.learn(before, codes, grid).features(asked)
        return cls(season, codes, asked, log_odds, features, happened, weight)


def replays(counts: Counts, grid: Grid) -> list[PastSeason]:
    """The last past seasons that have one before them, as many as are needed to learn from."""
    seasons, which = np.unique(counts.season, return_inverse=True)
    n_waits = np.bincount(which.ravel(), counts.count)[1:][::-1]
    n_needed = 1 + int(np.searchsorted(np.cumsum(n_waits), _ENOUGH_WAITS))
    last = seasons[1:][-min(n_needed, PAST_SEASONS) :]
    return [PastSeason.replay(counts, int(season), grid) for season in last]


def _asked(counts: Counts, grid: Grid) -> tuple[Waits, FloatArray, FloatArray]:
    """Questions about each kind of wait at the landmarks, with what became of them."""
    at = grid.position(grid.edges)
    columns: IntArray = np.unique(np.minimum(np.searchsorted(at, _SHARES), at.size - 2))
    first, kind = distinct_rows(counts, without=("step", "word", "followed", "count"))
    kinds = counts.take(first)
    parts: list[tuple[IntArray, FloatArray, FloatArray, FloatArray]] = []
    for column in columns:
        waiting = counts.step > column
        n = np.bincount(kind[waiting], counts.count[waiting], first.size)
        won = waiting & counts.is_pass
        passed = np.bincount(kind[won], counts.count[won], first.size)
        some = np.flatnonzero(n > 0)
        days = np.full(some.size, grid.edges[column])
        parts.append((some, days, passed[some] / n[some], n[some] / columns.size))
    which, days, happened, weight = (np.concatenate(part) for part in zip(*parts, strict=True))
    return _questions(kinds.take(which), days), happened, weight


def _questions(kinds: Counts, days: FloatArray) -> Waits:
    """Waits of these kinds, silent for so many days."""
    months = (kinds.month - 1970 * 12).astype("datetime64[M]").astype("datetime64[D]")
    return Waits(
        employer=kinds.employer,
        industry=kinds.industry,
        stage=kinds.stage,
        track=kinds.track,
        size=kinds.size,
        season=kinds.season,
        held=np.where(kinds.month == UNKNOWN_MONTH, NO_DAY, months),
        days=days,
    )
