"""The grammar of a window: counts, ranges, and what stands behind them (以内, まで, 以降)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from yokame.promise.cursor import Cursor
from yokame.promise.days import day_at
from yokame.promise.promise import Unit
from yokame.promise.tokens import Token
from yokame.promise.vocabulary import Kind
from yokame.promise.windows import (
    CalendarDay,
    Count,
    Day,
    DayOfMonth,
    DaysAfter,
    Hours,
    NamedWeekday,
    PartOfMonth,
    PartOfWeek,
    Spec,
)


class Bound(Enum):
    """On which side of the time that was named word comes."""

    BY = auto()
    FROM = auto()
    AT_LEAST = auto()
    EARLIEST = auto()
    SOME_TIME = auto()
    UNREAD = auto()


@dataclass(frozen=True)
class Mention:
    """A time that was named, from token `start` to before token `end`.

    `options` are the bounds of a range; the later one counts. `weak` is a word such as 本日 or
    来週 that names a window only where word is spoken of.
    """

    start: int
    end: int
    options: tuple[Spec, ...]
    bound: Bound = Bound.BY
    weak: bool = False


@dataclass(frozen=True)
class _DayNumber:
    """N日 before it is known whether it counts days or names a day of the month."""

    n: int


_Atom = Spec | _DayNumber
_UNITS = {
    "days": Unit.DAYS,
    "weeks": Unit.WEEKS,
    "months": Unit.MONTHS,
    "business_days": Unit.BUSINESS_DAYS,
}
_SEPARATORS = frozenset(
    ["~", "-", "・", "、", "か", "ー", "or", "to", "and", "から", "または", "又は", "もしくは", "若しくは", "ないし", "乃至", "あるいは", "及び", "および"]
)
_ROUGHLY = frozenset(["程度", "ほど", "程", "くらい", "ぐらい", "位", "前後", "弱", "間", "足らず"])
_INSIDE = frozenset(["以内", "内"])
_BY = frozenset(["まで", "までに", "迄", "迄に", "以前"])
_AROUND = frozenset(["頃", "ころ", "ごろ", "あたり", "辺り", "目処", "目途", "めど", "目安"])
_SINCE = frozenset(["以降", "以後", "から", "より", "onwards", "onward"])
_MORE = frozenset(["以上", "超", "強"])
_WEAK = (DaysAfter, PartOfWeek, PartOfMonth)
_LIMITS = ("by", "within", "until", "before", "end")
_BRACKETED = 12
_LATE_DAY = 15
_MOST_A_COUNT = 7
_START_WORDS = ("after", "from", "since", "starting", "beginning")


def mentions_of(tokens: Sequence[Token]) -> list[Mention]:
    """Every time that is named, in order; none overlaps another."""
    found: list[Mention] = []
    cursor = Cursor(tokens)
    while cursor.at < len(tokens):
        mention = _mention_at(cursor)
        if mention is None:
            cursor.take()
        else:
            found.append(mention)
            cursor.at = mention.end
    return found


def _mention_at(cursor: Cursor) -> Mention | None:
    start = cursor.at
    token = cursor.peek()
    if token.kind is Kind.SOME_TIME:
        return _some_time(cursor, start)
    if token.kind is Kind.UNKNOWN_DAY:
        return _unknown_day(cursor, start)
    atoms = _atoms(cursor)
    if atoms is None:
        cursor.at = start
        return None
    if not atoms:
        return Mention(start, cursor.at, (), Bound.UNREAD)
    return _with_suffix(cursor, start, atoms)


def _some_time(cursor: Cursor, start: int) -> Mention:
    """後日, and 数日〜1週間, where the second time is one."""
    cursor.take()
    after = cursor.at
    if _separator(cursor):
        atoms = _atoms(cursor)
        if atoms:
            return _with_suffix(cursor, start, atoms)
    cursor.at = after
    while cursor.sees_text("以内", "に", "中", "間", "程度", "ほど", "で", "後"):
        cursor.take()
    return Mention(start, cursor.at, (), Bound.SOME_TIME)


def _unknown_day(cursor: Cursor, start: int) -> Mention:
    """年明け names no day, unless a date follows it."""
    cursor.take()
    after = cursor.at
    cursor.skip_text("の", "、", "(")
    atoms = _atoms(cursor)
    if atoms and isinstance(atoms[-1], CalendarDay | DayOfMonth | _DayNumber):
        return _with_suffix(cursor, start, atoms)
    if not (atoms and isinstance(atoms[-1], NamedWeekday)):
        # 連休明けの火曜: which Tuesday is not known either.
        cursor.at = after
    while cursor.sees_text("に", "までに", "まで", "以降", "頃", "ごろ", "早々", "すぐ", "から"):
        cursor.take()
    return Mention(start, cursor.at, (), Bound.UNREAD)


def _atoms(cursor: Cursor) -> list[_Atom] | None:
    """One time or a range of them. An empty list: a time that cannot be read."""
    first = _atom(cursor)
    if first is None:
        return None
    atoms = [*first]
    while atoms:
        before = cursor.at
        comma = cursor.sees_text("、")
        linked = _separator(cursor) or _next_of_week(cursor, atoms[-1])
        following = _atom(cursor, atoms[-1]) if linked else None
        if not following or (comma and not _alike(atoms[-1], following[0])):
            cursor.at = before
            break
        if linked == "から" and not _alike(atoms[-1], following[0]):
            return _counted_from(atoms[-1], following)
        atoms += following
    return atoms


def _separator(cursor: Cursor) -> str:
    """What joins the two ends of a range, or nothing."""
    token = cursor.peek()
    if token.text in _SEPARATORS:
        cursor.take()
        return token.text
    return ""


def _next_of_week(cursor: Cursor, before: _Atom) -> str:
    """水木: two weekdays side by side are a range."""
    side_by_side = isinstance(before, NamedWeekday) and cursor.sees(Kind.WEEKDAY)
    return "・" if side_by_side else ""


def _alike(first: _Atom, second: _Atom) -> bool:
    counts = (Count, Hours)
    if isinstance(first, _DayNumber) or isinstance(second, _DayNumber):
        other = second if isinstance(first, _DayNumber) else first
        return isinstance(other, _DayNumber | Count | DayOfMonth | CalendarDay)
    return isinstance(first, counts) == isinstance(second, counts)


def _counted_from(start: _Atom, counts: list[_Atom]) -> list[_Atom]:
    """20日から3営業日, 本日から1週間: the count begins on a day that was named."""
    if isinstance(start, _DayNumber):
        start = DayOfMonth(start.n)
    if isinstance(start, Count | Hours):
        return [start, *counts]
    if start == DaysAfter(0):
        return counts
    return [
        Count(atom.n, atom.unit, base=start) if isinstance(atom, Count) else atom for atom in counts
    ]


def _atom(cursor: Cursor, before: _Atom | None = None) -> list[_Atom] | None:
    """One time, or several that share a unit (2、3日). `before`: the one a range began with."""
    token = cursor.peek()
    if token.kind is Kind.NEXT_BUSINESS_DAY:
        cursor.take()
        return [Count(token.value, Unit.BUSINESS_DAYS)]
    if token.kind is Kind.DAY_OR_TWO:
        cursor.take()
        return [Count(token.value, Unit.WEEKS if "week" in token.text else Unit.DAYS)]
    if token.text in ("a", "an") or token.text == "fortnight":
        return _english_one(cursor)
    ordinal = token.text[-1:] in ("t", "d", "h") and token.text[:1].isdigit()
    day = None if _is_counted(cursor) else day_at(cursor)
    if day is not None:
        return _with_nth_week(cursor, day)
    if token.kind is not Kind.NUMBER or ordinal or cursor.peek(-1).text in ("第", "."):
        return None
    if isinstance(before, CalendarDay) and not cursor.sees(Kind.UNIT, 1):
        cursor.take()
        return [CalendarDay(before.month, token.value, before.year, before.year_shift)]
    return _counted(cursor)


def _is_counted(cursor: Cursor) -> bool:
    """Whether a number stands before a unit of waiting rather than in a date."""
    unit = cursor.unit(1)
    years = unit == "year" and cursor.peek(2).text in (*_INSIDE, *_ROUGHLY, "後")
    return cursor.sees(Kind.NUMBER) and (
        years or unit not in ("", "month_of_year", "year")
    )


def _with_nth_week(cursor: Cursor, day: Day) -> list[_Atom]:
    """12月の第1週 could be either of two weeks: it is not read."""
    if isinstance(day, PartOfMonth):
        after = cursor.at
        cursor.skip_text("の")
        if cursor.skip_text("第") and cursor.sees(Kind.NUMBER):
            cursor.take(2)
            return []
        cursor.at = after
    if isinstance(day, PartOfWeek) and cursor.peek(-1).is_latin and cursor.sees_text("of"):
        cursor.take()
        day_at(cursor)
        return []
    return [day]


def _english_one(cursor: Cursor) -> list[_Atom] | None:
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
    cursor.take(2 + business)
    return [Count(1, Unit.BUSINESS_DAYS if is_business else _UNITS[unit])]


def _counted(cursor: Cursor) -> list[_Atom] | None:
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
        if not (_separator(cursor) and cursor.sees(Kind.NUMBER)):
            cursor.at = before
            break
        values.append(cursor.peek().value)
        cursor.take()
    business = cursor.sees(Kind.BUSINESS_ONLY)
    if business or cursor.sees_text("calendar", "full", "consecutive", "more"):
        cursor.take()
    return _of_unit(cursor, values, business=business) or _give_back(cursor, began)


def _give_back(cursor: Cursor, began: int) -> list[_Atom] | None:
    unread = cursor.unit() == "unread"
    if unread:
        cursor.take()
        return []
    cursor.at = began
    return None


def _of_unit(cursor: Cursor, values: list[int], *, business: bool) -> list[_Atom] | None:
    token, unit = cursor.peek(), cursor.unit()
    if unit == "hours":
        cursor.take()
        return [Hours(value) for value in values]
    if unit == "year" and cursor.peek(1).text in (*_INSIDE, *_ROUGHLY, "後"):
        cursor.take()
        return [Count(12 * value, Unit.MONTHS) for value in values]
    if unit not in _UNITS:
        return None
    cursor.take()
    if unit == "days" and token.text == "日" and not business:
        if cursor.sees(Kind.WEEKDAY):
            weekday = cursor.peek().value
            cursor.take()
            return [DayOfMonth(value) for value in values[:-1]] + [
                DayOfMonth(values[-1], weekday=weekday)
            ]
        consecutive = len(values) > 1 and values[0] + 1 == values[1] <= _MOST_A_COUNT
        if not consecutive:
            return [_DayNumber(value) for value in values]
    counted = Unit.BUSINESS_DAYS if business else _UNITS[unit]
    return [Count(value, counted) for value in values]


def _with_suffix(cursor: Cursor, start: int, atoms: Sequence[_Atom]) -> Mention:
    """Read what stands behind a time, and settle what N日 was."""
    suffix = _Suffix(cursor, atoms)
    while suffix.step():
        pass
    counts = _bare_number_counts(cursor) if suffix.counts is None else suffix.counts
    options = tuple(_settled(atom, counts=counts) for atom in suffix.atoms)
    strong = suffix.strong or cursor.tokens[start - 1 if start else 0].text in _LIMITS
    weak = not strong and all(isinstance(option, _WEAK) for option in options)
    bound = _bound_before(cursor, start, suffix.bound, several=len(options) > 1)
    return Mention(start, cursor.at, options, bound, weak)


class _Suffix:
    """What follows a time: how it binds, and whether N日 counts days (None: not told yet)."""

    def __init__(self, cursor: Cursor, atoms: Sequence[_Atom]) -> None:
        self.cursor = cursor
        self.atoms = atoms
        self.bound = Bound.BY
        self.counts: bool | None = None
        last = cursor.peek(-1).text
        self.strong = len(atoms) > 1 or last.endswith(("中", "内", "末", "eod", "cob"))

    def step(self) -> bool:
        """Take one word more; false at the end."""
        if self.bound is not Bound.BY:
            return False
        token = self.cursor.peek()
        if token.text == "後" or token.text == "のち":
            return self._later()
        if token.text == "(":
            return self._in_brackets()
        if token.text == "の" and self.cursor.sees(Kind.CLOCK, 1):
            self.cursor.take()
            return True
        if token.text == "を" and self.cursor.peek(1).text in _AROUND:
            self.cursor.take()
            return True
        if token.text == "に" and self._entered():
            self.bound = Bound.FROM
            return True
        told = self._told_by(token)
        if told:
            self.cursor.take()
        return told or self._excess()

    def _told_by(self, token: Token) -> bool:
        text = token.text
        if token.kind is Kind.CLOCK:
            self.strong = True
        elif text in _INSIDE or text in _ROUGHLY:
            self._settle(counts=text != "前後" or _largest(self.atoms) < _LATE_DAY)
        elif text in _BY or text in _AROUND:
            self._settle(counts=False)
            self.strong = True
        elif text == "より" and self.cursor.sees_text("前", ahead=1):
            self._settle(counts=False)
            self.cursor.take()
        elif text in _SINCE:
            self._settle(counts=text in ("以降", "以後") and self._is_short())
            self.bound = Bound.FROM
        elif text in _MORE:
            self._settle(counts=True)
            self.bound = Bound.AT_LEAST
        elif text == "中":
            self._settle(counts=_largest(self.atoms) <= _MOST_A_COUNT)
            self.strong = True
        else:
            return False
        return True

    def _is_short(self) -> bool:
        return not isinstance(self.atoms[-1], _DayNumber)

    def _settle(self, *, counts: bool) -> None:
        if self.counts is None:
            self.counts = counts

    def _later(self) -> bool:
        """3日後, and 1週間後の11月20日, where the date says the same again, and better."""
        self._settle(counts=True)
        self.cursor.take()
        if isinstance(self.atoms[-1], Count | _DayNumber) and self.cursor.sees_text("の", "、"):
            began = self.cursor.at
            self.cursor.take()
            day = day_at(self.cursor)
            if isinstance(day, CalendarDay | DayOfMonth | NamedWeekday):
                self.atoms = [day]
            else:
                self.cursor.at = began
        return True

    def _in_brackets(self) -> bool:
        """来週中(11/20まで): the date in brackets is meant."""
        began = self.cursor.at
        self.cursor.take()
        if self._only_business_days():
            return True
        day = day_at(self.cursor)
        if not isinstance(day, CalendarDay | DayOfMonth):
            self.cursor.at = began
            return False
        self.atoms = [day]
        self.strong = True
        if self.cursor.peek().text in _BY:
            self.cursor.take()
        self.cursor.skip_text(")")
        return True

    def _entered(self) -> bool:
        """12月に入ってから, 来週になってから: only the start is told."""
        following = "".join(self.cursor.peek(k).text for k in range(1, 6))
        for entered in ("入って", "なって"):
            if following.startswith((f"{entered}から", f"{entered}の")):
                self.cursor.take(4)
                self.cursor.skip_text("から")
                return True
        return False

    def _only_business_days(self) -> bool:
        """5日(土日祝を除く)以内, 5日以内(営業日)."""
        for ahead in range(_BRACKETED):
            if self.cursor.sees_text(")", ahead=ahead):
                inside = [self.cursor.peek(k).kind for k in range(ahead)]
                told = Kind.EXCEPT in inside or inside == [Kind.BUSINESS_ONLY]
                if told and any(counts_business_days(atom) for atom in self.atoms):
                    self.atoms = [in_business_days(_settled_count(atom)) for atom in self.atoms]
                    self.cursor.take(ahead + 1)
                    return True
                return False
        return False

    def _excess(self) -> bool:
        """1週間を超え; but 1週間を過ぎても連絡がない is no more than a week."""
        ahead = int(self.cursor.sees_text("を"))
        if not self.cursor.sees_text("超", "過", ahead=ahead):
            return False
        if any(self.cursor.sees_text("も", ahead=ahead + k) for k in (1, 2, 3)):
            return False
        self.cursor.take(ahead + 2)
        dated = not isinstance(self.atoms[-1], Count | _DayNumber | Hours)
        self._settle(counts=True)
        self.bound = Bound.FROM if dated else Bound.AT_LEAST
        return True


def _largest(atoms: Sequence[_Atom]) -> int:
    return max((atom.n for atom in atoms if isinstance(atom, _DayNumber)), default=0)


def _bare_number_counts(cursor: Cursor) -> bool:
    """20日に and 20日連絡 name a day; 3日で, 3日お待ち, 3日かかる and 3日 alone count days."""
    token = cursor.peek()
    if token.text == "に" or token.kind in (Kind.WORD, Kind.CHANNEL, Kind.OTHER_MATTER):
        return False
    return not (token.text == "の" or (token.text == "、" and cursor.sees(Kind.WORD, 1)))


def counts_business_days(atom: Spec | _DayNumber) -> bool:
    """Whether "not on days off" can be said of it: of days, and of business days anyway."""
    if isinstance(atom, Count):
        return atom.unit in (Unit.DAYS, Unit.BUSINESS_DAYS)
    return isinstance(atom, _DayNumber)


def in_business_days(spec: Spec) -> Spec:
    """A count of days that leaves days off out."""
    if isinstance(spec, Count) and spec.unit is Unit.DAYS:
        return replace(spec, unit=Unit.BUSINESS_DAYS)
    return spec


def _settled_count(atom: _Atom) -> Spec:
    return _settled(atom, counts=True)


def _settled(atom: _Atom, *, counts: bool) -> Spec:
    if isinstance(atom, _DayNumber):
        return Count(atom.n, Unit.DAYS) if counts else DayOfMonth(atom.n)
    return atom


def _bound_before(cursor: Cursor, start: int, bound: Bound, *, several: bool) -> Bound:
    """What stands before a time may make it a start or the least."""
    before = [cursor.tokens[k] for k in range(max(0, start - 4), start)]
    while before and before[-1].text in ("、", "で", "は", "約", "the", ":", "about", "around"):
        before.pop()
    if not before:
        return bound
    last = before[-1]
    if last.kind is Kind.AT_LEAST:
        adjacent = cursor.tokens[start - 1] is last or not last.is_latin
        return Bound.AT_LEAST if adjacent else bound
    if last.kind is Kind.EARLIEST:
        return Bound.EARLIEST
    texts = [token.text for token in before]
    earlier_than = texts[-3:] in (["no", "earlier", "than"], ["not", "earlier", "than"])
    if not several and (texts[-1] in _START_WORDS or earlier_than or texts[-2:] == ["as", "of"]):
        return Bound.FROM
    return bound
