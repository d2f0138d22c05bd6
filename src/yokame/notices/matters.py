"""What reminders are about, as the caller knows it on a day: things with a day of their own."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from yokame.reports import Stage


class MatterKind(StrEnum):
    """What is to be done or kept in mind; from `ASK` on about a silence, `ASK` being day 8."""

    ROUND = "round"
    ENTRY_DUE = "entry_due"
    OFFER_DUE = "offer_due"
    ASK = "ask"
    ASK_AGAIN = "ask_again"
    RECORD_WORD = "record_word"
    CHECK = "check"
    CLOSE = "close"


DUE = (MatterKind.ENTRY_DUE, MatterKind.OFFER_DUE)
TO_DO = (MatterKind.RECORD_WORD, MatterKind.ASK, MatterKind.ASK_AGAIN, MatterKind.CHECK)


@dataclass(frozen=True)
class Matter:
    """One thing, with its day: of a round, when it is held; of advice, from when it holds.

    `uid` names the round or application for ever; `path` is its page. Times are those of Japan.
    """

    kind: MatterKind
    uid: str
    on: date
    employer: str
    path: str
    stage: Stage | None = None
    name: str = ""
    starts_at: time | None = None
    hours: str = ""


@dataclass(frozen=True)
class Facts:
    """What a person has before them. `is_season_open`: something is still alive."""

    matters: tuple[Matter, ...]
    is_season_open: bool
