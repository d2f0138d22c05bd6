"""The floor of a page: a bare view that renders 300 plain rows from one query, and how to call it.

Import it once Django is set up. On this floor linkding 1.46 with 300 bookmarks of two tags each
stands at 6.1 (November 2026, CPU time, the floor's rows those of its bookmarks).
"""

import statistics
import time
from collections.abc import Callable
from functools import partial
from io import BytesIO
from typing import Any
from wsgiref.util import setup_testing_defaults

from django.core.handlers.wsgi import WSGIHandler
from django.db import connection, models
from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.test.utils import override_settings
from django.urls import path

N_ROWS, TURNS = 300, 40


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


ROWS = engines["django"].from_string(
    "<!doctype html><title>Rows</title><table>{% for row in rows %}<tr><td>{{ row.id }}</td>"
    "<td>{{ row.employer }}</td><td>{{ row.course }}</td><td>{{ row.state }}</td>"
    "<td>{{ row.added_on }}</td></tr>{% endfor %}</table>"
)


def rows(request: HttpRequest, owner_id: int) -> HttpResponse:
    """The bare view."""
    found = PlainRow._default_manager.filter(owner_id=owner_id).order_by("id")[:N_ROWS]
    return HttpResponse(ROWS.render({"rows": found}, request))


urlpatterns = [path("floor/<int:owner_id>/", rows)]


class OwnAddresses:
    """The floor's addresses. Changing the setting instead would forget those of the pages."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Look the address up here."""
        request.urlconf = __name__
        return self.get_response(request)


def handler(middleware: list[str]) -> WSGIHandler:
    """A WSGI application with this middleware alone."""
    with override_settings(MIDDLEWARE=middleware):
        return WSGIHandler()


def floor_of(owner_id: int) -> Callable[[], int]:
    """A call of the bare view, through WSGI and no middleware but its addresses."""
    return caller(handler([f"{__name__}.OwnAddresses"]), f"/floor/{owner_id}/")


def get(application: WSGIHandler, page: str) -> int:
    """Ask for a page as a browser on this machine does; the bytes of its body."""
    environ: dict[str, Any] = {"PATH_INFO": page, "QUERY_STRING": ""}
    setup_testing_defaults(environ)
    environ |= {"HTTP_HOST": "127.0.0.1", "REMOTE_ADDR": "127.0.0.1", "wsgi.input": BytesIO()}
    said: list[str] = []
    response: Any = application(environ, lambda status, *_: said.append(status))  # type: ignore[arg-type]
    n_bytes = sum(len(part) for part in response)
    response.close()
    if said != ["200 OK"]:
        raise SystemExit(f"{page}: {said}")
    return n_bytes


def caller(application: WSGIHandler, page: str) -> Callable[[], int]:
    """A call of a page."""
    return partial(get, application, page)


def n_queries(call: Callable[[], object]) -> int:
    """Queries of a page that was called before: its answers are of today already."""
    call()
    asked: list[str] = []

    def count(execute: Any, sql: str, *rest: Any) -> Any:
        asked.append(sql)
        return execute(sql, *rest)

    with connection.execute_wrapper(count):
        call()
    return len(asked)


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
