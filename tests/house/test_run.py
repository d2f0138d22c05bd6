"""`./yokame test` itself: what it installs, and what it says when it leaves something out."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests import run

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def without_chromium(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A PATH that has an apt-get which only writes down how it was called, and no browser."""
    folder = tmp_path / "bin"
    folder.mkdir()
    (folder / "apt-get").write_text(f'#!/bin/sh\necho "$@" >> "{tmp_path}/calls"\n')
    (folder / "sudo").write_text('#!/bin/sh\nshift\nexec "$@"\n')
    for tool in ("apt-get", "sudo"):
        (folder / tool).chmod(0o755)
    monkeypatch.setenv("PATH", str(folder))
    return tmp_path


def test_what_is_missing_is_installed_without_questions(without_chromium: Path) -> None:
    run.install_packages(["chromium"])

    calls = (without_chromium / "calls").read_text().splitlines()
    assert calls == ["update -qq", "install -y -qq --no-install-recommends chromium"]


def test_only_what_is_missing_is_named(without_chromium: Path) -> None:
    assert "chromium" in run.missing_packages()
    (without_chromium / "bin" / "chromium").symlink_to("/bin/sh")
    assert "chromium" not in run.missing_packages()


@pytest.mark.slow
def test_browser_tests_that_cannot_run_are_named_with_the_line_that_helps(
    without_chromium: Path,
) -> None:
    file = "tests/server/test_form_in_browser.py"

    done = subprocess.run(
        [sys.executable, "-P", "-m", "pytest", file, "tests/server/test_logs.py"],
        cwd=ROOT,
        env={**os.environ, "PATH": str(without_chromium / "bin")},
        capture_output=True,
        text=True,
        check=False,
    )

    assert shutil.which("chromium") is None
    assert done.returncode == 0
    assert f"{file}::test_a_form_can_be_sent" in done.stdout
    assert "apt-get install -y chromium fonts-noto-cjk" in done.stdout
    assert " passed, 1 deselected" in done.stdout.splitlines()[-1]
