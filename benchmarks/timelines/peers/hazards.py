"""Hazards shrunk in levels: every group multiplies the hazards of the wider ones.

In each interval of days, acceptance and every other decision have a hazard. From all applications
down over stage, size class, institution and field to pairs and the triple, a group has one gamma
multiplier for its whole curve, one a segment and one an interval, of mean 1 and closed form; the
strength of each is that of greatest marginal likelihood (Poisson counts under gamma multipliers
are negative binomial). Tuned besides: sweeps over the levels, and how many seasons back.

Source: Clayton and Kaldor (1987), Empirical Bayes estimates of age-standardized relative risks for
use in disease mapping, Biometrics 43(3), 671-681; a peer as the project's notes on waiting times
describe it.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.special import gammaln

from benchmarks.timelines.landmarks import accepted
from benchmarks.timelines.peers.curves import Curves
from benchmarks.timelines.peers.peer import Learned
from benchmarks.timelines.peers.tuning import Setting, grid, learn_curves
from yokame.stats import FloatArray, IntArray

_LEVELS = [
    *(["stage"], ["size"], ["institution"], ["field"]),
    *(["stage", "field"], ["stage", "size"], ["field", "size"]),
    *(["institution", "stage"], ["institution", "field"], ["institution", "field", "stage"]),
]
# Reports a season from which an institution is of the next size class.
_SIZE_STEPS = (0.25, 0.75, 2.0, 5.0, 15.0, 50.0)
_SHARES = np.array([*np.linspace(0, 1, 25)[1:-1], 0.975, 0.99])
_N_SEGMENTS = 5
_STRENGTHS = np.geomspace(0.3, 3000, 25)
_SETTINGS = grid(sweeps=(1, 3), seasons=(0, 2, 3))


def learn(history: pd.DataFrame) -> Learned:
    """Choose on the last season, then fit."""
    return learn_curves(history, ShrunkHazards.fit, _SETTINGS)


@dataclass(eq=False)
class Multipliers:
    """One level's factors over blocks of intervals, (n_groups, n_intervals); 1 to begin with.

    `group` is that of each cell of what was learned from; `names` the groups in order.
    """

    keys: list[str]
    names: pd.MultiIndex
    group: IntArray
    block: IntArray
    factor: FloatArray

    def update(self, events: FloatArray, expected: FloatArray) -> FloatArray:
        """Refit to counts of cells, given those expected without this level; the new factors."""
        seen, due = (self._summed(counts) for counts in (events, expected))
        strength = _strength(seen, due)
        self.factor = ((seen + strength) / (due + strength))[:, self.block]
        return self.factor[self.group]

    def _summed(self, counts: FloatArray) -> FloatArray:
        found = np.zeros((len(self.factor), int(self.block.max()) + 1))
        np.add.at(found, (self.group[:, None], self.block[None, :]), counts)
        return found


def _strength(seen: FloatArray, due: FloatArray) -> float:
    """The strength (shape and rate of the gamma) of greatest marginal likelihood."""
    seen, due = seen[due > 0], due[due > 0]
    likelihood = [
        np.sum(gammaln(seen + k) - gammaln(k) + k * np.log(k) - (seen + k) * np.log(due + k))
        for k in _STRENGTHS
    ]
    return float(_STRENGTHS[int(np.argmax(likelihood))])


@dataclass(frozen=True, eq=False)
class ShrunkHazards:
    """Base rates (2, n_intervals) and the multipliers of both causes."""

    sizes: pd.Series
    days: FloatArray
    base: FloatArray
    levels: list[list[Multipliers]]

    @classmethod
    def fit(cls, history: pd.DataFrame, setting: Setting) -> "ShrunkHazards":
        """Count the cells of a history, then sweep over the levels of each cause."""
        per_season = history.institution.value_counts() / history.season.nunique()
        table = _sized(history, per_season)
        columns = ["institution", "field", "stage"]
        cell = table.groupby(columns, sort=True).ngroup().to_numpy()
        cells = table.iloc[np.unique(cell, return_index=True)[1]]
        delays = history.delay_days.dropna().to_numpy()
        edges = np.unique(np.append(np.quantile(delays, _SHARES, method="higher"), delays.max()))
        events, exposure = _counts(history, cell, edges)
        rates, levels = [], []
        for caused in events:
            rate = caused.sum(axis=0) / np.maximum(exposure.sum(axis=0), 0.5)
            rates.append(rate)
            levels.append(_sweeps(cells, caused, rate * exposure, int(setting["sweeps"])))
        return cls(per_season, np.append(0.0, edges), np.array(rates), levels)

    def curves(self, questions: pd.DataFrame) -> Curves:
        """The curves of each question; a group that is not known multiplies by 1."""
        asked = _sized(questions, self.sizes)
        rates = []
        for base, levels in zip(self.base, self.levels, strict=True):
            rate = np.tile(base, (len(questions), 1))
            for level in levels:
                group = level.names.get_indexer(pd.MultiIndex.from_frame(asked[level.keys]))
                rate *= np.where(group[:, None] >= 0, level.factor[group], 1.0)
            rates.append(rate)
        total = rates[0] + rates[1]
        decided = -np.expm1(-total)
        part = np.divide(decided, total, out=np.zeros_like(total), where=total > 0)
        return Curves.from_hazards(self.days, rates[0] * part, rates[1] * part)


def _sized(rows: pd.DataFrame, per_season: pd.Series) -> pd.DataFrame:
    """The groups of rows, with the size class of the institution."""
    reports = rows.institution.map(per_season).fillna(0.0).to_numpy()
    table = rows[["institution", "field", "stage"]]
    return table.assign(size=np.searchsorted(_SIZE_STEPS, reports, side="right"))


def _counts(
    history: pd.DataFrame, cell: IntArray, edges: FloatArray
) -> tuple[list[FloatArray], FloatArray]:
    """Events of both causes and exposure, in intervals, of each cell, (n_cells, n_intervals).

    Whoever leaves in an interval is counted half there, as life tables do.
    """
    at = np.searchsorted(edges, history.observed_days.to_numpy())
    intervals = np.arange(edges.size)
    here = at[:, None] == intervals
    exposure = _summed((at[:, None] > intervals) + 0.5 * here, cell)
    causes = (accepted(history) == 1, history.outcome.isin(["rejected", "other"]).to_numpy())
    return [_summed(here & cause[:, None], cell) for cause in causes], exposure


def _summed(rows: NDArray[Any], cell: IntArray) -> FloatArray:
    return np.stack([np.bincount(cell, column) for column in rows.T.astype(float)], axis=1)


def _sweeps(
    cells: pd.DataFrame, events: FloatArray, expected: FloatArray, n_sweeps: int
) -> list[Multipliers]:
    """Update every level in turn, each against what the others expect."""
    n = events.shape[1]
    blocks = [np.zeros(n, np.int64), np.arange(n) * _N_SEGMENTS // n, np.arange(n)]
    levels, seen = [], set()
    for keys in _LEVELS:
        all_names = pd.MultiIndex.from_frame(cells[keys])
        names = all_names.unique()
        group = np.asarray(names.get_indexer(all_names), dtype=np.int64)
        # groups are numbered as they appear, so that equal partitions are equal arrays
        if len(names) > 1 and group.tobytes() not in seen:
            seen.add(group.tobytes())
            ones = np.ones((len(names), n))
            levels += [Multipliers(keys, names, group, block, ones) for block in blocks]
    for _ in range(n_sweeps):
        for level in levels:
            expected = expected / level.factor[level.group]
            expected = expected * level.update(events, expected)
    return levels
