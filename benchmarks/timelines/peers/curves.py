"""Curves of competing outcomes, and what they say to those who still wait."""

from dataclasses import dataclass

import numpy as np

from yokame.learning import QUANTILES
from yokame.stats import FloatArray

_LEAST = 1e-9


@dataclass(frozen=True, eq=False)
class Curves:
    """Chances at each day of `days` (n_days,), which begins with 0; both arrays (n, n_days).

    `accepted`: accepted by the end of that day. `waiting`: no decision by the end of it, which at
    the last day is the chance that none ever comes.
    """

    days: FloatArray
    accepted: FloatArray
    waiting: FloatArray

    @classmethod
    def from_hazards(cls, days: FloatArray, accepted: FloatArray, other: FloatArray) -> "Curves":
        """Product-limit curves of cause-specific hazards, one column for each day after day 0."""
        total = accepted + other
        decided = np.minimum(total, 1.0)
        n = len(total)
        waiting = np.column_stack([np.ones(n), np.cumprod(1 - decided, axis=1)])
        share = np.divide(accepted, total, out=np.zeros_like(total), where=total > 0)
        steps = waiting[:, :-1] * decided * share
        return cls(days, np.column_stack([np.zeros(n), np.cumsum(steps, axis=1)]), waiting)

    def chance(self, asked: FloatArray) -> FloatArray:
        """P(accepted | still waiting at the day asked), (n,).

        Where a curve says that nobody waits so long, its chance of acceptance at day 0.
        """
        still = at(asked, self.days, self.waiting)
        to_come = self.accepted[:, -1] - at(asked, self.days, self.accepted)
        given = np.divide(to_come, still, out=self.accepted[:, -1].copy(), where=still > _LEAST)
        return np.asarray(np.clip(given, 0.0, 1.0))

    def remaining(self, asked: FloatArray) -> FloatArray:
        """Quantiles of the days still to wait, given that a decision comes, (n, 3)."""
        never = self.waiting[:, -1]
        to_come = at(asked, self.days, self.waiting) - never
        ends = [day_of(never + to_come * (1 - q), self.days, self.waiting) for q in QUANTILES]
        return np.asarray(np.maximum(np.stack(ends, axis=1) - asked[:, None], 0.0))


def at(asked: FloatArray, days: FloatArray, curves: FloatArray) -> FloatArray:
    """The value of each curve (n, n_days) at a day of its own, straight between days, (n,)."""
    after = np.clip(np.searchsorted(days, asked, side="right"), 1, days.size - 1)
    part = np.clip((asked - days[after - 1]) / (days[after] - days[after - 1]), 0.0, 1.0)
    row = np.arange(asked.size)
    return np.asarray(curves[row, after - 1] * (1 - part) + curves[row, after] * part)


def day_of(level: FloatArray, days: FloatArray, curves: FloatArray) -> FloatArray:
    """The day on which each falling curve reaches a level of its own, (n,)."""
    after = np.clip((curves > level[:, None]).sum(axis=1), 1, days.size - 1)
    row = np.arange(level.size)
    high, low = curves[row, after - 1], curves[row, after]
    part = np.clip((high - level) / np.maximum(high - low, _LEAST**2), 0.0, 1.0)
    return np.asarray(days[after - 1] + part * (days[after] - days[after - 1]))
