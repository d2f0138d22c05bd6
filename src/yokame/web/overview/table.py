"""The table: every application, filtered, searched and sorted by its address alone."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any
from unicodedata import normalize

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from yokame.employers import key_of
from yokame.tracker import actions, queries
from yokame.tracker.application import ENDED, State
from yokame.tracker.card import Card
from yokame.tracker.labels import StateLabel
from yokame.web.ledger import ledger_context, ledger_page, pen_of, person_of
from yokame.web.overview.faces import Face, Reader, for_template
from yokame.wording import Language

_KEYS = ("q", "state", "sort")
_LONGEST_SEARCH, _LONGEST_NAME, _LONGEST_QUERY = 200, 40, 500
_STATE_ORDER = {state: n for n, state in enumerate(State)}


@dataclass(frozen=True)
class Filter:
    """What the address asks for; what it cannot mean is left out."""

    q: str
    state: str
    sort: str

    @classmethod
    def of(cls, query: QueryDict) -> "Filter":
        """Read an address."""
        q = query.get("q", "").strip()[:_LONGEST_SEARCH]
        state, sort = query.get("state", ""), query.get("sort", "")
        return cls(q, state if state in _STATES else "", sort if sort in _SORTS else "next")

    def query(self, **changes: str) -> str:
        """The address' query, with parts replaced; what is usual is left out."""
        parts = {"q": self.q, "state": self.state, "sort": self.sort, **changes}
        kept = QueryDict(mutable=True)
        kept.update({key: parts[key] for key in _KEYS if parts[key] and parts[key] != "next"})
        return kept.urlencode()

    def url(self, **changes: str) -> str:
        """The address."""
        query = self.query(**changes)
        return f"/table/?{query}" if query else "/table/"


def _stands_in(*states: State) -> Callable[[Card, date], bool]:
    return lambda one, _today: one.application.state in states


_STATES: dict[str, Callable[[Card, date], bool]] = {
    "active": lambda one, _today: one.application.state not in ENDED,
    "ahead": lambda one, today: one.application.state == State.APPLIED or one.is_ahead(today),
    "waiting": lambda one, today: one.is_waiting(today),
    "over": _stands_in(*ENDED),
    **{str(state): _stands_in(state) for state in State if state is not State.IN_ROUND},
}
_FAR = date.max
_SORTS: dict[str, Callable[[Card, Face], Any]] = {
    "next": lambda one, face: (one.application.state in ENDED, face.next_on or _FAR),
    "employer": lambda one, _face: one.application.employer_key,
    "state": lambda one, _face: (
        one.application.state in ENDED,
        _STATE_ORDER[State(one.application.state)],
    ),
    "days": lambda _one, face: -face.days if isinstance(face.days, int) else 1,
    "chance": lambda _one, face: -1 if face.prob is None else -face.prob - 2,
    "priority": lambda one, _face: -one.application.priority,
    "changed": lambda one, _face: -one.application.last_number,
}


@dataclass(frozen=True)
class Heading:
    """A column's heading, which sorts by it."""

    label: str
    url: str
    is_sorted: bool
    key: str


@dataclass(frozen=True)
class Choice:
    """A state to filter by."""

    value: str
    label: str
    is_chosen: bool


@require_safe
@ledger_page
def table(request: HttpRequest) -> HttpResponse:
    """The rows that the address asks for."""
    today, person = pen_of(request).today, person_of(request)
    wanted = Filter.of(request.GET)
    reader = Reader(today, Language(get_language() or "ja"), person.shows_numbers)
    cards = queries.cards(person, today)
    context = {
        **ledger_context(request, today),
        "rows": for_template(rows(cards, wanted, reader)),
        "n_all": len(cards),
        "wanted": wanted,
        "address": wanted.url(),
        "headings": _headings(wanted),
        "states": _state_choices(wanted),
        "sorts": _sort_choices(wanted),
        "views": queries.views(person),
    }
    fragment = request.headers.get("HX-Request")
    return render(request, "web/_table.html" if fragment else "web/table.html", context)


def rows(cards: list[Card], wanted: Filter, reader: Reader) -> list[Face]:
    """What is left of the cards, in order."""
    if wanted.state:
        is_wanted = _STATES[wanted.state]
        cards = [one for one in cards if is_wanted(one, reader.today)]
    if wanted.q:
        cards = [one for one in cards if _matches(one, wanted.q)]
    by = _SORTS[wanted.sort]
    faces = [(one, reader.face(one)) for one in cards]
    faces.sort(key=lambda pair: by(*pair))
    return [face for _one, face in faces]


def _matches(one: Card, q: str) -> bool:
    """Whether the employer, under whatever spelling, or the course holds the words."""
    it, key = one.application, key_of(q)
    if key and (key in it.employer_key or key in key_of(it.employer)):
        return True
    return _plain(q) in _plain(f"{it.employer} {it.course}")


def _plain(words: str) -> str:
    return normalize("NFKC", words).casefold()


def _headings(wanted: Filter) -> list[Heading]:
    labels = {
        "employer": _("会社"),
        "state": _("いま"),
        "next": _("日にち"),
        "chance": _("見込み"),
    }
    return [
        Heading(label, wanted.url(sort=key), wanted.sort == key, key)
        for key, label in labels.items()
    ]


def _state_choices(wanted: Filter) -> list[Choice]:
    labels = {
        "": _("すべて"),
        "active": _("動いているもの"),
        str(State.PLANNED): StateLabel.PLANNED.label,
        "ahead": _("応募・選考の予定"),
        "waiting": _("連絡待ち"),
        str(State.PASSED): _("通過"),
        str(State.OFFERED): StateLabel.OFFERED.label,
        "over": _("終わったもの"),
        **{str(state): StateLabel(state).label for state in State if state in ENDED},
    }
    return [Choice(key, str(label), wanted.state == key) for key, label in labels.items()]


def _sort_choices(wanted: Filter) -> list[Choice]:
    labels = {
        "next": _("次の日が近い順"),
        "employer": _("会社の名前順"),
        "state": _("選考の段階順"),
        "days": _("待った日数の長い順"),
        "chance": _("見込みの高い順"),
        "priority": _("志望度の高い順"),
        "changed": _("最近書きとめた順"),
    }
    return [Choice(key, label, wanted.sort == key) for key, label in labels.items()]


@require_POST
@ledger_page
def save_view(request: HttpRequest) -> HttpResponse:
    """Keep the filter of the page under a name."""
    wanted = Filter.of(QueryDict(request.POST.get("query", "")))
    name = " ".join(request.POST.get("name", "").split())[:_LONGEST_NAME]
    if name and len(wanted.query()) <= _LONGEST_QUERY:
        actions.save_view(pen_of(request), name, wanted.query())
    return redirect(wanted.url())


@require_POST
@ledger_page
def forget_view(request: HttpRequest) -> HttpResponse:
    """Drop a saved filter; the applications stay as they are."""
    actions.forget_view(pen_of(request), request.POST.get("name", ""))
    return redirect(Filter.of(QueryDict(request.POST.get("query", ""))).url())
