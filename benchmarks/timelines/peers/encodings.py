"""Groups as numbers, for peers that need columns of numbers.

A group of applications becomes the log-odds of acceptance, the mean logarithm of the days and the
number of its reports, the first two shrunk to those of all by `_PRIOR` reports. Rows that are
learned from get the figures of the *other* seasons, as rows that are asked about do; else a model
would trust the figures of a small group, which hold the row's own outcome.

Source: Micci-Barreca (2001), A preprocessing scheme for high-cardinality categorical attributes in
classification and prediction problems, SIGKDD Explorations 3(1), 27-32.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from benchmarks.timelines.landmarks import accepted
from yokame.stats import FloatArray, IntArray

_PRIOR = 10.0
_KEYS = [
    *(["institution"], ["institution", "stage"], ["institution", "field"]),
    *(["institution", "field", "stage"], ["field", "stage"]),
]
_FOLDS = 5
_MOST_NAMES, _LEAST_SHARE = 30, 0.01


@dataclass(frozen=True, eq=False)
class GroupFigures:
    """For each key the figures of its groups, (n_groups, 3), and where each group is."""

    figures: list[pd.DataFrame]
    everybody: tuple[float, float]

    @classmethod
    def of(cls, history: pd.DataFrame) -> "GroupFigures":
        """Count a history."""
        happened = accepted(history)
        share = (happened.sum() + 0.5) / (len(history) + 1)
        days = np.log1p(history.delay_days)
        middle = float(days.mean())
        table = history.assign(happened=happened, days=days)
        n_seasons = history.season.nunique()
        figures = []
        for keys in _KEYS:
            found = table.groupby(keys, sort=True).agg(
                n=("happened", "size"),
                yes=("happened", "sum"),
                n_days=("days", "count"),
                days=("days", "sum"),
            )
            odds = (found.yes + _PRIOR * share) / (found.n - found.yes + _PRIOR * (1 - share))
            mean = (found.days + _PRIOR * middle) / (found.n_days + _PRIOR)
            figures.append(
                pd.DataFrame(
                    {"odds": np.log(odds), "mean": mean, "n": np.log1p(found.n / n_seasons)}
                )
            )
        return cls(figures, (float(np.log(share / (1 - share))), middle))

    def find(self, rows: pd.DataFrame) -> FloatArray:
        """(n_rows, 3 * n_keys); an unknown group has no reports and everybody's figures."""
        columns = []
        for keys, figures in zip(_KEYS, self.figures, strict=True):
            found = rows[keys].merge(figures, how="left", left_on=keys, right_index=True)
            filled = found[["odds", "mean", "n"]].fillna(
                {"odds": self.everybody[0], "mean": self.everybody[1], "n": 0.0}
            )
            columns.append(filled.to_numpy(float))
        return np.column_stack(columns)


def out_of_season(history: pd.DataFrame) -> FloatArray:
    """The figures of each row of a history, counted in its other seasons, (n_rows, 3 * n_keys).

    A history of one season is cut into five parts instead.
    """
    part = part_of(history)
    found = np.zeros((len(history), 3 * len(_KEYS)))
    for each in np.unique(part):
        others = history[part != each]
        found[part == each] = GroupFigures.of(others).find(history[part == each])
    return found


def part_of(history: pd.DataFrame) -> IntArray:
    """Which part of a history each row is in: its season, or one of five where there is but one."""
    if history.season.nunique() > 1:
        return np.asarray(history.season.to_numpy(), dtype=np.int64)
    return np.arange(len(history), dtype=np.int64) % _FOLDS


@dataclass(frozen=True, eq=False)
class Encoding:
    """The columns of an application: group figures, field, stage and the time of its start.

    `names` holds the commoner names of a column in order; `personal` is whether starts differ.
    """

    figures: GroupFigures
    names: dict[str, list[str]]
    personal: bool
    n_figures: int = 3 * len(_KEYS)

    @classmethod
    def of(cls, history: pd.DataFrame) -> "Encoding":
        """What a history knows."""
        names = {column: _common(history[column]) for column in ("field", "stage", "institution")}
        starts = history.groupby("season").start_date.nunique()
        personal = bool(history.start_date.notna().all() and (starts > 1).any())
        return cls(GroupFigures.of(history), names, personal)

    def asked(self, rows: pd.DataFrame) -> FloatArray:
        """The columns of rows that are asked about, with field and stage as code numbers."""
        return np.column_stack([self.figures.find(rows), self._own(rows)])

    def learned(self, history: pd.DataFrame) -> FloatArray:
        """The same columns of the history itself."""
        return np.column_stack([out_of_season(history), self._own(history)])

    def codes(self, rows: pd.DataFrame, column: str) -> IntArray:
        """The place of each row's name in the names of a column, -1 for one that is not there."""
        return np.asarray(pd.Index(self.names[column]).get_indexer(rows[column]), dtype=np.int64)

    def _own(self, rows: pd.DataFrame) -> FloatArray:
        columns = [self.codes(rows, "field"), self.codes(rows, "stage"), self.began(rows)]
        if self.personal:
            turn = 2 * np.pi * rows.start_date.dt.dayofyear.to_numpy() / 365.25
            columns += [np.sin(turn), np.cos(turn)]
        return np.column_stack(columns).astype(float)

    def began(self, rows: pd.DataFrame) -> FloatArray:
        """The time of the start in years: of the day where starts are personal, else the season."""
        if not self.personal:
            return np.asarray(rows.season.to_numpy(), dtype=float)
        starts = rows.start_date.dt
        return np.asarray(starts.year.to_numpy() + (starts.dayofyear.to_numpy() - 1) / 366)


def _common(column: pd.Series) -> list[str]:
    """The names that one in a hundred rows has, at most 30; the rest count as one."""
    shares = column.value_counts(normalize=True)
    return sorted(shares.index[shares >= _LEAST_SHARE][:_MOST_NAMES])
