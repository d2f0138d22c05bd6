"""Someone who opens the page without JavaScript, and what their browser gets."""

import re
from html import unescape
from typing import Any

from django.http import HttpResponse
from django.test import Client

WEEK_SAID = {"said": "1週間以内に連絡します", "held": "2026-11-13", "stage": "final"}


class Visitor:
    """Opens links and sends the form as a browser would, its CSRF token included."""

    def __init__(self) -> None:
        self.browser = Client(enforce_csrf_checks=True)

    def open(self, query: dict[str, Any] | None = None, **headers: str) -> HttpResponse:
        """Follow a link."""
        return self.browser.get("/", query or {}, headers=headers)  # type: ignore[return-value]

    def follow(self, href: str) -> HttpResponse:
        """Follow a link as it stands in a page."""
        return self.browser.get(unescape(href))  # type: ignore[return-value]

    def send(self, typed: dict[str, Any], **headers: str) -> HttpResponse:
        """Open the page and send its form."""
        token = field(self.open(), "csrfmiddlewaretoken")
        typed = {"csrfmiddlewaretoken": token, **typed}
        return self.browser.post("/", typed, headers=headers)  # type: ignore[return-value]


def text(response: HttpResponse | Any) -> str:
    """What a page says, without its tags; Django's stubs know no content of a test's response."""
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", html(response))))


def html(response: HttpResponse | Any) -> str:
    """The page itself."""
    content: bytes = response.content
    return content.decode()


def field(response: HttpResponse, name: str) -> str:
    """The value of a hidden field."""
    found = re.search(rf'name="{name}" value="([^"]*)"', html(response))
    assert found is not None
    return found[1]


def answer(response: HttpResponse) -> str:
    """The part of the page that holds the answer."""
    found = re.search(r'<article class="answer".*</article>', html(response), re.DOTALL)
    assert found is not None
    return found[0]
