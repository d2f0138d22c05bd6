"""What each button of the desk does with the letter."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from yokame.letters import BadFactError, eml
from yokame.priors import read_priors
from yokame.tracker import actions
from yokame.tracker.actions import Pen
from yokame.tracker.errors import TrackerError
from yokame.web.ledger import go_on, ledger_context, next_url
from yokame.web.letters import sending
from yokame.web.letters.desk import Desk
from yokame.web.letters.shown import show, typed_text
from yokame.web.letters.text import LetterText, carried
from yokame.web.tracker_errors import say_tracker_error
from yokame.wording import TypedDayError, typed_day


def press(request: HttpRequest, pen: Pen, desk: Desk) -> HttpResponse:
    """Do what the pressed button says; any other than those looks the text over."""
    return _DEEDS.get(_deed(request), _check)(request, pen, desk)


def _check(request: HttpRequest, pen: Pen, desk: Desk) -> HttpResponse:
    """Look the text over as it is now."""
    return show(request, pen, replace(desk, edited=typed_text(request)), only="check")


def _compose(request: HttpRequest, pen: Pen, desk: Desk) -> HttpResponse:
    """Write it anew from the facts. What was edited is kept, to be brought back."""
    before = typed_text(request)
    was_edited = before is not None and before.print != request.POST.get("written")
    return show(request, pen, replace(desk, kept=before if was_edited else None))


def _restore(request: HttpRequest, pen: Pen, desk: Desk) -> HttpResponse:
    """Bring the edited text back."""
    kept = LetterText.typed(request.POST.get("kept_subject", ""), request.POST.get("kept_body", ""))
    return show(request, pen, replace(desk, edited=kept))


def _download(request: HttpRequest, pen: Pen, desk: Desk) -> HttpResponse:
    """The letter as a file that a mail program opens as a draft."""
    desk = replace(desk, edited=typed_text(request))
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
        return show(request, pen, replace(desk, trouble=words))
    headers = {"Content-Disposition": f'attachment; filename="{desk.situation}.eml"'}
    return HttpResponse(file, content_type="message/rfc822", headers=headers)


def _speak(request: HttpRequest, pen: Pen, desk: Desk) -> HttpResponse:
    """The script of a call, to be read from while one calls."""
    desk = replace(desk, edited=typed_text(request))
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
    desk = replace(desk, edited=typed_text(request))
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
        return show(request, pen, replace(desk, trouble=words))
    except TrackerError as error:
        return show(request, pen, replace(desk, trouble=say_tracker_error(error)))
    return go_on(next_url(request, reverse("web:application", args=[uid])), change)


def _review(request: HttpRequest, pen: Pen, desk: Desk) -> HttpResponse:
    """Show the exact mail once more, before anything is sent."""
    desk = replace(desk, edited=typed_text(request))
    words = sending.what_is_in_the_way(pen, desk)
    if words:
        return show(request, pen, replace(desk, trouble=words))
    return sending.review(request, pen, desk)


def _send(request: HttpRequest, pen: Pen, desk: Desk) -> HttpResponse:
    """Send it: the only line of yokame that lets a letter go to an employer."""
    desk = replace(desk, edited=typed_text(request))
    words = sending.what_is_in_the_way(pen, desk) or sending.send(pen, desk)
    if words:
        return show(request, pen, replace(desk, trouble=words))
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


def _deed(request: HttpRequest) -> str:
    """Which button: those for a way or a language write the letter anew."""
    if any(name in request.POST for name in ("to_medium", "to_language", "to_wording")):
        return "compose"
    return request.POST.get("do", "")


def _diallable(phone: str) -> str:
    """A number as a telephone takes it."""
    return re.sub(r"[^0-9+]", "", unicodedata.normalize("NFKC", phone))
