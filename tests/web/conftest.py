"""The page on a day that never changes: Friday 20 November 2026, when a promised week ends."""

from datetime import date

import pytest

from tests.web.visitor import Visitor
from yokame.web import views

TODAY = date(2026, 11, 20)


@pytest.fixture
def visitor(db: None, monkeypatch: pytest.MonkeyPatch) -> Visitor:  # noqa: ARG001
    """Someone with a browser that runs no script."""
    monkeypatch.setattr(views, "today_in_japan", lambda: TODAY)
    return Visitor()
