"""The files of words: whole, in both languages, and every place in them can be filled."""

import string
import tomllib
from itertools import product
from pathlib import Path

import pytest

from tests.letters.requests import request
from yokame import letters
from yokame.letters import Situation
from yokame.letters.facts import facts_of
from yokame.letters.texts import Part, Script, script_of
from yokame.reports import Language

TEXTS = Path(letters.__file__).parent / "texts"
SCRIPTS = list(product(Situation, Language))
# Filled in for every letter, so that a part need not ask for them.
ALWAYS = {"name", "tag", "employer", "you", "way", "offer", "about"}


def parts_of(script: Script) -> list[Part]:
    return [*script.subject, *script.about, *(part for way in script.body.values() for part in way)]


def places(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


def test_every_situation_has_a_file_in_each_language_and_no_file_has_none() -> None:
    wanted = {f"{situation}.toml" for situation in Situation} | {"shared.toml"}

    for language in Language:
        assert {file.name for file in (TEXTS / language).iterdir()} == wanted


@pytest.mark.parametrize(("situation", "language"), SCRIPTS)
def test_every_place_in_a_text_is_a_fact(situation: Situation, language: Language) -> None:
    known = set(facts_of(request(situation, language=language))) | {"about"}

    for part in parts_of(script_of(situation, language)):
        asked = {*part.needs, *part.lacks}
        reasons = {str(reason) for reason in letters.Reason}
        assert asked <= known | reasons
        assert all(places(sentence) <= known for sentence in part.say)


@pytest.mark.parametrize(("situation", "language"), SCRIPTS)
def test_wordings_of_one_part_say_the_same_facts_or_none_that_may_be_missing(
    situation: Situation, language: Language
) -> None:
    needed = {
        name for fact in letters.situations.needed_facts(situation) for name in fact.split("|")
    }
    given = {*ALWAYS, *needed, "stage", "when", "document_names"}
    if "held" in needed:
        given |= {"round", "round_there"}

    for part in parts_of(script_of(situation, language)):
        # Slots are told in a list or in a sentence.
        sure = given | set(part.needs) | ({"slot_names"} if "slots" in part.needs else set())
        for sentence in part.say:
            assert places(sentence) <= sure, sentence


@pytest.mark.parametrize("language", Language)
def test_no_wording_stands_twice_in_a_part(language: Language) -> None:
    for situation in Situation:
        for part in parts_of(script_of(situation, language)):
            assert len(set(part.say)) == len(part.say)


def test_the_reasons_of_findings_are_whole_in_both_languages() -> None:
    ja, en = (
        tomllib.loads((TEXTS / "findings" / f"{language}.toml").read_text("utf-8"))
        for language in Language
    )

    assert _shape(ja) == _shape(en)


def _shape(table: dict[str, object]) -> dict[str, object]:
    """Keys and placeholders."""
    return {
        key: _shape(value) if isinstance(value, dict) else places(str(value))
        for key, value in table.items()
    }
