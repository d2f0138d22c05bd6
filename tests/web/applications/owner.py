"""Someone who keeps a season here, with a browser that runs no script."""

from html import unescape
from typing import Any
from uuid import UUID, uuid4

from django.http import HttpResponse
from django.test import Client

from tests.web.visitor import field, html
from yokame.accounts.queries import Person
from yokame.tracker.payloads import AnyPayload
from yokame.tracker.reading import all_events

HTMX = {"HX-Request": "true"}


class Owner:
    """Opens pages, and sends the forms that stand in them as a browser would."""

    def __init__(self, person: Person) -> None:
        self.person = person
        self.browser = Client(enforce_csrf_checks=True)

    def open(self, url: str, **headers: str) -> HttpResponse:
        """Follow a link."""
        return self.browser.get(unescape(url), headers=headers)  # type: ignore[return-value]

    def page(self, uid: UUID) -> HttpResponse:
        """The page of an application."""
        return self.open(f"/applications/{uid}/")

    def send(self, url: str, typed: dict[str, Any], **headers: str) -> HttpResponse:
        """Open a form's own page, and send it filled in."""
        shown = self.open(url)
        hidden = {name: field(shown, name) for name in ("csrfmiddlewaretoken", "change")}
        return self.post(url, {**hidden, **typed}, **headers)

    def post(self, url: str, typed: dict[str, Any], **headers: str) -> HttpResponse:
        """Send exactly this."""
        return self.browser.post(url, typed, headers=headers)  # type: ignore[return-value]

    def undo(self, change: str, **further: str) -> HttpResponse:
        """Tap the button that takes a change back."""
        token = field(self.open("/applications/new/"), "csrfmiddlewaretoken")
        typed = {"csrfmiddlewaretoken": token, "undo": change, "change": str(uuid4()), **further}
        return self.post("/undo/", typed)

    def follow(self, response: HttpResponse) -> HttpResponse:
        """The page to which an action leads."""
        assert response.status_code == 303, html(response)
        return self.open(response.headers["Location"])

    def told(self) -> list[AnyPayload]:
        """All that the ledger was told, in order."""
        return [event.payload for event in all_events(self.person)]

    def number_of(self, kind: str) -> int:
        """The number of the first event of a kind."""
        kinds: list[str] = [payload.kind for payload in self.told()]
        return 1 + kinds.index(kind)
