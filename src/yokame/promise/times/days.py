"""The grammar of one day or part of a calendar: 来週の水曜, 金曜(11/20), mid December."""

from collections.abc import Callable

from yokame.promise.calendar_days import (
    CalendarDay,
    Day,
    DayOfMonth,
    DaysAfter,
    NamedWeekday,
    PartOfMonth,
    PartOfWeek,
    with_weekday,
)
from yokame.promise.times.cursor import Cursor
from yokame.promise.times.dates import (
    in_reiwa,
    its_week,
    month_first,
    month_name_first,
    numbered,
    of_year,
    slashed,
    year_after,
)
from yokame.promise.times.parts import (
    NAMED_SPANS,
    PARTS_OF_MONTH,
    PARTS_OF_WEEK,
    third_of_month,
)
from yokame.promise.words.vocabulary import Kind, spelled

_ENGLISH_PARTS = frozenset(
    spelled(
        "end early mid mid- late beginning middle first_half second_half latter_half 1st_half"
        " 2nd_half"
    )
)
_BEFORE_A_DAY = frozenset(spelled("by on before until from to and or - ~ ( 、 end of mid"))


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
    if isinstance(day, CalendarDay | DayOfMonth):
        return its_week(cursor, day) or day
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
    cursor.skip_text("の", "、", ".", "of", "in")
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
    """ "You sat the test": a short English weekday needs something that makes it one."""
    token, following = cursor.peek(ahead), cursor.peek(ahead + 1)
    if not token.is_latin or len(token.text) > 5 or ahead or cursor.at == 0:
        return False
    certain = cursor.peek(-1).text in _BEFORE_A_DAY or following.text in ("、", ".")
    return not (certain or following.kind in (Kind.NUMBER, Kind.MONTH_NAME))


def _plain_day(cursor: Cursor) -> Day | None:
    token = cursor.peek()
    by_kind = {Kind.NUMBER: numbered, Kind.MONTH_NAME: month_name_first}.get(token.kind)
    if by_kind:
        return by_kind(cursor)
    relative = _RELATIVE.get(token.kind)
    if relative:
        cursor.take()
        return relative(cursor, token.value)
    if token.kind is Kind.NAMED_SPAN:
        cursor.take()
        cursor.skip_text("中")
        return NAMED_SPANS[token.text]
    if token.text in ("令和", "r"):
        cursor.take()
        return in_reiwa(cursor)
    return third_of_month(cursor) or _english_part(cursor)


def _in_days(cursor: Cursor, n: int) -> Day:
    cursor.skip_text("中")
    return DaysAfter(n)


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
        day = numbered(cursor) or _bare_day_of_month(cursor)
        if isinstance(day, CalendarDay | DayOfMonth):
            if bracketed:
                cursor.skip_text(")")
            return day
    part = PARTS_OF_WEEK.get(cursor.peek().text)
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
        day = numbered(cursor) or _bare_day_of_month(cursor)
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
    part = PARTS_OF_MONTH.get(cursor.peek().text)
    if part and not cursor.peek().is_latin:
        cursor.take()
        return PartOfMonth(month_shift=shift, first_day=part[0], last_day=part[1])
    cursor.at = after
    return PartOfMonth(month_shift=shift)


def _in_year(cursor: Cursor, shift: int) -> Day | None:
    cursor.skip_text("の")
    if cursor.sees(Kind.NUMBER):
        if cursor.sees_text("/", ahead=1):
            return of_year(slashed(cursor), year_shift=shift)
        return of_year(month_first(cursor), year_shift=shift)
    if shift == 0 and (cursor.skip_text("中", "いっぱい", "末") or cursor.peek(-1).is_latin):
        return PartOfMonth(month=12, year_shift=0)
    return None


_RELATIVE: dict[Kind, Callable[[Cursor, int], Day | None]] = {
    Kind.RELATIVE_DAY: _in_days,
    Kind.RELATIVE_WEEK: _in_week,
    Kind.RELATIVE_MONTH: _in_month,
    Kind.RELATIVE_YEAR: _in_year,
}


def _english_part(cursor: Cursor) -> Day | None:
    """end of next week, end of the day, early December, mid-December, end of the month."""
    word = cursor.peek().text
    if word not in _ENGLISH_PARTS:
        return None
    cursor.take()
    cursor.skip_text("-")
    cursor.skip_text("of")
    token = cursor.peek()
    if token.kind is Kind.RELATIVE_WEEK:
        cursor.take()
        return PartOfWeek(token.value, *PARTS_OF_WEEK[word])
    if token.kind is Kind.RELATIVE_MONTH:
        cursor.take()
        first, last = PARTS_OF_MONTH[word]
        return PartOfMonth(month_shift=token.value, first_day=first, last_day=last)
    if token.kind is Kind.MONTH_NAME:
        cursor.take()
        first, last = PARTS_OF_MONTH[word]
        return PartOfMonth(token.value, first_day=first, last_day=last, year=year_after(cursor))
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
