"""What must hold for every text and every day."""

import string
import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yokame.promise import Promise, is_business_day, read_promise
from yokame.promise.words.vocabulary import CHANNEL_WORDS, UNITS, VALUED
from yokame.promise.words.word_lists import PLAIN

WORDS = sorted(
    {word.replace("_", " ") for spellings in PLAIN.values() for word in spellings.split()}
    | {word for values in VALUED.values() for word in values}
    | {word for _, spellings in CHANNEL_WORDS for word in spellings.split()}
    | set(UNITS)
    | set("12345 0十二三〇、。()/-~.をにでのはも月火金日第半中後")
    | {"11/20", "2026", "31", "20", "30", "100", "99999", "by", "the", "within", "of", "令和"}
)
spoken = st.lists(st.sampled_from(WORDS), max_size=14).map("".join)
spaced = st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join)
anything = st.one_of(spoken, spaced, st.text(max_size=80))
any_day = st.dates()
days_of_five_years = st.dates(date(2024, 1, 1), date(2028, 12, 31))


def _check(promise: Promise) -> None:
    weights = [reading.weight for reading in promise.readings]
    if promise.window is None:
        assert promise.readings == ()
        assert promise.deadline_on is None
    else:
        assert abs(sum(weights) - 1) < 1e-9
        assert weights == sorted(weights, reverse=True)
        assert len({reading.rule for reading in promise.readings}) == len(weights)
        assert promise.deadline_on is not None
        assert promise.deadline_on >= promise.held
        assert promise.starts_on is None


@given(said=anything, held=any_day)
def test_reading_never_raises_on_any_text_or_day(said: str, held: date) -> None:
    promise = read_promise(said, held=held)

    _check(promise)


@given(said=anything, held=days_of_five_years)
def test_the_eighth_day_is_a_business_day_after_the_deadline(said: str, held: date) -> None:
    promise = read_promise(said, held=held)

    if promise.ask_from is not None:
        assert promise.deadline_on is not None
        assert promise.ask_from > promise.deadline_on
        assert is_business_day(promise.ask_from)


@given(
    said=st.sampled_from(
        ["1週間以内", "3日で", "5営業日以内", "来週中に連絡", "月末まで", "20日まで", "金曜まで",
         "within 3 days", "by next Friday", "12月上旬に連絡", "2か月以内"]
    ),
    held=days_of_five_years,
)  # fmt: skip
def test_a_plain_window_is_read_on_any_day_of_five_years(said: str, held: date) -> None:
    promise = read_promise(said, held=held)

    _check(promise)
    assert promise.window is not None or "12月" in said
    if promise.window is not None:
        assert promise.ask_from is not None
        assert is_business_day(promise.ask_from)


WIDE = str.maketrans(
    string.ascii_letters + string.digits + "/()",
    "".join(chr(ord(c) + 0xFEE0) for c in string.ascii_letters + string.digits + "/()"),
)
SAMPLES = [
    "合格者のみ1週間以内に連絡します",
    "合否に関わらず5営業日以内にメールで連絡",
    "11/20(金)までにお電話します",
    "11月20日(木)まで",
    "来週の水曜までに",
    "within 5 business days",
    "by Friday November 20",
    "2~3日で結果をお知らせします",
    "1週間以内には連絡できません",
    "20日以降に連絡します",
]


@pytest.mark.parametrize("said", SAMPLES)
def test_full_width_letters_and_digits_change_nothing(said: str) -> None:
    narrow = read_promise(said, held=date(2026, 11, 13))
    wide = read_promise(said.translate(WIDE), held=date(2026, 11, 13))

    assert _meaning(wide) == _meaning(narrow)


@pytest.mark.parametrize("said", [said for said in SAMPLES if "within" not in said[:8]][:5])
@given(data=st.data())
def test_spaces_between_japanese_words_change_nothing(said: str, data: st.DataObject) -> None:
    cut = data.draw(st.integers(1, len(said) - 1))
    space = data.draw(st.sampled_from([" ", "　", "\t", "  "]))
    apart = said[:cut] + space + said[cut:]
    digits_torn = said[cut - 1].isdigit() and said[cut].isdigit()

    read = read_promise(apart, held=date(2026, 11, 13))

    assert digits_torn or _meaning(read) == _meaning(read_promise(said, held=read.held))


@pytest.mark.parametrize(
    ("in_digits", "in_kanji"),
    [
        ("1週間以内", "一週間以内"),
        ("1、2週間で", "一、二週間で"),
        ("2~3日で連絡", "二〜三日で連絡"),
        ("11月20日まで", "十一月二十日まで"),
        ("2026年11月20日まで", "二〇二六年十一月二十日まで"),
        ("20日までに連絡", "二十日までに連絡"),
        ("3、4日中に", "三、四日中に"),
        ("2~3日中に", "二三日中に"),
        ("10営業日以内", "十営業日以内"),
        ("1か月以内", "一ヶ月以内"),
    ],
)
def test_kanji_numerals_read_as_digits(in_digits: str, in_kanji: str) -> None:
    held = date(2026, 11, 13)

    assert _meaning(read_promise(in_kanji, held=held)) == _meaning(
        read_promise(in_digits, held=held)
    )


@pytest.mark.parametrize(
    "word", ["一次", "一緒に", "一度", "十分に", "第一志望", "二次面接", "3名"]
)
def test_words_that_only_contain_a_numeral_name_no_time(word: str) -> None:
    promise = read_promise(word, held=date(2026, 11, 13))

    assert promise.window is None


@pytest.mark.parametrize(
    "piece", ["1週間以内に", "一", "月", "(", "1〜", "来週", "not ", "2/30 ", "、", "ぁ"]
)
def test_a_very_long_text_is_cut_and_said_to_be(piece: str) -> None:
    said = piece * (100_000 // len(piece))

    began = time.perf_counter()
    promise = read_promise(said, held=date(2026, 11, 13))
    seconds = time.perf_counter() - began

    assert "too_long" in [note.reason for note in promise.not_understood]
    # At most 0.3 s were measured; reading all 100,000 characters would take 25 times that.
    assert seconds < 3


def _meaning(promise: Promise) -> tuple[object, ...]:
    window = promise.window
    return (
        window and (window.unit, window.count),
        promise.readings,
        promise.policy,
        promise.channel,
        promise.starts_on,
        tuple(note.reason for note in promise.not_understood),
    )
