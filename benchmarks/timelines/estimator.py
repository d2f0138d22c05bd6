"""The estimator of a set of timelines: chance and time of a decision for those who wait."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from benchmarks.timelines.delay import DelayModel
from benchmarks.timelines.groups import Codes
from benchmarks.timelines.live import LiveCorrection, usable
from benchmarks.timelines.local_odds import StackedChance, replays

ANSWER_COLUMNS = ["row_id", "t", "p_accept", "q10", "q50", "q90"]
# All that an answer looks at; equal questions are answered once.
_ASKED_BY = ["institution", "field", "stage", "season", "start_date", "t"]


@dataclass(frozen=True, eq=False)
class Estimator:
    """What was learned from one set's history."""

    chance: StackedChance
    delay: DelayModel
    live: LiveCorrection | None = None

    @classmethod
    def learn(cls, history: pd.DataFrame, *, with_live: bool = False) -> "Estimator":
        """Learn from the rows of one set, all of them with their outcomes.

        `with_live`: learn too what reports of a running season are worth; this takes longer.
        """
        codes = Codes(history)
        past = replays(history) if history.outcome.nunique() > 1 else []
        chance = StackedChance.learn(history, codes, past)
        live = LiveCorrection.learn(history, codes, past, chance) if with_live else None
        return cls(chance, DelayModel.learn(history, codes), live)

    def answer(self, questions: pd.DataFrame, live: pd.DataFrame | None = None) -> pd.DataFrame:
        """One answer a question, columns `ANSWER_COLUMNS`.

        Of the live rows a question sees those with a report_date before its day, start_date + t.
        """
        which = questions.groupby(_ASKED_BY, dropna=False, sort=False).ngroup().to_numpy()
        distinct = questions.iloc[np.unique(which, return_index=True)[1]]
        log_odds = self.chance.log_odds(distinct)
        if live is not None and self.live is not None:
            log_odds = log_odds + self.live.of(distinct, usable(live))
        days = self.delay.quantiles(distinct)[which]
        answers = questions[["row_id", "t"]].reset_index(drop=True)
        answers["p_accept"] = (1 / (1 + np.exp(-log_odds)))[which]
        for index, column in enumerate(["q10", "q50", "q90"]):
            answers[column] = days[:, index]
        return answers
