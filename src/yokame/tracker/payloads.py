"""The vocabulary of the ledger: what each kind of event says. Knows no database.

An event is never changed. What was recorded wrongly is put right by `Corrected`, taken back by
`Undone`; both are events. A *change* is one thing that a person did, of one event or of many.
"""

from collections.abc import Mapping
from datetime import date, time
from enum import StrEnum
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    TypeAdapter,
    WithJsonSchema,
)

from yokame.forecast import ContactBy
from yokame.letters import Medium, Situation
from yokame.reports import Channel, Outcome, Policy, Stage, Track, Trust

# No database takes the character that ends a string in C.
_PLAIN = r"^[^\x00]*$"
Text = Annotated[str, Field(max_length=200, pattern=_PLAIN)]
LongText = Annotated[str, Field(max_length=10_000, pattern=_PLAIN)]


def _of_japan(value: time) -> time:
    """A time of day is Japan's: one with a zone of its own is refused."""
    if value.tzinfo is not None:
        raise ValueError("should have no time zone")
    return value.replace(second=0, microsecond=0)


Clock = Annotated[
    time,
    AfterValidator(_of_japan),
    WithJsonSchema({"type": "string", "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9](:00)?$"}),
]


class Said(StrEnum):
    """What word said."""

    PASS = "pass"
    FAIL = "fail"
    HOLD = "hold"
    OFFER = "offer"


class DatedBy(StrEnum):
    """Where the day of an event comes from."""

    PERSON = "person"
    SHEET = "sheet"
    LETTER = "letter"
    MAIL = "mail"
    CLOCK = "clock"


class Source(StrEnum):
    """Where one learned what others heard."""

    X = "x"
    OPEN_CHAT = "open_chat"
    DIARY = "diary"
    FRIEND = "friend"
    OTHER = "other"


class Payload(BaseModel):
    """What one event says. Unknown keys are refused; what is left out has its default."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Facts(Payload):
    """What is known of an application besides its rounds. `size` counts employees."""

    employer: Annotated[str, Field(min_length=1, max_length=200, pattern=_PLAIN)]
    course: Text = ""
    track: Track = Track.NEW_GRAD
    via_agent: bool = False
    size: Annotated[int, Field(ge=1, le=10_000_000)] | None = None
    public_sector: bool = False
    industry: Text = ""
    url: Annotated[str, Field(max_length=1000, pattern=_PLAIN)] = ""
    priority: Annotated[int, Field(ge=0, le=3)] = 0
    entry_due_on: date | None = None
    department: Text = ""
    person: Text = ""
    mail: Annotated[str, Field(max_length=254, pattern=_PLAIN)] = ""
    phone: Annotated[str, Field(max_length=40, pattern=_PLAIN)] = ""
    agency: Text = ""
    agent: Text = ""
    documents: tuple[Text, ...] = ()


class RoundPayload(Payload):
    """Something about one round of the application."""

    round: UUID


class Added(Payload):
    """An application enters the ledger, perhaps before anything was sent."""

    kind: Literal["added"] = "added"
    facts: Facts


class Described(Payload):
    """The facts of an application, all of them anew."""

    kind: Literal["described"] = "described"
    facts: Facts


class Applied(Payload):
    """The application was sent in."""

    kind: Literal["applied"] = "applied"


class RoundScheduled(RoundPayload):
    """A round is to be held; `on` is empty while its day is not known."""

    kind: Literal["round_scheduled"] = "round_scheduled"
    stage: Stage
    name: Text = ""
    on: date | None = None
    starts_at: Clock | None = None
    ends_at: Clock | None = None
    place: Text = ""


class RoundHeld(RoundPayload):
    """A round was held, on the day of the event. Empty fields leave what was scheduled."""

    kind: Literal["round_held"] = "round_held"
    stage: Stage
    name: Text = ""


class PromiseHeard(RoundPayload):
    """What was said about word, on the day of the event; a count begins on that day."""

    kind: Literal["promise_heard"] = "promise_heard"
    said: Annotated[str, Field(max_length=1000, pattern=_PLAIN)] = ""
    policy: Policy = Policy.UNKNOWN


class SignalsNoticed(RoundPayload):
    """All that was noticed in a round; keys of `priors.toml [signals.lr]`."""

    kind: Literal["signals_noticed"] = "signals_noticed"
    signals: tuple[Annotated[str, Field(max_length=60, pattern=_PLAIN)], ...] = ()


class ContactCame(RoundPayload):
    """The employer was in touch; what it wants to say is not known yet."""

    kind: Literal["contact_came"] = "contact_came"
    by: ContactBy


class WordCame(RoundPayload):
    """Word came. `answer_by`: the day until which an offer waits for one's own answer."""

    kind: Literal["word_came"] = "word_came"
    said: Said
    channel: Channel | None = None
    answer_by: date | None = None


class LetterSent(Payload):
    """A letter went to the employer, word for word."""

    kind: Literal["letter_sent"] = "letter_sent"
    round: UUID | None = None
    situation: Situation
    medium: Medium = Medium.MAIL
    to: Annotated[str, Field(max_length=254, pattern=_PLAIN)] = ""
    subject: Annotated[str, Field(max_length=500, pattern=_PLAIN)] = ""
    body: LongText = ""


class ReplyCame(RoundPayload):
    """The employer answered an inquiry, and it was not word yet."""

    kind: Literal["reply_came"] = "reply_came"
    channel: Channel | None = None
    text: LongText = ""


class OthersHeard(RoundPayload):
    """On the day of the event `count` others had heard this, or still nothing (`none`).

    `held_on` is the day of their round where it is not the day of mine: another slot, last year.
    """

    kind: Literal["others_heard"] = "others_heard"
    said: Outcome
    count: Annotated[int, Field(ge=1, le=100_000)] = 1
    held_on: date | None = None
    source: Source = Source.OTHER
    trust: Trust = Trust.LIKELY


class OfferDueSet(Payload):
    """The day until which the offer waits for an answer, as it is known now."""

    kind: Literal["offer_due_set"] = "offer_due_set"
    answer_by: date | None = None


class OfferAccepted(Payload):
    """The offer was accepted."""

    kind: Literal["offer_accepted"] = "offer_accepted"


class OfferDeclined(Payload):
    """The offer was declined."""

    kind: Literal["offer_declined"] = "offer_declined"


class Withdrew(Payload):
    """The person withdrew from the selection."""

    kind: Literal["withdrew"] = "withdrew"


class Noted(Payload):
    """A note of one's own."""

    kind: Literal["noted"] = "noted"
    round: UUID | None = None
    text: LongText


class Corrected(Payload):
    """An earlier event, by its number, says this instead; `happened_on` of this one is its day."""

    kind: Literal["corrected"] = "corrected"
    event: Annotated[int, Field(ge=1)]
    to: Annotated["CorrectablePayload", Field(discriminator="kind")]


class Removed(Payload):
    """The application leaves every page; its events stay."""

    kind: Literal["removed"] = "removed"


class EmployersJoined(Payload):
    """Two spellings are one employer: what goes by `key` goes by `into` from now on."""

    kind: Literal["employers_joined"] = "employers_joined"
    key: Text
    into: Text


class Undone(Payload):
    """Changes taken back. An undo that is undone itself puts them in force again."""

    kind: Literal["undone"] = "undone"
    changes: tuple[UUID, ...]


class Imported(Payload):
    """What came from a file: a table's rows in this change, or changes of another ledger."""

    kind: Literal["imported"] = "imported"
    name: Text
    n_applications: int
    changes: tuple[UUID, ...] = ()


CorrectablePayload = (
    Added
    | Described
    | Applied
    | RoundScheduled
    | RoundHeld
    | PromiseHeard
    | SignalsNoticed
    | ContactCame
    | WordCame
    | LetterSent
    | ReplyCame
    | OthersHeard
    | OfferDueSet
    | OfferAccepted
    | OfferDeclined
    | Withdrew
    | Noted
)
ApplicationPayload = CorrectablePayload | Corrected | Removed
OwnerPayload = EmployersJoined | Undone | Imported
AnyPayload = ApplicationPayload | OwnerPayload
Corrected.model_rebuild()

_PAYLOADS: TypeAdapter[Any] = TypeAdapter(Annotated[AnyPayload, Field(discriminator="kind")])
KINDS = tuple(sorted(_PAYLOADS.core_schema["choices"]))


def read_payload(kind: str, data: Mapping[str, object]) -> AnyPayload:
    """The payload that was written by `payload_data`. Raises pydantic.ValidationError."""
    payload: AnyPayload = _PAYLOADS.validate_python({**data, "kind": kind}, strict=False)
    return payload


def payload_data(payload: AnyPayload) -> dict[str, Any]:
    """A payload as JSON knows it, without its kind. Defaults are written out: they may change."""
    return payload.model_dump(mode="json", exclude_none=True, exclude={"kind"})
