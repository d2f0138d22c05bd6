"""A file comes in: chosen, looked at, confirmed, and followed until it is in the ledger."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from yokame.sheets import MOST_BYTES, SheetError
from yokame.sheets.errors import TooLargeError
from yokame.tracker import queries, uploads
from yokame.tracker.exchange import LedgerFileError
from yokame.tracker.uploads import UploadState
from yokame.web.exchange.preview_sheet import PreviewSheet, say_not_read, wishes_in
from yokame.web.ledger import done_of, ledger_context, ledger_page, pen_of, person_of
from yokame.web.views import today_in_japan
from yokame.wording import Language, say_error

_page = require_http_methods(["GET", "HEAD", "POST"])
# A ledger with its whole history may be larger than any table.
_MOST_LEDGER_BYTES = 5 * MOST_BYTES
_SEE_OTHER = 303


@_page
@ledger_page
def bring(request: HttpRequest) -> HttpResponse:
    """Choose a file; one that can be read is kept and shown."""
    trouble = ""
    if request.method == "POST":
        try:
            return _to(_keep(request))
        except (SheetError, LedgerFileError) as error:
            trouble = say_error(error, Language(get_language() or "ja"))
        except FileNotFoundError:
            trouble = _("ファイルを選んでください。")
    context = {
        **ledger_context(request, today_in_japan()),
        "trouble": trouble,
        "brought_in": queries.files_brought_in(person_of(request)),
    }
    return render(request, "web/exchange/bring.html", context, status=422 if trouble else 200)


def _keep(request: HttpRequest) -> UUID:
    file = request.FILES.get("file")
    if file is None:
        raise FileNotFoundError
    if (file.size or 0) > _MOST_LEDGER_BYTES:
        raise TooLargeError(what="bytes", most=MOST_BYTES)
    return uploads.keep(pen_of(request), file.name or "", file.read())


@_page
@ledger_page
def upload(request: HttpRequest, uid: UUID) -> HttpResponse:
    """The file as far as it has come: what it would be, how far it is, or what it became."""
    found = _own(request, uid)
    if request.method == "POST" and found.state == UploadState.LOOKED_AT:
        return _decide(request, found)
    context = ledger_context(request, today_in_japan())
    if found.state == UploadState.LOOKED_AT:
        sheet = PreviewSheet(uploads.look_at(found), Language(get_language() or "ja"))
        return render(request, "web/exchange/preview.html", {**context, "sheet": sheet})
    context["upload"] = found
    if found.state == UploadState.WAITING:
        context["percent"] = _percent(found)
        return render(request, "web/exchange/waiting.html", context)
    if found.state == UploadState.DONE and "done" not in request.GET:
        context["done"] = done_of(request, found.change)
    context["not_read"] = say_not_read(found.told, Language(get_language() or "ja"))
    return render(request, "web/exchange/result.html", context)


def _decide(request: HttpRequest, found: uploads.Upload) -> HttpResponse:
    """Take down what was chosen; then look again, bring the file in, or forget it."""
    deed = request.POST.get("deed")
    if deed == "drop":
        uploads.give_up(found)
        return HttpResponseRedirect(reverse("web:bring"), status=_SEE_OTHER)
    uploads.choose(found, wishes_in(request.POST))
    if deed == "bring":
        uploads.start(found)
    return _to(found.uid)


@require_safe
@ledger_page
def progress(request: HttpRequest, uid: UUID) -> HttpResponse:
    """The bar alone, for a page that asks again each second; when done, off to the result."""
    found = _own(request, uid)
    if found.state != UploadState.WAITING:
        return HttpResponse(headers={"HX-Redirect": reverse("web:upload", args=[uid])})
    context = {"upload": found, "percent": _percent(found)}
    return render(request, "web/exchange/_progress.html", context)


def _own(request: HttpRequest, uid: UUID) -> uploads.Upload:
    found = uploads.find(person_of(request), uid)
    if found is None:
        raise Http404
    return found


def _percent(found: uploads.Upload) -> int:
    return int(uploads.share_done(found) * 100)


def _to(uid: UUID) -> HttpResponse:
    return HttpResponseRedirect(reverse("web:upload", args=[uid]), status=_SEE_OTHER)
