"""What others who wait for the same word have heard, as a person wrote it down."""

from dataclasses import dataclass
from datetime import date

from yokame.reports.vocabulary import Outcome, Stage


@dataclass(frozen=True)
class HeardByOthers:
    """`count` people of the stage held on `held` had `word` on `on` (`NONE`: still silent then)."""

    stage: Stage
    held: date
    word: Outcome
    on: date
    count: int
