"""What a model answers about a simulated world, beside the truth and a naive count."""

from dataclasses import dataclass
from datetime import timedelta

import numpy as np

from tests.recovery.simulation import STAGES, TODAY, World, log_odds
from yokame.forecast import Model, Question
from yokame.reports import Stage
from yokame.reports.table import Reports
from yokame.stats import FloatArray, IntArray

SILENCE_DAYS: IntArray = np.array([0, 4, 10, 18, 28])


@dataclass(frozen=True, eq=False)
class Measured:
    """Log-odds of a pass for every employer and stage after each silence, (n, n_silences).

    `low` and `high` are the answer's own range; `count` is the share of passes among those who
    reported a wait at least so long.
    """

    truth: FloatArray
    answer: FloatArray
    low: FloatArray
    high: FloatArray
    prior: FloatArray
    count: FloatArray

    def bias(self, of: FloatArray) -> FloatArray:
        """Mean error after each silence."""
        return np.asarray((of - self.truth).mean(axis=0))

    def error(self, of: FloatArray) -> FloatArray:
        """Root of the mean squared error after each silence."""
        return np.asarray(np.sqrt(((of - self.truth) ** 2).mean(axis=0)))

    def coverage(self) -> FloatArray:
        """How often the truth lies in the answer's range."""
        inside = (self.low <= self.truth) & (self.truth <= self.high)
        return np.asarray(inside.mean(axis=0))

    def followed_by(self, other: "Measured") -> "Measured":
        """Two worlds as one."""
        pairs = zip(vars(self).values(), vars(other).values(), strict=True)
        return Measured(*(np.concatenate(pair) for pair in pairs))


def measured(world: World, reports: Reports) -> Measured:
    """Ask about every employer and stage of the world."""
    plain = Model.from_priors(world.priors)
    model = plain.train(reports, today=TODAY)
    truth, answered, prior = [], [], []
    for employer in range(world.industry.size):
        for stage in range(len(STAGES)):
            truth.append(world.passed_prob(employer, stage, SILENCE_DAYS))
            asked = [_question(world, employer, stage, int(days)) for days in SILENCE_DAYS]
            ranges = [model.answer(question).passed for question in asked]
            answered.append([(r.prob, r.low, r.high) for r in ranges])
            prior.append([plain.passed_prob(question) for question in asked])
    answer, low, high = (log_odds(part) for part in np.moveaxis(np.array(answered), 2, 0))
    return Measured(
        *(log_odds(np.array(truth)), answer, low, high, log_odds(np.array(prior))),
        np.tile(_counted(reports), (world.industry.size, 1)),
    )


def _question(world: World, employer: int, stage: int, days: int) -> Question:
    return Question(
        stage=Stage(STAGES[stage]),
        held=TODAY - timedelta(days=days),
        today=TODAY,
        employer=f"employer {employer:04}",
        industry=f"industry {world.industry[employer]}",
        size=int(world.size[employer]),
    )


def _counted(reports: Reports) -> FloatArray:
    """Log-odds of the share of passes among reports of waits longer than each silence, by stage."""
    found = np.zeros((len(STAGES), SILENCE_DAYS.size))
    for stage in range(len(STAGES)):
        for place, days in enumerate(SILENCE_DAYS):
            rows = (reports.stage.code == stage) & (reports.days > days)
            share = (reports.is_pass[rows].sum() + 0.5) / (rows.sum() + 1)
            found[stage, place] = log_odds(np.array(share))
    return found
