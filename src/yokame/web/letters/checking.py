"""One's own draft, looked over before it goes out. Nothing of it is kept."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from yokame.accounts.queries import Person
from yokame.letters import DraftContext, Medium, Situation, check
from yokame.web.applications.names import MEDIA, SITUATIONS
from yokame.web.language import in_their_language, page_language, spoken_language
from yokame.web.ledger import ledger_context, pen_of
from yokame.web.letters.text import LONGEST_BODY, marked

_LONGEST_NAME = 200


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
@in_their_language
def check_draft(request: HttpRequest) -> HttpResponse:
    """Show what is wrong in a pasted draft, line by line, with the reason and a mend."""
    typed = request.POST
    text = typed.get("text", "").replace("\r\n", "\n")
    situation = next((each for each in Situation if each == typed.get("situation")), None)
    medium = next((each for each in Medium if each == typed.get("medium")), None)
    person = request.user if isinstance(request.user, Person) else None
    context = DraftContext(
        language=spoken_language(),
        situation=situation,
        medium=medium,
        employer=typed.get("employer", "")[:_LONGEST_NAME].strip(),
    )
    is_too_long = len(text) > LONGEST_BODY
    findings = [] if is_too_long else check(text, context)
    shown = {
        **(ledger_context(request, pen_of(request).today) if person else page_language(request)),
        "layout": "web/ledger.html" if person else "web/base.html",
        "text": text,
        "employer": context.employer,
        "situation": situation,
        "medium": medium,
        "situations": list(SITUATIONS.items()),
        "media": list(MEDIA.items()),
        "marked": marked(text, findings),
        "trouble": _("長すぎます。1通ぶんだけを貼ってください。") if is_too_long else "",
    }
    in_place = request.headers.get("HX-Request")
    return render(
        request, "web/_letter_findings.html" if in_place else "web/letter_check.html", shown
    )
