"""Who asks, where a web server stands in front: sign-in is throttled by this address."""

from collections.abc import Callable

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from yokame.server.environment import is_loopback

GetResponse = Callable[[HttpRequest], HttpResponseBase]


class ClientAddressMiddleware:
    """Takes the client's address from a web server on this machine, and from nobody else.

    That server writes the address it sees at the end of `X-Forwarded-For`; what stands before it
    came from outside and may be made up.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        last = request.META.get("HTTP_X_FORWARDED_FOR", "").rpartition(",")[2].strip()
        if last and is_loopback(request.META.get("REMOTE_ADDR", "")):
            request.META["REMOTE_ADDR"] = last
        return self.get_response(request)
