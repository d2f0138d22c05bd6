"""The verbs of one's own data, called as a person calls them: in a process of their own."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Verb = Callable[..., subprocess.CompletedProcess[bytes]]


@pytest.fixture
def yokame(variables: dict[str, str]) -> Verb:
    """Calls the command line."""

    def call(*arguments: str, **further: str) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [sys.executable, "-P", "-m", "yokame.cli", *arguments],
            env={**variables, **further},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=120,
            check=False,
        )

    return call


@pytest.fixture
def sheet(tmp_path: Path) -> str:
    """A student's own table, 40 rows of demo data."""
    from tests.sheets.demo import student_sheet

    file = tmp_path / "就活.csv"
    file.write_bytes(student_sheet())
    return str(file)
