import os
import sys

import pytest

from tests.cli.calls import Caller
from yokame.cli import claim


def test_it_becomes_the_servers_program(yokame: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    became: list[list[str]] = []
    monkeypatch.setattr(claim, "find_spec", lambda name: name)
    monkeypatch.setattr(os, "execv", lambda _program, args: became.append(args))

    assert yokame("claim", "hana@example.ac.jp").code == 0

    program = [sys.executable, "-P", "-m", "yokame.server"]
    assert became == [[*program, "claim", "hana@example.ac.jp"]]


def test_it_needs_an_address(yokame: Caller) -> None:
    called = yokame("claim")

    assert called.code == 2
    assert called.err


def test_without_the_web_part_it_says_how_to_get_it(
    yokame: Caller, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(claim, "find_spec", lambda _name: None)

    assert yokame("claim", "hana@example.ac.jp").code == 1
