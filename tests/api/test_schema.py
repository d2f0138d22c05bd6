"""The API, judged by its own document."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from django.test import Client
from hypothesis import HealthCheck, settings
from schemathesis.core.parameters import ParameterLocation
from schemathesis.specs.openapi.checks import negative_data_rejection

from yokame.server import wsgi


def application(environ: dict[str, Any], start_response: Any) -> Any:
    """The real one, asked by this machine; schemathesis does not say who asks."""
    return wsgi.application({**environ, "REMOTE_ADDR": "127.0.0.1"}, start_response)


@pytest.fixture(autouse=True)
def inside_the_tests_transaction() -> Iterator[None]:
    """Keep each request from giving up the connection in which the test wrote its rows."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


# What anybody may ask.
OPEN = ("/api/answer", "/api/promise")
schema = schemathesis.openapi.from_wsgi("/api/openapi.json", application)


@pytest.mark.django_db
@schema.parametrize()
@settings(
    max_examples=80,
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
)
def test_the_api_keeps_what_its_document_promises(
    case: schemathesis.Case[Any], token_of_hana: str
) -> None:
    # Inside this process nobody unpacks what the server compresses.
    headers = {"Accept-Encoding": "identity"}
    if case.operation.path in OPEN:
        case.call_and_validate(headers=headers)
        return
    headers["Authorization"] = f"Bearer {token_of_hana}"
    # What was wrong with a request is mended where it was the token: then it may be accepted.
    mended: list[schemathesis.CheckFunction] = (
        [negative_data_rejection] if _headers_are_wrong(case) else []
    )
    case.call_and_validate(headers=headers, excluded_checks=mended)


def _headers_are_wrong(case: schemathesis.Case[Any]) -> bool:
    header = case.meta.components.get(ParameterLocation.HEADER) if case.meta else None
    return header is not None and header.mode.is_negative


def test_the_document_is_openapi_3_1_and_describes_every_error() -> None:
    document = json.loads(Client().get("/api/openapi.json").content)

    assert document["openapi"].startswith("3.1")
    for path in OPEN:
        declared = set(document["paths"][path]["post"]["responses"])
        assert declared == {"200", "400", "409", "413", "415", "422", "429"}


def test_the_documentation_page_asks_no_other_host() -> None:
    page = Client().get("/api/docs").content.decode()

    assert "swagger-ui-bundle.js" in page
    assert "https://" not in page
    assert "http://" not in page
