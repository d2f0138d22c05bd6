"""One's own machine: nobody signs in, and every request comes from its one person."""

import ipaddress
from collections.abc import Callable

from django.http import HttpRequest, HttpResponseForbidden
from django.http.response import HttpResponseBase
from django.utils.functional import SimpleLazyObject

from yokame.accounts.actions import ensure_local_person

GetResponse = Callable[[HttpRequest], HttpResponseBase]
# What a web server adds to a request that it passes on for somebody else.
_PASSED_ON = ("HTTP_FORWARDED", "HTTP_X_FORWARDED_FOR", "HTTP_X_FORWARDED_HOST", "HTTP_X_REAL_IP")


class LocalPersonMiddleware:
    """Makes the local person `request.user`. A page that asks for no person makes no query.

    Whoever is let in here is that person, so nobody from elsewhere is: neither another machine nor
    a web server that passes on the requests of others under this machine's own name.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if not is_from_this_machine(request):
            return HttpResponseForbidden(
                "このyokameは、この機械の中からだけ使えます。 / This yokame serves its own machine "
                "only. To serve others: YOKAME_ALLOWED_HOSTS, see docs/settings.md\n",
                content_type="text/plain; charset=utf-8",
            )
        request.user = SimpleLazyObject(ensure_local_person)  # type: ignore[assignment]
        return self.get_response(request)


def is_from_this_machine(request: HttpRequest) -> bool:
    """True if a program of this machine asks, and not for another."""
    if any(name in request.META for name in _PASSED_ON):
        return False
    try:
        return ipaddress.ip_address(request.META.get("REMOTE_ADDR", "")).is_loopback
    except ValueError:
        return False
