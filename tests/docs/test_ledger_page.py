import re
from pathlib import Path

from yokame.tracker.application import State
from yokame.tracker.payloads import KINDS

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "ledger.md").read_text()


def _rows_of(heading: str) -> list[str]:
    section = PAGE.split(f"\n## {heading}\n")[1].split("\n## ")[0]
    cells = re.findall(r"^\| (`[^|]+) \|", section, re.MULTILINE)
    return sorted(name for cell in cells for name in re.findall(r"`(\w+)`", cell))


def test_every_kind_of_event_is_told() -> None:
    assert _rows_of("An event") == sorted(KINDS)


def test_every_state_is_told() -> None:
    assert _rows_of("Where an application stands") == sorted(State)


def test_every_module_of_the_ledger_is_told() -> None:
    told = re.findall(r"`(\w+)`", PAGE.split("| --- | --- |")[1].split("\n## ")[0])
    folder = ROOT / "src" / "yokame" / "tracker"
    of_every_app = {"__init__", "apps", "models", "labels", "errors"}

    assert {file.stem for file in folder.glob("*.py")} - of_every_app == set(told)
