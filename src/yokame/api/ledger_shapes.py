"""What the ledger's operations take and give."""

from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

from ninja import Schema
from pydantic import BeforeValidator, Field, StrictInt, StrictStr, WithJsonSchema

from yokame.api.bodies import LONGEST_SAYING, Body, Day, Signal, whole
from yokame.forecast import Action
from yokame.reports import Channel, Policy, Stage, Track
from yokame.tracker.application import State
from yokame.tracker.payloads import Said
from yokame.wording import Language


def _without_nul(value: object) -> object:
    """PostgreSQL keeps no NUL in a text."""
    return value.replace("\0", "\ufffd") if isinstance(value, str) else value


Text = Annotated[StrictStr, BeforeValidator(_without_nul)]
Line = Annotated[Text, Field(max_length=200)]
# Written out: a wait's own state has the same name in the API's document.
Stands = Annotated[
    str, WithJsonSchema({"type": "string", "enum": [state.value for state in State]})
]
_TWICE = "Names the change: a request that is sent twice with the same one writes once."


class Change(Body):
    """A request that writes."""

    change: UUID | None = Field(None, description=_TWICE)
    lang: Language = Language.JA


class Part(Schema):
    """Which part of a list."""

    limit: int = Field(100, ge=1, le=500)
    offset: int = Field(0, ge=0, le=1_000_000)


class NewApplication(Change):
    """An application; with `applied_on` the wait for the documents begins."""

    employer: Annotated[Text, Field(min_length=1, max_length=200)]
    course: Line = ""
    track: Track = Track.NEW_GRAD
    industry: Line = ""
    priority: Annotated[StrictInt, Field(ge=0, le=3), BeforeValidator(whole)] = 0
    entry_due_on: Day | None = None
    applied_on: Day | None = None


class AboutApplication(Change):
    """A request about one application."""

    application: UUID


class RoundHeldBody(AboutApplication):
    """A round was held, and what was said about word. `round` where it was planned before."""

    round: UUID | None = None
    stage: Stage
    on: Day
    name: Line = ""
    said: Annotated[Text, Field(max_length=LONGEST_SAYING)] = ""
    policy: Policy = Policy.UNKNOWN
    signals: list[Signal] = Field([], max_length=50)


class WordBody(AboutApplication):
    """Word came of a round. `answer_by`: until when an offer waits."""

    round: UUID
    said: Said
    on: Day
    channel: Channel | None = None
    answer_by: Day | None = None


class NoteBody(AboutApplication):
    """A note of one's own."""

    text: Annotated[Text, Field(min_length=1, max_length=10_000)]


class UndoBody(Change):
    """The change to take back; that of an undo does it again."""

    undo: UUID


class WrittenShape(Schema):
    """What was written: about which application, and the change to undo it by."""

    application: UUID | None
    change: UUID


class AnswerOfTheDay(Schema):
    """The answer of today in short; the whole is `POST /api/answer`.

    `prob` is null where the person wants words only, and where it is low: such a number needs what
    stands beside it on the application's page.
    """

    words: str
    prob: float | None
    expected_on: date
    deadline_on: date | None
    ask_from: date | None
    action: Action
    hours: str | None


class CurrentRound(Schema):
    """The round that the application hangs on. `word` is what word said, or null."""

    uid: UUID
    stage: Stage
    name: str
    on: date | None
    is_held: bool
    said: str
    word: Said | None


class ApplicationShape(Schema):
    """One application as lists show it."""

    uid: UUID
    employer: str
    course: str
    priority: int
    state: Stands
    state_on: date
    entry_due_on: date | None
    applied_on: date | None
    offered_on: date | None
    answer_by: date | None
    round: CurrentRound | None
    answer: AnswerOfTheDay | None


class ApplicationList(Schema):
    """Some applications, the one that changed last first, and how many there are in all."""

    count: int
    applications: list[ApplicationShape]


class EventShape(Schema):
    """One line of an application's history, as it was recorded; `data` as docs/export.md has it."""

    number: int
    change: UUID
    kind: str
    happened_on: date
    recorded_at: datetime
    is_undone: bool
    data: dict[str, Any]


class HistoryShape(Schema):
    """Everything that was recorded about an application, oldest first."""

    application: UUID
    events: list[EventShape]
