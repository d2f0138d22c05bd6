"""The pooled odds, corrected by a slope, early and late, and by what a wait's own groups say."""

from dataclasses import dataclass

import numpy as np

from yokame.learning.chance import ChanceModel
from yokame.learning.grid import Grid
from yokame.learning.groups import Codes
from yokame.learning.own_groups import OwnGroups
from yokame.learning.replay import PastSeason
from yokame.reports.counts import Counts
from yokame.reports.table import Waits
from yokame.stats import FloatArray, fit_ridge_odds

# Sd of the effect of one sd of a feature, in log-odds.
_PRIOR_SD = 0.05


@dataclass(frozen=True, eq=False)
class StackedChance:
    """Log-odds of a pass, given no word so far."""

    pooled: ChanceModel
    own: OwnGroups
    grid: Grid
    scale: FloatArray
    coefficients: FloatArray

    @classmethod
    def learn(
        cls, counts: Counts, codes: Codes, grid: Grid, past: list[PastSeason]
    ) -> "StackedChance":
        """Learn the correction on replayed seasons; without one nothing is corrected."""
        pooled = ChanceModel.learn(counts, codes, grid)
        own = OwnGroups.learn(counts, codes, grid)
        if not past:
            n_columns = own.n_features + 2
            return cls(pooled, own, grid, np.ones(n_columns), np.zeros(n_columns))
        columns = [_columns(grid, each.asked, each.log_odds, each.features) for each in past]
        design = np.concatenate(columns)
        weight = np.concatenate([season.weight for season in past])
        mean = np.average(design, axis=0, weights=weight)
        scale = np.sqrt(np.average((design - mean) ** 2, axis=0, weights=weight)) + 1e-3
        scale[-1] = 1.0  # a slope is a number of its own already
        coefficients = fit_ridge_odds(
            design / scale,
            np.concatenate([season.log_odds for season in past]),
            np.concatenate([season.happened for season in past]),
            weight,
            prior_sd=_PRIOR_SD,
        )
        return cls(pooled, own, grid, scale, coefficients)

    def log_odds(self, waits: Waits) -> FloatArray:
        """Corrected log-odds, (n,)."""
        return self.corrected(waits, self.pooled.log_odds(waits), self.own.features(waits))

    def corrected(self, waits: Waits, log_odds: FloatArray, features: FloatArray) -> FloatArray:
        """The correction alone."""
        columns = _columns(self.grid, waits, log_odds, features)
        return log_odds + columns / self.scale @ self.coefficients


def _columns(grid: Grid, waits: Waits, log_odds: FloatArray, features: FloatArray) -> FloatArray:
    """What the own groups say, how much more slope late than early, and the slope itself."""
    later = grid.position(waits.days) - 0.5
    return np.column_stack([features, log_odds * later, log_odds])
