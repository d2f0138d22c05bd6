"""What every page of the ledger does alike: who writes, where one goes on, and how to undo it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import wraps
from typing import Concatenate, ParamSpec
from uuid import UUID, uuid4

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from yokame.accounts.queries import person_of
from yokame.tracker import actions, queries
from yokame.tracker.actions import Pen
from yokame.tracker.errors import NothingToUndoError, TrackerError
from yokame.web.changes import say_change, say_undone
from yokame.web.installed import PERSON_HEADER, person_key
from yokame.web.language import in_their_language
from yokame.web.tracker_errors import say_tracker_error

__all__ = ["Done", "go_on", "ledger_context", "ledger_page", "next_url", "pen_of", "person_of"]

P = ParamSpec("P")
LedgerView = Callable[Concatenate[HttpRequest, P], HttpResponse]
_HOME = "/today/"


@dataclass(frozen=True)
class Done:
    """What was just done, in words, and the change that would be undone."""

    change: UUID
    words: str


def ledger_page(view: LedgerView[P]) -> LedgerView[P]:
    """A page of a person's own ledger, in their language."""

    @wraps(view)
    @in_their_language
    def owned(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        response = view(request, *args, **kwargs)
        response.headers[PERSON_HEADER] = person_key(person_of(request))
        return response

    return owned


def pen_of(request: HttpRequest) -> Pen:
    """What this request writes with. The clock is read here, once.

    A form carries the change that it will be (`{{ new_change }}`), so that sent twice it writes
    once.
    """
    return Pen(person_of(request), timezone.now(), _uuid(request.POST.get("change")) or uuid4())


def ledger_context(request: HttpRequest, today: date) -> dict[str, object]:
    """What the layout of the ledger's pages shows."""
    query = request.GET.copy()
    for passing in ("done", "move", "lang"):
        query.pop(passing, None)
    return {
        "today": today,
        "new_change": uuid4(),
        "done": done_of(request),
        "here": request.path,
        "back": f"{request.path}?{query.urlencode()}" if query else request.path,
        "shows_numbers": person_of(request).shows_numbers,
    }


def done_of(request: HttpRequest, change: UUID | None = None) -> Done | None:
    """This change, or the one in the page's address; None if the ledger does not have it."""
    change = change or _uuid(request.GET.get("done"))
    summary = queries.change_summary(person_of(request), change) if change else None
    if change is None or summary is None:
        return None
    words = say_undone() if summary.kind == "undone" else say_change(summary.kind)
    employer = summary.employer
    return Done(change, f"{employer}：{words}" if employer else words)


def go_on(url: str, change: UUID) -> HttpResponseRedirect:
    """After an action: on to `url`, which shows what was done and how to undo it."""
    path, mark, fragment = url.partition("#")
    joint = "&" if "?" in path else "?"
    return HttpResponseRedirect(f"{path}{joint}done={change}{mark}{fragment}", status=303)


def next_url(request: HttpRequest, default: str = _HOME) -> str:
    """The page of ours that a form asks to go on to."""
    url = request.POST.get("next") or request.GET.get("next") or default
    return url if url_has_allowed_host_and_scheme(url, allowed_hosts=None) else default


@require_POST
@ledger_page
def undo(request: HttpRequest) -> HttpResponse:
    """Take one change back, or an undo: that does it again."""
    change = _uuid(request.POST.get("undo"))
    try:
        if change is None:
            raise NothingToUndoError
        return go_on(next_url(request), actions.undo(pen_of(request), change))
    except NothingToUndoError:
        raise Http404 from None
    except TrackerError as error:
        return HttpResponse(say_tracker_error(error), status=409, content_type="text/plain")


def _uuid(text: str | None) -> UUID | None:
    try:
        return UUID(text or "")
    except ValueError:
        return None
