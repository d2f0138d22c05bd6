import re
from pathlib import Path

from yokame.server.environment import VARIABLES
from yokame.server.up import Exit

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "settings.md").read_text()


def test_every_setting_is_told_and_none_that_is_not_there() -> None:
    told = re.findall(r"^\| `(YOKAME_\w+)`", PAGE, re.MULTILINE)

    assert sorted(told) == sorted(VARIABLES)


def test_only_the_server_reads_settings_and_only_the_terminal_its_own_variables() -> None:
    reader = re.compile(r"environ|getenv")
    package = ROOT / "src" / "yokame"

    readers = {
        file.relative_to(package).parts[0]
        for file in package.rglob("*.py")
        if reader.search(file.read_text())
    }

    assert readers <= {"server", "cli"}  # cli: NO_COLOR, which belongs to every terminal


def test_every_exit_code_is_told() -> None:
    told = {int(code) for code in re.findall(r"^\| (\d+) \|", PAGE, re.MULTILINE)}

    assert {code.value for code in Exit} < told


def test_every_habit_of_the_makefile_is_there() -> None:
    makefile = (ROOT / "Makefile").read_text()
    habits = re.search(r"^\.PHONY: (.+)$", makefile, re.MULTILINE)

    assert habits is not None
    for habit in habits[1].split():
        assert re.search(rf"^{habit}:", makefile, re.MULTILINE)
