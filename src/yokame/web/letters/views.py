"""Writing a letter, recording that it went out, and reading it again."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from yokame.accounts import actions as accounts
from yokame.letters import BadFactError, Medium, Situation, eml
from yokame.priors import read_priors
from yokame.reports import Language
from yokame.tracker import actions, queries
from yokame.tracker.actions import Pen
from yokame.tracker.errors import TrackerError
from yokame.tracker.letters import fitting, others
from yokame.tracker.queries import Story
from yokame.web.applications.names import MEDIA, SITUATIONS
from yokame.web.ledger import go_on, ledger_context, ledger_page, next_url, pen_of
from yokame.web.letters import sending
from yokame.web.letters.desk import MOST_WORDINGS, Choices, Desk, Occasion, round_of
from yokame.web.letters.purposes import PURPOSES
from yokame.web.letters.text import LetterText, carried
from yokame.web.tracker_errors import say_tracker_error
from yokame.wording import TypedDayError, typed_day

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
        return _page(request, pen, _with_draft(request, pen, desk))
    if desk.form.settings_to_keep:
        accounts.change_settings(pen.owner, **desk.form.settings_to_keep)
    return _DEEDS.get(_deed(request), _check)(request, pen, desk)


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


# ---- what a button does


def _check(request: HttpRequest, pen: Pen, desk: Desk) -> HttpResponse:
    """Look the text over as it is now."""
    return _page(request, pen, replace(desk, edited=_typed_text(request)), only="check")


def _compose(request: HttpRequest, pen: Pen, desk: Desk) -> HttpResponse:
    """Write it anew from the facts. What was edited is kept, to be brought back."""
    before = _typed_text(request)
    was_edited = before is not None and before.print != request.POST.get("written")
    return _page(request, pen, replace(desk, kept=before if was_edited else None))


def _restore(request: HttpRequest, pen: Pen, desk: Desk) -> HttpResponse:
    """Bring the edited text back."""
    kept = LetterText.typed(request.POST.get("kept_subject", ""), request.POST.get("kept_body", ""))
    return _page(request, pen, replace(desk, edited=kept))


def _download(request: HttpRequest, pen: Pen, desk: Desk) -> HttpResponse:
    """The letter as a file that a mail program opens as a draft."""
    desk = replace(desk, edited=_typed_text(request))
    sender = desk.form.request.sender
    try:
        file = eml(
            desk.as_letter, sender=sender.mail, sender_name=sender.name, to=desk.form.address
        )
    except BadFactError as error:
        words = (
            _("差出人のメールアドレスを入れると、ファイルにできます。")
            if error.fact == "sender"
            else _("あて先のメールアドレスを確かめてください。")
        )
        return _page(request, pen, replace(desk, trouble=words))
    headers = {"Content-Disposition": f'attachment; filename="{desk.situation}.eml"'}
    return HttpResponse(file, content_type="message/rfc822", headers=headers)


def _speak(request: HttpRequest, pen: Pen, desk: Desk) -> HttpResponse:
    """The script of a call, to be read from while one calls."""
    desk = replace(desk, edited=_typed_text(request))
    context = {
        **ledger_context(request, pen.today),
        "desk": desk,
        "url": request.get_full_path(),
        "fields": carried(request),
        "phone": _diallable(desk.occasion.state.facts.phone),
        "hours": "、".join(read_priors().inquiry.hours),
    }
    return render(request, "web/letter_aloud.html", context)


def _record(request: HttpRequest, pen: Pen, desk: Desk) -> HttpResponse:
    """Record that it went out, by whatever way."""
    desk = replace(desk, edited=_typed_text(request))
    assert desk.edited is not None
    uid, one = desk.occasion.state.uid, desk.occasion.one
    try:
        on = typed_day(request.POST.get("sent_on") or "今日", today=pen.today).on
        change = actions.letter_sent(
            pen,
            uid,
            situation=desk.situation,
            on=on,
            round_uid=one.uid if one else None,
            medium=desk.choices.medium,
            to=desk.form.address,
            subject=desk.edited.subject,
            body=desk.edited.body,
        )
    except TypedDayError:
        words = _("日にちとして読めません。11/13 のように入れてください。")
        return _page(request, pen, replace(desk, trouble=words))
    except TrackerError as error:
        return _page(request, pen, replace(desk, trouble=say_tracker_error(error)))
    return go_on(next_url(request, reverse("web:application", args=[uid])), change)


def _review(request: HttpRequest, pen: Pen, desk: Desk) -> HttpResponse:
    """Show the exact mail once more, before anything is sent."""
    desk = replace(desk, edited=_typed_text(request))
    words = sending.what_is_in_the_way(pen, desk)
    if words:
        return _page(request, pen, replace(desk, trouble=words))
    return sending.review(request, pen, desk)


def _send(request: HttpRequest, pen: Pen, desk: Desk) -> HttpResponse:
    """Send it: the only line of yokame that lets a letter go to an employer."""
    desk = replace(desk, edited=_typed_text(request))
    words = sending.what_is_in_the_way(pen, desk) or sending.send(pen, desk)
    if words:
        return _page(request, pen, replace(desk, trouble=words))
    return sending.to_outbox(desk, pen)


_DEEDS: Mapping[str, Callable[[HttpRequest, Pen, Desk], HttpResponse]] = {
    "check": _check,
    "compose": _compose,
    "restore": _restore,
    "download": _download,
    "speak": _speak,
    "record": _record,
    "review": _review,
    "send": _send,
}


def _page(request: HttpRequest, pen: Pen, desk: Desk, *, only: str = "") -> HttpResponse:
    """The desk; for htmx the part that the full page includes."""
    context = {
        **ledger_context(request, pen.today),
        "desk": desk,
        "form": desk.form,
        "url": request.get_full_path(),
        "is_check_alone": bool(only) and "HX-Request" in request.headers,
        "own_mail": sending.own_mail(pen.owner),
        "next_wording": (desk.choices.wording + 1) % MOST_WORDINGS,
    }
    if request.headers.get("HX-Request"):
        return render(
            request, "web/_letter_check.html" if only else "web/_letter_desk.html", context
        )
    status = 422 if desk.trouble or desk.form.wrong else 200
    return render(request, "web/letter_new.html", context, status=status)


# ---- what came with the request


def _deed(request: HttpRequest) -> str:
    """Which button: those for a way or a language write the letter anew."""
    if any(name in request.POST for name in ("to_medium", "to_language", "to_wording")):
        return "compose"
    return request.POST.get("do", "")


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


def _typed_text(request: HttpRequest) -> LetterText | None:
    if "body" not in request.POST:
        return None
    return LetterText.typed(request.POST.get("subject", ""), request.POST["body"])


def _with_draft(request: HttpRequest, pen: Pen, desk: Desk) -> Desk:
    """The desk with the text of a letter that did not go out, where a link names one."""
    key = _uuid(request.GET.get("draft"))
    draft = sending.draft_of(pen, key) if key else None
    return replace(desk, edited=draft) if draft else desk


def _diallable(phone: str) -> str:
    """A number as a telephone takes it."""
    return re.sub(r"[^0-9+]", "", unicodedata.normalize("NFKC", phone))


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
