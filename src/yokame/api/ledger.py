"""A person's ledger over HTTP: read it, record what happened, take it back."""

import json
from datetime import date
from typing import Annotated, Any
from uuid import UUID, uuid4, uuid5

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from ninja import Query, Router
from ninja.decorators import decorate_view

from yokame.accounts.queries import person_of
from yokame.api.authentication import READS, READS_APPLICATION, WRITES, WRITES_APPLICATION
from yokame.api.errors import JSON, only_json, only_keys
from yokame.api.ledger_bodies import AddBody, ChangeBody, EventBody, strictly
from yokame.api.ledger_shapes import (
    ApplicationShape,
    ApplicationsShape,
    ChangedShape,
    EventsShape,
    StateShape,
    UndoneShape,
)
from yokame.api.shapes import ErrorShape
from yokame.tracker import actions, queries
from yokame.tracker.actions import Held, Pen
from yokame.tracker.application import ApplicationState, State
from yokame.tracker.model_in_use import model_in_use
from yokame.tracker.payloads import payload_data
from yokame.tracker.queries import Listed, Story
from yokame.wording import Language, answer_json

_READ = dict.fromkeys((401, 403, 404, 422, 429), ErrorShape)
_WRITE = dict.fromkeys((400, 401, 403, 404, 409, 413, 415, 422, 429), ErrorShape)
Limit = Annotated[int, Query(ge=1, le=200)]
Offset = Annotated[int, Query(ge=0, le=1_000_000)]

router = Router(tags=["ledger"])


@router.get(
    "/applications",
    auth=READS,
    response={200: ApplicationsShape, **_READ},
    operation_id="applications",
    summary="One's applications",
)
@only_keys("state", "limit", "offset")
def applications(
    request: HttpRequest, state: State | None = None, limit: Limit = 50, offset: Offset = 0
) -> HttpResponse:
    """The applications, the one that changed last first, each with its answer of the day."""
    pen = _pen(request)
    total, part = queries.listed(pen.owner, pen.today, state=state, limit=limit, offset=offset)
    return _json({"total": total, "applications": [_listed(each) for each in part]})


@router.post(
    "/applications",
    auth=WRITES,
    response={200: ChangedShape, **_WRITE},
    operation_id="add_application",
    summary="A new application",
)
@decorate_view(only_json)
def add(request: HttpRequest, body: AddBody) -> HttpResponse:
    """Planned, sent in (then its documents are waited on), or with a round that was held."""
    body = strictly(AddBody, request)
    pen = _pen(request, body)
    held = body.held
    uid = actions.add(
        pen,
        body.facts,
        applied_on=body.applied_on,
        held=Held(**{**held.model_dump(), "signals": tuple(held.signals)}) if held else None,
        application=uuid5(pen.change, "application"),
    )
    return _changed(pen, uid, pen.change)


@router.get(
    "/applications/{uuid:uid}",
    auth=READS_APPLICATION,
    response={200: ApplicationShape, **_READ},
    operation_id="application",
    summary="One application",
)
@only_keys("lang")
def application(request: HttpRequest, uid: UUID, lang: Language = Language.JA) -> HttpResponse:
    """Everything in force about it, and the whole answer of the day while it waits."""
    pen = _pen(request)
    story = _story(pen, uid)
    current = story.current_round
    question = queries.question_of(current, pen.today) if current else None
    return _json(
        {
            "application": _state(story.state),
            "current_round": str(current.uid) if current else None,
            "answer": answer_json(model_in_use().answer(question), lang) if question else None,
        }
    )


@router.get(
    "/applications/{uuid:uid}/events",
    auth=READS_APPLICATION,
    response={200: EventsShape, **_READ},
    operation_id="events",
    summary="The story of an application",
)
@only_keys("limit", "offset")
def events(request: HttpRequest, uid: UUID, limit: Limit = 50, offset: Offset = 0) -> HttpResponse:
    """Its events in the order recorded, those that were undone among them."""
    story = _story(_pen(request), uid)
    part = story.events[offset : offset + limit]
    return _json(
        {
            "total": len(story.events),
            "events": [
                {
                    "number": event.number,
                    "change": str(event.change),
                    "on": event.happened_on.isoformat(),
                    "recorded_at": event.recorded_at.isoformat(),
                    "dated_by": event.dated_by.value,
                    "kind": event.payload.kind,
                    "data": payload_data(event.payload),
                    "is_undone": event.change in story.undone_by,
                }
                for event in part
            ],
        }
    )


@router.post(
    "/applications/{uuid:uid}/events",
    auth=WRITES_APPLICATION,
    response={200: ChangedShape, **_WRITE},
    operation_id="record",
    summary="Record what happened",
)
@decorate_view(only_json)
def record(request: HttpRequest, uid: UUID, body: EventBody) -> HttpResponse:
    """A round, a promise, word, a letter sent, what others heard: `event.kind` says which.

    A round is named by a UUID of your own, first in `round_scheduled` or `round_held`.
    """
    body = strictly(EventBody, request)
    pen = _pen(request, body)
    change = actions.record(pen, uid, body.event, on=body.on or pen.today)
    return _changed(pen, uid, change)


@router.post(
    "/changes/{uuid:change}/undo",
    auth=WRITES,
    response={200: UndoneShape, **_WRITE},
    operation_id="undo",
    summary="Take a change back",
)
@decorate_view(only_json)
def undo(request: HttpRequest, change: UUID, body: ChangeBody) -> HttpResponse:  # noqa: ARG001
    """The whole change, be it one event or a file of hundreds. An undo can be undone."""
    pen = _pen(request, strictly(ChangeBody, request))
    return _json({"change": str(actions.undo(pen, change))})


def _pen(request: HttpRequest, body: ChangeBody | None = None) -> Pen:
    """Who writes and when; the clock is read here, once."""
    change = body.change if body else None
    return Pen(person_of(request), timezone.now(), change or uuid4())


def _story(pen: Pen, uid: UUID) -> Story:
    story = queries.story(pen.owner, uid, pen.today)
    if story is None:
        raise Http404
    return story


def _changed(pen: Pen, uid: UUID, change: UUID) -> HttpResponse:
    story = queries.story(pen.owner, uid, pen.today)
    current = _state(story.state) if story else None
    return _json({"change": str(change), "application": str(uid), "current": current})


def _state(state: ApplicationState) -> dict[str, Any]:
    return StateShape.model_validate(state).model_dump(mode="json")


def _listed(each: Listed) -> dict[str, Any]:
    row, one, answer = each.application, each.round, each.answer
    return {
        "uid": str(row.uid),
        **{name: getattr(row, name) for name in ("employer", "course", "track", "state")},
        "state_on": row.state_on.isoformat(),
        "answer_by": _day(row.answer_by),
        "round": str(one.uid) if one else None,
        "stage": one.stage if one else None,
        "on": _day(one.on) if one else None,
        "answer": answer
        and {
            **{name: getattr(answer, name) for name in ("prob", "low", "high", "state", "action")},
            **{
                name: _day(getattr(answer, name))
                for name in ("deadline_on", "ask_from", "median_on", "action_on")
            },
        },
    }


def _day(on: date | None) -> str | None:
    return on.isoformat() if on else None


def _json(content: dict[str, object]) -> HttpResponse:
    return HttpResponse(json.dumps(content, ensure_ascii=False), content_type=JSON)
