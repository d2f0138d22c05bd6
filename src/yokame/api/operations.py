"""The operations. The two that anybody may ask keep nothing of what they were asked."""

import json
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI, Swagger
from ninja.decorators import decorate_view

import yokame
from yokame.accounts.queries import person_of
from yokame.api.authentication import READS
from yokame.api.bodies import AnswerBody, PromiseBody
from yokame.api.calibration import router as calibration_router
from yokame.api.errors import JSON, IncompleteContactError, add_error_handlers, only_json
from yokame.api.ledger import router
from yokame.api.shapes import AnswerShape, ErrorShape, MeShape, PromiseShape
from yokame.forecast import Contact, Question
from yokame.promise import read_promise
from yokame.reports import heard_from
from yokame.tracker.model_in_use import model_in_use
from yokame.wording import answer_json, promise_json

_JAPAN = ZoneInfo("Asia/Tokyo")
_ERRORS = dict.fromkeys((400, 409, 413, 415, 422, 429), ErrorShape)
_ASKED = dict.fromkeys((401, 403, 429), ErrorShape)

api = NinjaAPI(
    title="yokame",
    version=yokame.__version__,
    description=(
        "What an employer's silence means in Japan, and what to do about it today. "
        "The same JSON as `yokame answer --json` and `yokame promise --json`. "
        "Nothing sent to those two is stored. What is about a person asks for a token of theirs. "
        "Every error of an operation has the one shape `ErrorShape`."
    ),
    auth=READS,  # an operation that anybody may ask says so
    urls_namespace="api",
    docs=Swagger(settings={"defaultModelsExpandDepth": 0, "validatorUrl": None}),
    openapi_extra={"info": {"license": {"name": "Apache-2.0", "identifier": "Apache-2.0"}}},
)
add_error_handlers(api)
api.add_router("", router)
api.add_router("", calibration_router)


def today_in_japan() -> date:
    """The day it is where the employers are."""
    return datetime.now(_JAPAN).date()


@api.post(
    "/answer",
    auth=None,
    response={200: AnswerShape, **_ERRORS},
    operation_id="answer",
    summary="The answer",
)
@decorate_view(only_json)
def answer(request: HttpRequest, body: AnswerBody) -> HttpResponse:  # noqa: ARG001
    """Have I passed, when will word come, what do I do today, and why."""
    return _json(answer_json(model_in_use().answer(_question(body)), body.lang))


@api.post(
    "/promise",
    auth=None,
    response={200: PromiseShape, **_ERRORS},
    operation_id="promise",
    summary="How the words are read",
)
@decorate_view(only_json)
def promise(request: HttpRequest, body: PromiseBody) -> HttpResponse:  # noqa: ARG001
    """Read what an employer said about word: its window, its readings, who is told."""
    return _json(promise_json(read_promise(body.said, held=body.held), body.lang))


@api.get("/me", response={200: MeShape, **_ASKED}, operation_id="me", summary="Whose token it is")
def me(request: HttpRequest) -> HttpResponse:
    """The person behind the token, and what the token allows."""
    person = person_of(request)
    scope = request.auth  # type: ignore[attr-defined]  # ninja sets it
    return _json(
        {"name": person.name, "email": person.email, "language": person.language, "scope": scope}
    )


def _question(body: AnswerBody) -> Question:
    if (body.contact is None) != (body.contact_on is None):
        raise IncompleteContactError
    contact = None
    if body.contact and body.contact_on:
        contact = Contact(body.contact, body.contact_on)
    return Question(
        stage=body.stage,
        held=body.held,
        today=body.today or today_in_japan(),
        track=body.track,
        promise=read_promise(body.said, held=body.held) if body.said else None,
        policy=body.policy,
        employer=body.employer,
        industry=body.industry,
        size=body.size,
        public_sector=body.public_sector,
        via_agent=body.via_agent,
        signals=tuple(body.signals),
        contact=contact,
        asked=tuple(body.asked),
        others=tuple(
            heard_from(other.model_dump(mode="json"), number)
            for number, other in enumerate(body.others, start=1)
        ),
    )


def _json(content: dict[str, object]) -> HttpResponse:
    # Written here and not by ninja: its check of each answer against the schema would cost more
    # than the answer; tests make that check instead.
    return HttpResponse(json.dumps(content, ensure_ascii=False), content_type=JSON)
