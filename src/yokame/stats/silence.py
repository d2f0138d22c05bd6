"""Bayes' rule for a wait that is still silent."""

from dataclasses import dataclass

import numpy as np

from yokame.stats.normal import FloatArray


@dataclass(frozen=True)
class Joint:
    """Chances of having passed, or failed, *and* of what was seen since (silence, a contact).

    Any shape, the two alike. With pi the chance of a pass before any silence, l and s the shares
    of passes and fails that are never told, S the survivor of the delay:
    passed = pi (l + (1 - l) S_pass(t)), failed = (1 - pi) (s + (1 - s) S_fail(t)).

    Source
    ------
    Larson and Dinse (1985), A mixture model for the regression analysis of competing risks data,
    Applied Statistics 34(3), 201-211; the silent share is the cure fraction of Boag (1949),
    Maximum likelihood estimates of the proportion of patients cured by cancer therapy,
    Journal of the Royal Statistical Society B 11(1), 15-53.
    """

    passed: FloatArray
    failed: FloatArray

    @property
    def total(self) -> FloatArray:
        """Chance of what was seen."""
        return self.passed + self.failed

    @property
    def passed_prob(self) -> FloatArray:
        """P(pass | what was seen). Over draws, average the joint first and divide last."""
        return self.passed / self.total

    def moved(self, log_odds: FloatArray | float) -> "Joint":
        """The same with other odds of a pass."""
        return Joint(self.passed * np.exp(log_odds), self.failed)


def still_silent(
    pass_prob: FloatArray | float,
    silent_if_passed: FloatArray | float,
    silent_if_failed: FloatArray | float,
    survivors: FloatArray,
) -> Joint:
    """Joint chances with silence so far; `survivors` has a row for passes and one for fails.

    The arguments are independent of each other and enter each product once, so with the mean of
    each in place of its draws this gives the mean of the joint over all draws, exactly.
    """
    return Joint(
        pass_prob * (silent_if_passed + (1 - silent_if_passed) * survivors[0]),
        (1 - pass_prob) * (silent_if_failed + (1 - silent_if_failed) * survivors[1]),
    )


def weighted_quantiles(values: FloatArray, weights: FloatArray, probs: FloatArray) -> FloatArray:
    """The points below which `probs` of the total weight of `values`, shape (n,), lies.

    Each value stands for the middle of its own weight; between values the line is straight.
    """
    order = np.argsort(values)
    sorted_weights = weights[order]
    middle = np.cumsum(sorted_weights) - sorted_weights / 2
    points: FloatArray = np.interp(probs * weights.sum(), middle, values[order])
    return points
