"""The page of one application, and the forms that record something about it or correct it."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from yokame.promise import read_promise
from yokame.tracker import actions, queries
from yokame.tracker.actions import Pen
from yokame.tracker.application import State
from yokame.tracker.clashes import clashes
from yokame.tracker.errors import TrackerError
from yokame.tracker.events import Event, in_force
from yokame.tracker.model_in_use import model_in_use
from yokame.tracker.queries import Story
from yokame.web.applications.deed import Deed, Scene
from yokame.web.applications.deeds import CORRECTED_BY, DEEDS
from yokame.web.applications.fields import LONGEST_SAYING
from yokame.web.applications.page import ApplicationPage
from yokame.web.examples import sayings
from yokame.web.language import spoken_language
from yokame.web.ledger import (
    done_of,
    go_on,
    ledger_context,
    ledger_page,
    next_url,
    pen_of,
)
from yokame.web.overview.clash_rows import ClashRow, clash_row
from yokame.wording import TypedDayError, typed_day


@require_safe
@ledger_page
def application(request: HttpRequest, uid: UUID) -> HttpResponse:
    """One application: what to do next, the answer, its rounds, the story so far."""
    pen = pen_of(request)
    story = queries.story(pen.owner, uid, pen.today)
    if story is None:
        return _gone(request)
    return render(request, "web/application.html", _page_context(request, pen, story))


@require_http_methods(["GET", "HEAD", "POST"])
@ledger_page
def record(
    request: HttpRequest, uid: UUID, deed: str, round_uid: UUID | None = None
) -> HttpResponse:
    """Show the form of a deed, or write what was sent."""
    pen = pen_of(request)
    story = queries.story(pen.owner, uid, pen.today)
    if story is None:
        return _gone(request, pen.change)
    scene, kind = _scene(story, pen, round_uid), DEEDS.get(deed)
    if kind is None or (kind.needs_round and scene.one is None):
        raise Http404
    form = kind(scene, _typed(request))
    if _is_sent(request) and form.is_valid():
        try:
            return _recorded(request, pen, uid, form.record(pen))
        except TrackerError as error:
            form.refuse(error)
    return _form(request, pen, form)


@require_http_methods(["GET", "HEAD", "POST"])
@ledger_page
def correct(request: HttpRequest, uid: UUID, number: int) -> HttpResponse:
    """Show what an event says, to be put right; or write the correction."""
    pen = pen_of(request)
    story = queries.story(pen.owner, uid, pen.today)
    if story is None:
        return _gone(request, pen.change)
    event = _event(story, number)
    form = CORRECTED_BY[event.payload.kind](_scene(story, pen, None), _typed(request), event)
    if _is_sent(request) and form.is_valid():
        try:
            on, to = form.day_of(event), form.corrected(event)
            change = actions.correct(pen, uid, number, on=on, to=to)
            return _recorded(request, pen, uid, change)
        except TrackerError as error:
            form.refuse(error)
    return _form(request, pen, form)


@require_safe
@ledger_page
def reading(request: HttpRequest) -> HttpResponse:
    """How the words about word are read, while they are typed. Writes nothing."""
    today = pen_of(request).today
    said = request.GET.get("said", "")[:LONGEST_SAYING].strip()
    try:
        on = typed_day(request.GET.get("on") or request.GET.get("held") or "今日", today=today).on
        promise = read_promise(said, held=on) if said else None
    except (TypedDayError, ValueError, OverflowError):
        promise = None
    return render(request, "web/_reading.html", {"promise": promise})


def _typed(request: HttpRequest) -> dict[str, object] | None:
    """What was sent. A tapped example takes the place of the words and sends nothing."""
    if request.method != "POST":
        return None
    typed = request.POST.copy()
    if example := typed.get("example"):
        typed["said"] = example
    return typed  # type: ignore[return-value]


def _is_sent(request: HttpRequest) -> bool:
    return request.method == "POST" and "example" not in request.POST


def _scene(story: Story, pen: Pen, round_uid: UUID | None) -> Scene:
    one = story.state.round(round_uid) if round_uid else None
    if round_uid and one is None:
        raise Http404
    return Scene(story.state, pen.today, one)


def _event(story: Story, number: int) -> Event:
    """An event as it stands; what was undone must come back before it can be corrected."""
    for event in in_force(story.events, frozenset(story.undone_by)):
        if event.number == number and event.payload.kind in CORRECTED_BY:
            return event
    raise Http404


def _gone(request: HttpRequest, change: UUID | None = None) -> HttpResponse:
    """An application that is not there: perhaps just now undone or removed, else a stranger's."""
    done = done_of(request, change)
    if done is None:
        raise Http404
    return go_on(next_url(request), done.change)


def _recorded(request: HttpRequest, pen: Pen, uid: UUID, change: UUID) -> HttpResponse:
    """Show the application as it is now; for htmx that is the part which the full page includes."""
    here = reverse("web:application", args=[uid])
    story = queries.story(pen.owner, uid, pen.today)
    is_elsewhere = story is None or "next" in request.POST
    if not request.headers.get("HX-Request"):
        return go_on(next_url(request, here) if story else next_url(request), change)
    if is_elsewhere or story is None:
        redirect = go_on(next_url(request), change)
        return HttpResponse(headers={"HX-Redirect": redirect.url})
    context = {
        **_page_context(request, pen, story),
        "done": done_of(request, change),
        "here": here,
        "back": here,
        "is_swapped": True,
    }
    response = render(request, "web/_application_swap.html", context)
    response.headers["HX-Retarget"] = "#application"
    response.headers["HX-Reswap"] = "outerHTML"
    return response


def _clashes(pen: Pen, story: Story) -> list[ClashRow]:
    """The clashes that this application has a part in, as the offer or as a wait."""
    if story.state.state not in (State.OFFERED, State.IN_ROUND):
        return []
    cards = queries.cards(pen.owner, pen.today, ended=False)
    parts = (clash.part_of(story.row.uid) for clash in clashes(cards, pen.today))
    return [clash_row(part, spoken_language()) for part in parts if part]


def _page_context(request: HttpRequest, pen: Pen, story: Story) -> dict[str, object]:
    context = ledger_context(request, pen.today)
    return {
        **context,
        "page": ApplicationPage(
            story,
            queries.same_employer(pen.owner, story.row),
            pen.today,
            bool(context["shows_numbers"]),
        ),
        "clashes": _clashes(pen, story),
        "sayings": sayings(),
        "priors_made_on": model_in_use().priors.made_on,
    }


def _form(request: HttpRequest, pen: Pen, form: Deed) -> HttpResponse:
    """A form alone on its page, or in the place of the page that asked for it."""
    in_place = request.headers.get("HX-Request") == "true"
    context = {
        **ledger_context(request, pen.today),
        "deed": form,
        "deed_url": request.path,
        "deed_change": pen.change,
        "next": request.POST.get("next") or request.GET.get("next") or "",
        "in_place": in_place,
        "sayings": sayings(),
    }
    return render(request, "web/_deed.html" if in_place else "web/deed.html", context)
