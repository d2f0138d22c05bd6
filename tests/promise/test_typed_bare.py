"""Phrases as people type them into a form: without a verb, and within a sentence."""

from datetime import date

import pytest

from yokame.promise import Promise, read_promise

FRIDAY = date(2026, 11, 13)  # Monday 23 November is a holiday
# Phrase; unit and count of the window; deadline; policy; channel. Worked by hand from a calendar.
PHRASES = """
即日 | date - | 2026-11-13 | unknown | -
明日 | date - | 2026-11-14 | unknown | -
本日中 | date - | 2026-11-13 | unknown | -
翌営業日 | business_days 1 | 2026-11-16 | unknown | -
後日 | - | - | unknown | -
追って | - | - | unknown | -
改めて | - | - | unknown | -
ご縁があった場合 | - | - | passed_only | -
合格者のみ | - | - | passed_only | -
通過された方にのみ | - | - | passed_only | -
採用の場合に限り | - | - | passed_only | -
合否にかかわらず | - | - | everyone | -
結果を問わず | - | - | everyone | -
全員に | - | - | everyone | -
マイページでお知らせ | - | - | unknown | my_page
お電話で | - | - | unknown | phone
メールで | - | - | unknown | mail
3日以内 | days 3 | 2026-11-18 | unknown | -
3日程度 | days 3 | 2026-11-18 | unknown | -
2〜3日 | days 3 | 2026-11-18 | unknown | -
5営業日 | business_days 5 | 2026-11-20 | unknown | -
5営業日以内 | business_days 5 | 2026-11-20 | unknown | -
1週間 | weeks 1 | 2026-11-20 | unknown | -
1週間以内 | weeks 1 | 2026-11-20 | unknown | -
1週間前後 | weeks 1 | 2026-11-20 | unknown | -
1週間ほど | weeks 1 | 2026-11-20 | unknown | -
1週間くらい | weeks 1 | 2026-11-20 | unknown | -
1週間程度 | weeks 1 | 2026-11-20 | unknown | -
1週間以降 | - | - | unknown | -
1、2週間 | weeks 2 | 2026-11-27 | unknown | -
今週中 | date - | 2026-11-13 | unknown | -
来週中 | date - | 2026-11-20 | unknown | -
来週の水曜まで | date - | 2026-11-18 | unknown | -
来週水曜 | date - | 2026-11-18 | unknown | -
今月中 | date - | 2026-11-30 | unknown | -
今月末 | date - | 2026-11-30 | unknown | -
月末 | date - | 2026-11-30 | unknown | -
来月上旬 | date - | 2026-12-10 | unknown | -
来月中旬 | date - | 2026-12-20 | unknown | -
来月下旬 | date - | 2026-12-31 | unknown | -
上旬 | date - | 2026-12-10 | unknown | -
中旬 | date - | 2026-11-20 | unknown | -
下旬 | date - | 2026-11-30 | unknown | -
年内 | date - | 2026-12-31 | unknown | -
11月20日(金)まで | date - | 2026-11-20 | unknown | -
20日まで | date - | 2026-11-20 | unknown | -
11/20 | date - | 2026-11-20 | unknown | -
tomorrow | date - | 2026-11-14 | unknown | -
today | date - | 2026-11-13 | unknown | -
by Friday | date - | 2026-11-20 | unknown | -
next week | date - | 2026-11-20 | unknown | -
within a week | weeks 1 | 2026-11-20 | unknown | -
5 business days | business_days 5 | 2026-11-20 | unknown | -
within 5 days | days 5 | 2026-11-20 | unknown | -
within 5 business days | business_days 5 | 2026-11-20 | unknown | -
by the end of next week | date - | 2026-11-20 | unknown | -
in the coming weeks | - | - | unknown | -
only successful candidates | - | - | passed_only | -
"""
ROWS = [tuple(cell.strip() for cell in line.split(" | ")) for line in PHRASES.strip().splitlines()]
_TAKES_NO_PARTICLE = ("に", "で", "て", "ず", "り", "のみ", "追って", "まで", "お知らせ")


def _told(promise: Promise) -> tuple[str, ...]:
    window = promise.window
    return (
        f"{window.unit} {'-' if window.count is None else window.count}" if window else "-",
        str(promise.deadline_on or "-"),
        promise.policy.value,
        promise.channel.value if promise.channel else "-",
    )


def _in_a_sentence(phrase: str) -> str:
    if phrase.startswith("only"):
        return f"{phrase.capitalize()} will be contacted."
    if phrase.isascii() and not phrase[0:2].isdigit():
        return f"We will contact you {phrase}."
    if phrase.endswith("お知らせ"):
        return f"{phrase}します。"
    particle = "" if phrase.endswith(_TAKES_NO_PARTICLE) else "に"
    return f"{phrase}{particle}連絡します。"


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_a_phrase_is_read_bare_and_in_a_sentence_alike(row: tuple[str, ...]) -> None:
    phrase, *expected = row

    bare = read_promise(phrase, held=FRIDAY)
    said = read_promise(_in_a_sentence(phrase), held=FRIDAY)

    assert _told(bare) == tuple(expected)
    assert _told(said) == tuple(expected)
    assert (bare.not_understood, said.not_understood) == ((), ())


@pytest.mark.parametrize(
    "said",
    [
        "またご縁がありましたらよろしくお願いします",
        "本日はありがとうございました",
        "明日、面接です",
        "Thank you for coming today.",
        "年明け、上旬に連絡します",
        "来年の上旬",
    ],
)
def test_a_phrase_beside_something_else_promises_nothing_more(said: str) -> None:
    promise = read_promise(said, held=FRIDAY)

    assert _told(promise) == ("-", "-", "unknown", "-")
    assert promise.not_understood != ()
