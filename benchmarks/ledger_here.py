"""Measures the ledger on the database of the settings; started by `benchmarks.ledger`.

The measure of a page is the floor of the same run: a bare view that renders 300 plain rows from
one query. Page and floor are called in turns in one process through WSGI: "page" with no middleware
but what a page cannot do without, "whole" with all of it, as a browser meets it.
"""

import random
import statistics
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from io import BytesIO
from typing import Any
from unittest import mock
from wsgiref.util import setup_testing_defaults

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.core.handlers.wsgi import WSGIHandler  # noqa: E402
from django.db import connection, models  # noqa: E402
from django.http import HttpRequest, HttpResponse  # noqa: E402
from django.template import engines  # noqa: E402
from django.test.utils import override_settings  # noqa: E402
from django.urls import path  # noqa: E402

from benchmarks.long_season import write_season  # noqa: E402
from yokame.accounts.actions import ensure_local_person  # noqa: E402
from yokame.accounts.queries import Person  # noqa: E402
from yokame.server.migration import migrate  # noqa: E402
from yokame.tracker import actions, queries  # noqa: E402
from yokame.tracker.checking import differences  # noqa: E402
from yokame.tracker.fold import fold  # noqa: E402
from yokame.tracker.payloads import Said  # noqa: E402
from yokame.tracker.reading import events_of, undone_of  # noqa: E402

TODAY, NOW = date(2026, 11, 23), datetime(2026, 11, 23, 3, tzinfo=UTC)
FEW, MANY = 30, 300
TURNS, ACTIONS = 40, 30
PAGES = ("/today/", "/board/", "/table/", "/calendar/", "/season/")
MARKED, MARK = ("/today/", "/board/", "/table/"), 2.0
NEEDED = [
    "django_htmx.middleware.HtmxMiddleware",  # whether a fragment is asked for
    "yokame.accounts.local.LocalPersonMiddleware",  # whose ledger it is
]
Application = Callable[[dict[str, Any], Callable[..., object]], Any]


class PlainRow(models.Model):
    """Five columns of the table of applications, as a plain list would have them."""

    employer = models.CharField(max_length=200)
    course = models.CharField(max_length=200)
    state = models.CharField(max_length=20)
    added_on = models.DateField()
    owner_id = models.BigIntegerField()

    class Meta:
        app_label = "tracker"
        managed = False
        db_table = "tracker_application"


FLOOR = engines["django"].from_string(
    "<!doctype html><title>Rows</title><table>{% for row in rows %}<tr><td>{{ row.id }}</td>"
    "<td>{{ row.employer }}</td><td>{{ row.course }}</td><td>{{ row.state }}</td>"
    "<td>{{ row.added_on }}</td></tr>{% endfor %}</table>"
)


def floor(request: HttpRequest) -> HttpResponse:
    """The bare view: one query, 300 plain rows."""
    rows = PlainRow.objects.filter(owner_id=local_person().pk).order_by("id")[:MANY]
    return HttpResponse(FLOOR.render({"rows": rows}, request))


urlpatterns = [path("floor/", floor)]


class OwnAddresses:
    """The floor's addresses. Changing the setting instead would forget those of the pages."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.urlconf = __name__
        return self.get_response(request)


def local_person() -> Person:
    """The person of this machine, looked up once: the floor knows whose rows it shows."""
    if not _PERSON:
        _PERSON.append(ensure_local_person())
    return _PERSON[0]


_PERSON: list[Person] = []


def main() -> None:
    """Fill the database, measure, print."""
    migrate(settings.ENVIRONMENT.data_dir)
    with mock.patch("django.utils.timezone.now", return_value=NOW):
        whole, bare = WSGIHandler(), handler(NEEDED)
        few = ensure_local_person()
        write_season(few, TODAY, n_applications=FEW)
        few_queries = {page: n_queries(bare, page) for page in [*PAGES, one_application(few)]}
        # Only the local person has no address; the next one is made when asked for.
        Person.objects.filter(pk=few.pk).update(email="few@example.com")
        owner = local_person()
        began = time.perf_counter()
        write_season(owner, TODAY, n_applications=MANY)
        took = time.perf_counter() - began
        print(f"\n{connection.vendor}: {MANY} applications, {took:.1f} s to write 3,000 events")
        print_pages(whole, bare, owner, list(few_queries.values()))
        print_work(owner)


def handler(middleware: list[str]) -> WSGIHandler:
    """A WSGI application with this middleware alone."""
    with override_settings(MIDDLEWARE=middleware):
        return WSGIHandler()


def get(application: Application, page: str) -> int:
    """Ask for a page as a browser on this machine does; the bytes of its body."""
    address, _, query = page.partition("?")
    environ: dict[str, Any] = {"PATH_INFO": address, "QUERY_STRING": query}
    setup_testing_defaults(environ)
    environ |= {"HTTP_HOST": "127.0.0.1", "REMOTE_ADDR": "127.0.0.1", "wsgi.input": BytesIO()}
    said: list[str] = []
    response = application(environ, lambda status, *_: said.append(status))
    n_bytes = sum(len(part) for part in response)
    response.close()
    if said != ["200 OK"]:
        raise SystemExit(f"{page}: {said}")
    return n_bytes


def n_queries(application: Application, page: str) -> int:
    """Queries of a page, its answers being of today already."""
    get(application, page)
    asked: list[str] = []

    def count(execute: Any, sql: str, *rest: Any) -> Any:
        asked.append(sql)
        return execute(sql, *rest)

    with connection.execute_wrapper(count):
        get(application, page)
    return len(asked)


def one_application(owner: Person) -> str:
    """The page of the application with the longest story."""
    cards = queries.cards(owner, TODAY)
    longest = max(cards, key=lambda card: len(events_of(owner, card.application.uid)))
    return f"/applications/{longest.application.uid}/"


def print_pages(
    whole: Application, bare: Application, owner: Person, few_queries: list[int]
) -> None:
    """Each page: queries with 30 and 300 applications, bytes, and its time as so many floors."""
    pages = [*PAGES, one_application(owner)]
    plain = handler([f"{__name__}.OwnAddresses"])
    bottom = timed({"floor": lambda: get(plain, "/floor/")})["floor"]
    print(f"floor {1000 * bottom:.1f} ms: 300 plain rows from one query")
    print(f"{'':16} queries 30/300       kB     ms    page   whole  (times the floor)")
    for page, before in zip(pages, few_queries, strict=True):
        after = n_queries(bare, page)
        took = timed(
            {
                "floor": lambda: get(plain, "/floor/"),
                "page": lambda page=page: get(bare, page),
                "whole": lambda page=page: get(whole, page),
            }
        )
        name = page if page in PAGES else "one application"
        ratio, full = took["page"] / took["floor"], took["whole"] / took["floor"]
        verdict = "" if page not in MARKED else "  held" if ratio <= MARK else "  MISSED"
        print(
            f"{name:16} {before:>9} / {after:<4} {get(bare, page) / 1000:8.0f} "
            f"{1000 * took['page']:6.1f}  {ratio:6.2f}  {full:6.2f}{verdict}"
        )
        if before != after:
            print(f"{'':16} the number of queries grows")


def timed(calls: dict[str, Callable[[], object]]) -> dict[str, float]:
    """Median seconds of each, called in turns so that all meet the same machine."""
    took: dict[str, list[float]] = {name: [] for name in calls}
    for call in calls.values():
        call()
    for _ in range(TURNS):
        for name, call in calls.items():
            began = time.perf_counter()
            call()
            took[name].append(time.perf_counter() - began)
    return {name: statistics.median(each) for name, each in took.items()}


def print_work(owner: Person) -> None:
    """What an action, a fold, a new day and a check of the whole ledger take."""
    cards = queries.cards(owner, TODAY)
    waiting = [card for card in cards if card.answer and card.round]
    random.Random(3).shuffle(waiting)
    took = []
    for card in waiting[:ACTIONS]:
        assert card.round is not None
        pen = actions.Pen(owner, NOW)
        began = time.perf_counter()
        actions.record_word(pen, card.application.uid, card.round.uid, said=Said.PASS, on=TODAY)
        took.append(time.perf_counter() - began)
    print(f"record word     {1000 * statistics.median(took):7.1f} ms, median of {len(took)}")
    undone = undone_of(owner)
    events = [events_of(owner, card.application.uid) for card in cards]
    each = timed({"fold": lambda: [fold(one, undone) for one in events]})["fold"]
    print(f"one fold        {1000 * each / len(events):7.2f} ms, of about ten events, read already")
    began = time.perf_counter()
    wrong = list(differences(owner))
    print(f"check           {time.perf_counter() - began:7.2f} s, all events folded again")
    if wrong:
        raise SystemExit(f"The rows are not what the events say: {wrong[:3]}")


if __name__ == "__main__":
    main()
