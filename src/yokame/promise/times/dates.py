"""The grammar of a date in numbers or with a month's name: 11月20日, 11/20, November 20, 2026."""

from dataclasses import replace

from yokame.promise.calendar_days import (
    CalendarDay,
    Day,
    DayOfMonth,
    PartOfMonth,
    PartOfWeek,
    WeekOf,
)
from yokame.promise.times.cursor import Cursor
from yokame.promise.times.parts import NAMED_SPANS, PARTS_OF_MONTH, PARTS_OF_WEEK
from yokame.promise.words.vocabulary import Kind

_FIRST_YEAR = 1900
_REIWA_BEGAN = 2018  # its first year is 2019
_LONGEST_REIGN = 99
_MONTH_OR_VERB = ("may", "march", "mar")


def in_reiwa(cursor: Cursor) -> Day | None:
    """令和8年11月20日, after its first word."""
    if not cursor.sees(Kind.NUMBER) or cursor.peek().value > _LONGEST_REIGN:
        return None
    return _year_first(cursor, _REIWA_BEGAN + cursor.peek().value)


def numbered(cursor: Cursor) -> Day | None:
    """A date that begins with a number."""
    first = cursor.peek().value
    mark = cursor.peek(1).text
    if first >= _FIRST_YEAR:
        return _year_first(cursor, first)
    if cursor.unit(1) == "month_of_year":
        return month_first(cursor)
    if mark in ("/", ".") and cursor.sees(Kind.NUMBER, 2):
        return slashed(cursor)
    english = 1 + cursor.sees_text("of", ahead=1)
    if cursor.sees(Kind.MONTH_NAME, english):
        month = cursor.peek(english).value
        cursor.take(english + 1)
        return CalendarDay(month, first, year=year_after(cursor))
    if cursor.peek().text[-2:] in ("st", "nd", "rd", "th") and cursor.peek(-1).text != "of":
        cursor.take()
        return DayOfMonth(first)
    return None


def _year_first(cursor: Cursor, year: int) -> Day | None:
    """2026年11月20日, 2026-11-20, 2026/11/20, 2026.11.20."""
    if cursor.unit(1) == "year":
        cursor.take(2)
        return of_year(month_first(cursor), year=year)
    marks = (cursor.peek(1).text, cursor.peek(3).text)
    if marks[0] in ("-", "/", ".") and marks[0] == marks[1]:
        month, day = cursor.peek(2), cursor.peek(4)
        if month.kind is Kind.NUMBER and day.kind is Kind.NUMBER:
            cursor.take(5)
            return CalendarDay(month.value, day.value, year=year)
    return None


def of_year(
    day: Day | None, *, year: int | None = None, year_shift: int | None = None
) -> Day | None:
    if isinstance(day, CalendarDay | PartOfMonth):
        return replace(day, year=year, year_shift=year_shift)
    return None


def month_first(cursor: Cursor) -> Day | None:
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
    part = PARTS_OF_MONTH.get(cursor.peek().text)
    if part:
        cursor.take()
        return PartOfMonth(month, first_day=part[0], last_day=part[1])
    cursor.at = after
    return PartOfMonth(month)


def slashed(cursor: Cursor) -> Day | None:
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


def year_after(cursor: Cursor) -> int | None:
    comma = int(cursor.sees_text("、"))
    token = cursor.peek(comma)
    if token.kind is Kind.NUMBER and _FIRST_YEAR <= token.value < 10_000:
        cursor.take(comma + 1)
        return token.value
    return None


def month_name_first(cursor: Cursor) -> Day | None:
    """November 20(th)(, 2026), November. "May" and "march" alone may be no months."""
    token, before = cursor.peek(), cursor.peek(-1).text
    cursor.take()
    cursor.skip_text(".")
    cursor.skip_text("the")
    if cursor.sees(Kind.NUMBER) and cursor.peek().value < _FIRST_YEAR and not cursor.unit(1):
        day = cursor.peek().value
        cursor.take()
        return CalendarDay(token.value, day, year=year_after(cursor))
    certain = before in ("in", "by", "of", "early", "mid", "mid-", "late", "until", "-", "before")
    if token.text in _MONTH_OR_VERB and not certain:
        return None
    return PartOfMonth(token.value, year=year_after(cursor))


def its_week(cursor: Cursor, day: CalendarDay | DayOfMonth) -> Day | None:
    """11/16の週, 16日の週の前半, 11/16週."""
    began = cursor.at
    cursor.skip_text("の")
    token = cursor.peek()
    span = NAMED_SPANS.get(token.text)
    if token.text.startswith("週") and isinstance(span, PartOfWeek) and span.week_shift == 0:
        cursor.take()
        return WeekOf(day, span.first_weekday, span.last_weekday)
    if not cursor.skip_text("週"):
        cursor.at = began
        return None
    after = cursor.at
    cursor.skip_text("の")
    part = PARTS_OF_WEEK.get(cursor.peek().text)
    if part:
        cursor.take()
        return WeekOf(day, *part)
    cursor.at = after
    return WeekOf(day)
