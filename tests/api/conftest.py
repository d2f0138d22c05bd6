"""The API on Friday 20 November 2026."""

from datetime import date

import pytest

from tests.api.program import Program
from yokame.api import operations


@pytest.fixture
def program(monkeypatch: pytest.MonkeyPatch) -> Program:
    """A program that calls the API."""
    monkeypatch.setattr(operations, "today_in_japan", lambda: date(2026, 11, 20))
    return Program()
