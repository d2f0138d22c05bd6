"""LightGBM on landmark rows: every application once for each day on which it still waited.

One model of acceptance, and three of the remaining days by quantile loss, sorted where they cross.
Columns: the day, the encodings, and for the live track yokame's own features of the reports before
the question's day. Tuned, for the chance and for the days (on their median) apart: leaves and the
smallest leaf, then whether to learn from three seasons only, and by early stopping the number of
trees.

Source: van Houwelingen (2007), Dynamic prediction by landmarking in event history analysis,
Scandinavian Journal of Statistics 34(1), 70-85.
"""

import time

import lightgbm
import numpy as np
import pandas as pd

from benchmarks.timelines.peers.landmark_rows import Columns, LandmarkRows
from benchmarks.timelines.peers.peer import Learned
from benchmarks.timelines.peers.tuning import InnerSeason, Setting, grid, recent, told
from yokame.learning import QUANTILES
from yokame.stats import FloatArray

Objective = dict[str, str | float]

_SETTINGS = grid(num_leaves=(7, 31), min_data_in_leaf=(50, 300), seasons=(0,))
_RECENT = 3
_MOST_TREES, _PATIENCE = 400, 20
_UNTUNED: Setting = {"num_leaves": 7, "min_data_in_leaf": 50, "seasons": 0, "trees": 100}
_FIXED: dict[str, str | float] = {
    **{"learning_rate": 0.1, "lambda_l2": 5.0, "feature_fraction": 0.7, "num_threads": 1},
    **{"seed": 8, "deterministic": True, "force_row_wise": True, "verbosity": -1},
}
_CHANCE: Objective = {"objective": "binary"}
_DAYS: list[Objective] = [{"objective": "quantile", "alpha": float(q)} for q in QUANTILES]


def learn(history: pd.DataFrame) -> Learned:
    """Without reports of the running season."""
    return _learn(history, with_live=False)


def learn_live(history: pd.DataFrame) -> Learned:
    """With reports of the running season, where the history has days of report."""
    return _learn(history, with_live=bool(history.report_date.notna().any()))


def _learn(history: pd.DataFrame, *, with_live: bool) -> Learned:
    began = time.perf_counter()
    for_chance, for_days = _tuned(history, with_live=with_live)
    took = time.perf_counter() - began
    chance = _Trees(history, [_CHANCE], for_chance, with_live=with_live)
    days = _Trees(history, _DAYS, for_days, with_live=with_live)

    def answer(questions: pd.DataFrame, live: pd.DataFrame | None) -> pd.DataFrame:
        found = questions[["row_id", "t"]].reset_index(drop=True)
        found["p_accept"] = chance.predict(questions, live)[:, 0]
        quantiles = np.sort(np.maximum(days.predict(questions, live), 0.0), axis=1)
        found[["q10", "q50", "q90"]] = quantiles
        return found

    return Learned(answer, f"chance: {told(for_chance)}; days: {told(for_days)}", took)


class _Trees:
    """Trees for some objectives under one setting, and the columns they were grown on."""

    def __init__(
        self,
        history: pd.DataFrame,
        objectives: list[Objective],
        setting: Setting,
        *,
        with_live: bool,
    ) -> None:
        mine = recent(history, setting)
        self._columns = Columns.of(mine, with_live=with_live)
        rows = LandmarkRows.of(mine, with_live=with_live)
        self._trees = [
            lightgbm.train(_given(setting, each), _data(rows, each), int(setting["trees"]))
            for each in objectives
        ]

    def predict(self, questions: pd.DataFrame, live: pd.DataFrame | None) -> FloatArray:
        """What each objective's trees say, (n_questions, n_objectives)."""
        columns = self._columns.asked(questions, live)
        return np.stack([trees.predict(columns) for trees in self._trees], axis=1)


def _tuned(history: pd.DataFrame, *, with_live: bool) -> tuple[Setting, Setting]:
    """The settings of least loss on the last season, for the chance and for the median day."""
    inner = InnerSeason.of(history)
    if inner is None:
        return _UNTUNED, _UNTUNED
    last = history[history.season == history.season.max()] if with_live else None
    found: list[Setting] = []
    for objective in (_CHANCE, _DAYS[1]):
        rows, later = _cut(inner, last, seasons=0)
        tried = [_watched(rows, later, objective, setting) for setting in _SETTINGS]
        sizes = min(tried, key=lambda each: each[0])[1]
        rows, later = _cut(inner, last, seasons=_RECENT)
        tried.append(_watched(rows, later, objective, sizes | {"seasons": _RECENT}))
        found.append(min(tried, key=lambda each: each[0])[1])
    return found[0], found[1]


def _cut(
    inner: InnerSeason, last: pd.DataFrame | None, *, seasons: int
) -> tuple[LandmarkRows, LandmarkRows]:
    """Rows to learn from and rows to be judged on."""
    before = recent(inner.before, {"seasons": seasons})
    with_live = last is not None
    columns = Columns.of(before, with_live=with_live)
    rows = LandmarkRows.of(before, with_live=with_live)
    return rows, LandmarkRows.seen(columns, inner.truth, last)


def _watched(
    rows: LandmarkRows, later: LandmarkRows, objective: Objective, setting: Setting
) -> tuple[float, Setting]:
    """Least loss on later rows, and the setting with the number of trees that reached it."""
    grown = lightgbm.train(
        _given(setting, objective),
        _data(rows, objective),
        _MOST_TREES,
        [_data(later, objective)],
        callbacks=[lightgbm.early_stopping(_PATIENCE, verbose=False)],
    )
    loss = min(grown.best_score["valid_0"].values())
    return loss, setting | {"trees": grown.best_iteration}


def _given(setting: Setting, objective: Objective) -> dict[str, str | float]:
    sizes = {name: int(setting[name]) for name in ("num_leaves", "min_data_in_leaf")}
    return {**_FIXED, **sizes, **objective}


def _data(rows: LandmarkRows, objective: Objective) -> lightgbm.Dataset:
    if objective is _CHANCE:
        return lightgbm.Dataset(rows.columns, rows.happened)
    decided = rows.decided()
    return lightgbm.Dataset(decided.columns, decided.days)
