"""Plain curves of every employer and stage at once, out of counts: the least a fit must do."""

import numpy as np

from yokame.reports.counts import Counts
from yokame.reports.table import FloatArray, Word


def curves(counts: Counts, n_steps: int) -> tuple[FloatArray, FloatArray]:
    """Kaplan–Meier's share still silent and Aalen–Johansen's share passed by each step's end.

    Both (n_groups, n_steps), a group for each employer and stage.
    """
    n_stages = len(counts.stage.names)
    group = counts.employer.code * n_stages + counts.stage.code
    n_groups = len(counts.employer.names) * n_stages
    kinds = np.minimum(counts.word, Word.OTHER) * n_groups * n_steps + group * n_steps + counts.step
    summed = np.bincount(kinds, counts.count, len(Word) * n_groups * n_steps)
    by_word = summed.reshape(len(Word), n_groups, n_steps)
    ended = by_word.sum(axis=0)
    at_risk = np.maximum(ended[:, ::-1].cumsum(axis=1)[:, ::-1], 1.0)
    silent = np.cumprod(1 - (ended - by_word[Word.NONE]) / at_risk, axis=1)
    before = np.concatenate([np.ones((n_groups, 1)), silent[:, :-1]], axis=1)
    return silent, np.cumsum(before * by_word[Word.PASS] / at_risk, axis=1)
