"""Addresses for the tests of the house: small pages that the tests know to the last letter."""

from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.template import Context, Template
from django.urls import path
from django.views.decorators.csrf import csrf_exempt

from yokame.server.health import health

FORM = Template(
    "<!doctype html><title>form</title><form method=post>{% csrf_token %}"
    "<button>{{ method }}</button></form>"
)


def form(request: HttpRequest) -> HttpResponse:
    """A form that posts to itself, and says how it was asked for."""
    return HttpResponse(
        FORM.render(Context({"csrf_token": _token(request), "method": request.method}))
    )


def _token(request: HttpRequest) -> str:
    from django.middleware.csrf import get_token

    return get_token(request)


@csrf_exempt
def without_csrf(request: HttpRequest) -> HttpResponse:
    """What an API is: no token asked for."""
    return HttpResponse(request.headers.get("Origin", ""), content_type="text/plain")


def long_page(_request: HttpRequest) -> HttpResponse:
    """Compresses well."""
    return HttpResponse("八日目 " * 2000)


def breaks(request: HttpRequest) -> HttpResponse:
    """Fails with what was asked in its hands."""
    raise RuntimeError(f"could not answer {request.get_full_path()}")


def database_gone(request: HttpRequest) -> HttpResponse:
    """Health, with a database that answers nothing."""
    with connection.execute_wrapper(_refuse):
        return health(request)


def _refuse(*_arguments: object) -> None:
    from django.db import OperationalError

    raise OperationalError("gone")


urlpatterns = [
    path("", form),
    path("api", without_csrf),
    path("long", long_page),
    path("breaks", breaks),
    path("health/", health),
    path("health-gone/", database_gone),
]
