"""Everybody's figures: the share accepted, and the quantiles, of those who waited as long.

This is the base that the pinball ratio of every mark is held against. Nothing is tuned.
"""

import numpy as np
import pandas as pd

from benchmarks.timelines.backtest import everybody
from benchmarks.timelines.landmarks import accepted
from benchmarks.timelines.peers.peer import Learned


def learn(history: pd.DataFrame) -> Learned:
    """Keep the history: all is counted when it is asked for."""
    return Learned(lambda questions, _: count(history, questions))


def count(history: pd.DataFrame, questions: pd.DataFrame) -> pd.DataFrame:
    """The share and the quantiles at each question's day; a day past all of them takes all."""
    happened, observed = accepted(history), history.observed_days.to_numpy()
    answers = questions[["row_id", "t"]].reset_index(drop=True)
    shares = np.zeros(len(questions))
    for day in questions.t.unique():
        waiting = observed > day
        share = happened[waiting].mean() if waiting.any() else happened.mean()
        shares[(questions.t == day).to_numpy()] = share
    answers["p_accept"] = shares
    answers[["q10", "q50", "q90"]] = everybody(history, questions)
    return answers
