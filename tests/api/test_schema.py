"""The API, judged by its own document."""

import json
from typing import Any

import pytest
import schemathesis
from django.test import Client
from hypothesis import HealthCheck, settings

from yokame.server.wsgi import application

schema = schemathesis.openapi.from_wsgi("/api/openapi.json", application)


# Each request of a real server looks after the connection, though none is used.
@pytest.mark.django_db
@schema.parametrize()
@settings(
    max_examples=80,
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
)
def test_the_api_keeps_what_its_document_promises(case: schemathesis.Case[Any]) -> None:
    # Inside this process nobody unpacks what the server compresses.
    case.call_and_validate(headers={"Accept-Encoding": "identity"})


def test_the_document_is_openapi_3_1_and_describes_every_error() -> None:
    document = json.loads(Client().get("/api/openapi.json").content)

    assert document["openapi"].startswith("3.1")
    for path in ("/api/answer", "/api/promise"):
        declared = set(document["paths"][path]["post"]["responses"])
        assert declared == {"200", "400", "409", "413", "415", "422", "429"}


def test_the_documentation_page_asks_no_other_host() -> None:
    page = Client().get("/api/docs").content.decode()

    assert "swagger-ui-bundle.js" in page
    assert "https://" not in page
    assert "http://" not in page
