"""docs/letters.md: its example runs, and its tables are the ones in the code."""

import re
import tomllib
from pathlib import Path

from yokame import letters
from yokame.letters import Medium, Situation, is_used
from yokame.letters.checking.finding import Finding

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "letters.md").read_text("utf-8")
COLUMNS = (Medium.MAIL, Medium.MY_PAGE, Medium.PHONE, Medium.AGENT)


def test_the_example_runs() -> None:
    (example,) = re.findall(r"```python\n(.+?)```", PAGE, re.DOTALL)
    names: dict[str, object] = {}

    exec(example, names)  # the page's own code

    assert isinstance(names["letter"], letters.Letter)
    assert names["findings"] == []


def test_every_situation_is_told_with_its_ways() -> None:
    rows = re.findall(r"^\| `(\w+)`[^|]*\|[^|]*\|(.+)\|$", PAGE, re.MULTILINE)

    told = {
        name: [way for way, mark in zip(COLUMNS, cells.split("|"), strict=True) if mark.strip()]
        for name, cells in rows
        if cells.count("|") == len(COLUMNS) - 1
    }
    assert told == {
        str(situation): [way for way in COLUMNS if is_used(situation, way)]
        for situation in Situation
    }


def test_every_rule_of_the_check_is_told_and_none_that_is_not_there() -> None:
    table = PAGE.split("| rule | finds |")[1].split("\n\n")[0]
    told = {
        rule
        for row in table.splitlines()
        for rule in re.findall(r"`(\w+)`", row.split("|")[1] if row.startswith("|") else "")
    }

    reasons = Path(letters.__file__).parent / "texts" / "findings" / "en.toml"
    assert told == set(tomllib.loads(reasons.read_text("utf-8"))) - {"shared"}
    assert Finding.__dataclass_fields__.keys() == {"rule", "line", "text", "why", "mend"}
