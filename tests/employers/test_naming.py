"""Spellings of one firm share a key; the course typed along is no part of the name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.employers.pairs import pairs_of
from yokame.employers import key_of, read_name
from yokame.employers.naming import LONGEST_KEY

PAIRS = [*pairs_of("pairs_to_tune.tsv"), *pairs_of("pairs_held_out.tsv")]


@pytest.mark.parametrize(
    ("one", "other"), [(pair.one, pair.other) for pair in PAIRS if pair.relation == "key"]
)
def test_spellings_of_surely_one_firm_share_a_key(one: str, other: str) -> None:
    assert key_of(one) == key_of(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [(pair.one, pair.other) for pair in PAIRS if pair.relation in ("group", "different")],
)
def test_two_firms_never_share_a_key(one: str, other: str) -> None:
    assert key_of(one) != key_of(other)


@pytest.mark.parametrize(
    ("typed", "firm", "course"),
    [
        ("トヨタ自動車株式会社（総合職）", "トヨタ自動車株式会社", "総合職"),
        ("【27卒】三菱商事", "三菱商事", "27卒"),
        ("伊藤忠商事 27卒 本選考", "伊藤忠商事", "27卒 本選考"),
        ("資生堂/研究職", "資生堂", "研究職"),
        ("ソニー 夏インターン 2days", "ソニー", "夏インターン 2days"),
        ("サントリー②", "サントリー", "②"),
        ("トヨタ自動車(2)", "トヨタ自動車", "(2)"),
        ("トヨタ自動車株式会社元町工場", "トヨタ自動車株式会社", "元町工場"),
        ("エン・ジャパン 新卒採用ページ", "エン・ジャパン", "新卒採用ページ"),
    ],
)
def test_the_course_typed_along_is_split_off(typed: str, firm: str, course: str) -> None:
    name = read_name(typed)

    assert (name.firm, name.course) == (firm, course)


@pytest.mark.parametrize(
    "firm",
    [
        "三菱 UFJ 銀行",
        "国立 がん研究センター",
        "理化学 研究所",
        "レベル 5",
        "株式会社エンジニア",
        "株式会社インターン",
        "リクルートキャリア",
        "セブンイレブン 新宿店",
        "総合職",
        "LINEヤフー（旧ヤフー）",
    ],
)
def test_a_name_that_only_looks_like_a_course_stays_whole(firm: str) -> None:
    assert read_name(firm).course == ""


@pytest.mark.parametrize("nothing_but_a_form", ["株式会社", "㈱", "★", "（）", "Co., Ltd."])
def test_what_holds_no_name_still_has_a_key(nothing_but_a_form: str) -> None:
    assert key_of(nothing_but_a_form)


@given(st.text(max_size=30))
def test_any_text_has_a_key_unless_it_is_blank(text: str) -> None:
    assert bool(key_of(text)) is bool(text.strip())


@given(st.text("青空山田商事ソニーぁABcde1-・ ー", min_size=1, max_size=12))
def test_a_legal_form_on_either_side_changes_no_key(name: str) -> None:
    key = key_of(f"株式会社{name}あ")

    assert key == key_of(f"{name}あ㈱") == key_of(f"（株）{name}あ") == key_of(f"{name}あ")


def test_a_key_has_an_end_even_where_each_character_stands_for_many() -> None:
    assert len(key_of("\N{ARABIC LIGATURE SALLALLAHOU ALAYHE WASALLAM}" * 200)) == LONGEST_KEY
