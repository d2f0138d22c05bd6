import re

import pytest
from django.test import Client

from tests.web.visitor import WEEK_SAID

pytestmark = pytest.mark.django_db  # whoever keeps a ledger is sent on to their day
# The mark of the page's issue is 60 kB; this is what it has, and a little air.
FIRST_VISIT_BYTES = 35_000


def weigh(path: str, query: dict[str, str]) -> int:
    """Bytes of a page and of all it asks for, compressed as served."""
    browser = Client(headers={"Accept-Encoding": "gzip"})
    page = Client().get(path, query).content.decode()
    parts = re.findall(r'<(?:script src|link rel="(?:icon|stylesheet)"[^>]* href)="([^"]+)"', page)
    responses = [browser.get(path, query), *(browser.get(part) for part in parts)]
    assert len(parts) == 4
    assert {response.status_code for response in responses} == {200}
    return sum(len(b"".join(response)) for response in responses)


@pytest.mark.parametrize("query", [{}, WEEK_SAID], ids=["empty", "answer"])
def test_a_first_visit_is_light(query: dict[str, str]) -> None:
    assert weigh("/", query) <= FIRST_VISIT_BYTES
