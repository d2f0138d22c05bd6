"""To move a card is to record what happened: a few buttons, each of them one event of today."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid5

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from yokame.tracker import actions
from yokame.tracker.actions import Pen
from yokame.tracker.application import State
from yokame.tracker.card import Card
from yokame.tracker.errors import TrackerError
from yokame.tracker.payloads import Said
from yokame.web.ledger import go_on, ledger_context, ledger_page, next_url, pen_of
from yokame.web.tracker_errors import say_tracker_error


@dataclass(frozen=True)
class Move:
    """One button: `value` is what it sends."""

    value: str
    label: str


@dataclass(frozen=True)
class Menu:
    """The buttons of one card."""

    application: str
    employer: str
    moves: tuple[Move, ...]


def menu_of(one: Card, today: date) -> Menu:
    """What can have happened to an application that stands like this."""
    moves: list[Move] = []
    match one.application.state:
        case State.PLANNED:
            moves = [_move("apply", one, _("応募した")), _move("withdraw", one, _("見送る"))]
        case State.OFFERED:
            moves = [_move("accept", one, _("承諾した")), _move("decline", one, _("辞退した"))]
        case State.IN_ROUND if not one.is_ahead(today):
            moves = [*word_moves(one), _move("withdraw", one, _("選考を辞退した"))]
        case State.PASSED:
            moves = [_move("offer", one, _("内定の連絡が来た"))] if one.round else []
            moves.append(_move("withdraw", one, _("選考を辞退した")))
        case _:
            moves = [_move("withdraw", one, _("選考を辞退した"))]
    return Menu(str(one.application.uid), one.application.employer, tuple(moves))


def word_moves(one: Card) -> list[Move]:
    """What word can have said."""
    return [
        _move("pass", one, _("通過")),
        _move("offer", one, _("内定")),
        _move("hold", one, _("保留・補欠")),
        _move("fail", one, _("不合格")),
    ]


def _move(what: str, one: Card, words: str) -> Move:
    about = one.round.uid if one.round and what in _ABOUT_ROUND else ""
    return Move(f"{what}:{one.application.uid}:{about}", words)


@require_POST
@ledger_page
def move(request: HttpRequest) -> HttpResponse:
    """Record what a button says. The same button of the same page writes once."""
    value = request.POST.get("move", "")
    what, application, about = _read(value)
    pen = pen_of(request)
    # A page has many buttons and one change: each button makes its own of it.
    pen = Pen(pen.owner, pen.now, uuid5(pen.change, value), pen.dated_by)
    try:
        if about and what in _ABOUT_ROUND:
            change = actions.record_word(
                pen, application, about, said=_ABOUT_ROUND[what], on=pen.today
            )
        elif not about and what in _ABOUT_APPLICATION:
            change = _ABOUT_APPLICATION[what](pen, application)
        else:
            raise Http404
    except TrackerError as error:
        context = {**ledger_context(request, pen.today), "words": say_tracker_error(error)}
        return render(request, "web/refused.html", context, status=409)
    return go_on(next_url(request), change)


def _read(value: str) -> tuple[str, UUID, UUID | None]:
    what, _colon, rest = value.partition(":")
    application, _colon, about = rest.partition(":")
    try:
        return what, UUID(application), UUID(about) if about else None
    except ValueError:
        raise Http404 from None


_ABOUT_ROUND = {"pass": Said.PASS, "fail": Said.FAIL, "hold": Said.HOLD, "offer": Said.OFFER}
_ABOUT_APPLICATION: dict[str, Callable[[Pen, UUID], UUID]] = {
    "apply": lambda pen, uid: actions.apply(pen, uid, on=pen.today),
    "withdraw": lambda pen, uid: actions.withdraw(pen, uid, on=pen.today),
    "accept": lambda pen, uid: actions.accept_offer(pen, uid, on=pen.today),
    "decline": lambda pen, uid: actions.decline_offer(pen, uid, on=pen.today),
}
