"""What a request may hold. Every text, number and list has a bound, and no other key is taken."""

import re
from datetime import date
from typing import Annotated

from ninja import Schema
from pydantic import (
    AfterValidator,
    BeforeValidator,
    ConfigDict,
    Field,
    StrictBool,
    StrictInt,
    StrictStr,
    ValidationInfo,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

from yokame.forecast import LARGEST_SIZE, ContactBy
from yokame.reports import LARGEST_COUNT, MOST_ROWS, Outcome, Policy, Stage, Track
from yokame.wording import Language, signal_groups

LONGEST_SAYING = 1_000
_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_NOT_SENT = object()  # no JSON is this
_SIGNALS = tuple(name for group in signal_groups(Language.EN) for name, _words in group.signals)


def _iso_day(value: object) -> object:
    """Only the text of a day: Pydantic would also read numbers as moments since 1970."""
    if isinstance(value, date) or (isinstance(value, str) and _ISO_DAY.fullmatch(value)):
        return value
    raise PydanticCustomError("date", "should be a day like 2026-11-13")


def _known_signal(value: str) -> str:
    if value in _SIGNALS:
        return value
    raise PydanticCustomError("unknown_signal", "is no signal that yokame knows")


def _needed_by_its_track(value: object, info: ValidationInfo) -> object:
    """A part-time job has one selection only, whatever it is called; elsewhere a stage is needed.

    A track that is wrong itself needs none: that mistake is told.
    """
    if value is not _NOT_SENT:
        return value
    if info.data.get("track", Track.PART_TIME) is Track.PART_TIME:
        return Stage.INTERVIEW
    raise PydanticCustomError("missing", "is required")


def _whole(value: object) -> object:
    """11.0 as 11: to JSON Schema, and so to our own document, both are the same integer."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


Day = Annotated[
    date, BeforeValidator(_iso_day), WithJsonSchema({"type": "string", "format": "date"})
]
Signal = Annotated[
    StrictStr,
    AfterValidator(_known_signal),
    WithJsonSchema({"type": "string", "enum": list(_SIGNALS)}),
]
Count = Annotated[StrictInt, Field(ge=1, le=LARGEST_COUNT), BeforeValidator(_whole)]
Size = Annotated[StrictInt, Field(ge=1, le=LARGEST_SIZE), BeforeValidator(_whole)]


class Body(Schema):
    """A request: unknown keys are refused."""

    model_config = ConfigDict(extra="forbid")


class Others(Body):
    """What others who wait for the same word have heard: `none` is still silent on `on`."""

    stage: Stage
    held: Day
    word: Outcome
    on: Day
    count: Count


class AnswerBody(Body):
    """One wait, with the names of the command line's options."""

    model_config = ConfigDict(
        json_schema_extra={
            "anyOf": [
                {"required": ["stage"]},
                {"required": ["track"], "properties": {"track": {"const": Track.PART_TIME.value}}},
            ]
        }
    )

    # Before the stage, which is checked with it at hand.
    track: Track = Track.NEW_GRAD
    stage: Annotated[Stage, BeforeValidator(_needed_by_its_track)] = Field(
        default_factory=lambda: _NOT_SENT,
        validate_default=True,
        description="Which stage was taken. Required, except by part_time, which ignores it.",
    )
    held: Day = Field(description="The day it was held; of documents, sent or due.")
    said: StrictStr | None = Field(
        None, max_length=LONGEST_SAYING, description="What was said about word, as it was said."
    )
    today: Day | None = Field(None, description="The day asked about; the present day in Japan.")
    signals: list[Signal] = Field([], max_length=50)
    size: Size | None = Field(None, description="Employees.")
    public_sector: StrictBool = False
    via_agent: StrictBool = False
    policy: Policy = Field(Policy.UNKNOWN, description="Overrides what `said` was read as.")
    contact: ContactBy | None = Field(
        None, description="A missed call, or a mail not opened yet; with `contact_on`."
    )
    contact_on: Day | None = None
    asked: list[Day] = Field([], max_length=10, description="Days of inquiries already made.")
    others: list[Others] = Field([], max_length=MOST_ROWS)
    employer: StrictStr = Field(
        "",
        max_length=200,
        description="Moves the answer where the server has learned from reports.",
    )
    industry: StrictStr = Field(
        "", max_length=200, description="The trade; most where nobody told of the employer."
    )
    lang: Language = Language.JA


class PromiseBody(Body):
    """Words about word, and the day they count from."""

    said: StrictStr = Field(max_length=LONGEST_SAYING)
    held: Day
    lang: Language = Language.JA
