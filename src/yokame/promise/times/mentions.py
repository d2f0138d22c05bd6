"""Every time that the words name, and how it binds."""

from collections.abc import Sequence
from dataclasses import dataclass

from yokame.promise.calendar_days import (
    CalendarDay,
    DayOfMonth,
    DaysAfter,
    NamedWeekday,
    PartOfMonth,
    PartOfWeek,
)
from yokame.promise.times.counts import Atom, DayNumber, atoms_at, separator
from yokame.promise.times.cursor import Cursor
from yokame.promise.times.parts import THIRDS_OF_MONTH
from yokame.promise.times.suffixes import Bound, Suffix, bare_number_counts, settled
from yokame.promise.windows import Spec
from yokame.promise.words.tokens import Token
from yokame.promise.words.vocabulary import Kind


@dataclass(frozen=True)
class Mention:
    """A time that was named, from token `start` to before token `end`.

    `options` are the bounds of a range; the later one counts. `weak` is a word such as 本日 or
    来週 that names a window only where word is spoken of; `wished` is said of できれば来週中.
    """

    start: int
    end: int
    options: tuple[Spec, ...]
    bound: Bound = Bound.BY
    weak: bool = False
    wished: bool = False


_WEAK = (DaysAfter, PartOfWeek, PartOfMonth)
_LIMITS = ("by", "within", "until", "before", "end")
_UNREAD_SPANS = ("半月", "半年", "half a month")
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
    if token.kind is Kind.BLANK_NUMBER:
        cursor.take(2)
        while cursor.sees(Kind.SUFFIX):
            cursor.take()
        return Mention(start, cursor.at, (), Bound.UNREAD)
    atoms = atoms_at(cursor)
    if atoms is None:
        cursor.at = start
        return None
    if not atoms:
        return Mention(start, cursor.at, (), Bound.UNREAD)
    return _with_suffix(cursor, start, atoms)


def _some_time(cursor: Cursor, start: int) -> Mention:
    """後日, 半月, which is a time but no date, and 数日〜1週間, where the second time is one."""
    span = cursor.peek().text
    cursor.take()
    after = cursor.at
    if separator(cursor):
        atoms = atoms_at(cursor)
        if atoms:
            return _with_suffix(cursor, start, atoms)
    cursor.at = after
    while cursor.sees_text("以内", "に", "中", "間", "程度", "ほど", "くらい", "で", "後"):
        cursor.take()
    bound = Bound.UNREAD if span in _UNREAD_SPANS else Bound.SOME_TIME
    return Mention(start, cursor.at, (), bound)


def _unknown_day(cursor: Cursor, start: int) -> Mention:
    """年明け names no day, unless a date follows it."""
    cursor.take()
    after = cursor.at
    cursor.skip_text("の", "、", "(")
    atoms = atoms_at(cursor)
    if atoms and isinstance(atoms[-1], CalendarDay | DayOfMonth | DayNumber):
        return _with_suffix(cursor, start, atoms)
    third = atoms and atoms[-1] in THIRDS_OF_MONTH.values()
    if not (atoms and (third or isinstance(atoms[-1], NamedWeekday))):
        # 連休明けの火曜, 年明け、上旬: which Tuesday or month is not known either.
        cursor.at = after
    while cursor.sees_text("に", "までに", "まで", "以降", "頃", "ごろ", "早々", "すぐ", "から"):
        cursor.take()
    return Mention(start, cursor.at, (), Bound.UNREAD)


def _with_suffix(cursor: Cursor, start: int, atoms: Sequence[Atom]) -> Mention:
    """Read what stands behind a time, and settle what N日 was."""
    suffix = Suffix(cursor, atoms)
    while suffix.step():
        pass
    counts = bare_number_counts(cursor) if suffix.counts is None else suffix.counts
    options = tuple(settled(atom, counts=counts) for atom in suffix.atoms)
    strong = suffix.strong or cursor.tokens[start - 1 if start else 0].text in _LIMITS
    weak = not strong and all(isinstance(option, _WEAK) for option in options)
    bound = _bound_before(cursor, start, suffix.bound, several=len(options) > 1)
    wished = _is_wished(cursor, start)
    return Mention(start, cursor.at, options, bound, weak, wished)


def _is_wished(cursor: Cursor, start: int) -> bool:
    """できれば来週中, ideally by Friday, by Friday if possible."""
    if cursor.sees(Kind.WISH):
        return cursor.peek().is_latin
    for token in reversed(cursor.tokens[max(0, start - 4) : start]):
        if token.kind is Kind.WISH:
            return True
        if not (token.text in ("、", "は") or (token.is_latin and token.text in (*_LIMITS, "the"))):
            return False
    return False


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
