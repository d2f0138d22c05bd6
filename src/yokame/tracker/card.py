"""One application as every list shows it. Knows no database.

Tuples, not dataclasses: a page makes hundreds of them, straight from the rows of one query. And
no column that no list shows: each costs a page of 300 applications as much as a cell.
"""

from datetime import date, time
from typing import NamedTuple
from uuid import UUID

from yokame.tracker.application import State


class CardApplication(NamedTuple):
    """The application; codes are those of its row."""

    uid: UUID
    employer: str
    employer_key: str
    course: str
    priority: int
    entry_due_on: date | None
    applied_on: date | None
    state: str
    state_on: date
    offered_on: date | None
    answer_by: date | None
    extension_asked_on: date | None
    last_number: int


class CardRound(NamedTuple):
    """One round. `is_current`: it is the one that the application hangs on."""

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
    contact_on: date | None
    word: str
    asked: list[str]


class CardAnswer(NamedTuple):
    """What lists show of the answer for that round."""

    today: date
    prob: float
    median_on: date
    high_on: date
    deadline_on: date | None
    ask_from: date | None
    state: str
    action: str
    hours: str
    why: str


class Card(NamedTuple):
    """One application, the round it hangs on, and that round's answer of the day if it waits."""

    application: CardApplication
    round: CardRound | None
    answer: CardAnswer | None

    def is_ahead(self, today: date) -> bool:
        """Whether the round is still to be held; without a day it is."""
        return (
            self.application.state == State.IN_ROUND
            and self.round is not None
            and not self.round.is_held
            and (self.round.on is None or self.round.on >= today)
        )

    def is_waiting(self, today: date) -> bool:
        """Whether a round was held and word is to come."""
        return self.application.state == State.IN_ROUND and not self.is_ahead(today)
