"""When a decision comes, given that one comes: hazards of decision, pooled over groups."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from benchmarks.timelines.groups import PAIRS, SINGLE, TRIPLES, Codes
from benchmarks.timelines.pooling import Grouping, Pooling
from yokame.stats.levels import IntArray, Level
from yokame.stats.normal import FloatArray
from yokame.stats.pooled_odds import PooledOdds, fit_pooled_odds

POOLING = Pooling(
    lasting=[*SINGLE, *PAIRS, *TRIPLES],
    drifting=[(), ("stage",), ("field",), ("institution",)],
    seasonal=[("family",), ("family", "field")],
)
QUANTILES = np.array([0.1, 0.5, 0.9])
_SHARES = np.array([*np.linspace(0, 1, 25)[1:-1], 0.975, 0.99])
_N_SEGMENTS = 5
_CHUNK = 20_000
_CLOCKS = (3, 6)
# How much of the drift's own sd widens the answer: chosen on seasons gone by, where all of it
# made intervals too wide and none of it too narrow.
_DRIFT_SHARE = 0.35
_NODES = (np.array([-(3**0.5), 0.0, 3**0.5]), np.array([1 / 6, 2 / 3, 1 / 6]))


@dataclass(frozen=True, eq=False)
class DelayMember:
    """Hazard of each interval of days (edges[k-1], edges[k]], all in log-odds."""

    grouping: Grouping
    edges: FloatArray
    fit: PooledOdds

    @classmethod
    def learn(cls, history: pd.DataFrame, codes: Codes) -> "DelayMember":
        """Fit the hazards to the waits of a history that ended with a decision."""
        decided = history[history.delay_days.notna()].reset_index(drop=True)
        delays = decided.delay_days.to_numpy()
        edges = np.unique(np.quantile(delays, _SHARES, method="higher"))
        edges = np.append(edges, max(float(delays.max()), edges[-1] + 1))
        grouping = Grouping.of(decided, codes, POOLING)
        events = np.zeros((grouping.cells.n_cells, edges.size))
        np.add.at(events, (grouping.cells.row_cell, np.searchsorted(edges, delays)), 1.0)
        at_risk = events[:, ::-1].cumsum(axis=1)[:, ::-1]
        fit = fit_pooled_odds(events, at_risk, _levels(grouping, edges.size))
        return cls(grouping, edges, fit)

    def quantiles(self, questions: pd.DataFrame, shares: FloatArray = QUANTILES) -> FloatArray:
        """Days still to wait that a share of the decisions keep within, (n, n_shares)."""
        parts = [
            self._quantiles(questions.iloc[start : start + _CHUNK], shares)
            for start in range(0, len(questions), _CHUNK)
        ]
        return np.concatenate(parts) if parts else np.zeros((0, shares.size))

    def _quantiles(self, questions: pd.DataFrame, shares: FloatArray) -> FloatArray:
        edges = np.concatenate([[0.0], self.edges])
        survivors = self.survivors(questions)
        day = questions.t.to_numpy().astype(float)
        now = interpolated(survivors, edges, day)
        columns = [crossing(survivors, edges, now * (1 - share)) - day for share in shares]
        return np.asarray(np.maximum(np.stack(columns, axis=1), 0.0))

    def survivors(self, questions: pd.DataFrame) -> FloatArray:
        """Chance of still waiting at day 0 and at each edge, (n, n_edges + 1)."""
        found = {name: group[:, None] for name, group in self.grouping.find(questions).items()}
        groups = {prefix + name: group for prefix in _PREFIXES for name, group in found.items()}
        horizon = self.grouping.codes.horizon(questions)[:, None].astype(float)
        columns: IntArray = np.arange(self.edges.size)
        log_odds, _ = self.fit.log_odds(groups, columns, horizon)
        spread = _DRIFT_SHARE * np.sqrt(self._drift_var(groups, horizon))
        waiting = np.zeros((len(questions), self.edges.size + 1))
        for node, weight in zip(*_NODES, strict=True):
            stay = 1 / (1 + np.exp(log_odds + node * spread))
            stay[:, -1] = 0.0
            waiting[:, 0] += weight
            waiting[:, 1:] += weight * np.cumprod(stay, axis=1)
        return waiting

    def _drift_var(self, groups: dict[str, IntArray], horizon: FloatArray) -> FloatArray:
        """Variance of the shift of whole curves by the time of the question, (n, 1)."""
        first = np.zeros(1, np.int64)
        shifts = [
            drifting.ahead(groups[name], first, horizon)[1]
            for name, drifting in self.fit.drifts.items()
            if name.startswith(_PREFIXES[0])
        ]
        return np.asarray(sum(shifts, np.zeros(horizon.shape)))


@dataclass(frozen=True, eq=False)
class DelayModel:
    """The mean quantiles of the members under the clocks that a history has."""

    members: list[DelayMember]

    @classmethod
    def learn(cls, history: pd.DataFrame, codes: Codes | None = None) -> "DelayModel":
        """Learn under each clock."""
        clocks = (codes or Codes(history)).clocks(history, _CLOCKS)
        return cls([DelayMember.learn(history, clock) for clock in clocks])

    def quantiles(self, questions: pd.DataFrame) -> FloatArray:
        """Days still to wait, (n, 3): the 10, 50 and 90 % points."""
        found = [member.quantiles(questions) for member in self.members]
        return np.asarray(np.mean(found, axis=0))


_PREFIXES = ("curve, ", "segment, ", "interval, ")


def _levels(grouping: Grouping, n_columns: int) -> list[Level]:
    """One effect for the whole curve, one per segment, one per interval; drift moves it whole."""
    columns = np.arange(n_columns)
    still = [name for name, (_, _, drifts, _) in grouping.groups.items() if not drifts]
    lasting = [name for name in still if grouping.groups[name][3]]
    levels = grouping.levels(np.zeros(n_columns, np.int64), prefix=_PREFIXES[0])
    segment = grouping.levels(columns * _N_SEGMENTS // n_columns, prefix=_PREFIXES[1])
    drifting = [_PREFIXES[1] + "drift of all"]
    levels += [lv for lv in segment if lv.period is None or lv.name in drifting]
    return levels + grouping.levels(columns, prefix=_PREFIXES[2], names=lasting)


def interpolated(survivors: FloatArray, edges: FloatArray, day: FloatArray) -> FloatArray:
    """Survivors (n, n_edges) at one day each, straight between edges, (n,)."""
    row = np.arange(day.size)
    after = np.clip(np.searchsorted(edges, day, side="right"), 1, edges.size - 1)
    part = np.clip((day - edges[after - 1]) / (edges[after] - edges[after - 1]), 0.0, 1.0)
    return survivors[row, after - 1] * (1 - part) + survivors[row, after] * part


def crossing(survivors: FloatArray, edges: FloatArray, level: FloatArray) -> FloatArray:
    """The day on which survivors (n, n_edges), falling, reach a level each, (n,)."""
    row = np.arange(level.size)
    after = np.clip((survivors > level[:, None]).sum(axis=1), 1, edges.size - 1)
    high, low = survivors[row, after - 1], survivors[row, after]
    part = np.clip((high - level) / np.maximum(high - low, 1e-300), 0.0, 1.0)
    return np.asarray(edges[after - 1] + part * (edges[after] - edges[after - 1]))
