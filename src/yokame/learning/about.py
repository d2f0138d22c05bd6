"""What is said about a model: when it was made, by which yokame, and from how many reports."""

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

import numpy as np

from yokame import __version__
from yokame.reports.counts import Counts
from yokame.reports.table import Reports


@dataclass(frozen=True)
class SeasonLearned:
    """The reports of a season: of waits followed from their start, and told afterwards."""

    season: int
    followed: float
    afterwards: float


@dataclass(frozen=True)
class About:
    """What is said about a model. `reference`: what it is held against, `priors` or its `own`."""

    made: date
    yokame: str
    reference: str
    n_employers: int
    with_word: float
    seasons: tuple[SeasonLearned, ...]

    @classmethod
    def of(cls, reports: Reports | Counts, *, made: date, reference: str) -> "About":
        """Count what is learned from."""
        seasons = []
        for season in np.unique(reports.season):
            mine = reports.take(reports.season == season)
            followed = float(mine.count[mine.followed].sum())
            seasons.append(SeasonLearned(int(season), followed, float(mine.count.sum()) - followed))
        return cls(
            made=made,
            yokame=__version__,
            reference=reference,
            n_employers=int(np.unique(reports.employer.code).size),
            with_word=float(reports.count[reports.is_decided].sum()),
            seasons=tuple(seasons),
        )

    @classmethod
    def nothing(cls, made: date) -> "About":
        """Of what is no model but a part of one that is being made."""
        return cls(made, __version__, "", 0, 0.0, ())

    @property
    def n_reports(self) -> float:
        """How many reports in all."""
        return sum(season.followed + season.afterwards for season in self.seasons)

    def as_json(self) -> dict[str, Any]:
        """As it stands in the file."""
        return {**asdict(self), "made": self.made.isoformat()}

    @classmethod
    def of_json(cls, said: dict[str, Any]) -> "About":
        """As `as_json` wrote it."""
        seasons = tuple(SeasonLearned(**season) for season in said["seasons"])
        return cls(**{**said, "made": date.fromisoformat(said["made"]), "seasons": seasons})
