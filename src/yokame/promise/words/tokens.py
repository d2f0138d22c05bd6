"""From one spelling to words: the longest known word at each place, numbers with their units."""

from dataclasses import dataclass

from yokame.promise.words.lexicon import AFTER_NUMBER, KNOWN, begins_unit
from yokame.promise.words.numerals import KANJI_NUMERALS, run_of_numerals, values_of
from yokame.promise.words.patterns import Pattern
from yokame.promise.words.vocabulary import Kind

_LIST_MARKS = frozenset({"~", "-", "・", "、", "か", "or", "and", "to", "または", "もしくは"})
_TOO_MANY_DIGITS = 6
_HUGE = 10**_TOO_MANY_DIGITS

_LATIN = Pattern(r"[a-z']+")
_DIGIT_RUN = Pattern(r"[0-9]+")
_ORDINAL_END = Pattern(r"(?:st|nd|rd|th)(?![a-z])")
_CLOCK = Pattern(r"[0-9]{1,2}(?::[0-9]{2}|時(?!間)(?:半|[0-9]{1,2}分)?| ?[ap]\.?m\.?(?![a-z]))")
_WEEKDAY_IN_BRACKETS = Pattern(
    r"\((?:祝[・、]?)?(?:([月火水木金土日])(?:曜日?)?|(mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?)"
    r"(?:[・、/]?(?:祝日?|振休|休日?))?\)"
)
_WEEKDAY_IN_A_LIST = Pattern(
    r"[月火水木金土日](?=(?:か|・|、|~|-|または|もしくは)?"
    r"(?:[月火水木金土日](?:か|・|、|~|-)?){0,4}[月火水木金土日]曜)"
)
_WEEKDAY_PAIR = Pattern(
    r"(?<![\u4e00-\u9fff])(?:月火|火水|水木|木金)(?=あたり|辺り|頃|ごろ|まで|に|中|で|か)"
)
_WEEKDAY_ALONE = Pattern(r"[月火水木金土日](?![\u4e00-\u9fff])")
# Bounded, so that a long run of letters costs one look at each place.
_ADDRESS = Pattern(
    r"https?://[!-~]{1,200}|www\.[!-~]{1,200}|[a-z0-9._%+-]{1,64}@[a-z0-9.-]{1,200}"
    r"|(?:\+81-?|\(?0)[0-9]{1,4}[-)][0-9]{1,4}-[0-9]{3,4}(?![0-9])|0[0-9]{9,10}(?![0-9])"
)
_BLANKS = frozenset("◯○●〇△□x*")
# ◯日以内, XX日: a number that was left blank.
_BLANK_NUMBER = Pattern(r"(?<![a-z])(?:[◯○●〇△□]{1,3}|[x*]{1,3})(?![◯○●〇△□x*])")
_KANJI_NUMBER_FOLLOWS = Pattern(r"(?:か|・|、|~|-|から|または|ないし)[〇一二三四五六七八九十]")
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
            or (self._follows(Kind.UNIT) and self._misspelt_inside())
            or self._address(char)
            or (char in _BLANKS and self._blank_number())
            or self._marks(char)
            or self._weekday(char)
            or self._clock(char)
            or self._known_word(char)
            or self._number(char)
        ):
            latin = _LATIN.match(self.text, self.place)
            self._take(Kind.OTHER, latin.end() if latin else self.place + 1)

    def _take(self, kind: Kind, end: int, value: int = 0, text: str = "") -> bool:
        word = text or self.text[self.place : end]
        self.told.append(Token(kind, word, self.place, end, value))
        self.place = end
        return True

    def _follows(self, kind: Kind) -> bool:
        return bool(self.told) and self.told[-1].kind is kind

    def _follows_number(self) -> bool:
        return self._follows(Kind.NUMBER) or self._follows(Kind.BLANK_NUMBER)

    def _misspelt_inside(self) -> bool:
        """1週間いない: 以内, typed without converting it."""
        return self.text.startswith("いない", self.place) and self._take(
            Kind.SUFFIX, self.place + 3, text="以内"
        )

    def _address(self, char: str) -> bool:
        """A mail address, a link or a telephone number is one word, and says nothing."""
        if not (char.isascii() and (char.isalnum() or char in "+(")):
            return False
        found = _ADDRESS.match(self.text, self.place)
        return found is not None and self._take(Kind.ADDRESS, found.end())

    def _blank_number(self) -> bool:
        found = _BLANK_NUMBER.match(self.text, self.place)
        return (
            found is not None
            and begins_unit(self.text, found.end())
            and self._take(Kind.BLANK_NUMBER, found.end())
        )

    def _unit(self) -> bool:
        for word, kind in AFTER_NUMBER.get(self.text[self.place], ()):
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
        for entry in KNOWN.get(char, ()):
            end = self.place + len(entry.word)
            if self.text.startswith(entry.spelling, self.place) and self._ends_word(end):
                return self._take(entry.kind, end, entry.value)
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
        before_unit = begins_unit(self.text, end)
        if not values or not (before_unit or _KANJI_NUMBER_FOLLOWS.match(self.text, end)):
            return False
        if len(values) == 2:
            self._take(Kind.NUMBER, self.place + 1, values[0])
            self.told.append(Token(Kind.OTHER, "~", self.place, self.place))
        return self._take(Kind.NUMBER, end, values[-1])
