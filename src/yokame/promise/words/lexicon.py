"""Every known word by its first character, the longest first."""

from typing import NamedTuple

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
# What may be torn by a line end, and shows by that that the line went on.
_TORN = frozenset(
    {Kind.WORD, Kind.OUTCOME, Kind.CHANNEL, Kind.PASS, Kind.FAIL, Kind.REGARDLESS, Kind.SUFFIX,
     Kind.EITHER_WAY, Kind.EVERYONE, Kind.RELATIVE_WEEK, Kind.RELATIVE_DAY, Kind.NAMED_SPAN}
)  # fmt: skip
_LONGEST_TORN = 8


class Entry(NamedTuple):
    """A spelling as it must stand (`出ま`), and the part of it that is the word (`出`)."""

    spelling: str
    word: str
    kind: Kind
    value: int = 0


def _entries() -> dict[str, tuple[Entry, ...]]:
    words: dict[str, tuple[Kind, int]] = {}
    for kind, spellings in PLAIN.items():
        words.update(dict.fromkeys(spelled(spellings), (kind, 0)))
    for kind, values in VALUED.items():
        words.update({word: (kind, value) for word, value in values.items()})
    words.update({word: (Kind.NUMBER, value) for word, value in NUMBER_WORDS.items()})
    words.update({word: (Kind.UNIT, 0) for word in UNITS if word.isascii()})
    for place, (_, spellings) in enumerate(CHANNEL_WORDS):
        words.update(dict.fromkeys(spelled(spellings), (Kind.CHANNEL, place)))
    by_first: dict[str, list[Entry]] = {}
    for word, (kind, value) in words.items():
        entry = Entry(word.replace("+", ""), word.partition("+")[0], kind, value)
        by_first.setdefault(word[0], []).append(entry)
    return {
        first: tuple(sorted(entries, key=lambda entry: -len(entry.spelling)))
        for first, entries in by_first.items()
    }


KNOWN = _entries()


def _by_first(spellings: list[tuple[str, Kind]]) -> dict[str, tuple[tuple[str, Kind], ...]]:
    ordered = sorted(spellings, key=lambda entry: -len(entry[0]))
    firsts = {word[0] for word, _ in ordered}
    return {first: tuple(e for e in ordered if e[0][0] == first) for first in firsts}


# Units and counters, which are words only behind a number.
AFTER_NUMBER = _by_first(
    [(unit, Kind.UNIT) for unit in UNITS] + [(counter, Kind.COUNTER) for counter in COUNTERS]
)


def begins_unit(text: str, place: int) -> bool:
    """Whether a unit of time stands at `place`."""
    return any(
        kind is Kind.UNIT and text.startswith(word, place)
        for word, kind in AFTER_NUMBER.get(text[place : place + 1], ())
    )


def is_torn(before: str, after: str) -> bool:
    """Whether a known word begins in `before` and ends in `after`: 営 / 業日, メ / ール."""
    tail, head = before[-_LONGEST_TORN:], after[:_LONGEST_TORN]
    joined = tail + head
    for place in range(len(tail)):
        rest = len(tail) - place
        known = [entry.word for entry in KNOWN.get(joined[place], ()) if entry.kind in _TORN]
        units = [word for word, kind in AFTER_NUMBER.get(joined[place], ()) if kind is Kind.UNIT]
        if any(len(w) > rest and joined.startswith(w, place) for w in (*known, *units)):
            return True
    return False
