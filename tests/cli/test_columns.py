"""Columns of a terminal, where a full-width character takes two."""

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
    assert wrapped("締切は11月24日(火)", 16) == ["締切は11月24", "日(火)"]
