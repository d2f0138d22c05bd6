"""The board: every application that still moves, by where it stands."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from yokame.tracker import queries
from yokame.tracker.application import ENDED, State
from yokame.tracker.card import Card
from yokame.tracker.labels import StateLabel
from yokame.web.ledger import ledger_context, ledger_page, pen_of, person_of
from yokame.web.overview.faces import Face, Reader, for_template
from yokame.web.overview.moves import Menu, menu_of
from yokame.wording import Language

_COLUMNS = ("planned", "ahead", "waiting", "passed", "offer")
_SOONEST_FIRST = date.max


@dataclass(frozen=True)
class Column:
    """Applications that stand alike."""

    key: str
    title: str
    hint: str
    cards: list[dict[str, Any]]


@dataclass(frozen=True)
class Ended:
    """How many ended in one way; they are listed in the table."""

    label: str
    n: int
    state: str


@require_safe
@ledger_page
def board(request: HttpRequest) -> HttpResponse:
    """All columns; with `?move=<application>` the menu of that card is open."""
    today = pen_of(request).today
    person = person_of(request)
    cards = queries.cards(person, today, ended=False)
    reader = Reader(today, Language(get_language() or "ja"), person.shows_numbers)
    over = ended(queries.state_counts(person))
    context = {
        **ledger_context(request, today),
        "has_any": bool(cards or over),
        "columns": columns(cards, reader),
        "ended": over,
        "menu": _menu(request, cards, today),
    }
    fragment = request.headers.get("HX-Request")
    return render(request, "web/_board_swap.html" if fragment else "web/board.html", context)


def columns(cards: list[Card], reader: Reader) -> list[Column]:
    """The columns in the order of a selection, each with the next day first."""
    faces: dict[str, list[Face]] = {key: [] for key in _COLUMNS}
    for one in cards:
        face = reader.face(one)
        faces[face.mark.partition(" ")[0]].append(face)
    for column in faces.values():
        column.sort(key=lambda face: face.next_on or _SOONEST_FIRST)
    shown = {key: for_template(column) for key, column in faces.items()}
    return [
        Column("planned", _("気になる"), _("まだ出していない応募"), shown["planned"]),
        Column("ahead", _("応募・選考の予定"), _("これから受けるもの"), shown["ahead"]),
        Column("waiting", _("連絡待ち"), _("受けて、連絡を待っているもの"), shown["waiting"]),
        Column("passed", _("通過"), _("次の日程を待っているもの"), shown["passed"]),
        Column("offer", _("内定"), _("返事をするもの"), shown["offer"]),
    ]


def ended(counts: dict[str, int]) -> list[Ended]:
    """What is over, counted."""
    states = [state for state in State if state in ENDED and counts.get(state)]
    return [Ended(str(StateLabel(state).label), counts[state], str(state)) for state in states]


def _menu(request: HttpRequest, cards: list[Card], today: date) -> Menu | None:
    asked_for = request.GET.get("move")
    found = (one for one in cards if str(one.application.uid) == asked_for)
    return next((menu_of(one, today) for one in found), None)
