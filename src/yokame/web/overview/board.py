"""The board: every application that still moves, by where it stands."""

from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from yokame.tracker import queries
from yokame.tracker.application import ENDED, State
from yokame.tracker.labels import StateLabel
from yokame.tracker.standing import Standing
from yokame.web.ledger import ledger_context, ledger_page, pen_of, person_of
from yokame.web.overview.faces import Face, Reader
from yokame.web.overview.moves import Menu, menu_of
from yokame.wording import Language

_SOONEST_FIRST = date.max


@dataclass(frozen=True)
class Column:
    """Applications that stand alike."""

    key: str
    title: str
    hint: str
    cards: list[Face]


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
    standings = queries.standings(person, today, ended=False)
    reader = Reader(today, Language(get_language() or "ja"), person.shows_numbers)
    context = {
        **ledger_context(request, today),
        "columns": columns(standings, reader),
        "ended": ended(queries.state_counts(person)),
        "menu": _menu(request, standings, today),
    }
    fragment = request.headers.get("HX-Request")
    return render(request, "web/_board_swap.html" if fragment else "web/board.html", context)


def columns(standings: list[Standing], reader: Reader) -> list[Column]:
    """The columns in the order of a selection, each with the next day first."""
    faces: dict[str, list[Face]] = {key: [] for key in _COLUMN_OF_MARK.values()}
    for one in standings:
        face = reader.face(one)
        faces[_COLUMN_OF_MARK[face.mark.partition(" ")[0]]].append(face)
    for cards in faces.values():
        cards.sort(key=lambda face: face.next_on or _SOONEST_FIRST)
    return [
        Column("planned", _("気になる"), _("まだ出していない応募"), faces["planned"]),
        Column("ahead", _("応募・選考の予定"), _("これから受けるもの"), faces["ahead"]),
        Column("waiting", _("連絡待ち"), _("受けて、連絡を待っているもの"), faces["waiting"]),
        Column("passed", _("通過"), _("次の日程を待っているもの"), faces["passed"]),
        Column("offer", _("内定"), _("返事をするもの"), faces["offer"]),
    ]


_COLUMN_OF_MARK = {mark: mark for mark in ("planned", "ahead", "waiting", "passed", "offer")}


def ended(counts: dict[str, int]) -> list[Ended]:
    """What is over, counted."""
    states = [state for state in State if state in ENDED and counts.get(state)]
    return [Ended(str(StateLabel(state).label), counts[state], str(state)) for state in states]


def _menu(request: HttpRequest, standings: list[Standing], today: date) -> Menu | None:
    asked_for = request.GET.get("move")
    found = (one for one in standings if str(one.application) == asked_for)
    return next((menu_of(one, today) for one in found), None)
