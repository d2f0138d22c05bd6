"""The numbers of an answer out of the oracle's draws, each with its own standard error."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import pairwise

import numpy as np

from tests.reference.oracle import Array, Drawn, draw
from tests.reference.oracle_clock import ends, rolled, survived
from yokame.forecast import Question

# Enough to judge the spread between batches, few enough that a batch has 10,000 draws.
N_BATCHES = 20


@dataclass(frozen=True)
class Estimate:
    """A number made from draws, and the standard error that its batches show."""

    value: float
    error: float


def _estimate(statistic: Callable[[slice], float], n_draws: int) -> Estimate:
    """`statistic` of all draws, its error from the same statistic of 20 batches."""
    edges = np.linspace(0, n_draws, N_BATCHES + 1).astype(int)
    batches = [statistic(slice(a, b)) for a, b in pairwise(edges)]
    spread = float(np.std(batches, ddof=1)) / N_BATCHES**0.5
    return Estimate(statistic(slice(None)), spread)


def _ratio(top: Array, bottom: Array) -> Estimate:
    """mean(top) / mean(bottom): never the mean of ratios."""
    return _estimate(lambda part: float(top[part].mean() / bottom[part].mean()), top.size)


def weighted_point(values: Array, weights: Array, share: float) -> float:
    """The smallest value below which (itself included) lies `share` of all weight."""
    order = np.argsort(values)
    reached = np.cumsum(weights[order])
    return float(values[order][np.searchsorted(reached, share * reached[-1])])


@dataclass(frozen=True)
class Oracle:
    """What the design's section 6 gives for one question, computed number by number on demand."""

    question: Question
    drawn: Drawn

    @classmethod
    def of(cls, question: Question, seed: int) -> "Oracle":
        return cls(question, draw(question, seed))

    def a_and_b(self) -> tuple[Array, Array]:
        """A and B of the wait as it stands: silent until today, or ended by a contact."""
        contact = self.question.contact
        if contact is None:
            return self._silent_on(self.question.today)
        return self.drawn.contacted(*self._step_of(contact.on))

    def _silent_on(self, day: date) -> tuple[Array, Array]:
        return self.drawn.still_silent(survived(self.question.held, day))

    def _step_of(self, day: date) -> tuple[float, float]:
        """The stretch of T that a contact on `day` stands for."""
        held = self.question.held
        if day == held:
            return 0.0, 0.5
        came = rolled(day)
        return ends(held, date.fromordinal(came.toordinal() - 1)), ends(held, came)

    def passed(self) -> Estimate:
        """mean(A) / mean(A + B)."""
        a, b = self.a_and_b()
        return _ratio(a, a + b)

    def passed_point(self, share: float) -> Estimate:
        """That point of each draw's A / (A + B), weighted by its A + B."""
        a, b = self.a_and_b()
        each, weights = a / (a + b), a + b
        return _estimate(lambda part: weighted_point(each[part], weights[part], share), a.size)

    def never(self) -> Estimate:
        a, b = self._silent_on(self.question.today)
        return _ratio(self.drawn.never(), a + b)

    def word_by(self, day: date) -> Estimate:
        """1 − (A + B when `day` ends) / (A + B now); the difference is word between the two."""
        a, b = self._silent_on(self.question.today)
        return _ratio(self._word_until(day), a + b)

    def word_by_if_ever(self, day: date) -> Estimate:
        """The same, given that word comes at all."""
        return _ratio(self._word_until(day), self._to_come)

    @cached_property
    def _to_come(self) -> Array:
        question = self.question
        return self.drawn.still_to_come(survived(question.held, question.today))

    def _word_until(self, day: date) -> Array:
        return self._to_come - self.drawn.still_to_come(ends(self.question.held, day))

    def passed_if_silent_on(self, day: date) -> Estimate:
        """The chance on a later day if the silence goes on."""
        a, b = self._silent_on(day)
        return _ratio(a, a + b)
