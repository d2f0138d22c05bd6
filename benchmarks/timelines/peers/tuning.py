"""Settings chosen on the last season of a history, predicted from the seasons before it.

Every setting of a peer's grid is tried; the chance takes the one of least log-loss, the days that
of least pinball loss, and each is then learned from the whole history. `seasons` in a setting is
how many of the last seasons are learned from, 0 for all: drift is in the data, so every peer may
forget.
"""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import product
from typing import Protocol

import numpy as np
import pandas as pd

from benchmarks.timelines.columns import QUESTION_COLUMNS
from benchmarks.timelines.landmarks import accepted, asked_at, remaining
from benchmarks.timelines.peers.curves import Curves
from benchmarks.timelines.peers.peer import Learned
from yokame.learning import QUANTILES
from yokame.stats import FloatArray
from yokame.stats.scores import log_loss, pinball

Setting = dict[str, float]
_CHUNK = 4_000
# All that an answer looks at: neither the name of the row nor that of the set.
_SHARES_DECIDED = (0.05, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 0.95)
_ASKED_BY = [column for column in QUESTION_COLUMNS if column not in ("row_id", "dataset")]


class CurveModel(Protocol):
    """A model that gives every question its curves."""

    def curves(self, questions: pd.DataFrame) -> Curves:
        """The curves of each question, whose t they do not depend on unless data run out."""
        ...


Fit = Callable[[pd.DataFrame, Setting], CurveModel]


@dataclass(frozen=True, eq=False)
class InnerSeason:
    """The last season of a history as a question, and what came before it."""

    before: pd.DataFrame
    truth: pd.DataFrame
    questions: pd.DataFrame

    @classmethod
    def of(cls, history: pd.DataFrame) -> "InnerSeason | None":
        """None if the history has one season only."""
        last = history.season.max()
        before = history[history.season < last].reset_index(drop=True)
        if before.empty:
            return None
        truth = asked_at(history[history.season == last], own_days(before))
        return cls(before, truth, truth[list(QUESTION_COLUMNS)])

    def chance_loss(self, prob: FloatArray) -> float:
        """Mean log-loss."""
        return float(log_loss(accepted(self.truth), prob).mean())

    def days_loss(self, quantiles: FloatArray, shares: FloatArray = QUANTILES) -> float:
        """Mean pinball loss of those that were decided."""
        days = remaining(self.truth)
        told = ~np.isnan(days)
        return float(pinball(days[told], quantiles[told], shares).mean())


def own_days(history: pd.DataFrame) -> FloatArray:
    """Days by which given shares of a history's decisions had come: its own landmarks."""
    delays = history.delay_days.dropna().to_numpy()
    return np.unique(np.quantile(delays, _SHARES_DECIDED, method="higher"))


def grid(**values: tuple[float, ...]) -> list[Setting]:
    """All combinations."""
    return [dict(zip(values, found, strict=True)) for found in product(*values.values())]


def recent(history: pd.DataFrame, setting: Setting) -> pd.DataFrame:
    """The last `seasons` of a history, or all of it."""
    seasons = sorted(history.season.unique())[-int(setting.get("seasons", 0)) :]
    return history[history.season >= seasons[0]].reset_index(drop=True)


def told(setting: Setting) -> str:
    """A setting in words."""
    return ", ".join(f"{name} {value:g}" for name, value in setting.items())


def learn_curves(
    history: pd.DataFrame, fit: Fit, settings: list[Setting], *, rough: Setting | None = None
) -> Learned:
    """Choose among the settings, then learn from the whole history.

    `rough` is for slow peers: it is added to a setting while it is tried, and one setting is
    chosen for both chance and days, by the sum of their losses against the first setting's.
    """
    began = time.process_time()
    for_chance, for_days = _best(history, fit, settings, rough)
    took = time.process_time() - began
    chance = fit(recent(history, for_chance), for_chance)
    same = for_days == for_chance
    days = chance if same else fit(recent(history, for_days), for_days)

    def answer(questions: pd.DataFrame, _: pd.DataFrame | None = None) -> pd.DataFrame:
        return answers(chance, days, questions)

    return Learned(answer, f"chance: {told(for_chance)}; days: {told(for_days)}", took)


def _best(
    history: pd.DataFrame, fit: Fit, settings: list[Setting], rough: Setting | None
) -> tuple[Setting, Setting]:
    """The settings for the chance and for the days; with one outcome only, those for the days."""
    inner = InnerSeason.of(history)
    if inner is None or len(settings) == 1:
        return settings[0], settings[0]
    chances, days = [], []
    for setting in settings:
        model = fit(recent(inner.before, setting), setting | (rough or {}))
        found = answers(model, model, inner.questions)
        chances.append(inner.chance_loss(found.p_accept.to_numpy()))
        days.append(inner.days_loss(found[["q10", "q50", "q90"]].to_numpy()))
    if history.outcome.nunique() == 1:
        chances = days
    if rough is not None:
        chances = days = [c / chances[0] + d / days[0] for c, d in zip(chances, days, strict=True)]
    return settings[int(np.argmin(chances))], settings[int(np.argmin(days))]


def answers(chance: CurveModel, days: CurveModel, questions: pd.DataFrame) -> pd.DataFrame:
    """One answer a question; equal questions are answered once."""
    which = questions.groupby(_ASKED_BY, dropna=False, sort=False).ngroup().to_numpy()
    distinct = questions.iloc[np.unique(which, return_index=True)[1]]
    parts = [_answers(chance, days, part) for part in _chunks(distinct)]
    prob = np.concatenate([part[0] for part in parts])
    quantiles = np.concatenate([part[1] for part in parts])
    found = questions[["row_id", "t"]].reset_index(drop=True)
    found["p_accept"] = prob[which]
    found[["q10", "q50", "q90"]] = quantiles[which]
    return found


def _chunks(questions: pd.DataFrame) -> Iterator[pd.DataFrame]:
    for start in range(0, len(questions), _CHUNK):
        yield questions.iloc[start : start + _CHUNK]


def _answers(
    chance: CurveModel, days: CurveModel, questions: pd.DataFrame
) -> tuple[FloatArray, FloatArray]:
    asked = questions.t.to_numpy().astype(float)
    curves = chance.curves(questions)
    later = curves if days is chance else days.curves(questions)
    return curves.chance(asked), later.remaining(asked)
