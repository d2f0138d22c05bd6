"""A season on Friday 20 November 2026 at noon, on one's own machine."""

from datetime import UTC, date, datetime

import pytest

from tests.web.applications.owner import Owner
from yokame.accounts.actions import ensure_local_person

TODAY = date(2026, 11, 20)
NOON = datetime(2026, 11, 20, 3, tzinfo=UTC)


@pytest.fixture
def owner(db: None, monkeypatch: pytest.MonkeyPatch) -> Owner:  # noqa: ARG001
    """The person of this machine."""
    monkeypatch.setattr("yokame.web.ledger.timezone.now", lambda: NOON)
    return Owner(ensure_local_person())
