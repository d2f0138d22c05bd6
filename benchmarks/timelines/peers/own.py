"""yokame itself, which tunes nothing by hand: strengths are estimated while it learns."""

import pandas as pd

from benchmarks.timelines.estimator import Estimator
from benchmarks.timelines.peers.peer import Learned


def learn(history: pd.DataFrame) -> Learned:
    """The estimator without reports of the running season."""
    estimator = Estimator.learn(history)
    return Learned(lambda questions, _: estimator.answer(questions))


def learn_live(history: pd.DataFrame) -> Learned:
    """The estimator that learned what reports of the running season are worth."""
    return Learned(Estimator.learn(history, with_live=True).answer)
