"""docs/cli.md and docs/glossary.md match the program."""

import re
import shlex
from pathlib import Path

import pytest

from tests.cli.calls import FRIDAY, Caller
from yokame.cli.commands import Session, command_line
from yokame.wording import Language
from yokame.wording.sentences import all_texts

DOCS = Path(__file__).parents[2] / "docs"
PAGE = (DOCS / "cli.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^\$ yokame (.+)$", PAGE, flags=re.MULTILINE)
SHOWN = ("track", "stage", "outcome", "policy", "channel", "contact_by", "rule", "state")
ALSO_SHOWN = ("action", "evidence_source", "grade", "signal")


@pytest.fixture
def beside_the_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The files that the examples of `yokame letter` name: the page's own facts, and a draft."""
    (facts,) = re.findall(r'^\{"name".+\}$', PAGE, flags=re.MULTILINE)
    (tmp_path / "me.json").write_text(facts, encoding="utf-8")
    (tmp_path / "draft.txt").write_text("東都大学の山田花子です。", encoding="utf-8")
    monkeypatch.chdir(tmp_path)


@pytest.mark.usefixtures("beside_the_files")
@pytest.mark.parametrize("example", EXAMPLES)
def test_every_example_of_the_page_runs(yokame: Caller, example: str) -> None:
    called = yokame(*shlex.split(example))

    assert (called.code, called.err) == (0, "")


def test_the_page_has_examples_of_every_verb_that_answers() -> None:
    assert {example.split()[0] for example in EXAMPLES} == {"answer", "promise", "letter"}


@pytest.mark.parametrize("verb", command_line(Session("en", FRIDAY)).commands)
def test_the_page_names_every_verb_and_option(verb: str) -> None:
    command = command_line(Session("en", FRIDAY)).commands[verb]
    options = [option for param in command.params for option in param.opts if option[0] == "-"]

    assert f"`yokame {verb}" in PAGE
    assert [option for option in options if f"`{option}" not in PAGE] == []


def test_the_glossary_shows_every_label_as_the_screen_has_it() -> None:
    ja, en = all_texts(Language.JA), all_texts(Language.EN)
    glossary = (DOCS / "glossary.md").read_text(encoding="utf-8")

    keys = [key for key in ja if key.partition(".")[0] in (*SHOWN, *ALSO_SHOWN)]
    rows = [f"| `{key.rpartition('.')[2]}` | {ja[key]} | {en[key]} |" for key in keys]
    assert keys
    assert [row for row in rows if row not in glossary] == []
