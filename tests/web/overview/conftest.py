"""Hana's season on Tuesday 24 November 2026, in the morning, and a browser without scripts."""

import pytest

from tests.journeys.season import NOW, keep_season
from tests.web.applications.owner import Owner
from yokame.accounts.actions import ensure_local_person
from yokame.accounts.queries import Person


@pytest.fixture
def hana(db: None) -> Person:  # noqa: ARG001
    """The person of this machine."""
    return ensure_local_person()


@pytest.fixture
def newcomer(hana: Person, monkeypatch: pytest.MonkeyPatch) -> Owner:
    """Hana before she wrote anything down."""
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)
    return Owner(hana)


@pytest.fixture
def owner(newcomer: Owner) -> Owner:
    """Hana in the middle of her season."""
    keep_season(newcomer.person)
    return newcomer
