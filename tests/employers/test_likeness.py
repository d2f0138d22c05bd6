"""Suggestions: what they find, what they leave alone, how often they are right."""

from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.employers.pairs import measured
from yokame.employers import Kinship, Reason, suggestions
from yokame.employers.parts import words

NAMES = st.text() | st.lists(
    st.sampled_from(
        [*words(), "ソニー", "そにー", "sony", "三菱", "UFJ", "（", "）", "旧", " ", "㈱"]
    ),
    max_size=5,
).map("".join)


@pytest.mark.parametrize(
    ("name", "known", "reason"),
    [
        ("そにー", "ソニー", Reason.READING),
        ("ヴァリューズ", "バリューズ", Reason.READING),
        ("Toyota Motor Corporation", "トヨタ自動車", Reason.ENGLISH),
        ("日本銀行", "Bank of Japan", Reason.ENGLISH),
        ("ヤフー", "LINEヤフー（旧ヤフー）", Reason.ALIAS),
        ("日立", "日立製作所", Reason.SHORTER),
        ("日本マイクロソフト", "マイクロソフト", Reason.SHORTER),
        ("野村総合研究所", "野村総研", Reason.SYNONYM),
        ("サイバーエージェト", "株式会社サイバーエージェント", Reason.SLIP),
        ("リクルート", "リクルートホールディングス", Reason.HOLDING),
        ("楽天銀行", "楽天証券", Reason.SHARED_NAME),
    ],
)
def test_each_reason_is_named(name: str, known: str, reason: Reason) -> None:
    assert [(one.name, one.reason) for one in suggestions(name, [known])] == [(known, reason)]
    assert [(one.name, one.reason) for one in suggestions(known, [name])] == [(name, reason)]


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("日本電気", "日本電産"),
        ("日本電気", "日本電気硝子"),
        ("東京ガス", "東京電力"),
        ("第一生命", "第一三共"),
        ("大塚製薬", "大塚商会"),
        ("京王電鉄", "京成電鉄"),
        ("西日本旅客鉄道", "東日本旅客鉄道"),
        ("大塚ホールディングス", "ヤマトホールディングス"),
    ],
)
def test_a_word_that_many_firms_bear_makes_neither_one_firm_nor_a_group(
    name: str, known: str
) -> None:
    assert suggestions(name, [known]) == []


def test_the_same_firm_comes_before_its_group_and_the_surest_first() -> None:
    known = ["ソニー生命", "Sony", "三菱商事", "そにー", "ソニーグループ"]

    found = suggestions("ソニー", known)

    assert [one.name for one in found] == ["Sony", "そにー", "ソニーグループ", "ソニー生命"]
    assert [one.reason.kinship for one in found][1:3] == [Kinship.SAME, Kinship.GROUP]


def test_what_has_the_same_key_needs_no_suggestion() -> None:
    assert suggestions("トヨタ自動車（総合職）", ["㈱トヨタ自動車", "トヨタ自動車"]) == []


def test_a_known_name_is_suggested_once() -> None:
    assert len(suggestions("楽天銀行", ["楽天証券", "楽天証券"])) == 1


@given(NAMES, NAMES)
def test_likeness_goes_both_ways_whatever_is_typed(name: str, other: str) -> None:
    there, back = suggestions(name, [other]), suggestions(other, [name])

    assert [(one.reason, one.score) for one in there] == [(one.reason, one.score) for one in back]
    assert all(0 < one.score <= 1 for one in there)


def test_pairs_that_nothing_was_tuned_on_are_told_apart() -> None:
    """Measured: key 1.00/1.00, same 0.85/1.00, group 0.94/0.94; room for two pairs less each."""
    right = measured("pairs_held_out.tsv")

    assert right["key"] == (1.0, 1.0)
    assert right["same"][0] >= 0.80
    assert right["same"][1] >= 0.95
    assert right["group"][0] >= 0.88
    assert right["group"][1] >= 0.88


def test_every_word_of_the_table_stands_there_once_as_it_is_compared() -> None:
    """Folding makes no two rows one, or the later would hide the earlier."""
    rows = (files("yokame.employers") / "words.tsv").read_text("utf-8").splitlines()

    assert len(words()) == len(rows) - 1
