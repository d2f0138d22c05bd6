"""Families of spellings."""

from yokame.learning.spellings import Families

NAMES = {
    "university of michigan": 9,
    "ohio state university": 5,
    "universtiy of michigan": 1,
    "oxford": 1,
}


def test_a_misspelling_joins_the_common_name() -> None:
    families = Families.learn(NAMES, similar_enough=0.6)

    assert families.of(["universtiy of michigan"]) == ["university of michigan"]
    assert families.of(["ohio state university", "oxford"]) == ["ohio state university", "oxford"]


def test_a_new_spelling_finds_its_family_and_a_new_name_none() -> None:
    families = Families.learn(NAMES, similar_enough=0.6)

    found = families.of(["ohio state universty", "zzz", "university of michigan"])

    assert found == ["ohio state university", None, "university of michigan"]
