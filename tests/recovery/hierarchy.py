"""Draws from the priors of a pooled fit itself: effects, then counts, over employers of trades."""

from dataclasses import dataclass

import numpy as np

from yokame.stats import FloatArray, IntArray, Level, PooledOdds, fit_pooled_odds
from yokame.stats.local_level import Drift
from yokame.stats.pooled_odds import Strength, Usual

N_STAGES, OFFSET, BASE_SD = 3, -1.0, 0.5
# Each later column has fewer left at risk.
LEFT = 0.85
SDS = {"stage": 0.3, "trade": 0.4, "trade, stage": 0.2, "employer": 0.75, "employer, stage": 0.3}


@dataclass(frozen=True)
class Shape:
    """How large a world is."""

    n_reports: int
    n_employers: int
    n_trades: int
    n_columns: int = 4
    n_periods: int = 1
    drift: Drift | None = None
    levels: tuple[str, ...] = tuple(SDS)


@dataclass(frozen=True, eq=False)
class Drawn:
    """One draw: counts of cells with their groups, and the truth about every question.

    `truth` (n_questions, n_columns): deviations from `OFFSET`, one period after the last if they
    drift; `groups` of the questions, each (n_questions, 1).
    """

    shape: Shape
    events: FloatArray
    at_risk: FloatArray
    levels: list[Level]
    groups: dict[str, IntArray]
    truth: FloatArray

    @classmethod
    def of(cls, shape: Shape, seed: int) -> "Drawn":
        """Draw effects from their priors, then reports."""
        rng, columns = np.random.default_rng(seed), np.arange(shape.n_columns)
        n_employers = shape.n_employers
        trade_of = rng.integers(0, shape.n_trades, n_employers)
        who = rng.choice(n_employers, shape.n_reports, p=rng.dirichlet(np.full(n_employers, 0.7)))
        kind = rng.choice(N_STAGES, shape.n_reports, p=[0.5, 0.3, 0.2])
        when = rng.integers(0, shape.n_periods, shape.n_reports)
        cells, count = np.unique(np.stack([who, kind, when]), axis=1, return_counts=True)
        at_risk = rng.binomial(count[:, None], LEFT**columns).astype(float)
        sizes = _sizes(shape)
        base = rng.normal(0, BASE_SD, shape.n_columns)
        effects = {n: rng.normal(0, SDS[n], (sizes[n], columns.size)) for n in shape.levels}
        drift = _drifted(rng, shape)
        employer, stage = (part.ravel() for part in np.indices((n_employers, N_STAGES)))
        asked, seen = _groups(trade_of, employer, stage), _groups(trade_of, cells[0], cells[1])
        log_odds = OFFSET + base + _summed(effects, seen) + drift[cells[2]]
        events = rng.binomial(at_risk.astype(int), 1 / (1 + np.exp(-log_odds))).astype(float)
        levels = [Level(name, seen[name], sizes[name], columns) for name in shape.levels]
        if shape.drift is not None:
            everyone = np.zeros(count.size, np.int64)
            levels = [Level("drift", everyone, 1, columns, cells[2]), *levels]
        groups = {name: group[:, None] for name, group in asked.items()}
        groups["drift"] = np.zeros((1, 1), np.int64)
        return cls(
            *(shape, events, at_risk, levels, groups),
            truth=base + _summed(effects, asked) + drift[-1],
        )

    def fit(
        self,
        strengths: dict[str, Strength] | None = None,
        usual: dict[str, Usual] | None = None,
    ) -> PooledOdds:
        """The fit, with its spread."""
        return fit_pooled_odds(
            *(self.events, self.at_risk, self.levels),
            offset=np.full(self.events.shape, OFFSET),
            base_sd=BASE_SD,
            strengths=strengths,
            usual=usual,
            spread=True,
        )

    def answers(self, fit: PooledOdds) -> tuple[FloatArray, FloatArray]:
        """Mean and sd of every question's log-odds, (n_questions, n_columns)."""
        ahead = 0.0 if self.shape.drift is None else 1.0
        horizon = np.full((self.truth.shape[0], 1), ahead)
        columns = np.arange(self.shape.n_columns)
        mean, _ = fit.log_odds(self.groups, columns, horizon)
        return mean, np.sqrt(fit.variance(self.groups, columns, horizon))


def _sizes(shape: Shape) -> dict[str, int]:
    return {
        **{"stage": N_STAGES, "trade": shape.n_trades, "employer": shape.n_employers},
        "trade, stage": shape.n_trades * N_STAGES,
        "employer, stage": shape.n_employers * N_STAGES,
    }


def _groups(trade_of: IntArray, employer: IntArray, stage: IntArray) -> dict[str, IntArray]:
    trade = trade_of[employer]
    return {
        **{"stage": stage, "trade": trade, "trade, stage": trade * N_STAGES + stage},
        **{"employer": employer, "employer, stage": employer * N_STAGES + stage},
    }


def _summed(effects: dict[str, FloatArray], groups: dict[str, IntArray]) -> FloatArray:
    return np.asarray(sum(effect[groups[name]] for name, effect in effects.items()))


def _drifted(rng: np.random.Generator, shape: Shape) -> FloatArray:
    """Effects of all periods and of one more, (n_periods + 1, n_columns)."""
    size = (shape.n_periods + 1, shape.n_columns)
    if shape.drift is None:
        return np.zeros(size)
    drift = shape.drift
    at_rest = drift.step_sd / np.sqrt(1 - drift.keep**2) if drift.keep < 1 else 0.0
    level = rng.normal(0, at_rest, shape.n_columns)
    levels = []
    for _ in range(size[0]):
        level = drift.keep * level + rng.normal(0, drift.step_sd, shape.n_columns)
        levels.append(level)
    return np.array(levels) + rng.normal(0, drift.shock_sd, size)
