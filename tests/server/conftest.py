"""yokame opened for real, in processes of its own."""

import re
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.server.opened import Open, Opened


@pytest.fixture
def open_yokame(tmp_path: Path, variables: dict[str, str]) -> Iterator[Open]:
    """Opens yokame with further variables, waits for its address, and ends it after the test."""
    opened: list[Opened] = []

    def open_one(**further: str) -> Opened:
        output = tmp_path / f"output-{len(opened)}"
        settings = {"DJANGO_SETTINGS_MODULE": "tests.server.pages_settings"}
        with output.open("wb") as written:
            process = subprocess.Popen(
                [sys.executable, "-P", "-m", "yokame.server"],
                env={**variables, **settings, **further},
                stdin=subprocess.DEVNULL,
                stdout=written,
                stderr=subprocess.STDOUT,
            )
        opened.append(Opened(_address(process, output), process, output))
        return opened[-1]

    yield open_one
    for each in opened:
        if each.process.poll() is None:
            each.end()


def _address(process: subprocess.Popen[bytes], output: Path) -> str:
    """The address it prints when it is open."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and process.poll() is None:
        if found := re.search(r"http://\S+", output.read_text()):
            return found[0]
        time.sleep(0.02)
    raise AssertionError(f"yokame did not open: {output.read_text()}")
