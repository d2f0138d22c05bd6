"""What an application is after all its events: the outcome of the fold."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from uuid import UUID

from yokame.forecast import Contact
from yokame.letters import Medium, Situation
from yokame.reports import Channel, Outcome, Policy, Stage, Trust
from yokame.tracker.payloads import DatedBy, Facts, Said, Source


class State(StrEnum):
    """Where an application stands. No day enters here: time alone closes nothing.

    `IN_ROUND` has a round without word, be it ahead or silent since; `PASSED` has word of a pass
    and no next round yet.
    """

    PLANNED = "planned"
    APPLIED = "applied"
    IN_ROUND = "in_round"
    PASSED = "passed"
    OFFERED = "offered"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    FAILED = "failed"


ENDED = frozenset({State.ACCEPTED, State.DECLINED, State.WITHDRAWN, State.FAILED})


@dataclass(frozen=True)
class Promised:
    """What was said about word, and the day from which a count in it begins."""

    said: str
    heard_on: date
    policy: Policy


@dataclass(frozen=True)
class Word:
    """Word of a round.

    `dated_by` the clock: its day is only supposed. `recorded_on` is the day in Japan on which it
    was first written down: up to the day before, its round was thought to be silent.
    """

    said: Said
    on: date
    channel: Channel | None
    dated_by: DatedBy
    recorded_on: date


@dataclass(frozen=True)
class Others:
    """What others had heard on a day; `held_on` is the day of their round."""

    said: Outcome
    on: date
    count: int
    held_on: date | None
    source: Source
    trust: Trust


@dataclass(frozen=True)
class Round:
    """One stage. `on` is its day, held or to be held; `is_held` once the person said it was."""

    uid: UUID
    stage: Stage
    name: str
    on: date | None
    is_held: bool
    starts_at: time | None
    ends_at: time | None
    place: str
    promise: Promised | None
    signals: tuple[str, ...]
    contact: Contact | None
    word: Word | None
    asked: tuple[date, ...]
    others: tuple[Others, ...]
    number: int

    @property
    def is_open(self) -> bool:
        """Whether the answer is still to come; being held in reserve is no answer."""
        return self.word is None or self.word.said is Said.HOLD


@dataclass(frozen=True)
class Offer:
    """An offer, the day until which it waits, and what became of it.

    `extension_asked_on`: the day on which more time was asked for, while none is given yet.
    """

    made_on: date
    answer_by: date | None
    answered_on: date | None
    extension_asked_on: date | None


@dataclass(frozen=True)
class Letter:
    """A letter that went out; `number` is that of its event."""

    number: int
    round: UUID | None
    situation: Situation
    medium: Medium
    sent_on: date
    to: str
    subject: str
    body: str


@dataclass(frozen=True)
class Note:
    """A note; `number` is that of its event."""

    number: int
    round: UUID | None
    on: date
    text: str


@dataclass(frozen=True)
class ApplicationState:
    """One person, one employer, one course: everything in force. Rounds stand in their order.

    `state_on` is the day on which the present state began, `last_number` the newest event.
    """

    uid: UUID
    facts: Facts
    added_on: date
    applied_on: date | None
    rounds: tuple[Round, ...]
    offer: Offer | None
    letters: tuple[Letter, ...]
    notes: tuple[Note, ...]
    state: State
    state_on: date
    is_removed: bool
    last_number: int

    @property
    def current_round(self) -> Round | None:
        """The round that the application hangs on: of the open ones the last, else the last."""
        still_open = [one for one in self.rounds if one.is_open]
        rounds = still_open if self.state is State.IN_ROUND else self.rounds
        return rounds[-1] if rounds else None

    def round(self, uid: UUID) -> Round | None:
        """The round of this uid, if there is one."""
        return next((one for one in self.rounds if one.uid == uid), None)
