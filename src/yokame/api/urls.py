"""The door for `server`: the API's addresses, every one of them answering in JSON."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import URLPattern, re_path
from django.views.decorators.csrf import csrf_exempt

from yokame.api.errors import refuse, say
from yokame.api.operations import api
from yokame.wording import Language

__all__ = ["entrance"]


def _in_one_shape(view: Callable[..., Any]) -> Callable[..., HttpResponse]:
    """Give what ninja and Django refuse by themselves the shape of the API's errors."""

    @login_not_required  # an operation asks for its token itself, and answers in JSON
    @csrf_exempt  # as ninja's own are; see `docs/decisions`
    @wraps(view)
    def shaped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            response: HttpResponse = view(request, *args, **kwargs)
        except Http404:
            return no_such_address(request)
        if response.status_code != 405:
            return response
        refused = refuse(405, "method_not_allowed", say("method_not_allowed", Language.JA))
        refused.headers["Allow"] = response.headers["Allow"]
        return refused

    return shaped


@login_not_required
@csrf_exempt
def no_such_address(_request: HttpRequest) -> HttpResponse:
    """404 in the shape of the API's errors."""
    return refuse(404, "not_found", say("not_found", Language.JA))


def _entrance() -> tuple[list[URLPattern], str, str]:
    patterns, app_name, namespace = api.urls
    shaped = [pattern for pattern in patterns if isinstance(pattern, URLPattern)]
    for pattern in shaped:
        pattern.callback = _in_one_shape(pattern.callback)
    return [*shaped, re_path("", no_such_address)], app_name, namespace


entrance = _entrance()
