"""What the API sends of a person's ledger."""

from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from ninja import Schema

from yokame.api.shapes import AnswerShape, Share
from yokame.forecast import Action, ContactBy
from yokame.forecast import State as WaitState
from yokame.letters import Medium, Situation
from yokame.reports import Channel, Outcome, Policy, Stage, Track, Trust
from yokame.tracker.application import State
from yokame.tracker.payloads import DatedBy, Facts, Said, Source


class PromiseHeardShape(Schema):
    """What was said about word, and the day from which a count in it begins."""

    said: str
    heard_on: date
    policy: Policy


class ContactShape(Schema):
    """A contact whose content is not known."""

    by: ContactBy
    on: date


class WordHeardShape(Schema):
    """Word of a round."""

    said: Said
    on: date
    channel: Channel | None


class OthersHeardShape(Schema):
    """What others had heard on a day."""

    said: Outcome
    on: date
    count: int
    held_on: date | None
    source: Source
    trust: Trust


class RoundShape(Schema):
    """One stage. `on` is its day, held or to be held."""

    uid: UUID
    stage: Stage
    name: str
    on: date | None
    is_held: bool
    starts_at: time | None
    ends_at: time | None
    place: str
    promise: PromiseHeardShape | None
    signals: list[str]
    contact: ContactShape | None
    word: WordHeardShape | None
    asked: list[date]
    others: list[OthersHeardShape]


class OfferShape(Schema):
    """An offer, the day until which it waits, and the day of one's answer."""

    made_on: date
    answer_by: date | None
    answered_on: date | None


class LetterShape(Schema):
    """A letter that went out; `number` is that of its event."""

    number: int
    round: UUID | None
    situation: Situation
    medium: Medium
    sent_on: date
    to: str
    subject: str
    body: str


class NoteShape(Schema):
    """A note; `number` is that of its event."""

    number: int
    round: UUID | None
    on: date
    text: str


class StateShape(Schema):
    """An application as all its events in force leave it."""

    uid: UUID
    facts: Facts
    added_on: date
    applied_on: date | None
    rounds: list[RoundShape]
    offer: OfferShape | None
    letters: list[LetterShape]
    notes: list[NoteShape]
    state: State
    state_on: date
    last_number: int


class ApplicationShape(Schema):
    """An application, the round it hangs on, and that round's answer of the day if it waits."""

    application: StateShape
    current_round: UUID | None
    answer: AnswerShape | None


class CardAnswerShape(Schema):
    """What a list tells of the answer of the day."""

    prob: Share
    low: Share
    high: Share
    deadline_on: date | None
    ask_from: date | None
    median_on: date
    state: WaitState
    action: Action
    action_on: date


class CardShape(Schema):
    """An application as lists show it."""

    uid: UUID
    employer: str
    course: str
    track: Track
    state: State
    state_on: date
    answer_by: date | None
    round: UUID | None
    stage: Stage | None
    on: date | None
    answer: CardAnswerShape | None


class ApplicationsShape(Schema):
    """A part of the applications, the one that changed last first; `total` counts all."""

    total: int
    applications: list[CardShape]


class EventShape(Schema):
    """One line of the ledger. `data` is what its kind says; `is_undone`: it is not in force."""

    number: int
    change: UUID
    on: date
    recorded_at: datetime
    dated_by: DatedBy
    kind: str
    data: dict[str, Any]
    is_undone: bool


class EventsShape(Schema):
    """A part of an application's events in their order; `total` counts all."""

    total: int
    events: list[EventShape]


class ChangedShape(Schema):
    """The change that was written, to undo it by, and what the application is now.

    `current` is empty where it left the ledger's pages.
    """

    change: UUID
    application: UUID
    current: StateShape | None


class UndoneShape(Schema):
    """The change that took another back; undone itself, that one counts again."""

    change: UUID
