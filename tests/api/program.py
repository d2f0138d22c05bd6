"""A program that calls the API: no cookies, JSON both ways."""

import json
from typing import Any

from django.http import HttpResponse
from django.test import Client

FINAL = {"stage": "final", "held": "2026-11-13", "said": "1週間以内に連絡します"}


class Program:
    """Sends JSON, with a CSRF check on that it should not need."""

    def __init__(self) -> None:
        self.client = Client(enforce_csrf_checks=True)

    def post(self, path: str, body: Any, *, content_type: str = "application/json") -> HttpResponse:
        """POST `body`, as JSON unless it is text or bytes already."""
        sent = body if isinstance(body, str | bytes) else json.dumps(body)
        return self.client.post(path, sent, content_type=content_type)  # type: ignore[return-value]


def content(response: HttpResponse) -> Any:
    """The JSON of a response."""
    assert response.headers["Content-Type"] == "application/json"
    return json.loads(response.content)
