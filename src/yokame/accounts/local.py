"""One's own machine: nobody signs in, and every request comes from its one person."""

from collections.abc import Callable

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.functional import SimpleLazyObject

from yokame.accounts.actions import ensure_local_person

GetResponse = Callable[[HttpRequest], HttpResponseBase]


class LocalPersonMiddleware:
    """Makes the local person `request.user`. A page that asks for no person makes no query."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        request.user = SimpleLazyObject(ensure_local_person)  # type: ignore[assignment]
        return self.get_response(request)
