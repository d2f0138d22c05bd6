"""What others of the same season have reported up to the day of a question.

Acceptances are posted later than rejections, so a count of this season's posts is too dark at
first. It is therefore held against the posts that earlier seasons had on the same day of the
season, late posts missing there too: the delay of reporting cancels. Against them stand the
counts of this season, of its last one and three weeks, and what is left to come of the usual
number. How much each is worth, early in a season and late, is learned by predicting past seasons
from those before them.
"""

from dataclasses import dataclass

import numpy as np

from yokame.learning.groups import Codes
from yokame.learning.posted import Evidence, Features, usable
from yokame.learning.replay import PastSeason
from yokame.learning.stack import StackedChance
from yokame.reports.table import Reports, Waits
from yokame.stats import FloatArray, fit_ridge_odds

# Sd of the effect of one sd of a feature, in log-odds.
_PRIOR_SD = 0.05


@dataclass(frozen=True, eq=False)
class LiveCorrection:
    """What this season's posts add to the log-odds of a question."""

    evidence: Evidence
    scale: FloatArray
    coefficients: FloatArray

    @classmethod
    def learn(
        cls, posts: Reports, codes: Codes, past: list[PastSeason], chance: StackedChance
    ) -> "LiveCorrection | None":
        """Learn on replayed seasons, each with its own posts; None where nothing can be learned."""
        dated = usable(posts)
        with_posts = [season for season in past if (dated.season == season.season).any()]
        if codes.clock.is_personal or not with_posts:
            return None
        features = np.concatenate([_features(season, posts) for season in with_posts])
        weight = np.concatenate([season.weight for season in with_posts])
        mean = np.average(features, axis=0, weights=weight)
        scale = np.sqrt(np.average((features - mean) ** 2, axis=0, weights=weight)) + 1e-3
        features /= scale.astype(np.float32)
        coefficients = fit_ridge_odds(
            features,
            np.concatenate([chance.corrected(s.asked, s.log_odds, s.features) for s in with_posts]),
            np.concatenate([season.happened for season in with_posts]),
            weight,
            prior_sd=_PRIOR_SD,
        )
        return cls(Evidence.of(posts, codes), scale, coefficients)

    def of(self, waits: Waits, live: Reports) -> FloatArray:
        """Log-odds to add, (n,); each wait is held against the posts of its own season."""
        found, posts = np.zeros(len(waits)), usable(live)
        dated = ~np.isnat(waits.held)
        for season in np.unique(waits.season):
            asked = np.flatnonzero((waits.season == season) & dated)
            mine = posts.take(posts.season == season)
            features = self.evidence.features(waits.take(asked), mine)
            found[asked] = features / self.scale @ self.coefficients
        return found


def _features(season: PastSeason, posts: Reports) -> Features:
    before, during = posts.season < season.season, posts.season == season.season
    evidence = Evidence.of(posts.take(before), season.codes)
    return evidence.features(season.asked, usable(posts.take(during)))
