"""A season goes out: as a file that comes back, as tables, as a page to print."""

import io
import zipfile

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from yokame.tracker.exchange import written_ledger
from yokame.tracker.giving import all_applications
from yokame.web.exchange.tables import printed_rows, tables_of
from yokame.web.ledger import ledger_context, ledger_page, person_of
from yokame.web.views import today_in_japan
from yokame.wording import Language

_BY_STATE = ("in_round", "passed", "offered", "applied", "planned")


@require_safe
@ledger_page
def ledger_file(request: HttpRequest) -> HttpResponse:
    """Everything with its history, as `docs/export.md` describes it."""
    pieces = written_ledger(person_of(request))
    return StreamingHttpResponse(  # type: ignore[return-value]  # a response all the same
        pieces, content_type="application/json", headers=_as_file("json")
    )


@require_safe
@ledger_page
def csv_files(request: HttpRequest) -> HttpResponse:
    """Applications, rounds and history as CSV, in one ZIP."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as files:
        for name, content in tables_of(person_of(request), Language(get_language() or "ja")):
            files.writestr(name, content)
    return HttpResponse(packed.getvalue(), content_type="application/zip", headers=_as_file("zip"))


@require_safe
@ledger_page
def printed(request: HttpRequest) -> HttpResponse:
    """All applications on paper: those still open first."""
    lang = Language(get_language() or "ja")
    states = sorted(all_applications(person_of(request)), key=_open_first)
    context = {
        **ledger_context(request, today_in_japan()),
        "rows": printed_rows(states, lang),
    }
    return render(request, "web/exchange/print.html", context)


def _open_first(state: object) -> int:
    standing = str(getattr(state, "state", ""))
    return _BY_STATE.index(standing) if standing in _BY_STATE else len(_BY_STATE)


def _as_file(ending: str) -> dict[str, str]:
    day = today_in_japan().isoformat()
    return {"Content-Disposition": f'attachment; filename="yokame-{day}.{ending}"'}
