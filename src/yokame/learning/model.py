"""A learned model: what reports taught about the chance of a pass and the day of word."""

from dataclasses import dataclass
from typing import Self

import numpy as np

from yokame.learning.delay import DelayModel
from yokame.learning.grid import Grid
from yokame.learning.groups import Codes
from yokame.learning.live import LiveCorrection
from yokame.learning.replay import replays
from yokame.learning.stack import StackedChance
from yokame.reports.counts import Counts, count_in_memory, delay_counts
from yokame.reports.table import Coded, Reports, Waits
from yokame.stats import FloatArray, IntArray


@dataclass(frozen=True, eq=False)
class Predicted:
    """Answers, a row each.

    `passed_prob` (n,): chance of a pass, given no word so far. `quantile_days` (n, 3): days still
    to wait by which word comes with chances 10, 50 and 90 %, given that it comes.
    """

    passed_prob: FloatArray
    quantile_days: FloatArray


@dataclass(frozen=True, eq=False)
class LearnedModel:
    """What was learned from reports. Make one by `fit`."""

    grid: Grid
    chance: StackedChance
    delay: DelayModel
    live: LiveCorrection | None = None

    @classmethod
    def fit(cls, reports: Reports, *, with_live: bool = False) -> Self:
        """Learn from reports.

        `with_live`: learn too what posts of a running season are worth; this takes longer.
        """
        grid = Grid.of(*delay_counts(reports))
        counts = count_in_memory(reports, grid.edges)
        return cls.fit_counts(counts, grid, reports if with_live else None)

    @classmethod
    def fit_counts(cls, counts: Counts, grid: Grid, posts: Reports | None = None) -> Self:
        """Learn from counts on a grid; `posts` as well to learn what live ones are worth."""
        codes = Codes.learn(counts)
        past = replays(counts, grid) if np.unique(counts.is_pass).size > 1 else []
        chance = StackedChance.learn(counts, codes, grid, past)
        live = None if posts is None else LiveCorrection.learn(posts, codes, past, chance)
        return cls(grid, chance, DelayModel.learn(counts, codes, grid), live)

    def predict(self, waits: Waits, live: Reports | None = None) -> Predicted:
        """Answer each wait by itself: what else is asked in the same call changes nothing.

        Of the live reports a wait sees those that were posted before its day, held + days.
        """
        rows, which = _distinct(waits)
        asked = waits.take(rows)
        log_odds = self.chance.log_odds(asked)
        if live is not None and self.live is not None:
            log_odds = log_odds + self.live.of(asked, live)
        passed_prob = 1 / (1 + np.exp(-log_odds))
        return Predicted(passed_prob[which], self.delay.quantiles(asked)[which])

    @property
    def times(self) -> FloatArray:
        """Days from day zero at which `predict_survival_function` speaks, ascending, (n_times,)."""
        return self.grid.edges

    def predict_survival_function(self, waits: Waits) -> FloatArray:
        """Chance that a word that comes is not there yet at each of `times`, (n, n_times).

        Given the silence so far: 1 up to the wait's own days. Of word that never comes it says
        nothing: the reports may hold none such, or not all.
        """
        rows, which = _distinct(waits)
        return self.delay.still_waiting(waits.take(rows))[which]


def _distinct(waits: Waits) -> tuple[IntArray, IntArray]:
    """One row of each distinct question, and which question each row asks."""
    joint = np.zeros(len(waits), np.int64)
    for column in (
        *(waits.employer, waits.industry, waits.stage, waits.track),
        *(waits.size, waits.season, waits.held, waits.days),
    ):
        values = column.code if isinstance(column, Coded) else column
        found, code = np.unique(values, return_inverse=True)
        joint = np.unique(joint * found.size + code.ravel(), return_inverse=True)[1].ravel()
    _, rows, which = np.unique(joint, return_index=True, return_inverse=True)
    return rows, which.ravel()
