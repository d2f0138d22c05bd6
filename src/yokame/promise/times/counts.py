"""The grammar of one time or a range: 3営業日, 2、3日, 1週間から10日, 3 to 5 business days."""

from dataclasses import dataclass

from yokame.promise.calendar_days import (
    CalendarDay,
    Day,
    DayOfMonth,
    DaysAfter,
    NamedWeekday,
    PartOfMonth,
    PartOfWeek,
    WeekOf,
)
from yokame.promise.promise import Unit
from yokame.promise.times.cursor import Cursor
from yokame.promise.times.days import day_at
from yokame.promise.times.parts import part_again
from yokame.promise.windows import Count, Hours, Spec
from yokame.promise.words.tokens import Token
from yokame.promise.words.vocabulary import Kind, spelled


@dataclass(frozen=True)
class DayNumber:
    """N日 before it is known whether it counts days or names a day of the month."""

    n: int


Atom = Spec | DayNumber
_UNITS = {
    "days": Unit.DAYS,
    "weeks": Unit.WEEKS,
    "months": Unit.MONTHS,
    "business_days": Unit.BUSINESS_DAYS,
}
_SEPARATORS = frozenset(
    spelled(
        "~ - ・ 、 か ー or to and から または 又は もしくは 若しくは ないし 乃至 あるいは 及び"
        " および"
    )
)
ROUGHLY = frozenset(spelled("程度 ほど 程 くらい ぐらい 位 前後 弱 間 足らず"))
INSIDE = frozenset(["以内", "内"])
MOST_A_COUNT = 7


def atoms_at(cursor: Cursor) -> list[Atom] | None:
    """One time or a range of them. An empty list: a time that cannot be read."""
    first = _atom(cursor)
    if first is None:
        return None
    atoms = [*first]
    while atoms:
        before = cursor.at
        comma = cursor.sees_text("、")
        linked = separator(cursor) or _next_of_week(cursor, atoms[-1])
        following = _atom(cursor, atoms[-1]) if linked else None
        if not following or (comma and not _alike(atoms[-1], following[0])):
            cursor.at = before
            break
        named = not _alike(atoms[-1], following[0]) or _falls(atoms[-1], following[0])
        if linked == "から" and named:
            return _counted_from(atoms[-1], following)
        atoms += following
    return _days_beside_counts(atoms)


def _falls(first: Atom, second: Atom) -> bool:
    """20日から3営業日: no range rises so, and a day of the month was named."""
    if not (isinstance(first, DayNumber) and isinstance(second, Count)):
        return False
    return first.n > second.roughly_days


def _days_beside_counts(atoms: list[Atom]) -> list[Atom]:
    """10日から2週間: beside a longer count N日 is one as well."""
    longest = max((atom.roughly_days for atom in atoms if isinstance(atom, Count)), default=0)
    return [
        Count(atom.n, Unit.DAYS) if isinstance(atom, DayNumber) and atom.n <= longest else atom
        for atom in atoms
    ]


def separator(cursor: Cursor) -> str:
    """What joins the two ends of a range, or nothing."""
    text = cursor.peek().text
    return text if cursor.skip_text(*_SEPARATORS) else ""


def _next_of_week(cursor: Cursor, before: Atom) -> str:
    """水木: two weekdays side by side are a range."""
    side_by_side = isinstance(before, NamedWeekday) and cursor.sees(Kind.WEEKDAY)
    return "・" if side_by_side else ""


def _alike(first: Atom, second: Atom) -> bool:
    if isinstance(first, DayNumber) or isinstance(second, DayNumber):
        other = second if isinstance(first, DayNumber) else first
        return isinstance(other, DayNumber | Count | DayOfMonth | CalendarDay)
    return isinstance(first, Count | Hours) == isinstance(second, Count | Hours)


def _counted_from(start: Atom, counts: list[Atom]) -> list[Atom]:
    """20日から3営業日, 本日から1週間: the count begins on a day that was named."""
    if isinstance(start, DayNumber):
        start = DayOfMonth(start.n)
    if isinstance(start, Count | Hours):
        return [start, *counts]
    if start == DaysAfter(0):
        return counts
    return [
        Count(atom.n, atom.unit, base=start) if isinstance(atom, Count) else atom for atom in counts
    ]


def _atom(cursor: Cursor, before: Atom | None = None) -> list[Atom] | None:
    """One time, or several that share a unit (2、3日). `before`: the one a range began with."""
    token = cursor.peek()
    if token.kind in (Kind.NEXT_BUSINESS_DAY, Kind.SPOKEN_COUNT):
        cursor.take()
        return [Count(token.value, _unit_of_phrase(token))]
    if token.text in ("a", "an") or token.text == "fortnight":
        return _english_one(cursor)
    again = part_again(cursor, before)
    ordinal = token.text[-1:] in ("t", "d", "h") and token.text[:1].isdigit()
    day = again or (None if _is_counted(cursor) else day_at(cursor))
    if day is not None:
        return _with_nth_week(cursor, day)
    if token.kind is not Kind.NUMBER or ordinal or cursor.peek(-1).text in ("第", "."):
        return None
    if isinstance(before, CalendarDay) and not cursor.sees(Kind.UNIT, 1):
        cursor.take()
        return [CalendarDay(before.month, token.value, before.year, before.year_shift)]
    return _counted(cursor)


def _unit_of_phrase(token: Token) -> Unit:
    """翌営業日, 一両日, いっしゅうかん, next week or two."""
    if token.kind is Kind.NEXT_BUSINESS_DAY:
        return Unit.BUSINESS_DAYS
    if token.text.endswith("かげつ"):
        return Unit.MONTHS
    return Unit.WEEKS if "week" in token.text or "しゅう" in token.text else Unit.DAYS


def _is_counted(cursor: Cursor) -> bool:
    """Whether a number stands before a unit of waiting rather than in a date."""
    unit = cursor.unit(1)
    years = unit == "year" and cursor.peek(2).text in (*INSIDE, *ROUGHLY, "後")
    return cursor.sees(Kind.NUMBER) and (years or unit not in ("", "month_of_year", "year"))


def _with_nth_week(cursor: Cursor, day: Day) -> list[Atom]:
    """12月の第1週 could be either of two weeks: it is not read."""
    if isinstance(day, PartOfMonth):
        after = cursor.at
        cursor.skip_text("の")
        if cursor.skip_text("第") and cursor.sees(Kind.NUMBER):
            cursor.take(2)
            return []
        cursor.at = after
    if isinstance(day, PartOfWeek) and cursor.peek(-1).is_latin:
        if cursor.skip_text("of", "commencing", "beginning", "starting"):
            named = day_at(cursor)
            return [WeekOf(named)] if isinstance(named, CalendarDay | DayOfMonth) else []
        if cursor.skip_text("after"):
            day_at(cursor)
            return []
    return [day]


def _english_one(cursor: Cursor) -> list[Atom] | None:
    """a week, a fortnight, a month, a business day."""
    ahead = 0 if cursor.sees_text("fortnight") else 1
    if cursor.sees_text("fortnight", ahead=ahead):
        cursor.take(ahead + 1)
        return [Count(2, Unit.WEEKS)]
    business = int(cursor.sees(Kind.BUSINESS_ONLY, 1)) or int(
        cursor.sees_text("full", "calendar", "single", ahead=1)
    )
    unit = cursor.unit(1 + business)
    if unit not in _UNITS or not cursor.peek(1 + business).is_latin:
        return None
    is_business = cursor.sees(Kind.BUSINESS_ONLY, 1)
    calendar = cursor.sees_text("calendar", ahead=1)
    cursor.take(2 + business)
    one = Count(1, Unit.BUSINESS_DAYS if is_business else _UNITS[unit])
    return [one.by_the_calendar() if calendar else one]


def _counted(cursor: Cursor) -> list[Atom] | None:
    """2、3日, 5営業日, 1~2週間, 3 to 5 business days."""
    began = cursor.at
    values = [cursor.peek().value]
    cursor.take()
    if cursor.sees_text(".") and cursor.sees(Kind.NUMBER, 1):
        cursor.take(2)
        unread = cursor.unit() in _UNITS or cursor.unit() == "unread"
        cursor.take(int(unread))
        return [] if unread else None
    while not cursor.sees(Kind.UNIT):
        before = cursor.at
        if not (separator(cursor) and cursor.sees(Kind.NUMBER)):
            cursor.at = before
            break
        values.append(cursor.peek().value)
        cursor.take()
    business = cursor.sees(Kind.BUSINESS_ONLY)
    calendar = cursor.sees_text("calendar")
    if business or cursor.sees_text("calendar", "full", "consecutive", "more"):
        cursor.take()
    atoms = _of_unit(cursor, values, business=business)
    if calendar and atoms:
        atoms = [a.by_the_calendar() if isinstance(a, Count) else a for a in atoms]
    return atoms or _give_back(cursor, began)


def _give_back(cursor: Cursor, began: int) -> list[Atom] | None:
    unread = cursor.unit() == "unread"
    if unread:
        cursor.take()
        return []
    cursor.at = began
    return None


def _of_unit(cursor: Cursor, values: list[int], *, business: bool) -> list[Atom] | None:
    token, unit = cursor.peek(), cursor.unit()
    if unit == "hours":
        cursor.take()
        return [Hours(value) for value in values]
    if unit == "year" and cursor.peek(1).text in (*INSIDE, *ROUGHLY, "後"):
        cursor.take()
        return [Count(12 * value, Unit.MONTHS) for value in values]
    if unit not in _UNITS:
        return None
    cursor.take()
    if unit == "days" and token.text == "日" and not business:
        if cursor.sees(Kind.WEEKDAY):
            weekday = cursor.peek().value
            cursor.take()
            return [*map(DayOfMonth, values[:-1]), DayOfMonth(values[-1], weekday=weekday)]
        consecutive = len(values) > 1 and values[0] + 1 == values[1] <= MOST_A_COUNT
        if not consecutive:
            return [DayNumber(value) for value in values]
    counted = Unit.BUSINESS_DAYS if business else _UNITS[unit]
    counts = [Count(value, counted) for value in values]
    return [count.by_the_calendar() if token.text == "暦日" else count for count in counts]
