"""The API on Friday 20 November 2026."""

from datetime import date

import pytest

from tests.api.program import Program
from yokame.accounts import actions
from yokame.accounts.queries import Person
from yokame.accounts.tokens import Scope
from yokame.api import operations


@pytest.fixture
def program(monkeypatch: pytest.MonkeyPatch) -> Program:
    """A program that calls the API."""
    monkeypatch.setattr(operations, "today_in_japan", lambda: date(2026, 11, 20))
    return Program()


@pytest.fixture
def token_of_hana(hana: Person) -> str:
    """A token by which a program reads and writes what is Hana's."""
    _token, secret = actions.make_token(hana, name="n", scope=Scope.WRITE, today=date(2026, 11, 20))
    return secret
