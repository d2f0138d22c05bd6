"""The pooled odds, corrected by a slope and by what a wait's own groups say."""

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
_PRIOR_SD = 0.1


@dataclass(frozen=True, eq=False)
class StackedChance:
    """Log-odds of a pass, given no word so far."""

    pooled: ChanceModel
    own: OwnGroups
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
            return cls(pooled, own, np.ones(own.n_features), np.zeros(own.n_features + 1))
        features = np.concatenate([season.features for season in past])
        weight = np.concatenate([season.weight for season in past])
        mean = np.average(features, axis=0, weights=weight)
        scale = np.sqrt(np.average((features - mean) ** 2, axis=0, weights=weight)) + 1e-3
        log_odds = np.concatenate([season.log_odds for season in past])
        coefficients = fit_ridge_odds(
            np.column_stack([features / scale, log_odds]),
            log_odds,
            np.concatenate([season.happened for season in past]),
            weight,
            prior_sd=_PRIOR_SD,
        )
        return cls(pooled, own, scale, coefficients)

    def log_odds(self, waits: Waits) -> FloatArray:
        """Corrected log-odds, (n,)."""
        return self.corrected(self.pooled.log_odds(waits), self.own.features(waits))

    def corrected(self, log_odds: FloatArray, features: FloatArray) -> FloatArray:
        """The correction alone."""
        return log_odds + np.column_stack([features / self.scale, log_odds]) @ self.coefficients
