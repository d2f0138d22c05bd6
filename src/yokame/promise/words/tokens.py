"""From one spelling to words: the longest known word at each place, numbers with their units."""

import re
from dataclasses import dataclass

from yokame.promise.words.numerals import KANJI_NUMERALS, run_of_numerals, values_of
from yokame.promise.words.vocabulary import (
    CHANNEL_WORDS,
    COUNTERS,
    NUMBER_WORDS,
    UNITS,
    VALUED,
    Kind,
    spelled,
)
from yokame.promise.words.word_lists import PLAIN

CHANNEL_ORDER = tuple(name for name, _ in CHANNEL_WORDS)
_LIST_MARKS = frozenset({"~", "-", "・", "、", "か", "or", "and", "to", "または", "もしくは"})
_TOO_MANY_DIGITS = 6
_HUGE = 10**_TOO_MANY_DIGITS

_LATIN = re.compile(r"[a-z']+")
_DIGIT_RUN = re.compile(r"[0-9]+")
_ORDINAL_END = re.compile(r"(?:st|nd|rd|th)(?![a-z])")
_CLOCK = re.compile(
    r"[0-9]{1,2}(?::[0-9]{2}|時(?!間)(?:半|[0-9]{1,2}分)?| ?[ap]\.?m\.?(?![a-z]))", re.ASCII
)
_WEEKDAY_IN_BRACKETS = re.compile(
    r"\((?:祝[・、]?)?(?:([月火水木金土日])(?:曜日?)?|(mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?)"
    r"(?:[・、/]?(?:祝日?|振休|休日?))?\)"
)
_WEEKDAY_IN_A_LIST = re.compile(
    r"[月火水木金土日](?=(?:か|・|、|~|-|または|もしくは)?"
    r"(?:[月火水木金土日](?:か|・|、|~|-)?){0,4}[月火水木金土日]曜)"
)
_WEEKDAY_PAIR = re.compile(
    r"(?<![\u4e00-\u9fff])(?:月火|火水|水木|木金)(?=あたり|辺り|頃|ごろ|まで|に|中|で|か)"
)
_WEEKDAY_ALONE = re.compile(r"[月火水木金土日](?![\u4e00-\u9fff])")
_KANJI_NUMBER_FOLLOWS = re.compile(r"(?:か|・|、|~|-|から|または|ないし)[〇一二三四五六七八九十]")
_SENTENCE_END = frozenset("。!?;\n※")
_WEEKDAYS = "月火水木金土日"
_WEEKDAYS_IN_ENGLISH = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass(frozen=True, slots=True)
class Token:
    """One word, with what it is worth, and where it stands in the normalised text."""

    kind: Kind
    text: str
    start: int
    end: int
    value: int = 0

    @property
    def is_latin(self) -> bool:
        return "a" <= self.text[0] <= "z"


def _known_words() -> dict[str, list[tuple[str, Kind, int]]]:
    words: dict[str, tuple[Kind, int]] = {}
    for kind, spellings in PLAIN.items():
        words.update(dict.fromkeys(spelled(spellings), (kind, 0)))
    for kind, values in VALUED.items():
        words.update({word: (kind, value) for word, value in values.items()})
    words.update({word: (Kind.NUMBER, value) for word, value in NUMBER_WORDS.items()})
    words.update({word: (Kind.UNIT, 0) for word in UNITS if word.isascii()})
    for place, (_, spellings) in enumerate(CHANNEL_WORDS):
        words.update(dict.fromkeys(spelled(spellings), (Kind.CHANNEL, place)))
    by_first: dict[str, list[tuple[str, Kind, int]]] = {}
    for word, (kind, value) in words.items():
        by_first.setdefault(word[0], []).append((word, kind, value))
    for same_first in by_first.values():
        same_first.sort(key=lambda entry: -len(entry[0]))
    return by_first


_KNOWN = _known_words()
_AFTER_NUMBERS = sorted(
    [(unit, Kind.UNIT) for unit in UNITS] + [(counter, Kind.COUNTER) for counter in COUNTERS],
    key=lambda entry: -len(entry[0]),
)


def tokens_of(text: str) -> tuple[Token, ...]:
    """The words of a normalised text, in order. Spaces are dropped; every other character stays."""
    reader = _Reader(text)
    while reader.place < len(text):
        reader.step()
    return tuple(reader.told)


class _Reader:
    """Walks over the text once; each step takes at least one character."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.place = 0
        self.told: list[Token] = []

    def step(self) -> None:
        char = self.text[self.place]
        if char == " ":
            self.place += 1
        elif not (
            (self._follows_number() and self._unit())
            or self._marks(char)
            or self._weekday(char)
            or self._clock(char)
            or self._known_word(char)
            or self._number(char)
        ):
            latin = _LATIN.match(self.text, self.place)
            self._take(Kind.OTHER, latin.end() if latin else self.place + 1)

    def _take(self, kind: Kind, end: int, value: int = 0) -> bool:
        self.told.append(Token(kind, self.text[self.place : end], self.place, end, value))
        self.place = end
        return True

    def _follows_number(self) -> bool:
        return bool(self.told) and self.told[-1].kind is Kind.NUMBER

    def _unit(self) -> bool:
        for word, kind in _AFTER_NUMBERS:
            if self.text.startswith(word, self.place) and self._ends_word(self.place + len(word)):
                return self._take(kind, self.place + len(word))
        return False

    def _marks(self, char: str) -> bool:
        if char in _SENTENCE_END:
            return self._take(Kind.END, self.place + 1)
        if char != ".":
            return False
        after = self.text[self.place + 1 : self.place + 2]
        abbreviated = bool(self.told) and self.told[-1].kind in (Kind.MONTH_NAME, Kind.WEEKDAY)
        ends = (not after or after == " " or not after.isascii()) and not abbreviated
        return self._take(Kind.END if ends else Kind.OTHER, self.place + 1)

    def _weekday(self, char: str) -> bool:
        if char == "(":
            found = _WEEKDAY_IN_BRACKETS.match(self.text, self.place)
            if found is None:
                return False
            kanji, english = found.groups()
            value = _WEEKDAYS.index(kanji) if kanji else _WEEKDAYS_IN_ENGLISH.index(english)
            return self._take(Kind.WEEKDAY, found.end(), value)
        if char not in _WEEKDAYS:
            return False
        listed = _WEEKDAY_IN_A_LIST.match(self.text, self.place) or _WEEKDAY_PAIR.match(
            self.text, self.place
        )
        alone = self._expects_weekday() and _WEEKDAY_ALONE.match(self.text, self.place)
        if listed or alone:
            return self._take(Kind.WEEKDAY, self.place + 1, _WEEKDAYS.index(char))
        return False

    def _expects_weekday(self) -> bool:
        """After 来週 or 来週の, and in a list of weekdays, one character is a weekday."""
        before = [token for token in self.told[-2:] if token.text != "の"]
        if not before:
            return False
        if before[-1].text in _LIST_MARKS:
            return len(before) > 1 and before[0].kind is Kind.WEEKDAY
        return before[-1].kind in (Kind.RELATIVE_WEEK, Kind.WEEKDAY)

    def _clock(self, char: str) -> bool:
        if not ("0" <= char <= "9"):
            return False
        found = _CLOCK.match(self.text, self.place)
        return found is not None and self._take(Kind.CLOCK, found.end())

    def _known_word(self, char: str) -> bool:
        for word, kind, value in _KNOWN.get(char, ()):
            end = self.place + len(word)
            if self.text.startswith(word, self.place) and self._ends_word(end):
                return self._take(kind, end, value)
        return False

    def _ends_word(self, end: int) -> bool:
        """A Latin word ends where its letters end; Japanese has no such sign."""
        last, after = self.text[end - 1], self.text[end : end + 1]
        return not ("a" <= last <= "z" and "a" <= after <= "z")

    def _number(self, char: str) -> bool:
        if "0" <= char <= "9":
            found = _DIGIT_RUN.match(self.text, self.place)
            end = found.end() if found else self.place + 1
            digits = self.text[self.place : end]
            value = int(digits) if len(digits) <= _TOO_MANY_DIGITS else _HUGE
            ordinal = _ORDINAL_END.match(self.text, end)
            return self._take(Kind.NUMBER, ordinal.end() if ordinal else end, value)
        if char not in KANJI_NUMERALS:
            return False
        return self._kanji_number(run_of_numerals(self.text, self.place))

    def _kanji_number(self, end: int) -> bool:
        """A run of kanji numerals counts only before a unit, or before one more of a range."""
        values = values_of(self.text[self.place : end])
        before_unit = any(
            kind is Kind.UNIT and self.text.startswith(word, end) for word, kind in _AFTER_NUMBERS
        )
        if not values or not (before_unit or _KANJI_NUMBER_FOLLOWS.match(self.text, end)):
            return False
        if len(values) == 2:
            self._take(Kind.NUMBER, self.place + 1, values[0])
            self.told.append(Token(Kind.OTHER, "~", self.place, self.place))
        return self._take(Kind.NUMBER, end, values[-1])
