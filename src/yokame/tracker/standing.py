"""Where an application stands today, as every list shows it. Knows no database.

Tuples, not dataclasses: a page makes hundreds of them, straight from the rows of one query.
"""

from datetime import date, time
from typing import NamedTuple
from uuid import UUID

from yokame.tracker.application import ENDED, State


class RoundStanding(NamedTuple):
    """One round; `on` is its day, held or to be held, and `is_held` once the person said so.

    `is_current`: the one that its application hangs on.
    """

    uid: UUID
    stage: str
    name: str
    on: date | None
    is_held: bool
    is_current: bool
    starts_at: time | None
    ends_at: time | None
    place: str
    said: str
    word: str
    word_on: date | None
    contact_on: date | None
    asked: list[str]


class Outlook(NamedTuple):
    """The round's answer of the day. Chances from 0 to 1, codes as in `forecast`."""

    prob: float
    low: float
    high: float
    median_on: date
    low_on: date
    high_on: date
    deadline_on: date | None
    ask_from: date | None
    state: str
    action: str
    hours: str
    why: str


class Standing(NamedTuple):
    """One application, the round it hangs on, and that round's outlook while it waits."""

    application: UUID
    employer: str
    employer_key: str
    course: str
    track: str
    priority: int
    entry_due_on: date | None
    added_on: date
    applied_on: date | None
    state: str
    state_on: date
    offered_on: date | None
    answer_by: date | None
    last_number: int
    round: RoundStanding | None
    outlook: Outlook | None

    @property
    def is_ended(self) -> bool:
        """Whether nothing more is to come, as far as one knows."""
        return self.state in ENDED

    def is_ahead(self, today: date) -> bool:
        """Whether the round is still to be held; without a day it is."""
        return (
            self.state == State.IN_ROUND
            and self.round is not None
            and (self.round.on is None or self.round.on >= today)
            and not self.round.is_held
        )

    def is_waiting(self, today: date) -> bool:
        """Whether a round was held and word is to come."""
        return self.state == State.IN_ROUND and not self.is_ahead(today)
