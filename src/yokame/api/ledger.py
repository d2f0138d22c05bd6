"""The operations of a person's own ledger; each asks for a token of theirs."""

from collections.abc import Callable
from typing import Any
from uuid import UUID, uuid5

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from ninja import Query, Router, Schema
from ninja.decorators import decorate_view
from ninja.errors import ValidationError

from yokame.accounts.queries import Person, person_of
from yokame.api.authentication import WRITES
from yokame.api.errors import JSON, only_json
from yokame.api.ledger_shapes import (
    AnswerOfTheDay,
    ApplicationList,
    ApplicationShape,
    Change,
    CurrentRound,
    EventShape,
    HistoryShape,
    NewApplication,
    NoteBody,
    Part,
    RoundHeldBody,
    UndoBody,
    WordBody,
    WrittenShape,
)
from yokame.api.shapes import ErrorShape
from yokame.forecast import Action
from yokame.tracker import actions, queries
from yokame.tracker.actions import Facts, Held, Pen
from yokame.tracker.card import Card, CardAnswer
from yokame.tracker.payloads import payload_data
from yokame.wording import Language, chance_in_brief, is_low_prob

router = Router()
_READING = dict.fromkeys((401, 403, 404, 422, 429), ErrorShape)
_WRITING = dict.fromkeys((400, 401, 403, 404, 409, 413, 415, 422, 429), ErrorShape)


def pen_of(request: HttpRequest, body: Change | None = None) -> Pen:
    """What this request writes with. The clock is read here, once."""
    pen = Pen(person_of(request), timezone.now())
    return Pen(pen.owner, pen.now, body.change) if body and body.change else pen


@router.get(
    "/applications",
    response={200: ApplicationList, **_READING},
    operation_id="applications",
    summary="One's applications",
)
def applications(request: HttpRequest, part: Query[Part]) -> HttpResponse:
    """Every application with its state, its current round and the answer of today."""
    if unknown := sorted(request.GET.keys() - Part.model_fields.keys()):
        # Ninja looks for the names it knows, and passes over all others.
        wrong = [{"type": "extra_forbidden", "loc": ("query", "part", name)} for name in unknown]
        raise ValidationError(wrong)
    pen = pen_of(request)
    cards = queries.cards(pen.owner, pen.today)
    shown = cards[part.offset : part.offset + part.limit]
    return _sent(
        ApplicationList(
            count=len(cards), applications=[_application(card, pen.owner) for card in shown]
        )
    )


@router.get(
    "/applications/{uuid:uid}",
    response={200: HistoryShape, **_READING},
    operation_id="history",
    summary="The history of an application",
)
def history(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Every event of one application, also those that were undone."""
    pen = pen_of(request)
    story = queries.story(pen.owner, uid, pen.today)
    if story is None:
        raise Http404
    events = [
        EventShape(
            number=event.number,
            change=event.change,
            kind=event.payload.kind,
            happened_on=event.happened_on,
            recorded_at=event.recorded_at,
            is_undone=event.change in story.undone_by,
            data=payload_data(event.payload),
        )
        for event in story.events
    ]
    return _sent(HistoryShape(application=uid, events=events))


def _writes(path: str, name: str, summary: str) -> Callable[..., Any]:
    """A POST that asks for a token that may write."""

    def declared(operation: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        checked: Callable[..., HttpResponse] = router.post(
            path,
            auth=WRITES,
            response={200: WrittenShape, **_WRITING},
            operation_id=name,
            summary=summary,
        )(decorate_view(only_json)(operation))
        return checked

    return declared


@_writes("/applications", "add", "A new application")
def add(request: HttpRequest, body: NewApplication) -> HttpResponse:
    """Planned, or sent in on a day."""
    pen = pen_of(request, body)
    known = body.model_dump(include=set(Facts.model_fields))
    uid = uuid5(pen.change, "application")
    actions.add(pen, Facts(**known), applied_on=body.applied_on, application=uid)
    return _sent(WrittenShape(application=uid, change=pen.change))


@_writes("/rounds", "hold", "A round was held")
def hold(request: HttpRequest, body: RoundHeldBody) -> HttpResponse:
    """With what was said about word it begins a wait."""
    held = Held(
        stage=body.stage,
        on=body.on,
        name=body.name,
        said=body.said,
        policy=body.policy,
        signals=tuple(body.signals),
        round=body.round,
    )
    change = actions.hold_round(pen_of(request, body), body.application, held)
    return _sent(WrittenShape(application=body.application, change=change))


@_writes("/words", "word", "Word came")
def word(request: HttpRequest, body: WordBody) -> HttpResponse:
    """It ends the wait of its round, unless it only holds one in reserve."""
    change = actions.record_word(
        pen_of(request, body),
        body.application,
        body.round,
        said=body.said,
        on=body.on,
        channel=body.channel,
        answer_by=body.answer_by,
    )
    return _sent(WrittenShape(application=body.application, change=change))


@_writes("/notes", "note", "A note")
def note(request: HttpRequest, body: NoteBody) -> HttpResponse:
    """It stands on the application's page."""
    change = actions.note(pen_of(request, body), body.application, body.text)
    return _sent(WrittenShape(application=body.application, change=change))


@_writes("/undo", "undo", "Take a change back")
def undo(request: HttpRequest, body: UndoBody) -> HttpResponse:
    """Whole, with all its events; undone itself, it is done again."""
    return _sent(
        WrittenShape(application=None, change=actions.undo(pen_of(request, body), body.undo))
    )


def _sent(shape: Schema) -> HttpResponse:
    return HttpResponse(shape.model_dump_json(), content_type=JSON)


def _application(card: Card, owner: Person) -> ApplicationShape:
    it, one = card.application, card.round
    current = None
    if one is not None:
        current = CurrentRound(**{**one._asdict(), "word": one.word or None})
    answer = _answer(card.answer, owner) if card.answer else None
    return ApplicationShape(**{**it._asdict(), "round": current, "answer": answer})


def _answer(answer: CardAnswer, owner: Person) -> AnswerOfTheDay:
    shows = owner.shows_numbers and not is_low_prob(answer.prob)
    return AnswerOfTheDay(
        words=chance_in_brief(answer.prob, Language(owner.language), with_number=False),
        prob=answer.prob if shows else None,
        expected_on=answer.median_on,
        deadline_on=answer.deadline_on,
        ask_from=answer.ask_from,
        action=Action(answer.action),
        hours=answer.hours or None,
    )
