"""A prior that is known in closed form, and waits drawn from it, on the clock of its own curve."""

from dataclasses import dataclass

import numpy as np

from yokame.learning import Grid, PriorCurve
from yokame.reports.counts import Counts, count_in_memory
from yokame.reports.table import NO_DAY, Coded, Reports, Word
from yokame.stats import FloatArray

GRID = Grid.of_shares(np.array([0.125, 0.25, 0.375, 0.5, 0.625, 0.75, 0.875, 0.95]))
_FINE = np.linspace(0, 1, 4001)
_QUICKER = 0.5  # how much quicker a pass is told: S_pass(x) = (1 - x)(1 - _QUICKER x)


@dataclass(frozen=True)
class Known:
    """A kind of wait of which all is known; positions are shares of its own words."""

    pass_prob: float = 0.4
    lost: float = 0.02
    never: float = 0.3

    @property
    def passes_among_words(self) -> float:
        """Of the words that come, the share of passes."""
        passed, failed = self.pass_prob * (1 - self.lost), (1 - self.pass_prob) * (1 - self.never)
        return passed / (passed + failed)

    def survivors(self, at: FloatArray) -> tuple[FloatArray, FloatArray]:
        """Shares of told passes and told fails that come later; 1 - at on average."""
        passed = (1 - at) * (1 - _QUICKER * at)
        share = self.passes_among_words
        return passed, (1 - at - share * passed) / (1 - share)

    def joint(self, at: FloatArray) -> tuple[FloatArray, FloatArray]:
        """Chances of a pass, and of a fail, and of silence up to each position."""
        passed, failed = self.survivors(at)
        return (
            self.pass_prob * (self.lost + (1 - self.lost) * passed),
            (1 - self.pass_prob) * (self.never + (1 - self.never) * failed),
        )

    def curve(self, grid: Grid, ess: float) -> PriorCurve:
        """It as what is known beforehand, worth `ess` observations."""
        at = np.minimum(grid.edges, 0.99999)
        passed, failed = self.joint(at)
        told = (1 - at) * (1 - self.pass_prob * self.lost - (1 - self.pass_prob) * self.never)
        total = passed + failed
        return PriorCurve(passed / total, told / total, total, self.lost, self.never, ess, ess, ess)

    def drawn(self, n: int, *, seed: int, last: float = 0.9999, followed: bool = True) -> Reports:
        """Waits seen up to the position `last`; of those told afterwards only such as had word."""
        rng = np.random.default_rng(seed)
        passed = rng.random(n) < self.pass_prob
        told = rng.random(n) >= np.where(passed, self.lost, self.never)
        gone = 1 - np.array(self.survivors(_FINE))
        u = rng.random(n)
        at = np.where(passed, np.interp(u, gone[0], _FINE), np.interp(u, gone[1], _FINE))
        heard = told & (at <= last)
        word = np.where(heard, np.where(passed, Word.PASS, Word.FAIL), Word.NONE)
        waits = waits_at(np.where(heard, at, last), word, followed=followed)
        return waits if followed else waits.take(waits.is_decided)


def waits_at(position: FloatArray, word: np.ndarray, *, followed: bool) -> Reports:
    """Waits of one employer and stage that ended, or were last seen, at these positions."""
    n, nothing = position.size, np.zeros(position.size, np.int64)
    return Reports(
        employer=Coded(("one",), nothing),
        industry=Coded(("trade",), nothing),
        stage=Coded(("first",), nothing),
        track=Coded(("new_grad",), nothing),
        size=nothing,
        season=np.full(n, 2025),
        held=np.full(n, NO_DAY),
        days=position,
        word=np.asarray(word, np.int64),
        reported=np.full(n, NO_DAY),
        followed=np.full(n, followed),
        width=np.zeros(n),
        count=np.ones(n),
    )


def counted(*tables: Reports) -> Counts:
    """The counts of reports with the same names, on the grid."""
    whole = tables[0]
    for table in tables[1:]:
        whole = whole.followed_by(table)
    return count_in_memory(whole, GRID.edges)
