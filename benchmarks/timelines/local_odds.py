"""What a question's own groups say by themselves, weighed by what they were worth before.

The pooled odds shrink every group by one rule a level. Whether that is too much or too little, for
groups of a few reports or of many, is seen by predicting past seasons from those before them: the
odds counted in the groups themselves, lightly smoothed, enter a ridge regression on top of the
pooled ones (stacking: Wolpert 1992, Stacked generalization, Neural Networks 5(2), 241-259).
"""

from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from benchmarks.timelines.chance import ChanceModel
from benchmarks.timelines.groups import Codes, Keys, Table
from benchmarks.timelines.landmarks import accepted, asked_at, own_days
from yokame.stats.levels import IntArray
from yokame.stats.normal import FloatArray
from yokame.stats.ridge_odds import fit_ridge_odds

_LEVELS: list[Keys] = [
    *(("family",), ("family", "stage"), ("family", "field"), ("family", "field", "stage")),
    ("institution", "field", "stage"),
]
PAST_SEASONS = 3
_PRIOR_SD = 0.1


@dataclass(eq=False)
class LocalOdds:
    """Log-odds counted in single groups, against those of all, on any day."""

    history: pd.DataFrame
    codes: Codes
    _groups: list[tuple[Table, IntArray]] = field(default_factory=list)

    def __post_init__(self) -> None:
        found = self.codes.of(self.history)
        for keys in _LEVELS:
            table = Table.of(keys, found)
            self._groups.append((table, table.find(found)))

    def features(self, questions: pd.DataFrame) -> FloatArray:
        """(n_questions, n_features): for each level by all reports and by those of one season."""
        codes, asked = self.codes.of(questions), questions.t.to_numpy().astype(float)
        features = np.zeros((len(questions), 2 * len(_LEVELS)))
        observed, happened = self.history.observed_days.to_numpy(), accepted(self.history)
        n_seasons = self.history.season.nunique()
        for index, (table, group) in enumerate(self._groups):
            wanted, size = table.find(codes), table.joined.size
            for day in np.unique(asked):
                waiting = observed > day
                seen = np.bincount(group[waiting], minlength=size).astype(float)
                passed = np.bincount(group[waiting], happened[waiting], minlength=size)
                here = np.flatnonzero((asked == day) & (wanted >= 0))
                for column, scale in enumerate((1.0, float(n_seasons))):
                    odds = _smoothed(passed / scale, seen / scale)
                    features[here, 2 * index + column] = odds[wanted[here]]
        return features


def _smoothed(passed: FloatArray, seen: FloatArray) -> FloatArray:
    """Log-odds against those of all groups together, with one report of the average kind added."""
    share = (passed.sum() + 0.5) / (seen.sum() + 1)
    odds = (passed + share) / (seen - passed + 1 - share)
    return np.asarray(np.log(odds) - np.log(share / (1 - share)))


@dataclass(frozen=True, eq=False)
class PastSeason:
    """A past season as it would have been answered: what a correction can learn from.

    `asked` questions at the landmark days of what was known `before`; their pooled log-odds,
    features of their own groups, outcomes, and weights that count a wait once.
    """

    season: int
    before: pd.DataFrame
    codes: Codes
    asked: pd.DataFrame
    log_odds: FloatArray
    features: FloatArray
    happened: FloatArray
    weight: FloatArray

    @classmethod
    def replay(cls, history: pd.DataFrame, season: int) -> "PastSeason":
        """Learn from the seasons before, ask about this one."""
        before = history[history.season < season].reset_index(drop=True)
        codes, days = Codes(before), own_days(before)
        asked = asked_at(history[history.season == season], days)
        log_odds = ChanceModel.fit(before, codes).log_odds(asked)
        features = LocalOdds(before, codes).features(asked)
        weight = np.full(len(asked), 1 / days.size)
        return cls(season, before, codes, asked, log_odds, features, accepted(asked), weight)


def replays(history: pd.DataFrame) -> list[PastSeason]:
    """The last past seasons that have one before them."""
    seasons = sorted(history.season.unique())[1:][-PAST_SEASONS:]
    return [PastSeason.replay(history, int(season)) for season in seasons]


@dataclass(frozen=True, eq=False)
class StackedChance:
    """The pooled odds, corrected by a slope and by the odds of a question's own groups."""

    pooled: ChanceModel
    local: LocalOdds
    scale: FloatArray
    coefficients: FloatArray

    @classmethod
    def learn(cls, history: pd.DataFrame, codes: Codes, past: list[PastSeason]) -> "StackedChance":
        """Learn on the replayed seasons; without one nothing is corrected."""
        pooled, local = ChanceModel.fit(history, codes), LocalOdds(history, codes)
        n_features = 2 * len(_LEVELS)
        if not past:
            return cls(pooled, local, np.ones(n_features), np.zeros(n_features + 1))
        features = np.concatenate([season.features for season in past])
        scale = features.std(axis=0) + 1e-3
        log_odds = np.concatenate([season.log_odds for season in past])
        coefficients = fit_ridge_odds(
            np.column_stack([features / scale, log_odds]),
            log_odds,
            np.concatenate([season.happened for season in past]),
            np.concatenate([season.weight for season in past]),
            prior_sd=_PRIOR_SD,
        )
        return cls(pooled, local, scale, coefficients)

    def log_odds(self, questions: pd.DataFrame) -> FloatArray:
        """Corrected log-odds, (n,)."""
        return self.corrected(self.pooled.log_odds(questions), self.local.features(questions))

    def corrected(self, log_odds: FloatArray, features: FloatArray) -> FloatArray:
        """The correction alone."""
        return log_odds + np.column_stack([features / self.scale, log_odds]) @ self.coefficients
