"""The grammar of one day or part of a calendar: 11月20日(金), 来週の水曜, mid December."""

from dataclasses import replace

from yokame.promise.cursor import Cursor
from yokame.promise.vocabulary import Kind
from yokame.promise.windows import (
    CalendarDay,
    Day,
    DayOfMonth,
    DaysAfter,
    FiscalYearEnd,
    NamedWeekday,
    PartOfMonth,
    PartOfWeek,
    with_weekday,
)

_FIRST_YEAR = 1900
_REIWA_BEGAN = 2018
_WHOLE = ("中", "内", "いっぱい", "一杯", "じゅう")
_PARTS_OF_MONTH = {
    **dict.fromkeys(["上旬", "初旬", "初め", "はじめ", "始め", "頭", "あたま", "早々", "early", "beginning"], (1, 10)),
    **dict.fromkeys(["中旬", "半ば", "なかば", "中頃", "中ごろ", "mid", "mid-", "middle"], (11, 20)),
    **dict.fromkeys(["下旬", "late"], (21, 31)),
    **dict.fromkeys(["末", "末日", "終わり", "end"], (31, 31)),
    **dict.fromkeys(_WHOLE, (1, 31)),
    "前半": (1, 15), "後半": (16, 31), "後半頃": (16, 31),
}  # fmt: skip
_PARTS_OF_WEEK = {
    **dict.fromkeys(["初め", "はじめ", "始め", "頭", "あたま", "早々", "early", "beginning"], (0, 0)),
    **dict.fromkeys(["半ば", "なかば", "中頃", "中ごろ", "中旬", "mid", "mid-", "middle"], (2, 2)),
    **dict.fromkeys(["末", "週末", "終わり", "下旬", "後半", "後半頃", "end", "late"], (2, 4)),
    **dict.fromkeys(_WHOLE, (0, 4)),
    "前半": (0, 2),
}  # fmt: skip
_NAMED_SPANS: dict[str, Day] = {
    **dict.fromkeys(("年内", "年内中", "年末"), PartOfMonth(month=12, year_shift=0)),
    **dict.fromkeys(["年度内", "年度末", "今年度内", "今年度中"], FiscalYearEnd()),
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
    **dict.fromkeys(["週明け", "週あけ", "来週明け", "週頭", "週初め", "週始め"], PartOfWeek(1, 0, 0)),
    "再来週明け": PartOfWeek(2, 0, 0),
    **dict.fromkeys(["週半ば", "週なかば", "週の半ば"], PartOfWeek(0, 2, 2)),
    **dict.fromkeys(("週前半", "週の前半"), PartOfWeek(0, 0, 2)),
    **dict.fromkeys(("週後半", "週の後半"), PartOfWeek(0, 2, 4)),
}
_BEFORE_A_DAY = frozenset("by on before until from to and or - ~ ( 、 end of mid".split())
_MONTH_OR_VERB = ("may", "march", "mar")


def day_at(cursor: Cursor) -> Day | None:
    """One day or span, with its weekday where one stands beside it; None moves nothing."""
    began = cursor.at
    day = _weekday_first(cursor) or _plain_day(cursor)
    if day is None:
        cursor.at = began
        return None
    if isinstance(day, CalendarDay | DayOfMonth) and day.weekday is None:
        comma = cursor.sees_text("、") and cursor.sees(Kind.WEEKDAY, 1) and cursor.peek(1).is_latin
        if cursor.sees(Kind.WEEKDAY) or comma:
            cursor.take(1 if comma else 0)
            day = with_weekday(day, cursor.peek().value)
            cursor.take()
    return day


def _weekday_first(cursor: Cursor) -> Day | None:
    """金曜まで, 金曜日の11/20, Friday 20 November, next Friday, Friday next week."""
    shift = 1 if cursor.sees_text("next") else 0 if cursor.sees_text("this", "coming") else None
    ahead = 0 if shift is None else 1
    if not cursor.sees(Kind.WEEKDAY, ahead):
        return None
    if _may_be_a_verb(cursor, ahead):
        return None
    weekday = cursor.peek(ahead).value
    cursor.take(ahead + 1)
    after = cursor.at
    cursor.skip_text("の", "、", ".")
    cursor.skip_text("(")
    cursor.skip_text("the")
    day = _plain_day(cursor)
    if isinstance(day, CalendarDay | DayOfMonth):
        cursor.skip_text(")")
        return with_weekday(day, weekday)
    if isinstance(day, PartOfWeek) and cursor.peek(-1).is_latin:
        return NamedWeekday(weekday, day.week_shift)
    cursor.at = after
    if shift == 0:
        return NamedWeekday(weekday)
    return NamedWeekday(weekday, shift)


def _may_be_a_verb(cursor: Cursor, ahead: int) -> bool:
    """"You sat the test": a short English weekday needs something that makes it one."""
    token, following = cursor.peek(ahead), cursor.peek(ahead + 1)
    if not token.is_latin or len(token.text) > 5 or ahead or cursor.at == 0:
        return False
    certain = cursor.peek(-1).text in _BEFORE_A_DAY or following.text in ("、", ".")
    return not (certain or following.kind in (Kind.NUMBER, Kind.MONTH_NAME))


def _plain_day(cursor: Cursor) -> Day | None:
    token = cursor.peek()
    if token.kind is Kind.NUMBER:
        return _numbered(cursor)
    if token.kind is Kind.MONTH_NAME:
        return _month_name_first(cursor)
    if token.kind is Kind.RELATIVE_DAY:
        cursor.take()
        cursor.skip_text("中")
        return DaysAfter(token.value)
    if token.kind is Kind.RELATIVE_WEEK:
        cursor.take()
        return _in_week(cursor, token.value)
    if token.kind is Kind.RELATIVE_MONTH:
        cursor.take()
        return _in_month(cursor, token.value)
    if token.kind is Kind.RELATIVE_YEAR:
        cursor.take()
        return _in_year(cursor, token.value)
    if token.kind is Kind.NAMED_SPAN:
        cursor.take()
        cursor.skip_text("中")
        return _NAMED_SPANS[token.text]
    if token.text in ("令和", "r") or token.text == "令":
        cursor.take()
        return _numbered(cursor, years_from=_REIWA_BEGAN) if cursor.sees(Kind.NUMBER) else None
    return _english_part(cursor)


def _numbered(cursor: Cursor, *, years_from: int = 0) -> Day | None:
    first = cursor.peek().value
    mark = cursor.peek(1).text
    if years_from or first >= _FIRST_YEAR:
        return _year_first(cursor, years_from + first)
    if cursor.unit(1) == "month_of_year":
        return _month_first(cursor)
    if mark in ("/", ".") and cursor.sees(Kind.NUMBER, 2):
        return _slashed(cursor)
    english = 1 + cursor.sees_text("of", ahead=1)
    if cursor.sees(Kind.MONTH_NAME, english):
        month = cursor.peek(english).value
        cursor.take(english + 1)
        return CalendarDay(month, first, year=_year_after(cursor))
    if cursor.peek().text[-2:] in ("st", "nd", "rd", "th") and cursor.peek(-1).text != "of":
        cursor.take()
        return DayOfMonth(first)
    return None


def _year_first(cursor: Cursor, year: int) -> Day | None:
    """2026年11月20日, 2026-11-20, 2026/11/20, 2026.11.20."""
    if cursor.unit(1) == "year":
        cursor.take(2)
        return _of_year(_month_first(cursor), year=year)
    marks = (cursor.peek(1).text, cursor.peek(3).text)
    if marks[0] in ("-", "/", ".") and marks[0] == marks[1]:
        month, day = cursor.peek(2), cursor.peek(4)
        if month.kind is Kind.NUMBER and day.kind is Kind.NUMBER:
            cursor.take(5)
            return CalendarDay(month.value, day.value, year=year)
    return None


def _of_year(
    day: Day | None, *, year: int | None = None, year_shift: int | None = None
) -> Day | None:
    if isinstance(day, CalendarDay | PartOfMonth):
        return replace(day, year=year, year_shift=year_shift)
    return None


def _month_first(cursor: Cursor) -> Day | None:
    """11月20日, 11月中旬, 11月 (all of it)."""
    if not cursor.sees(Kind.NUMBER) or cursor.unit(1) != "month_of_year":
        return None
    month = cursor.peek().value
    cursor.take(2)
    after = cursor.at
    cursor.skip_text("の")
    if cursor.sees(Kind.NUMBER) and (cursor.unit(1) == "days" or not cursor.unit(1)):
        day = cursor.peek().value
        cursor.take(1 + (cursor.unit(1) == "days"))
        return CalendarDay(month, day)
    part = _PARTS_OF_MONTH.get(cursor.peek().text)
    if part:
        cursor.take()
        return PartOfMonth(month, first_day=part[0], last_day=part[1])
    cursor.at = after
    return PartOfMonth(month)


def _slashed(cursor: Cursor) -> Day | None:
    """11/20, 11/20/2026, and 11.20 where it cannot be a decimal."""
    month, mark, day = cursor.peek().value, cursor.peek(1).text, cursor.peek(2).value
    if mark == "." and not (
        cursor.sees(Kind.WEEKDAY, 3)
        or cursor.sees_text("まで", "まで", "(", ahead=3)
        or cursor.sees_text("ま", ahead=3)
    ):
        return None
    cursor.take(3)
    year = None
    if cursor.sees_text("/") and cursor.sees(Kind.NUMBER, 1):
        if cursor.peek(1).value < _FIRST_YEAR:
            return None
        year = cursor.peek(1).value
        cursor.take(2)
    return CalendarDay(month, day, year=year)


def _year_after(cursor: Cursor) -> int | None:
    comma = int(cursor.sees_text("、"))
    token = cursor.peek(comma)
    if token.kind is Kind.NUMBER and _FIRST_YEAR <= token.value < 10_000:
        cursor.take(comma + 1)
        return token.value
    return None


def _month_name_first(cursor: Cursor) -> Day | None:
    """November 20(th)(, 2026), November. "May" and "march" alone may be no months."""
    token, before = cursor.peek(), cursor.peek(-1).text
    cursor.take()
    cursor.skip_text(".")
    cursor.skip_text("the")
    if cursor.sees(Kind.NUMBER) and cursor.peek().value < _FIRST_YEAR and not cursor.unit(1):
        day = cursor.peek().value
        cursor.take()
        return CalendarDay(token.value, day, year=_year_after(cursor))
    certain = before in ("in", "by", "of", "early", "mid", "mid-", "late", "until", "-", "before")
    if token.text in _MONTH_OR_VERB and not certain:
        return None
    return PartOfMonth(token.value, year=_year_after(cursor))


def _in_week(cursor: Cursor, shift: int) -> Day | None:
    """来週の水曜, 来週前半, 来週20日, 来週."""
    after = cursor.at
    cursor.skip_text("の", "、", "on", "(")
    bracketed = cursor.peek(-1).text == "("
    if cursor.sees(Kind.WEEKDAY):
        weekday = cursor.peek().value
        cursor.take()
        return _dated(cursor, NamedWeekday(weekday, shift))
    if cursor.sees(Kind.NUMBER):
        day = _numbered(cursor) or _bare_day_of_month(cursor)
        if isinstance(day, CalendarDay | DayOfMonth):
            if bracketed:
                cursor.skip_text(")")
            return day
    part = _PARTS_OF_WEEK.get(cursor.peek().text)
    if part and not cursor.peek().is_latin:
        cursor.take()
        return PartOfWeek(shift, *part)
    cursor.at = after
    return PartOfWeek(shift)


def _bare_day_of_month(cursor: Cursor) -> Day | None:
    if cursor.unit(1) == "days" and cursor.sees_text("日", ahead=1):
        day = cursor.peek().value
        cursor.take(2)
        return DayOfMonth(day)
    return None


def _dated(cursor: Cursor, weekday: NamedWeekday) -> Day:
    """来週金曜(11/20), 来週金曜の20日: the date, checked against its weekday."""
    after = cursor.at
    cursor.skip_text("の", "、")
    cursor.skip_text("(")
    if cursor.sees(Kind.NUMBER):
        day = _numbered(cursor) or _bare_day_of_month(cursor)
        if isinstance(day, CalendarDay | DayOfMonth):
            cursor.skip_text(")")
            return with_weekday(day, weekday.weekday)
    cursor.at = after
    return weekday


def _in_month(cursor: Cursor, shift: int) -> Day | None:
    after = cursor.at
    cursor.skip_text("の")
    if cursor.sees(Kind.NUMBER) and cursor.unit(1) == "days":
        day = cursor.peek().value
        cursor.take(2)
        return DayOfMonth(day, month_shift=shift)
    part = _PARTS_OF_MONTH.get(cursor.peek().text)
    if part and not cursor.peek().is_latin:
        cursor.take()
        return PartOfMonth(month_shift=shift, first_day=part[0], last_day=part[1])
    cursor.at = after
    return PartOfMonth(month_shift=shift)


def _in_year(cursor: Cursor, shift: int) -> Day | None:
    cursor.skip_text("の")
    if cursor.sees(Kind.NUMBER):
        if cursor.sees_text("/", ahead=1):
            return _of_year(_slashed(cursor), year_shift=shift)
        return _of_year(_month_first(cursor), year_shift=shift)
    if shift == 0 and (cursor.skip_text("中", "いっぱい", "末") or cursor.peek(-1).is_latin):
        return PartOfMonth(month=12, year_shift=0)
    return None


def _english_part(cursor: Cursor) -> Day | None:
    """end of next week, end of the day, early December, mid-December, end of the month."""
    word = cursor.peek().text
    if word not in ("end", "early", "mid", "mid-", "late", "beginning", "middle"):
        return None
    cursor.take()
    cursor.skip_text("-")
    cursor.skip_text("of")
    token = cursor.peek()
    if token.kind is Kind.RELATIVE_WEEK:
        cursor.take()
        return PartOfWeek(token.value, *_PARTS_OF_WEEK[word])
    if token.kind is Kind.RELATIVE_MONTH:
        cursor.take()
        first, last = _PARTS_OF_MONTH[word]
        return PartOfMonth(month_shift=token.value, first_day=first, last_day=last)
    if token.kind is Kind.MONTH_NAME:
        cursor.take()
        first, last = _PARTS_OF_MONTH[word]
        return PartOfMonth(token.value, first_day=first, last_day=last, year=_year_after(cursor))
    return _english_end(cursor) if word == "end" else None


def _english_end(cursor: Cursor) -> Day | None:
    """end of (the) day, week, month, year, end of day tomorrow or on Friday."""
    if cursor.sees(Kind.RELATIVE_YEAR):
        shift = cursor.peek().value
        cursor.take()
        return PartOfMonth(month=12, year_shift=shift)
    if cursor.sees(Kind.RELATIVE_DAY) or cursor.sees(Kind.WEEKDAY):
        return day_at(cursor)
    cursor.skip_text("the")
    cursor.skip_text("business", "working")
    ends: dict[str, Day] = {
        "day": DaysAfter(0), "week": PartOfWeek(0), "month": PartOfMonth(month_shift=0),
        "year": PartOfMonth(month=12, year_shift=0),
    }  # fmt: skip
    end = ends.get(cursor.peek().text)
    if end is None:
        return None
    cursor.take()
    if isinstance(end, DaysAfter):
        after = cursor.at
        cursor.skip_text("on")
        named = day_at(cursor)
        if named is not None:
            return named
        cursor.at = after
    return end
