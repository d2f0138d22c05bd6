"""One spelling for many: width, dashes, spaces and line ends, with the way back to the original."""

import re
import unicodedata
from dataclasses import dataclass

from yokame.promise.words.line_ends import wraps

_MARKS = re.compile(r"[\u3099\u309a\uff9e\uff9f]")
_SAME = str.maketrans(
    {
        **dict.fromkeys("〜～∼〰", "~"),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("，､,", "、"),
        **dict.fromkeys("｡", "。"),
        **dict.fromkeys("’‘`´", "'"),
        **dict.fromkeys("「」『』“”〝〟", '"'),
        **dict.fromkeys("【〔［[{<〈《", "("),
        **dict.fromkeys("】〕］]}>〉》", ")"),
        **dict.fromkeys("･•", "・"),
    }
)
_INVISIBLE = frozenset("\u200b\u200c\u200d\u2060\ufeff\u00ad")
_TIGHT = frozenset("/~():・、。")


@dataclass(frozen=True)
class Wording:
    """Words in one spelling. `text[k]` was made from `original[origin[k]:ends[k]]`."""

    original: str
    text: str
    origin: tuple[int, ...]
    ends: tuple[int, ...]

    def quote(self, start: int, end: int) -> str:
        """What was really written for `text[start:end]`."""
        if start >= end:
            return ""
        return self.original[self.origin[start] : self.ends[end - 1]].strip()


def in_one_spelling(said: str) -> Wording:
    """`said` in lower case, half width, without the spaces that carry nothing in Japanese."""
    chars, origin, ends = [], [], []
    for start, end in _written_characters(said):
        raw = said[start:end]
        same = "\n" if raw == "\n" else unicodedata.normalize("NFKC", raw.translate(_SAME))
        for char in same.lower().translate(_SAME):
            if char not in _INVISIBLE:
                chars.append(char if char == "\n" or not char.isspace() else " ")
                origin.append(start)
                ends.append(end)
    small = frozenset(k for k, start in enumerate(origin) if said[start].islower())
    kept = _without_idle_spaces(_with_line_ends(chars, small))
    return Wording(
        original=said,
        text="".join(char for _, char in kept),
        origin=tuple(origin[k] for k, _ in kept),
        ends=tuple(ends[k] for k, _ in kept),
    )


def _written_characters(said: str) -> list[tuple[int, int]]:
    """Spans of one character each, together with the voicing marks of half-width kana."""
    spans: list[tuple[int, int]] = []
    for k, char in enumerate(said):
        if spans and _MARKS.match(char):
            spans[-1] = (spans[-1][0], k + 1)
        else:
            spans.append((k, k + 1))
    return spans


def _with_line_ends(chars: list[str], small: frozenset[int]) -> list[tuple[int, str]]:
    """A line end stays where it ends a thought, and is a space where it wrapped a line."""
    lines = "".join(chars).split("\n")
    told: list[tuple[int, str]] = []
    start = 0
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        end = start + len(line)
        goes_on_at = end + 1 + len(following) - len(following.lstrip(" >"))
        wrapped = wraps(line, following, small_letter_follows=goes_on_at in small)
        quoted = len(line) - len(line.lstrip(" >")) if told and told[-1][1] == " " else 0
        told += [(k, chars[k]) for k in range(start + quoted, end)]
        if end < len(chars):
            told.append((end, " " if wrapped else "\n"))
        start = end + 1
    return told


def _without_idle_spaces(chars: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """Spaces stay between Latin words and digits only, one at a time."""
    kept: list[tuple[int, str]] = []
    for place, (k, char) in enumerate(chars):
        if char == " ":
            before = kept[-1][1] if kept else "\n"
            after = chars[place + 1][1] if place + 1 < len(chars) else "\n"
            if before in " \n" or after in " \n" or _is_tight(before) or _is_tight(after):
                continue
        kept.append((k, char))
    return kept


def _is_tight(char: str) -> bool:
    return char in _TIGHT or ord(char) >= 0x2E80
