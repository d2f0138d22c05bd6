"""Parts of a month or week (上旬, 前半, end), and spans that are one word (年内, 週明け)."""

from dataclasses import replace

from yokame.promise.calendar_days import Day, FiscalYearEnd, PartOfMonth, PartOfWeek
from yokame.promise.times.cursor import Cursor
from yokame.promise.words.vocabulary import Kind, spelled

_WHOLE = ("中", "内", "いっぱい", "一杯", "じゅう")
PARTS_OF_MONTH = {
    **dict.fromkeys(spelled("上旬 初旬 初め はじめ 始め 頭 あたま 早々 early beginning"), (1, 10)),
    **dict.fromkeys(spelled("中旬 半ば なかば 中頃 中ごろ mid mid- middle"), (11, 20)),
    **dict.fromkeys(["下旬", "late"], (21, 31)),
    **dict.fromkeys(spelled("末 末日 終わり end"), (31, 31)),
    **dict.fromkeys(_WHOLE, (1, 31)),
    **dict.fromkeys(("前半", "first half", "1st half"), (1, 15)),
    **dict.fromkeys(spelled("後半 後半頃 second_half latter_half 2nd_half"), (16, 31)),
}  # fmt: skip
PARTS_OF_WEEK = {
    **dict.fromkeys(spelled("初め はじめ 始め 頭 あたま 早々 early beginning"), (0, 0)),
    **dict.fromkeys(spelled("半ば なかば 中頃 中ごろ 中旬 mid mid- middle"), (2, 2)),
    **dict.fromkeys(spelled("末 週末 終わり 下旬 後半 後半頃 end late"), (2, 4)),
    **dict.fromkeys(spelled("second_half latter_half 2nd_half"), (2, 4)),
    **dict.fromkeys(_WHOLE, (0, 4)),
    **dict.fromkeys(("前半", "first half", "1st half"), (0, 2)),
}  # fmt: skip
THIRDS_OF_MONTH: dict[str, Day] = {
    third: PartOfMonth(first_day=PARTS_OF_MONTH[third][0], last_day=PARTS_OF_MONTH[third][1])
    for third in ("上旬", "初旬", "中旬", "下旬")
}
_BEFORE_A_THIRD = frozenset(spelled("は 、 : ( が を も に で ~ - 遅くとも 遅くても おそらく 多分"))
NAMED_SPANS: dict[str, Day] = {
    **dict.fromkeys(("年内", "年内中", "年末"), PartOfMonth(month=12, year_shift=0)),
    **dict.fromkeys(spelled("年度内 年度末 今年度内 今年度中"), FiscalYearEnd()),
    **dict.fromkeys(("月末", "月末日"), PartOfMonth(first_day=31)),
    **dict.fromkeys(("月内", "月中"), PartOfMonth(month_shift=0)),
    **dict.fromkeys(("今月末", "当月末"), PartOfMonth(month_shift=0, first_day=31)),
    **dict.fromkeys(("来月末", "翌月末"), PartOfMonth(month_shift=1, first_day=31)),
    "再来月末": PartOfMonth(month_shift=2, first_day=31),
    "月初": PartOfMonth(last_day=10),
    **dict.fromkeys(("週内", "週中"), PartOfWeek(0)),
    **dict.fromkeys(("週末", "今週末"), PartOfWeek(0, 4)),
    **dict.fromkeys(("来週末", "翌週末"), PartOfWeek(1, 4)),
    "再来週末": PartOfWeek(2, 4),
    **dict.fromkeys(spelled("週明け 週あけ 来週明け 週頭 週初め 週始め"), PartOfWeek(1, 0, 0)),
    "再来週明け": PartOfWeek(2, 0, 0),
    **dict.fromkeys(spelled("週半ば 週なかば 週の半ば"), PartOfWeek(0, 2, 2)),
    **dict.fromkeys(("週前半", "週の前半"), PartOfWeek(0, 0, 2)),
    **dict.fromkeys(("週後半", "週の後半"), PartOfWeek(0, 2, 4)),
}


def third_of_month(cursor: Cursor) -> Day | None:
    """上旬 that no month, year or 年明け stands before: the coming one is meant."""
    before, third = cursor.peek(-1), THIRDS_OF_MONTH.get(cursor.peek().text)
    free = before.kind in (Kind.END, Kind.WISH) or before.text in _BEFORE_A_THIRD
    if third is None or not free:
        return None
    cursor.take()
    return third


def part_again(cursor: Cursor, before: object) -> Day | None:
    """11月中旬から下旬: the second part is of the same month or week."""
    token = cursor.peek()
    if token.kind not in (Kind.PART, Kind.NAMED_SPAN):
        return None
    if isinstance(before, PartOfMonth) and token.text in PARTS_OF_MONTH:
        cursor.take()
        first, last = PARTS_OF_MONTH[token.text]
        return replace(before, first_day=first, last_day=last)
    if isinstance(before, PartOfWeek) and token.text in PARTS_OF_WEEK:
        cursor.take()
        first, last = PARTS_OF_WEEK[token.text]
        return replace(before, first_weekday=first, last_weekday=last)
    return None
