"""The grammar of what stands behind a time: 以内, まで, 以降, 後, (土日祝を除く)."""

from collections.abc import Sequence
from dataclasses import replace
from enum import Enum, auto

from yokame.promise.calendar_days import (
    CalendarDay,
    DayOfMonth,
    NamedWeekday,
)
from yokame.promise.promise import Unit
from yokame.promise.times.counts import INSIDE, MOST_A_COUNT, ROUGHLY, Atom, DayNumber
from yokame.promise.times.cursor import Cursor
from yokame.promise.times.dates import its_week
from yokame.promise.times.days import day_at
from yokame.promise.windows import Count, Hours, Spec
from yokame.promise.words.tokens import Token
from yokame.promise.words.vocabulary import Kind, spelled

_BY = frozenset(spelled("まで までに 迄 迄に 以前"))
_AROUND = frozenset(spelled("頃 ころ ごろ あたり 辺り 目処 目途 めど 目安"))
_SINCE = frozenset(spelled("以降 以後 から より onwards onward"))
_MORE = frozenset(spelled("以上 超 強"))
_LONGER = frozenset(spelled("長 遅 多 掛 延 要 時 かか"))
_BRACKETED = 12
_LATE_DAY = 15


class Bound(Enum):
    """On which side of the time that was named word comes."""

    BY = auto()
    FROM = auto()
    AT_LEAST = auto()
    EARLIEST = auto()
    SOME_TIME = auto()
    UNREAD = auto()


class Suffix:
    """What follows a time: how it binds, and whether N日 counts days (None: not told yet)."""

    def __init__(self, cursor: Cursor, atoms: Sequence[Atom]) -> None:
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
        if token.text in ("後", "のち"):
            return self._later()
        if token.text == "(" or (token.text in ("の", "週") and self._in_its_week()):
            return token.text != "(" or self._in_brackets()
        following = self.cursor.peek(1)
        clock = token.text == "の" and following.kind is Kind.CLOCK
        if clock or (token.text == "を" and following.text in _AROUND):
            self.cursor.take()
            return True
        if token.text == "に" and self._entered():
            self.bound = Bound.FROM
            return True
        told = self._told_by(token)
        if told:
            self.cursor.take()
        return told or self._excess()

    def _in_its_week(self) -> bool:
        """16日の週: a day of the month, and the week that holds it."""
        last = self.atoms[-1]
        week = its_week(self.cursor, DayOfMonth(last.n)) if isinstance(last, DayNumber) else None
        self.atoms = [*self.atoms[:-1], week] if week else self.atoms
        return week is not None

    def _told_by(self, token: Token) -> bool:
        text = token.text
        if token.kind is Kind.CLOCK:
            self.strong = True
        elif text in INSIDE or text in ROUGHLY:
            self._settle(counts=text != "前後" or _largest(self.atoms) < _LATE_DAY)
        elif text in _BY or text in _AROUND:
            self._settle(counts=False)
            self.strong = True
        elif text == "より" and self.cursor.sees_text("前", "早", ahead=1):
            self._settle(counts=self.cursor.sees_text("早", ahead=1))
            self.cursor.take()
        elif text == "より" and self._is_longer():
            self._settle(counts=True)
            self.bound = Bound.AT_LEAST
        elif text in _SINCE:
            self._settle(counts=text in ("以降", "以後") and self._is_short())
            self.bound = Bound.FROM
        elif text in _MORE:
            self._settle(counts=True)
            self.bound = Bound.AT_LEAST
        elif text == "中":
            self._settle(counts=_largest(self.atoms) <= MOST_A_COUNT)
            self.strong = True
        else:
            return False
        return True

    def _is_longer(self) -> bool:
        """2週間より長く, 10日よりも遅く: the least, not a start."""
        counted = isinstance(self.atoms[-1], Count | DayNumber | Hours)
        ahead = 1 + self.cursor.sees_text("も", "は", ahead=1)
        return counted and self.cursor.peek(ahead).text in _LONGER

    def _is_short(self) -> bool:
        return not isinstance(self.atoms[-1], DayNumber)

    def _settle(self, *, counts: bool) -> None:
        if self.counts is None:
            self.counts = counts

    def _later(self) -> bool:
        """3日後, and 1週間後の11月20日, where the date says the same again, and better."""
        self._settle(counts=True)
        self.cursor.take()
        if isinstance(self.atoms[-1], Count | DayNumber) and self.cursor.sees_text("の", "、"):
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
        dated = not isinstance(self.atoms[-1], Count | DayNumber | Hours)
        self._settle(counts=True)
        self.bound = Bound.FROM if dated else Bound.AT_LEAST
        return True


def _largest(atoms: Sequence[Atom]) -> int:
    return max((atom.n for atom in atoms if isinstance(atom, DayNumber)), default=0)


def counts_business_days(atom: Spec | DayNumber) -> bool:
    """Whether "not on days off" can be said of it: of days, and of business days anyway."""
    if isinstance(atom, Count):
        return atom.unit in (Unit.DAYS, Unit.BUSINESS_DAYS)
    return isinstance(atom, DayNumber)


def in_business_days(spec: Spec) -> Spec:
    """A count of days that leaves days off out."""
    if isinstance(spec, Count) and spec.unit is Unit.DAYS:
        return replace(spec, unit=Unit.BUSINESS_DAYS)
    return spec


def _settled_count(atom: Atom) -> Spec:
    return settled(atom, counts=True)


def settled(atom: Atom, *, counts: bool) -> Spec:
    if isinstance(atom, DayNumber):
        return Count(atom.n, Unit.DAYS) if counts else DayOfMonth(atom.n)
    return atom


def bare_number_counts(cursor: Cursor) -> bool:
    """20日に and 20日連絡 name a day; 3日で, 3日お待ち, 3日かかる and 3日 alone count days."""
    token = cursor.peek()
    if token.text == "に" or token.kind in (Kind.WORD, Kind.CHANNEL, Kind.OTHER_MATTER):
        return False
    return not (token.text == "の" or (token.text == "、" and cursor.sees(Kind.WORD, 1)))
