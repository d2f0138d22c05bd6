"""The pages of files, on Monday 23 November 2026."""

from datetime import UTC, date, datetime

import pytest

from tests.web.applications.owner import Owner
from yokame.accounts.actions import ensure_local_person
from yokame.web.exchange import bringing, giving

TODAY = date(2026, 11, 23)


@pytest.fixture
def owner(db: None, monkeypatch: pytest.MonkeyPatch) -> Owner:  # noqa: ARG001
    """The person of this machine, with a browser that runs no script."""
    noon = datetime(2026, 11, 23, 3, tzinfo=UTC)
    monkeypatch.setattr("yokame.web.ledger.timezone.now", lambda: noon)
    for module in (bringing, giving):
        monkeypatch.setattr(module, "today_in_japan", lambda: TODAY)
    return Owner(ensure_local_person())
