"""Hana's season on Friday 20 November 2026, and a browser of hers that runs no script."""

from datetime import UTC, date, datetime

import pytest

from tests.web.applications.owner import Owner
from yokame.accounts.actions import ensure_local_person
from yokame.accounts.queries import Person
from yokame.web import ledger

TODAY = date(2026, 11, 20)
NOON = datetime(2026, 11, 20, 3, tzinfo=UTC)


@pytest.fixture
def hana(db: None) -> Person:  # noqa: ARG001
    """The person of this machine."""
    return ensure_local_person()


@pytest.fixture
def owner(hana: Person, monkeypatch: pytest.MonkeyPatch) -> Owner:
    """Hana, at noon."""
    monkeypatch.setattr(ledger.timezone, "now", lambda: NOON)
    return Owner(hana)
