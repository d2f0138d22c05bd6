"""Sending a letter from the person's own address: shown once more, sent once, followed up."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from yokame.accounts.queries import Person
from yokame.letters import INQUIRIES
from yokame.notices import actions as notices
from yokame.notices import queries as outbox_queries
from yokame.notices.errors import BadAddressError, NoMailAccountError, NoSuchDeliveryError
from yokame.notices.mail_account import MailAccount
from yokame.notices.queries import LetterDelivery, State
from yokame.tracker import queries
from yokame.tracker.actions import Pen
from yokame.tracker.errors import TooManyInquiriesError
from yokame.tracker.rules import MOST_INQUIRIES
from yokame.web.language import spoken_language
from yokame.web.ledger import ledger_context, ledger_page, pen_of
from yokame.web.letters.desk import Desk
from yokame.web.letters.text import LetterText, carried
from yokame.web.tracker_errors import say_tracker_error
from yokame.wording import text


def own_mail(owner: Person) -> MailAccount | None:
    """The account that this person's letters go out from."""
    return outbox_queries.own_mail(owner)


def what_is_in_the_way(pen: Pen, desk: Desk) -> str:
    """Why the letter cannot be sent from here, in words; empty if nothing is in the way."""
    one, mail = desk.occasion.one, desk.text
    if own_mail(pen.owner) is None:
        return _("自分のメールの送り方が、まだ設定されていません。")
    if not desk.form.address:
        return _("あて先のメールアドレスを入れてください。")
    if mail is None or not mail.subject or not mail.body.strip():
        return _("件名と本文を入れてください。")
    if desk.situation in INQUIRIES and one is not None:
        # One that is still under way is in no ledger yet, and counts all the same.
        about = {"round": [str(one.uid)], "situation": [each.value for each in INQUIRIES]}
        key = _key(pen.change)
        n_under_way = outbox_queries.letters_under_way(pen.owner, about, but=key)
        if len(one.asked) + n_under_way >= MOST_INQUIRIES:
            return say_tracker_error(TooManyInquiriesError())
    return ""


def review(request: HttpRequest, pen: Pen, desk: Desk) -> HttpResponse:
    """The mail as it will go out, to the letter, and the button that sends it."""
    context = {
        **ledger_context(request, pen.today),
        "desk": desk,
        "account": own_mail(pen.owner),
        "fields": carried(request),
        "url": request.get_full_path(),
    }
    return render(request, "web/letter_review.html", context)


def send(pen: Pen, desk: Desk) -> str:
    """Put the letter into the outbox, once for this change. Returns what went wrong, in words."""
    mail, one = desk.text, desk.occasion.one
    assert mail is not None
    before = draft_of(pen, pen.change)
    if before is not None and before != mail:
        return _("この連絡文は、もう送信に出しています。直した文面は送られていません。")
    about = {
        "application": str(desk.occasion.state.uid),
        "situation": desk.situation.value,
        "medium": desk.choices.medium.value,
    }
    if one is not None:
        about["round"] = str(one.uid)
    try:
        notices.send_letter(
            pen.owner,
            key=_key(pen.change),
            to=desk.form.address,
            subject=mail.subject,
            body=mail.body,
            about=about,
            now=pen.now,
        )
    except NoMailAccountError:
        return _("自分のメールの送り方が、まだ設定されていません。")
    except BadAddressError:
        return _("あて先のメールアドレスを確かめてください。")
    return ""


def to_outbox(desk: Desk, pen: Pen) -> HttpResponseRedirect:
    """On to the page that tells how the letter fares."""
    url = reverse("web:letter-outbox", args=[desk.occasion.state.uid, pen.change])
    return HttpResponseRedirect(f"{url}?{desk.link}", status=303)


def draft_of(pen: Pen, key: UUID) -> LetterText | None:
    """The text of a letter that was to be sent."""
    delivery = outbox_queries.letter_delivery(pen.owner, _key(key), pen.now)
    return LetterText(delivery.subject, delivery.body) if delivery else None


@require_http_methods(["GET", "HEAD", "POST"])
@ledger_page
def outbox(request: HttpRequest, uid: UUID, key: UUID) -> HttpResponse:
    """How a letter fares that was sent, and what to do where it did not arrive."""
    pen = pen_of(request)
    story = queries.story(pen.owner, uid, pen.today)
    delivery = outbox_queries.letter_delivery(pen.owner, _key(key), pen.now)
    if story is None or delivery is None:
        raise Http404
    if request.method == "POST":
        _decide(request, pen, key)
        return HttpResponseRedirect(request.get_full_path(), status=303)
    context = {
        **ledger_context(request, pen.today),
        "state": story.state,
        "delivery": delivery,
        "problem": _say_problem(delivery),
        "is_under_way": delivery.state in (State.WAITING, State.SENDING),
        "recorded": _recorded(story, delivery),
        "draft_url": _draft_url(request, uid, key),
        "url": request.get_full_path(),
    }
    in_place = request.headers.get("HX-Request")
    return render(
        request, "web/_letter_fares.html" if in_place else "web/letter_outbox.html", context
    )


def _decide(request: HttpRequest, pen: Pen, key: UUID) -> None:
    """What the person says of a letter that failed, or of which nobody knows."""
    try:
        if request.POST.get("do") == "arrived":
            notices.letter_arrived(pen.owner, _key(key), now=pen.now)
        elif request.POST.get("do") == "again":
            notices.send_letter_again(pen.owner, _key(key), now=pen.now)
    except (NoSuchDeliveryError, NoMailAccountError):
        return  # decided meanwhile, or nothing to send from: the page says how it stands


def _say_problem(delivery: LetterDelivery) -> str:
    """What stood in the way, and what to do about it."""
    return text(spoken_language(), f"problem.{delivery.problem}") if delivery.problem else ""


def _recorded(story: queries.Story, delivery: LetterDelivery) -> int | None:
    """The number of the ledger's own record of the letter, once it is there."""
    same = (
        letter.number
        for letter in reversed(story.state.letters)
        if (letter.to, letter.body) == (delivery.to, delivery.body)
    )
    return next(same, None) if delivery.state is State.SENT else None


def _draft_url(request: HttpRequest, uid: UUID, key: UUID) -> str:
    query = request.GET.copy()
    query["draft"] = str(key)
    return f"{reverse('web:letter-new', args=[uid])}?{query.urlencode()}"


def _key(change: UUID) -> str:
    return f"letter:{change}"
