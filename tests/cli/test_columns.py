"""Columns of a terminal, where a full-width character takes two."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yokame.cli.columns import padded, width, wrapped

texts = st.text(alphabet="あいア漢、。「」（）abc XYZ12,.()ー\u3099●█", max_size=60)


@pytest.mark.parametrize(
    ("text", "columns"), [("abc", 3), ("火曜", 4), ("ｶﾅ", 2), ("か\u3099", 2), ("●█〜", 4), ("", 0)]
)
def test_width_counts_full_width_characters_twice(text: str, columns: int) -> None:
    assert width(text) == columns


def test_padding_fills_up_on_either_side() -> None:
    assert padded("火", 4) == "火  "
    assert padded("火", 4, right=True) == "  火"
    assert padded("火曜日", 4) == "火曜日"


@given(texts, st.integers(20, 80))
def test_wrapping_loses_nothing_but_spaces(text: str, columns: int) -> None:
    lines = wrapped(text, columns)

    assert "".join("".join(lines).split()) == "".join(text.split())


@given(st.text(alphabet="あ漢字、。「」", max_size=80), st.integers(20, 80))
def test_no_japanese_line_begins_with_a_mark_that_ends_something(text: str, columns: int) -> None:
    for line in wrapped(text, columns)[1:]:
        assert line[0] not in "、。」"


@given(st.text(alphabet="あ漢字い", max_size=80), st.integers(20, 80))
def test_plain_japanese_fits_the_columns(text: str, columns: int) -> None:
    assert all(width(line) <= columns for line in wrapped(text, columns))


def test_english_breaks_between_words_and_a_date_keeps_its_weekday() -> None:
    assert wrapped("one two three", 8) == ["one two", "three"]
    assert wrapped("締切は11月24日(火)", 16) == ["締切は", "11月24日(火)"]
    assert wrapped("It ends on Fri 4 Dec 2026.", 20) == ["It ends on", "Fri 4 Dec 2026."]


@pytest.mark.parametrize(
    ("text", "columns", "lines"),
    [
        (
            "ここで問い合わせても失礼ではありません。",
            24,
            ["ここで問い合わせても", "失礼ではありません。"],
        ),
        ("会社からのご連絡を待ちます。", 14, ["会社からの", "ご連絡を", "待ちます。"]),
        ("約束の数え方です。", 12, ["約束の", "数え方です。"]),
        ("早ければ5営業日で届きます。", 14, ["早ければ", "5営業日で", "届きます。"]),
        ("出どころは --json で見られます。", 18, ["出どころは", "--json で", "見られます。"]),
        ("あ" * 22, 20, ["あ" * 10, "あ" * 10, "あ" * 2]),
    ],
)
def test_japanese_breaks_between_phrases(text: str, columns: int, lines: list[str]) -> None:
    assert wrapped(text, columns) == lines


@given(st.dates(), st.integers(16, 40), st.integers(0, 20))
def test_no_day_is_ever_broken(day: date, columns: int, n_before: int) -> None:
    said = f"{day.month}月{day.day}日(金)"

    assert any(said in line for line in wrapped("漢" * n_before + said + "に届く", columns))
