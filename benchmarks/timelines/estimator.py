"""The estimator of a set of timelines: chance and time of a decision for those who wait."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from benchmarks.timelines.chance import ChanceModel
from benchmarks.timelines.delay import DelayModel
from benchmarks.timelines.groups import Codes

ANSWER_COLUMNS = ["row_id", "t", "p_accept", "q10", "q50", "q90"]


@dataclass(frozen=True, eq=False)
class Estimator:
    """What was learned from one set's history."""

    chance: ChanceModel
    delay: DelayModel

    @classmethod
    def learn(cls, history: pd.DataFrame) -> "Estimator":
        """Learn from the rows of one set, all of them with their outcomes."""
        codes = Codes(history)
        return cls(ChanceModel.fit(history, codes), DelayModel.learn(history, codes))

    def answer(self, questions: pd.DataFrame) -> pd.DataFrame:
        """One answer a question; a row has the columns `ANSWER_COLUMNS`."""
        prob = 1 / (1 + np.exp(-self.chance.log_odds(questions)))
        days = self.delay.quantiles(questions)
        answers = questions[["row_id", "t"]].reset_index(drop=True)
        answers["p_accept"] = prob
        for index, column in enumerate(["q10", "q50", "q90"]):
            answers[column] = days[:, index]
        return answers
