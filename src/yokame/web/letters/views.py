"""Writing a letter, recording that it went out, and reading it again."""

from contextlib import suppress
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from yokame.accounts import actions as accounts
from yokame.letters import Medium, Situation
from yokame.reports import Language
from yokame.tracker import queries
from yokame.tracker.actions import Pen
from yokame.tracker.letters import fitting, others
from yokame.tracker.queries import Story
from yokame.web.applications.names import MEDIA, SITUATIONS
from yokame.web.ledger import ledger_context, ledger_page, pen_of
from yokame.web.letters import buttons, sending
from yokame.web.letters.desk import MOST_WORDINGS, Choices, Desk
from yokame.web.letters.occasion import Occasion, round_of
from yokame.web.letters.purposes import PURPOSES
from yokame.web.letters.shown import show
from yokame.web.letters.text import LetterText

_LINKED_DAYS = ("other_answer_by", "extend_to")


@require_http_methods(["GET", "HEAD", "POST"])
@ledger_page
def write(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Choose a letter, write it, and take it out by the way one wants."""
    pen = pen_of(request)
    story = _story(pen, uid)
    situation = _member(Situation, request.GET.get("situation"))
    if situation is None:
        return _choose(request, pen, story)
    occasion = Occasion(
        story=story,
        one=round_of(story, _uuid(request.GET.get("round"))),
        situation=situation,
        now=pen.now,
        sender=pen.owner.sender(),
        said_by_link=_linked_days(request),
    )
    desk = Desk.lay(occasion, _choices(request), request.POST)
    desk = replace(desk, change=pen.change)
    if request.method != "POST":
        return show(request, pen, _with_draft(request, pen, desk))
    if desk.form.settings_to_keep:
        accounts.change_settings(pen.owner, **desk.form.settings_to_keep)
    return buttons.press(request, pen, desk)


@require_safe
@ledger_page
def sent(request: HttpRequest, uid: UUID, number: int) -> HttpResponse:
    """A letter that went out, word for word."""
    pen = pen_of(request)
    story = _story(pen, uid)
    letter = next((each for each in story.state.letters if each.number == number), None)
    if letter is None:
        raise Http404
    context = {
        **ledger_context(request, pen.today),
        "state": story.state,
        "letter": letter,
        "steps": LetterText(letter.subject, letter.body).steps,
        "title": SITUATIONS[letter.situation],
        "medium": MEDIA[letter.medium],
        "about": story.state.round(letter.round) if letter.round else None,
    }
    return render(request, "web/letter_sent.html", context)


def _choose(request: HttpRequest, pen: Pen, story: Story) -> HttpResponse:
    """Which letter: those that make sense now, and the others behind a fold."""
    one = round_of(story, _uuid(request.GET.get("round")))
    now = fitting(story.state, one, pen.today)

    def rows(situations: tuple[Situation, ...]) -> list[dict[str, object]]:
        query = request.GET.copy()
        return [
            {
                "title": SITUATIONS[each],
                "purpose": PURPOSES[each],
                "url": f"?{_query(query, situation=each)}",
            }
            for each in situations
        ]

    context = {
        **ledger_context(request, pen.today),
        "state": story.state,
        "now": rows(now),
        "others": rows(others(now)),
    }
    return render(request, "web/letter_choose.html", context)


# ---- what came with the request


def _choices(request: HttpRequest) -> Choices:
    sent, asked = request.POST, request.GET
    medium = sent.get("to_medium") or sent.get("medium") or asked.get("medium")
    language = sent.get("to_language") or sent.get("language") or asked.get("language")
    wording = sent.get("to_wording") or sent.get("wording") or "0"
    return Choices(
        medium=_member(Medium, medium) or Medium.MAIL,
        language=_member(Language, language) or Language.JA,
        wording=int(wording) % MOST_WORDINGS if wording.isdecimal() and len(wording) < 9 else 0,
    )


def _with_draft(request: HttpRequest, pen: Pen, desk: Desk) -> Desk:
    """The desk with the text of a letter that did not go out, where a link names one."""
    key = _uuid(request.GET.get("draft"))
    draft = sending.draft_of(pen, key) if key else None
    return replace(desk, edited=draft) if draft else desk


def _linked_days(request: HttpRequest) -> dict[str, date]:
    days = {}
    for name in _LINKED_DAYS:
        with suppress(ValueError):
            days[name] = date.fromisoformat(request.GET.get(name, ""))
    return days


def _story(pen: Pen, uid: UUID) -> Story:
    story = queries.story(pen.owner, uid, pen.today)
    if story is None:
        raise Http404
    return story


def _query(query: Any, **more: str) -> str:
    for name, value in more.items():
        query[name] = value
    return str(query.urlencode())


def _member(kind: Any, value: str | None) -> Any:
    try:
        return kind(value or "")
    except ValueError:
        return None


def _uuid(text: str | None) -> UUID | None:
    try:
        return UUID(text or "")
    except ValueError:
        return None
