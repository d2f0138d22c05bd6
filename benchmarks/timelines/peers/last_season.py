"""The last season of every set: what may be learned from, what is asked, and how it is scored."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from benchmarks.timelines.backtest import CHANCE_SETS, score_answers
from benchmarks.timelines.columns import QUESTION_COLUMNS
from benchmarks.timelines.landmarks import LANDMARKS, accepted, asked_at
from yokame.stats import FloatArray

_N_BINS = 10


@dataclass(frozen=True, eq=False)
class LastSeason:
    """A set cut before its last season; `live` are that season's reports that have a date."""

    name: str
    history: pd.DataFrame
    truth: pd.DataFrame
    questions: pd.DataFrame
    live: pd.DataFrame

    @classmethod
    def of(cls, name: str, rows: pd.DataFrame) -> "LastSeason":
        """Ask on the scorer's days; no question carries an outcome."""
        last = rows[rows.season == rows.season.max()]
        truth = asked_at(last, np.array(LANDMARKS[name]))
        history = rows[rows.season < rows.season.max()].reset_index(drop=True)
        live = last[last.report_date.notna() & last.start_date.notna()].reset_index(drop=True)
        return cls(name, history, truth, truth[list(QUESTION_COLUMNS)], live)

    def score(self, answers: pd.DataFrame) -> dict[str, float]:
        """All marks of answers in the order of the questions; chances only where they differ."""
        season = int(self.truth.season.max())
        found = score_answers(self.truth, answers, self.history, self.name, season)
        marks = {
            "questions": found.n,
            "pinball": found.pinball,
            "base_pinball": found.base_pinball,
            "coverage": found.coverage,
        }
        if self.name not in CHANCE_SETS:
            return marks
        happened, prob = accepted(self.truth), answers.p_accept.to_numpy()
        return marks | {
            "log_loss": found.log_loss,
            "ece": found.ece,
            "brier": float(((happened - prob) ** 2).mean()),
            "auc": area_under_curve(happened, prob),
        }

    def reliability(self, answers: pd.DataFrame) -> list[tuple[int, float, float]]:
        """Number, mean chance and share accepted of each tenth of the chances that occurs."""
        if self.name not in CHANCE_SETS:
            return []
        return reliability(accepted(self.truth), answers.p_accept.to_numpy())


def area_under_curve(happened: FloatArray, prob: FloatArray) -> float:
    """How often one who was accepted had the higher chance (AUC), ties half; nan if all were."""
    n_yes = happened.sum()
    n_no = happened.size - n_yes
    if n_yes == 0 or n_no == 0:
        return float("nan")
    ranks = pd.Series(prob).rank().to_numpy()[happened == 1]
    return float((ranks.sum() - n_yes * (n_yes + 1) / 2) / (n_yes * n_no))


def reliability(happened: FloatArray, prob: FloatArray) -> list[tuple[int, float, float]]:
    """Number, mean chance and frequency in ten equal bins of the chance, without empty ones."""
    which = np.minimum((prob * _N_BINS).astype(int), _N_BINS - 1)
    return [
        (
            int((which == k).sum()),
            float(prob[which == k].mean()),
            float(happened[which == k].mean()),
        )
        for k in np.unique(which)
    ]
