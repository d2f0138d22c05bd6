"""What is known beforehand: the top level of a fit, worth a stated number of observations."""

from collections.abc import Callable
from dataclasses import dataclass, fields

import numpy as np

from yokame.stats import FloatArray


@dataclass(frozen=True, eq=False)
class PriorCurve:
    """One kind of wait, as it is known before any report; arrays are (n_edges,), at a grid's edges.

    `passed_prob`: chance of a pass, `told_prob`: chance that word ever comes, both of those who
    are still silent there. `silent_prob`: share that is. `never_if_passed`, `never_if_failed`:
    share of passes, of fails, that are never told. `passed_ess`, `told_ess`, `delay_ess`: how many
    observations each is worth.
    """

    passed_prob: FloatArray
    told_prob: FloatArray
    silent_prob: FloatArray
    never_if_passed: float
    never_if_failed: float
    passed_ess: float
    told_ess: float
    delay_ess: float


# From track, stage and number of employees (0: unknown) to what is known of that kind.
Prior = Callable[[str, str, int], PriorCurve]


@dataclass(frozen=True, eq=False)
class PriorRows:
    """The curves of many kinds, row by row: arrays are (n_kinds, n_edges), shares that are
    never told and ess (n_kinds,).
    """

    passed_prob: FloatArray
    told_prob: FloatArray
    silent_prob: FloatArray
    never_if_passed: FloatArray
    never_if_failed: FloatArray
    passed_ess: FloatArray
    told_ess: FloatArray
    delay_ess: FloatArray

    @classmethod
    def of(cls, curves: list[PriorCurve]) -> "PriorRows":
        """The curves, one below the other."""
        names = (field.name for field in fields(cls))
        return cls(**{name: np.array([getattr(c, name) for c in curves]) for name in names})


def log_odds(prob: FloatArray) -> FloatArray:
    """ln(p / (1 - p))."""
    return np.asarray(np.log(prob) - np.log1p(-prob))
