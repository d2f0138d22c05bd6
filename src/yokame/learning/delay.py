"""When word comes, given that it comes: hazards of word, pooled over groups."""

from dataclasses import dataclass

import numpy as np

from yokame.learning.cells import Cells
from yokame.learning.grid import Grid
from yokame.learning.groups import PAIRS, SINGLE, TRIPLES, Codes, Table
from yokame.learning.pooling import Grouping, Pooling, find_groups
from yokame.reports.counts import Counts
from yokame.reports.table import Waits
from yokame.stats import FloatArray, IntArray, Level, PooledOdds, fit_pooled_odds

POOLING = Pooling(
    lasting=[*SINGLE, *PAIRS, *TRIPLES],
    drifting=[(), ("stage",), ("industry",), ("employer",)],
    seasonal=[("family",), ("family", "industry")],
)
QUANTILES = np.array([0.1, 0.5, 0.9])
_N_SEGMENTS = 5
_CHUNK = 20_000
_CLOCKS = (3, 6)
# How much of the drift's own sd widens the answer: chosen on seasons gone by, where all of it
# made intervals too wide and none of it too narrow.
_DRIFT_SHARE = 0.35
_NODES = (np.array([-(3**0.5), 0.0, 3**0.5]), np.array([1 / 6, 2 / 3, 1 / 6]))
_PREFIXES = ("curve, ", "segment, ", "interval, ")


@dataclass(frozen=True, eq=False)
class DelayMember:
    """Hazard of each interval of days (edges[k-1], edges[k]], all in log-odds."""

    codes: Codes
    tables: dict[str, Table | None]
    edges: FloatArray
    fit: PooledOdds

    @classmethod
    def learn(cls, counts: Counts, codes: Codes, grid: Grid) -> "DelayMember":
        """Fit the hazards to the waits that ended with word."""
        cells = Cells.of(counts, codes)
        grouping = Grouping.of(cells, POOLING)
        n_steps = grid.edges.size
        everyone = np.ones(counts.step.size, bool)
        events = cells.by_step(counts, everyone, n_steps)
        at_risk = events[:, ::-1].cumsum(axis=1)[:, ::-1]
        fit = fit_pooled_odds(events, at_risk, _levels(grouping, n_steps))
        return cls(codes, grouping.tables, grid.edges, fit)

    def quantiles(self, waits: Waits, shares: FloatArray = QUANTILES) -> FloatArray:
        """Days still to wait that a share of the words keep within, (n, n_shares)."""
        rows = (
            np.arange(start, min(start + _CHUNK, len(waits)))
            for start in range(0, len(waits), _CHUNK)
        )
        parts = [self._quantiles(waits.take(part), shares) for part in rows]
        return np.concatenate(parts) if parts else np.zeros((0, shares.size))

    def _quantiles(self, waits: Waits, shares: FloatArray) -> FloatArray:
        survivors = self.survivors(waits)
        now = interpolated(survivors, self.edges, waits.days)
        columns = [
            crossing(survivors, self.edges, now * (1 - share)) - waits.days for share in shares
        ]
        return np.asarray(np.maximum(np.stack(columns, axis=1), 0.0))

    def still_waiting(self, waits: Waits) -> FloatArray:
        """Chance that word takes longer than each edge, given the silence so far, (n, n_edges)."""
        survivors = self.survivors(waits)
        now = np.maximum(interpolated(survivors, self.edges, waits.days), 1e-300)
        later = np.minimum(survivors / now[:, None], 1.0)
        return np.where(self.edges <= waits.days[:, None], 1.0, later)

    def survivors(self, waits: Waits) -> FloatArray:
        """Chance of still waiting at each edge, (n, n_edges)."""
        found = find_groups(self.tables, self.codes.of(waits), len(waits))
        groups = {
            prefix + name: group[:, None] for prefix in _PREFIXES for name, group in found.items()
        }
        horizon = self.codes.horizon(waits)[:, None].astype(float)
        columns: IntArray = np.arange(self.edges.size)
        log_odds, _ = self.fit.log_odds(groups, columns, horizon)
        spread = _DRIFT_SHARE * np.sqrt(self._drift_var(groups, horizon))
        waiting = np.zeros((len(waits), self.edges.size))
        for node, weight in zip(*_NODES, strict=True):
            stay = 1 / (1 + np.exp(log_odds + node * spread))
            stay[:, -1] = 0.0
            waiting += weight * np.cumprod(stay, axis=1)
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
    """The mean quantiles of the members under the clocks there are."""

    members: list[DelayMember]

    @classmethod
    def learn(cls, counts: Counts, codes: Codes, grid: Grid) -> "DelayModel":
        """Learn under each clock, from the waits that ended with word."""
        decided = counts.take(counts.is_decided)
        clocks = codes.clocks(counts, _CLOCKS)
        return cls([DelayMember.learn(decided, clock, grid) for clock in clocks])

    def still_waiting(self, waits: Waits) -> FloatArray:
        """Chance that word takes longer than each edge, given the silence so far, (n, n_edges)."""
        found = [member.still_waiting(waits) for member in self.members]
        return np.asarray(np.mean(found, axis=0))

    def quantiles(self, waits: Waits) -> FloatArray:
        """Days still to wait, (n, 3): the 10, 50 and 90 % points."""
        found = [member.quantiles(waits) for member in self.members]
        return np.asarray(np.mean(found, axis=0))


def _levels(grouping: Grouping, n_columns: int) -> list[Level]:
    """One effect for the whole curve, one per segment, one per interval; drift moves it whole."""
    columns = np.arange(n_columns)
    lasting = [
        name for name, (_, _, drifts, lasts) in grouping.groups.items() if lasts and not drifts
    ]
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
