"""Calls of the command line inside the test, as on 20 November 2026."""

import json
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest

from yokame.cli.entrance import run

FRIDAY = date(2026, 11, 20)
FINAL = ("answer", "--stage", "final", "--held", "2026-11-13")


@dataclass(frozen=True)
class Called:
    """What a call printed, and how it ended."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self.out)
        return found


class Caller:
    """Runs calls and collects what each printed."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self.capsys = capsys

    def __call__(self, *args: str) -> Called:
        code = run(list(args), today=FRIDAY)
        out, err = self.capsys.readouterr()
        return Called(code, out, err)
