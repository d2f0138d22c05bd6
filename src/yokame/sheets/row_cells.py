"""What the cells of one row say, before it is an application."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, time

from yokame.reports import Outcome, Track
from yokame.sheets.stage_names import StageName
from yokame.sheets.states import Standing
from yokame.sheets.table import Field, NotRead


@dataclass
class RoundCells:
    """What the cells of a row say of one stage."""

    held_on: date | None = None
    at: time | None = None
    result: Outcome = Outcome.NONE
    word_on: date | None = None
    said: str = ""
    is_named: bool = False  # that it takes place is said, even without a day

    @property
    def is_empty(self) -> bool:
        return self == RoundCells()


@dataclass
class RowCells:
    """What the cells of a row say. `rounds[None]`: what is said without naming a stage."""

    line: int
    texts: dict[Field, str] = field(default_factory=dict)
    days: dict[Field, date] = field(default_factory=dict)
    rounds: dict[StageName | None, RoundCells] = field(
        default_factory=lambda: defaultdict(RoundCells)
    )
    standing: Standing = field(default_factory=Standing)
    stage: StageName | None = None
    stage_label: str = ""
    track: Track | None = None
    priority: int = 0
    note: list[str] = field(default_factory=list)
    not_read: list[NotRead] = field(default_factory=list)
