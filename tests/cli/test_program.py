"""The program as a shell runs it: its exit codes, its streams, its speed of loading."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "src"
PROGRAM = [sys.executable, "-m", "yokame.cli"]
ANSWER = [*PROGRAM, "answer", "--stage", "final", "--held", "2026-11-13", "--today", "2026-11-20"]


def call(args: list[str], **env: str) -> subprocess.CompletedProcess[bytes]:
    surroundings = {**os.environ, "PYTHONPATH": str(SOURCE), **env}
    return subprocess.run(args, env=surroundings, capture_output=True, check=False, timeout=60)


def shell(script: str, **env: str) -> subprocess.CompletedProcess[bytes]:
    return call(["bash", "-c", script, "bash", *ANSWER], **env)


def test_version_is_told() -> None:
    from yokame import __version__

    assert call([*PROGRAM, "--version"]).stdout.decode().strip() == f"yokame {__version__}"


def test_wrong_input_ends_with_two() -> None:
    called = call([*ANSWER, "--size", "none"])

    assert (called.returncode, called.stdout) == (2, b"")
    assert b"Traceback" not in called.stderr


@pytest.mark.parametrize(
    "env",
    [
        {"LC_ALL": "C"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "latin-1"},
    ],
    ids=str,
)
def test_japanese_gets_in_and_out_whatever_the_locale(env: dict[str, str]) -> None:
    called = call([*ANSWER, "--employer", "花丸商事"], **env)

    assert called.returncode == 0
    assert "「花丸商事」の体験記はまだない" in called.stdout.decode()


def test_an_encoding_of_japan_is_kept() -> None:
    called = call(ANSWER, PYTHONIOENCODING="cp932")

    assert "今日すること" in called.stdout.decode("cp932")


def test_json_is_json_in_any_encoding() -> None:
    called = call([*ANSWER, "--json"], PYTHONIOENCODING="euc-jp")

    assert json.loads(called.stdout.decode("euc-jp"))["advice"]["action"]


def test_no_input_and_no_error_stream_are_needed() -> None:
    assert shell('"$@" --json <&- 2>&-').returncode == 0


def test_a_reader_that_goes_away_is_no_error_worth_words() -> None:
    called = shell('"$@" --json | true; exit ${PIPESTATUS[0]}', PYTHONUNBUFFERED="1")

    assert (called.returncode, called.stderr) == (141, b"")


@pytest.mark.parametrize("target", [">&-", "> /dev/full"])
def test_output_that_cannot_be_written_is_told_in_one_line(target: str) -> None:
    called = shell(f'"$@" --json {target}')

    assert called.returncode == 1
    assert len(called.stderr.decode().splitlines()) == 1


def test_colour_comes_only_to_a_terminal_and_only_without_no_color() -> None:
    to_terminal = ["script", "-qec", " ".join(ANSWER), "/dev/null"]

    assert b"\x1b[" in call(to_terminal, TERM="xterm", NO_COLOR="").stdout
    assert b"\x1b[" not in call(to_terminal, TERM="xterm", NO_COLOR="1").stdout


@pytest.mark.parametrize("args", [["--help"], ["answer", "--help"], ["--version"], ["answer"]])
def test_help_and_mistakes_load_neither_numpy_nor_a_web_framework(args: list[str]) -> None:
    called = call([sys.executable, "-X", "importtime", "-m", "yokame.cli", *args])

    loaded = {line.rpartition("|")[2].strip() for line in called.stderr.decode().splitlines()}
    assert "yokame.cli.commands" in loaded
    assert not loaded & {"numpy", "django", "yokame.forecast", "yokame.wording"}


def test_an_answer_loads_no_web_framework_and_no_scipy() -> None:
    called = call([sys.executable, "-X", "importtime", "-m", "yokame.cli", *ANSWER[3:]])

    loaded = {line.rpartition("|")[2].strip() for line in called.stderr.decode().splitlines()}
    assert "numpy" in loaded
    assert not loaded & {"django", "scipy", "pandas", "rich"}
