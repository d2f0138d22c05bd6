"""The reports that people make of simulated waits, distorted in all the ways that real ones are."""

from dataclasses import dataclass, replace

import numpy as np

from tests.recovery.simulation import SEASONS, STAGES, TODAY, TRACK, Waits, World
from yokame.reports.table import NO_DAY, Coded, Reports, Word


@dataclass(frozen=True)
class Biases:
    """How reports are distorted.

    `followed_share` of the waits are followed from their start; of these a part is `abandoned`, on
    an even day within two months. The others are told afterwards, if at all: with chances
    `tells_if_passed` and `tells_if_failed`, after `lag_if_passed` and `lag_if_failed` days in the
    mean. `heaped`: share of lengths given in whole weeks.
    """

    followed_share: float = 0.4
    abandoned: float = 0.3
    tells_if_passed: float = 0.45
    tells_if_failed: float = 0.15
    lag_if_passed: float = 12.0
    lag_if_failed: float = 3.0
    heaped: float = 0.3


def reported(rng: np.random.Generator, world: World, waits: Waits, biases: Biases) -> Reports:
    """What is reported of the waits up to today."""
    n = waits.days.size
    now = np.datetime64(TODAY, "D")
    followed = rng.random(n) < biases.followed_share
    so_far = (now - waits.held).astype(float)
    given_up = np.where(rng.random(n) < biases.abandoned, rng.integers(1, 60, n), np.inf)
    seen = np.minimum(so_far, given_up)
    tells = np.where(waits.is_pass, biases.tells_if_passed, biases.tells_if_failed)
    lag = (
        rng.geometric(1 / (1 + np.where(waits.is_pass, biases.lag_if_passed, biases.lag_if_failed)))
        - 1.0
    )
    in_time = waits.days + lag <= so_far
    told = ~followed & np.isfinite(waits.days) & (rng.random(n) < tells) & in_time
    kept = followed | told
    decided = np.where(followed, waits.days <= seen, told)
    days = np.where(decided, waits.days, seen)
    heaped = decided & (rng.random(n) < biases.heaped)
    days = np.where(heaped, np.round(days / 7) * 7, days)
    posted = waits.held + np.where(decided & told, waits.days + lag, 0).astype("timedelta64[D]")
    word = np.where(decided, np.where(waits.is_pass, Word.PASS, Word.FAIL), Word.NONE)
    names = tuple(f"employer {i:04}" for i in range(world.industry.size))
    trades = tuple(f"industry {i}" for i in range(int(world.industry.max()) + 1))
    rows = Reports(
        employer=Coded(names, waits.employer),
        industry=Coded(trades, world.industry[waits.employer]),
        stage=Coded(STAGES, waits.stage),
        track=Coded((TRACK,), np.zeros(n, np.int64)),
        size=world.size[waits.employer],
        season=np.array([year for year, _, _ in SEASONS])[waits.season],
        held=waits.held,
        days=days,
        word=word.astype(np.int64),
        reported=np.where(followed, NO_DAY, posted),
        followed=followed,
        width=np.where(heaped, 3.5, 0.0),
        count=np.ones(n),
    )
    return rows.take(kept)


def without(biases: Biases, term: str) -> Biases:
    """The same reports, but for one way in which they are distorted."""
    fair = {
        "abandoned": {"abandoned": 0.0},
        "who tells": {"tells_if_failed": biases.tells_if_passed},
        "when they tell": {"lag_if_passed": biases.lag_if_failed},
        "heaped": {"heaped": 0.0},
        "told afterwards": {"followed_share": 1.0},
    }
    return replace(biases, **fair[term])
