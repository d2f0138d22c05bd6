"""When word comes, given that it comes: hazards of word, pooled over groups."""

from collections import ChainMap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from yokame.learning.cells import Cells
from yokame.learning.grid import Grid
from yokame.learning.groups import MANY_KINDS, PAIRS, SINGLE, TRIPLES, Codes, Table
from yokame.learning.pooling import Grouping, Pooling, find_groups, tables_in_use
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
PREFIXES = ("curve, ", "segment, ", "interval, ")


@dataclass(frozen=True)
class Memory:
    """How a fit forgets: `keep` of a season is left one later; and whether levels drift too."""

    keep: float
    drifts: bool

    @property
    def is_usual(self) -> bool:
        """Whether it holds what has always been."""
        return self.keep == 1 and not self.drifts


# Nobody knows which of the seasons gone by the next is like: fits remember them all or the last,
# with drift and without. The one that says what is usual is heard the more, the further ahead.
_MEMORIES = tuple(Memory(keep, drifts) for keep in (1.0, 0.3) for drifts in (True, False))
# Share of the trust in the others that goes over to the usual with each year ahead.
_BACK_TO_USUAL = 0.2
# Of very many kinds of waits one fit is made, not eight: each costs as much, and groups speak for
# themselves.


@dataclass(frozen=True, eq=False)
class DelayMember:
    """Hazards of each interval (edges[k-1], edges[k]] in log-odds, under one clock of drift.

    `fits`: one for each of the `memories`.
    """

    codes: Codes
    tables: dict[str, Table | None]
    columns: IntArray
    memories: list[Memory]
    fits: list[PooledOdds]

    @classmethod
    def learn(
        cls, counts: Counts, codes: Codes, n_edges: int, memories: list[Memory]
    ) -> "DelayMember":
        """Fit the hazards to the waits that ended with word."""
        cells = Cells.of(counts, codes)
        grouping, columns = Grouping.of(cells, POOLING), np.arange(n_edges)
        events = cells.by_step(counts, np.ones(counts.step.size, bool), n_edges)
        levels = _levels(grouping, n_edges)
        fits = []
        for memory in memories:
            left = events * memory.keep ** (cells.season.max() - cells.season)[:, None]
            at_risk = left[:, ::-1].cumsum(axis=1)[:, ::-1]
            kept = [level for level in levels if memory.drifts or level.period is None]
            fits.append(_joined(fit_pooled_odds(left, at_risk, kept).without_idle()))
        used = [tables_in_use(grouping.tables, fit, ("", *PREFIXES)) for fit in fits]
        return cls(codes, dict(ChainMap(*used)), columns, memories, fits)

    def survivors(self, waits: Waits) -> Iterator[tuple[FloatArray, FloatArray]]:
        """Of each fit the trust in it (n,), and by it the chance of still waiting (n, n_edges)."""
        found = find_groups(self.tables, self.codes.of(waits), len(waits))
        groups = {
            prefix + name: group[:, None]
            for prefix in ("", *PREFIXES)
            for name, group in found.items()
        }
        horizon = self.codes.clock.horizon(waits)[:, None].astype(float)
        trusts = trust_in(self.memories, self.codes.clock.years_ahead(waits))
        for trust, fit in zip(trusts, self.fits, strict=True):
            log_odds, _ = fit.log_odds(groups, self.columns, horizon)
            stay: FloatArray = 1 / (1 + np.exp(log_odds))
            stay[:, -1] = 0.0
            yield trust, np.asarray(np.cumprod(stay, axis=1))


@dataclass(frozen=True, eq=False)
class DelayModel:
    """The mean chance of still waiting over all members and their memories."""

    grid: Grid
    members: list[DelayMember]

    @classmethod
    def learn(cls, counts: Counts, codes: Codes, grid: Grid) -> "DelayModel":
        """Learn under each clock there is, from the waits that ended with word."""
        decided = counts.take(counts.is_decided)
        clocks, memories = codes.clocks(counts, _CLOCKS), list(_MEMORIES)
        if len(counts) > MANY_KINDS:
            memories = memories[:1]
        n_edges = grid.edges.size
        return cls(grid, [DelayMember.learn(decided, clock, n_edges, memories) for clock in clocks])

    def quantiles(self, waits: Waits, shares: FloatArray = QUANTILES) -> FloatArray:
        """Days still to wait that a share of the words keep within, (n, n_shares)."""
        parts = [self._quantiles(waits.take(rows), shares) for rows in _chunks(len(waits))]
        return np.concatenate(parts) if parts else np.zeros((0, shares.size))

    def _quantiles(self, waits: Waits, shares: FloatArray) -> FloatArray:
        at, now = self.grid.position(self.grid.edges), self.grid.position(waits.days)
        waiting = self._still_waiting(waits)
        found = [self.grid.day(crossing(waiting, at, now, 1 - share)) for share in shares]
        return np.asarray(np.maximum(np.stack(found, axis=1) - waits.days[:, None], 0.0))

    def still_waiting(self, waits: Waits) -> FloatArray:
        """Chance that word takes longer than each edge, given the silence so far, (n, n_edges)."""
        parts = [self._still_waiting(waits.take(rows)) for rows in _chunks(len(waits))]
        found = np.concatenate(parts) if parts else np.zeros((0, self.grid.edges.size))
        return np.where(self.grid.edges <= waits.days[:, None], 1.0, found)

    def _still_waiting(self, waits: Waits) -> FloatArray:
        at, now = self.grid.position(self.grid.edges), self.grid.position(waits.days)
        waiting = np.zeros((len(waits), at.size))
        for member in self.members:
            for trust, survivors in member.survivors(waits):
                by_now = interpolated(survivors, at, now)[:, None]
                waiting += trust[:, None] * np.minimum(survivors / by_now, 1.0)
        return waiting / len(self.members)


def _chunks(n_rows: int) -> Iterator[IntArray]:
    starts = range(0, n_rows, _CHUNK)
    return (np.arange(start, min(start + _CHUNK, n_rows)) for start in starts)


def trust_in(memories: Sequence[Memory], years_ahead: FloatArray) -> list[FloatArray]:
    """How far to trust each memory so many years ahead, each (n,); all together 1."""
    others = sum(not memory.is_usual for memory in memories)
    fading = _BACK_TO_USUAL if others < len(memories) else 0.0
    away = np.exp(-fading * years_ahead)
    return [1 - away if memory.is_usual else away / others for memory in memories]


def _levels(grouping: Grouping, n_columns: int) -> list[Level]:
    """One effect for the whole curve, one per segment, one per interval; drift moves it whole."""
    columns = np.arange(n_columns)
    lasting = [
        name for name, (_, _, drifts, lasts) in grouping.groups.items() if lasts and not drifts
    ]
    levels = grouping.levels(np.zeros(n_columns, np.int64), prefix=PREFIXES[0])
    segment = grouping.levels(columns * _N_SEGMENTS // n_columns, prefix=PREFIXES[1])
    drifting = [PREFIXES[1] + "drift of all"]
    levels += [lv for lv in segment if lv.period is None or lv.name in drifting]
    return levels + grouping.levels(columns, prefix=PREFIXES[2], names=lasting)


def _joined(fit: PooledOdds) -> PooledOdds:
    """The same fit with one effect of a group in each interval, not three that add up."""
    effects: dict[str, FloatArray] = {}
    for name, part in fit.effects.items():
        whole = name.removeprefix(next(prefix for prefix in PREFIXES if name.startswith(prefix)))
        effects[whole] = effects.get(whole, 0.0) + part
    return replace(fit, effects=effects)


def interpolated(survivors: FloatArray, at: FloatArray, now: FloatArray) -> FloatArray:
    """Survivors (n, n_edges) at one position each, straight between edges, above 0, (n,)."""
    row = np.arange(now.size)
    after = np.clip(np.searchsorted(at, now, side="right"), 1, at.size - 1)
    part = np.clip((now - at[after - 1]) / (at[after] - at[after - 1]), 0.0, 1.0)
    found = survivors[row, after - 1] * (1 - part) + survivors[row, after] * part
    return np.maximum(found, 1e-300)


def crossing(survivors: FloatArray, at: FloatArray, now: FloatArray, level: float) -> FloatArray:
    """The position at which survivors (n, n_edges), 1 until now and then falling, reach a level."""
    row = np.arange(now.size)
    after = np.clip((survivors > level).sum(axis=1), 1, at.size - 1)
    high, low = survivors[row, after - 1], survivors[row, after]
    part = np.clip((high - level) / np.maximum(high - low, 1e-300), 0.0, 1.0)
    start = np.maximum(at[after - 1], now)
    return np.asarray(start + part * (at[after] - start))
