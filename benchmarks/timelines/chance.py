"""The chance of acceptance of those who still wait: odds at each day, pooled over groups."""

from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from benchmarks.timelines.groups import PAIRS, SINGLE, TRIPLES, Codes
from benchmarks.timelines.landmarks import accepted, own_days
from benchmarks.timelines.pooling import Grouping, Pooling
from yokame.stats.normal import FloatArray
from yokame.stats.pooled_odds import PooledOdds, fit_pooled_odds

POOLING = Pooling(
    lasting=[*SINGLE, *PAIRS, *TRIPLES],
    drifting=[(), ("stage",), ("field",), ("size",), ("family",), ("family", "field")],
    seasonal=[("family",), ("family", "field"), ("family", "field", "stage")],
)
_MOST_DAYS_KEPT = 64


@dataclass(eq=False)
class ChanceMember:
    """Log-odds of "accepted, given still waiting on day t", for any t, under one clock of drift.

    How strongly to pool is learned on the history's own days; the odds at a day that is asked
    about are then fitted for that day alone, so no answer depends on what else is asked.
    """

    history: pd.DataFrame
    grouping: Grouping
    strengths: PooledOdds
    _fits: dict[float, PooledOdds] = field(default_factory=dict)

    @classmethod
    def fit(cls, history: pd.DataFrame, codes: Codes) -> "ChanceMember":
        """Learn how strongly to pool."""
        grouping = Grouping.of(history, codes, POOLING)
        return cls(history, grouping, _fit(history, grouping, own_days(history), None))

    def log_odds(self, questions: pd.DataFrame) -> FloatArray:
        """Log-odds for each question, (n,)."""
        asked = questions.t.to_numpy().astype(float)
        self._learn(np.unique(asked))
        groups = self.grouping.find(questions)
        horizon = self.grouping.codes.horizon(questions).astype(float)
        found = np.zeros(len(questions))
        for day in np.unique(asked):
            here = np.flatnonzero(asked == day)
            mine = {name: group[here] for name, group in groups.items()}
            column = np.zeros(here.size, np.int64)
            found[here], _ = self._fits[day].log_odds(mine, column, horizon[here])
        return found

    def _learn(self, days: FloatArray) -> None:
        """Fit the days that were never asked about; each by itself, though in one pass."""
        new = np.array([day for day in days if day not in self._fits])
        for start in range(0, new.size, _MOST_DAYS_KEPT):
            part = new[start : start + _MOST_DAYS_KEPT]
            fit = _fit(self.history, self.grouping, part, self.strengths)
            for column, day in enumerate(part):
                self._fits[float(day)] = fit.only(column)


@dataclass(frozen=True, eq=False)
class ChanceModel:
    """The mean, in log-odds, of the members under the clocks that a history has."""

    members: list[ChanceMember]

    @classmethod
    def fit(cls, history: pd.DataFrame, codes: Codes | None = None) -> "ChanceModel":
        """Learn how strongly to pool, under each clock."""
        clocks = (codes or Codes(history)).clocks(history)
        return cls([ChanceMember.fit(history, clock) for clock in clocks])

    def log_odds(self, questions: pd.DataFrame) -> FloatArray:
        """Log-odds for each question, (n,)."""
        found = [member.log_odds(questions) for member in self.members]
        return np.asarray(np.mean(found, axis=0))


def _fit(
    history: pd.DataFrame, grouping: Grouping, days: FloatArray, strengths: PooledOdds | None
) -> PooledOdds:
    waiting = (history.observed_days.to_numpy()[:, None] > days).astype(float)
    events = waiting * accepted(history)[:, None]
    count, levels = grouping.cells.count, grouping.levels(np.arange(days.size))
    given = None if strengths is None else strengths.strengths
    return fit_pooled_odds(count(events), count(waiting), levels, strengths=given)
