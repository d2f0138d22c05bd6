"""Hana on Tuesday 24 November 2026, day eight of a promised week, with a browser without script."""

from datetime import UTC, datetime

import pytest

from tests.web.applications.owner import Owner
from yokame.accounts import actions
from yokame.accounts.actions import ensure_local_person
from yokame.accounts.queries import Person

DAY_EIGHT = datetime(2026, 11, 24, 2, 30, tzinfo=UTC)  # 11:30 in Japan


@pytest.fixture
def hana(db: None) -> Person:  # noqa: ARG001
    """The person of this machine, whose letters know who writes them."""
    person = ensure_local_person()
    actions.change_settings(
        person,
        name="山田 花子",
        university="東都大学",
        faculty="経済学部",
        year="4年",
        phone="090-1234-5678",
        reply_mail="hanako@example.jp",
    )
    return person


@pytest.fixture
def owner(hana: Person, monkeypatch: pytest.MonkeyPatch) -> Owner:
    """Hana, in the forenoon of day eight."""
    monkeypatch.setattr("yokame.web.ledger.timezone.now", lambda: DAY_EIGHT)
    return Owner(hana)
