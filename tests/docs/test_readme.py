"""What the README shows works, and what it points at is there."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
READMES = {
    name: (ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "README.ja.md")
}


@pytest.mark.parametrize("name", READMES)
def test_every_file_it_points_at_is_there(name: str) -> None:
    targets = re.findall(r'\]\((?!http)([^)#]+)\)|src="([^"]+)"', READMES[name])

    missing = [path for pair in targets for path in pair if path and not (ROOT / path).exists()]

    assert len(targets) > 5
    assert missing == []


@pytest.mark.parametrize("name", READMES)
def test_every_command_it_shows_ends_well(name: str, variables: dict[str, str]) -> None:
    joined = READMES[name].replace("\\\n", " ")
    calls = [shlex.split(line) for line in re.findall(r"^ +\$ \./yokame (.+)$", joined, re.M)]

    codes = [
        subprocess.run(
            [sys.executable, "-m", "yokame.cli", *call],
            env=variables,
            capture_output=True,
            check=False,
        ).returncode
        for call in calls
    ]

    assert codes == [0, 0]


def test_the_library_example_prints_an_answer(variables: dict[str, str]) -> None:
    blocks = re.findall(r"```python\n(.*?)```", READMES["README.md"], re.DOTALL)

    printed = subprocess.run(
        [sys.executable, "-c", *blocks], env=variables, capture_output=True, text=True, check=True
    ).stdout

    assert printed.startswith("Passed(prob=0.4")
    assert printed.strip().endswith("check")


def test_the_rooms_it_draws_are_the_rooms_there_are() -> None:
    drawn = re.findall(r"^    ((?:\w+ · )*\w+) {2,}\w", READMES["README.md"], re.M)

    rooms = {path.parent.name for path in (ROOT / "src" / "yokame").glob("*/__init__.py")}

    assert {room for line in drawn for room in line.split(" · ")} == rooms
