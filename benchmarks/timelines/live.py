"""What others of the same season have reported up to the day of a question.

Acceptances are posted later than rejections, so a count of this season's posts is too dark at
first. It is therefore held against the posts that earlier seasons had on the same day of the
season, late posts missing there too: the delay of reporting cancels. Against them stand the
counts of this season, of its last one and three weeks, and what is left to come of the usual
number. How much each is worth is learned by predicting past seasons from those before them.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from benchmarks.timelines.groups import Codes, Keys, Table
from benchmarks.timelines.landmarks import accepted
from benchmarks.timelines.local_odds import PastSeason, StackedChance
from yokame.stats.levels import IntArray
from yokame.stats.normal import FloatArray
from yokame.stats.ridge_odds import fit_ridge_odds

Features = NDArray[np.float32]

_LEVELS: list[Keys] = [
    *((), ("field",), ("field", "stage"), ("family",), ("family", "stage"), ("family", "field")),
    *(("family", "field", "stage"), ("institution", "field", "stage")),
]
_WINDOWS = (7, 21)
_COUNT_PRIORS = (0.5, 2.0)
_SEASON_PRIOR = 5.0
# Sd of the effect of one sd of a feature, in log-odds.
_PRIOR_SD = 0.03
_LONGEST = 4095


class Posts:
    """Posts of a season or several: how many of a group came before a day of the season."""

    def __init__(self, group: IntArray, day: IntArray, marked: FloatArray) -> None:
        known = group >= 0
        key = _key(group[known], day[known])
        order = np.argsort(key, kind="stable")
        self._keys = key[order]
        self._sums = np.concatenate([[0.0], np.cumsum(marked[known][order])])

    def before(self, group: IntArray, day: IntArray) -> FloatArray:
        """Sum of the marks of a group's posts before a day, (n,); 0 for the group -1."""
        from_start = np.searchsorted(self._keys, group * (_LONGEST + 1), side="left")
        up_to = np.searchsorted(self._keys, _key(group, day), side="left")
        return np.where(group >= 0, self._sums[up_to] - self._sums[from_start], 0.0)


def _key(group: IntArray, day: IntArray) -> IntArray:
    return group * (_LONGEST + 1) + np.clip(day, 0, _LONGEST)


def usable(rows: pd.DataFrame) -> pd.DataFrame:
    """Decided rows with a day of report and a day of start."""
    kept = rows.report_date.notna() & rows.start_date.notna() & (rows.outcome != "none")
    return rows[kept].reset_index(drop=True)


def season_day(rows: pd.DataFrame) -> IntArray:
    """Days from the start to the report."""
    days = (rows.report_date - rows.start_date).dt.days
    return np.asarray(days.to_numpy(), dtype=np.int64)


@dataclass(frozen=True, eq=False)
class Evidence:
    """Features of a question out of the posts before it; `posts` of earlier seasons by level."""

    codes: Codes
    tables: list[Table | None]
    posts: list[tuple[Posts, Posts]]
    n_seasons: int

    @classmethod
    def of(cls, history: pd.DataFrame, codes: Codes) -> "Evidence":
        """Learn what is usual."""
        found = codes.of(history)
        tables = [Table.of(keys, found) if keys else None for keys in _LEVELS]
        rows = usable(history)
        return cls(codes, tables, _posts(rows, codes, tables), int(history.season.nunique()))

    def features(self, questions: pd.DataFrame, live: pd.DataFrame) -> Features:
        """(n_questions, n_features), all from posts before each question's day."""
        day = np.ceil(questions.t.to_numpy()).astype(np.int64)
        codes = self.codes.of(questions)
        columns: list[FloatArray] = []
        volume = np.ones(len(questions))
        now = _posts(live, self.codes, self.tables)
        for index, (table, past) in enumerate(zip(self.tables, self.posts, strict=True)):
            group = _groups(table, codes, len(questions))
            usual = [posts.before(group, day) / self.n_seasons for posts in past]
            seen = [posts.before(group, day) for posts in now[index]]
            if table is None:
                volume = (seen[0] + seen[1] + _SEASON_PRIOR) / (usual[0] + usual[1] + _SEASON_PRIOR)
            whole_year = np.full_like(day, _LONGEST)
            whole = [posts.before(group, whole_year) / self.n_seasons for posts in past]
            columns += self._compared(group, day, now[index], past, volume)
            left = [
                volume * (all_ - so_far) + 0.5 for all_, so_far in zip(whole, usual, strict=True)
            ]
            for one, rest, of_all in zip(seen, left, whole, strict=True):
                columns.append(np.log((np.maximum(volume * of_all - one, 0) + 0.5) / rest))
            columns.append(np.log(left[0] / left[1]))
        found = np.empty((len(questions), len(columns)), np.float32)
        for index, column in enumerate(columns):
            found[:, index] = column
        return found

    def _compared(
        self,
        group: IntArray,
        day: IntArray,
        now: tuple[Posts, Posts],
        past: tuple[Posts, Posts],
        volume: FloatArray,
    ) -> list[FloatArray]:
        """Counts so far and of the last weeks, by themselves and against the usual ones."""
        columns: list[FloatArray] = []
        for mine, usual in zip(now, past, strict=True):
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


def _posts(
    rows: pd.DataFrame, codes: Codes, tables: list[Table | None]
) -> list[tuple[Posts, Posts]]:
    """Acceptances and other decisions, for each level."""
    found, day, yes = codes.of(rows), season_day(rows), accepted(rows)
    groups = [_groups(table, found, len(rows)) for table in tables]
    return [(Posts(group, day, yes), Posts(group, day, 1 - yes)) for group in groups]


def _groups(table: Table | None, codes: dict[str, IntArray], n_rows: int) -> IntArray:
    return np.zeros(n_rows, np.int64) if table is None else table.find(codes)


@dataclass(frozen=True, eq=False)
class LiveCorrection:
    """What this season's posts add to the log-odds of a question."""

    evidence: Evidence
    scale: FloatArray
    coefficients: FloatArray

    @classmethod
    def learn(
        cls, history: pd.DataFrame, codes: Codes, past: list[PastSeason], chance: StackedChance
    ) -> "LiveCorrection | None":
        """Learn on replayed seasons, each with its own posts; None where nothing can be learned."""
        dated = [season for season in past if _rows_of(season, usable(history)).size > 0]
        if codes.personal or not dated:
            return None
        features = np.concatenate([_features(season, usable(history)) for season in dated])
        corrected = [chance.corrected(season.log_odds, season.features) for season in dated]
        scale = features.std(axis=0, dtype=np.float64) + 1e-3
        features /= scale.astype(np.float32)
        coefficients = fit_ridge_odds(
            features,
            np.concatenate(corrected),
            np.concatenate([season.happened for season in dated]),
            np.concatenate([season.weight for season in dated]),
            prior_sd=_PRIOR_SD,
        )
        return cls(Evidence.of(history, codes), scale, coefficients)

    def of(self, questions: pd.DataFrame, live: pd.DataFrame) -> FloatArray:
        """Log-odds to add, (n,); each question is held against the posts of its own season."""
        found = np.zeros(len(questions))
        for season in questions.season.unique():
            asked = (
                questions.season == season
            ).to_numpy() & questions.start_date.notna().to_numpy()
            posts = live[live.season == season]
            features = self.evidence.features(questions[asked], posts)
            found[asked] = features / self.scale @ self.coefficients
        return found


def _rows_of(season: PastSeason, rows: pd.DataFrame) -> pd.DataFrame:
    return rows[rows.season == season.season]


def _features(season: PastSeason, rows: pd.DataFrame) -> Features:
    evidence = Evidence.of(season.before, season.codes)
    return evidence.features(season.asked, _rows_of(season, rows))
