"""`yokame up` becomes the server, or says what is missing."""

import os
import sys

import pytest

from tests.cli.calls import Caller
from yokame.cli import up


def test_it_becomes_the_server(yokame: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    became: list[list[str]] = []
    monkeypatch.setattr(up, "find_spec", lambda name: name)
    monkeypatch.setattr(os, "execv", lambda _program, args: became.append(args))

    called = yokame("up")

    assert called.code == 0
    assert became == [[sys.executable, "-P", "-m", "yokame.server"]]


def test_without_the_web_part_it_says_how_to_get_it(
    yokame: Caller, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(up, "find_spec", lambda _name: None)

    called = yokame("up", "--lang", "en")

    assert called.code == 1
    assert "pip install 'yokame[web]'" in called.err
    assert len(called.err.splitlines()) == 1
