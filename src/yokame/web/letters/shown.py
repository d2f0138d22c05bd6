"""The desk as an answer to a request, and the text that came with one."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from yokame.tracker.actions import Pen
from yokame.web.ledger import ledger_context
from yokame.web.letters import sending
from yokame.web.letters.desk import MOST_WORDINGS, Desk
from yokame.web.letters.text import LetterText


def show(request: HttpRequest, pen: Pen, desk: Desk, *, only: str = "") -> HttpResponse:
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


def typed_text(request: HttpRequest) -> LetterText | None:
    """The text as it was sent; None where the page had none yet."""
    if "body" not in request.POST:
        return None
    return LetterText.typed(request.POST.get("subject", ""), request.POST["body"])
