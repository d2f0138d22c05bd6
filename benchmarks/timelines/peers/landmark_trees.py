"""LightGBM on landmark rows: every application once for each day on which it still waited.

One model of acceptance, and three of the remaining days by quantile loss, sorted where they cross;
all start from everybody's figures of the day (`shares`), so that few trees are no worse than these.
Columns: the day, the encodings, and for the live track yokame's own features of the reports before
the question's day. Tuned, for the chance and for the days (on their median) apart: leaves and the
smallest leaf, then whether to learn from three seasons only, and by early stopping the number of
trees.

Source: van Houwelingen (2007), Dynamic prediction by landmarking in event history analysis,
Scandinavian Journal of Statistics 34(1), 70-85.
"""

import time
from dataclasses import dataclass

import lightgbm
import numpy as np
import pandas as pd

from benchmarks.timelines.peers.landmark_rows import Columns, LandmarkRows
from benchmarks.timelines.peers.peer import Learned
from benchmarks.timelines.peers.shares import count
from benchmarks.timelines.peers.tuning import InnerSeason, Setting, grid, recent, told
from yokame.learning import QUANTILES
from yokame.stats import FloatArray

Objective = dict[str, str | float]

_SETTINGS = grid(num_leaves=(7, 31), min_data_in_leaf=(50, 300), seasons=(0,))
_RECENT, _LEAST = 3, 1e-4
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
    began = time.process_time()
    for_chance, for_days = _tuned(history, with_live=with_live)
    took = time.process_time() - began
    chance = _Trees(history, [_CHANCE], for_chance, with_live=with_live)
    days = _Trees(history, _DAYS, for_days, with_live=with_live)

    def answer(questions: pd.DataFrame, live: pd.DataFrame | None) -> pd.DataFrame:
        found = questions[["row_id", "t"]].reset_index(drop=True)
        found["p_accept"] = 1 / (1 + np.exp(-chance.predict(questions, live)[:, 0]))
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
        self._objectives, self._history = objectives, recent(history, setting)
        self._columns = Columns.of(self._history, with_live=with_live)
        rows = LandmarkRows.of(self._history, with_live=with_live)
        n_trees = int(setting["trees"])
        self._trees = [
            lightgbm.train(_given(setting, each), _data(rows, self._history, each), n_trees)
            for each in objectives
        ]

    def predict(self, questions: pd.DataFrame, live: pd.DataFrame | None) -> FloatArray:
        """What each objective's trees say, log-odds or days, (n_questions, n_objectives)."""
        columns = self._columns.asked(questions, live)
        start = _start(self._history, questions.t.to_numpy(float), self._objectives)
        grown = [trees.predict(columns, raw_score=True) for trees in self._trees]
        return np.asarray(start + np.stack(grown, axis=1))


def _tuned(history: pd.DataFrame, *, with_live: bool) -> tuple[Setting, Setting]:
    """The settings of least loss on the last season, for the chance and for the median day."""
    inner = InnerSeason.of(history)
    if inner is None:
        return _UNTUNED, _UNTUNED
    last = history[history.season == history.season.max()] if with_live else None
    found: list[Setting] = []
    for objective in (_CHANCE, _DAYS[1]):
        cut = _Cut.of(inner, last, seasons=0)
        tried = [cut.watched(objective, setting) for setting in _SETTINGS]
        sizes = min(tried, key=lambda each: each[0])[1]
        cut = _Cut.of(inner, last, seasons=_RECENT)
        tried.append(cut.watched(objective, sizes | {"seasons": _RECENT}))
        found.append(min(tried, key=lambda each: each[0])[1])
    return found[0], found[1]


@dataclass(frozen=True, eq=False)
class _Cut:
    """Seasons to learn from, and a later one to be judged on."""

    before: pd.DataFrame
    rows: LandmarkRows
    later: LandmarkRows

    @classmethod
    def of(cls, inner: InnerSeason, last: pd.DataFrame | None, *, seasons: int) -> "_Cut":
        """The last of the earlier seasons, or all of them; live where the last one is given."""
        before, with_live = recent(inner.before, {"seasons": seasons}), last is not None
        columns = Columns.of(before, with_live=with_live)
        rows = LandmarkRows.of(before, with_live=with_live)
        return cls(before, rows, LandmarkRows.seen(columns, inner.truth, last))

    def watched(self, objective: Objective, setting: Setting) -> tuple[float, Setting]:
        """Least loss on the later rows, and the setting with as many trees as reached it."""
        grown = lightgbm.train(
            _given(setting, objective),
            _data(self.rows, self.before, objective),
            _MOST_TREES,
            [_data(self.later, self.before, objective)],
            callbacks=[lightgbm.early_stopping(_PATIENCE, verbose=False)],
        )
        loss = min(grown.best_score["valid_0"].values())
        return loss, setting | {"trees": grown.best_iteration}


def _given(setting: Setting, objective: Objective) -> dict[str, str | float]:
    sizes = {name: int(setting[name]) for name in ("num_leaves", "min_data_in_leaf")}
    return {**_FIXED, **sizes, **objective}


def _data(rows: LandmarkRows, history: pd.DataFrame, objective: Objective) -> lightgbm.Dataset:
    """The rows that count for an objective, each from its start."""
    mine = rows if objective is _CHANCE else rows.decided()
    aim = mine.happened if objective is _CHANCE else mine.days
    start = _start(history, mine.columns[:, 0].astype(float), [objective])[:, 0]
    return lightgbm.Dataset(mine.columns, aim, init_score=start)


def _start(history: pd.DataFrame, days: FloatArray, objectives: list[Objective]) -> FloatArray:
    """Everybody's log-odds or quantiles at each day, (n_days, n_objectives)."""
    distinct, which = np.unique(days, return_inverse=True)
    found = count(history, pd.DataFrame({"row_id": "", "t": distinct}))
    share = np.clip(found.p_accept.to_numpy(), _LEAST, 1 - _LEAST)
    if objectives == [_CHANCE]:
        return np.asarray(np.log(share / (1 - share))[which, None])
    names = [f"q{100 * float(each['alpha']):.0f}" for each in objectives]
    return np.asarray(found[names].to_numpy()[which])
