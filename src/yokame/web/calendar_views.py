"""The calendar: a month and the coming weeks, and the same days for the calendar people use."""

import ipaddress
from datetime import timedelta
from urllib.parse import urlsplit

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from yokame.accounts.queries import Person
from yokame.calendars import calendar_file
from yokame.tracker.calendar_feed import feed_token, owner_of_feed, renew_feed, revoke_feed
from yokame.tracker.occasions import occasions
from yokame.web.calendar_sheet import CalendarSheet
from yokame.web.ledger import ledger_context, ledger_page, person_of
from yokame.web.month import days_needed, month, month_asked
from yokame.web.occasion_words import entry, kind_names
from yokame.web.views import today_in_japan
from yokame.wording import Language

_BACK, _AHEAD = timedelta(days=60), timedelta(days=400)


@require_safe
@ledger_page
def calendar(request: HttpRequest) -> HttpResponse:
    """A month, with the coming weeks beside it."""
    today, owner = today_in_japan(), person_of(request)
    first = month_asked(request.GET.get("month", ""), today)
    found = occasions(owner, *days_needed(first, today), today)
    token = feed_token(owner)
    context = {
        **ledger_context(request, today),
        "sheet": CalendarSheet(month(first, today, found), Language(get_language() or "ja")),
        "kinds": kind_names(),
        "feed_url": _feed_url(request, token) if token else "",
        "is_this_machine": _is_this_machine(request),
    }
    return render(request, "web/calendar.html", context)


@require_safe
@ledger_page
def calendar_download(request: HttpRequest) -> HttpResponse:
    """All days once, as a file to open with a calendar."""
    response = _file(request, person_of(request), Language(get_language() or "ja"))
    response.headers["Content-Disposition"] = 'attachment; filename="yokame.ics"'
    return response


@require_safe
@login_not_required
def calendar_feed(request: HttpRequest, token: str) -> HttpResponse:
    """The days of whoever made this secret address, as a calendar program asks for them."""
    owner = owner_of_feed(token)
    if owner is None:
        raise Http404
    with translation.override(owner.language):
        return _file(request, owner, Language(owner.language))


@require_POST
@ledger_page
def make_feed(request: HttpRequest) -> HttpResponse:
    """A new secret address; one that was given out before is dead from now on."""
    renew_feed(person_of(request))
    return redirect(reverse("web:calendar") + "?feed=open#feed")


@require_POST
@ledger_page
def stop_feed(request: HttpRequest) -> HttpResponse:
    """No secret address any more."""
    revoke_feed(person_of(request))
    return redirect(reverse("web:calendar") + "?feed=open#feed")


def _file(request: HttpRequest, owner: Person, lang: Language) -> HttpResponse:
    today = today_in_japan()
    found = occasions(owner, today - _BACK, today + _AHEAD, today)
    entries = [
        entry(one, lang, request.build_absolute_uri(f"/applications/{one.application}/"))
        for one in found
    ]
    written = calendar_file(entries, name=_("八日目 yokame"), language=str(lang))
    return HttpResponse(written, content_type="text/calendar; charset=utf-8")


def _feed_url(request: HttpRequest, token: str) -> str:
    return request.build_absolute_uri(reverse("web:calendar_feed", args=[token]))


def _is_this_machine(request: HttpRequest) -> bool:
    """Whether the address of this page leads nowhere from any other machine."""
    host = urlsplit(f"//{request.get_host()}").hostname or ""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")
