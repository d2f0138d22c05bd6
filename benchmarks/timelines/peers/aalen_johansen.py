"""Aalen–Johansen curves of groups (lifelines), with a way back to wider groups.

A question takes the narrowest of its groups of which at least `least` were still waiting on its
day. Tuned: `least`, and how many seasons back to learn from. Acceptance and every other decision
are the two causes; a wait without a decision is censored when it was last looked at.

Source: Aalen and Johansen (1978), An empirical transition matrix for non-homogeneous Markov chains
based on censored observations, Scandinavian Journal of Statistics 5(3), 141-150.
"""

import warnings
from dataclasses import dataclass

import numpy as np
import pandas as pd
from lifelines import AalenJohansenFitter, KaplanMeierFitter

from benchmarks.timelines.landmarks import accepted
from benchmarks.timelines.peers.curves import Curves
from benchmarks.timelines.peers.peer import Learned
from benchmarks.timelines.peers.tuning import Setting, grid, learn_curves
from yokame.stats import FloatArray, IntArray

_CHAIN = [
    *(["institution", "field", "stage"], ["institution", "stage"], ["institution", "field"]),
    *(["institution"], ["field", "stage"], ["stage"], ["field"]),
]
_SETTINGS = [*grid(least=(30, 100, 300), seasons=(0,)), *grid(least=(30,), seasons=(3,))]
_SEED = 8


def learn(history: pd.DataFrame) -> Learned:
    """Choose on the last season how many a group must hold; count the groups."""
    return learn_curves(history, GroupCurves.fit, _SETTINGS)


@dataclass(frozen=True, eq=False)
class GroupCurves:
    """Curves (n_groups, n_days), the first of all; for each step of the chain its groups.

    `observed` holds each group's sorted days of observation: how many still wait at t.
    """

    days: FloatArray
    least: int
    accepted: FloatArray
    waiting: FloatArray
    observed: list[FloatArray]
    places: list[dict[tuple[str, ...], int]]

    @classmethod
    def fit(cls, history: pd.DataFrame, setting: Setting) -> "GroupCurves":
        """Curves of all groups that are large enough."""
        least = int(setting["least"])
        days = np.unique(np.append(0.0, history.delay_days.dropna().to_numpy()))
        members = [np.arange(len(history))]
        places: list[dict[tuple[str, ...], int]] = []
        for keys in _CHAIN:
            places.append({})
            for key, rows in history.groupby(keys, sort=True).indices.items():
                if len(rows) >= least:
                    places[-1][key if isinstance(key, tuple) else (key,)] = len(members)
                    members.append(rows)
        observed, happened = history.observed_days.to_numpy(), accepted(history)
        cause = np.where(history.outcome == "none", 0, np.where(happened == 1, 1, 2))
        found = [_curves(observed[rows], cause[rows], days) for rows in members]
        yes, waiting = (np.array([pair[which] for pair in found]) for which in (0, 1))
        return cls(days, least, yes, waiting, [np.sort(observed[r]) for r in members], places)

    def curves(self, questions: pd.DataFrame) -> Curves:
        """The curves of each question's group."""
        group = self._group(questions)
        return Curves(self.days, self.accepted[group], self.waiting[group])

    def _group(self, questions: pd.DataFrame) -> IntArray:
        found = np.zeros(len(questions), np.int64)
        asked = questions.t.to_numpy()
        for keys, places in zip(_CHAIN, self.places, strict=True):
            names = list(zip(*(questions[key] for key in keys), strict=True))
            for row in np.flatnonzero(found == 0):
                group = places.get(names[row], 0)
                if group and self._still(group, asked[row]) >= self.least:
                    found[row] = group
        return found

    def _still(self, group: int, day: float) -> int:
        observed = self.observed[group]
        return int(observed.size - np.searchsorted(observed, day, side="right"))


def _curves(
    observed: FloatArray, cause: IntArray, days: FloatArray
) -> tuple[FloatArray, FloatArray]:
    """Chance of acceptance and of still waiting by the end of each day."""
    still = KaplanMeierFitter().fit(observed, cause > 0).survival_function_at_times(days)
    if not (cause == 1).any():
        return np.zeros(days.size), still.to_numpy()
    fitter = AalenJohansenFitter(calculate_variance=False, seed=_SEED)
    with warnings.catch_warnings():
        # it says that ties are broken at random; days are whole, so there are always ties
        warnings.simplefilter("ignore")
        curve = fitter.fit(observed, cause, event_of_interest=1).cumulative_density_
    # ties were moved by less than a thousandth of a day
    at = np.searchsorted(curve.index.to_numpy(), days + 0.01, side="right") - 1
    return np.where(at >= 0, curve.to_numpy()[at, 0], 0.0), still.to_numpy()
