"""What a request about a person's ledger may hold: facts, and events as the ledger has them."""

import json
from datetime import date
from typing import Annotated, TypeVar
from uuid import UUID

import pydantic
from django.http import HttpRequest
from ninja.errors import ValidationError
from pydantic import BaseModel, ConfigDict, Field

from yokame.api.bodies import LONGEST_SAYING, Signal
from yokame.reports import Policy, Stage
from yokame.tracker.payloads import (
    Applied,
    ContactCame,
    Corrected,
    Described,
    Facts,
    LetterSent,
    Noted,
    OfferAccepted,
    OfferDeclined,
    OfferDueSet,
    OthersHeard,
    PromiseHeard,
    Removed,
    ReplyCame,
    RoundHeld,
    RoundScheduled,
    SignalsNoticed,
    Text,
    Withdrew,
    WordCame,
)
from yokame.wording import Language

Recordable = (
    Described
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
    | Corrected
    | Removed
)
T = TypeVar("T", bound=BaseModel)


class ChangeBody(BaseModel):
    """A change to the ledger. Unknown keys are refused."""

    model_config = ConfigDict(extra="forbid")

    change: UUID | None = Field(
        None, description="A UUID of your own for this change: sent twice, it is written once."
    )
    lang: Language = Language.JA


class HeldBody(BaseModel):
    """A round that was held, with what was said about word and what was noticed in it."""

    model_config = ConfigDict(extra="forbid")

    stage: Stage
    on: date
    name: Text = ""
    said: Annotated[Text, Field(max_length=LONGEST_SAYING)] = ""
    policy: Policy = Policy.UNKNOWN
    signals: Annotated[list[Signal], Field(max_length=50)] = []
    round: UUID | None = Field(None, description="A UUID of your own for the round.")


class AddBody(ChangeBody):
    """A new application: planned, sent in, or with a round that was held."""

    facts: Facts
    applied_on: date | None = Field(None, description="Without `held`, documents are awaited.")
    held: HeldBody | None = None


class EventBody(ChangeBody):
    """Something that happened with an application."""

    on: date | None = Field(None, description="The day it happened; today in Japan.")
    event: Annotated[Recordable, Field(discriminator="kind")]


def strictly(kind: type[T], request: HttpRequest) -> T:
    """The body of a request without any leniency: "3" is no number, 0 is no day.

    Pydantic is strict about JSON only while it still is JSON; ninja hands over Python.
    """
    content = json.dumps(_whole(json.loads(request.body)))
    try:
        return kind.model_validate_json(content, strict=True)
    except pydantic.ValidationError as error:
        found = error.errors(include_url=False, include_context=False, include_input=False)
        raise ValidationError(
            [{**one, "loc": ("body", "body", *one["loc"])} for one in found]
        ) from error


def _whole(value: object) -> object:
    """11.0 as 11: to JSON Schema, and so to our own document, both are the same integer."""
    match value:
        case float() if value.is_integer():
            return int(value)
        case dict():
            return {key: _whole(one) for key, one in value.items()}
        case list():
            return [_whole(one) for one in value]
    return value
