"""Headers and checks that keep a person's question between that person and this server."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseForbidden
from django.http.response import HttpResponseBase

GetResponse = Callable[[HttpRequest], HttpResponseBase]
READING = ("GET", "HEAD", "OPTIONS")
# Nothing here films, listens, locates, pays or builds a profile, and no script may begin to.
PERMISSIONS_POLICY = ", ".join(
    f"{feature}=()"
    for feature in (
        "accelerometer",
        "browsing-topics",
        "camera",
        "display-capture",
        "geolocation",
        "gyroscope",
        "microphone",
        "midi",
        "payment",
        "usb",
    )
)


class PrivacyMiddleware:
    """Adds the headers that Django has no setting for, and keeps answers out of every cache."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS_POLICY)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        response.headers.setdefault("Cache-Control", "private, no-store")
        return response


class OriginMiddleware:
    """Refuses what another site's page sends here in a person's browser.

    A browser that says `Sec-Fetch-Site` is believed: no page can set that header. Under our
    `Referrer-Policy: no-referrer` it writes `Origin: null` even on our own forms, which Django's
    check would refuse, so for a request it calls our own the origin is filled in.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.method not in READING:
            own = f"{request.scheme}://{request.get_host()}"
            # META, not `headers`, which are a copy made once: who reads Origin later must see ours.
            site = request.META.get("HTTP_SEC_FETCH_SITE")
            if site == "same-origin":
                request.META["HTTP_ORIGIN"] = own
            elif site not in (None, "none") or request.META.get("HTTP_ORIGIN", own) != own:
                return self.refuse()
        return self.get_response(request)

    def refuse(self) -> HttpResponse:
        """Say why, in few words: nobody meets this page by using yokame."""
        return HttpResponseForbidden(
            "ほかのサイトからは送れません。 / Not accepted from another site.\n",
            content_type="text/plain; charset=utf-8",
        )
