"""Text in columns of a terminal, where a full-width character takes two."""

import re
import unicodedata
from collections.abc import Callable
from itertools import pairwise

# No line begins with one of these, and none ends with one of those (禁則処理).
_NOT_FIRST = frozenset(
    "、。，．・：；？！）」』】〕〉》”’ー々,.:;?!)]}ぁぃぅぇぉっゃゅょァィゥェォッャュョ"
)
_NOT_LAST = frozenset("（「『【〔〈《“‘([{")
_ENDS_PHRASE = frozenset("、。，．・：；？！）」』】〕〉》／")
_POLITE, _PARTICLES = frozenset("おご"), frozenset("のをにがはもとやでへ")
# Kana in which the first half of a compound verb ends; of them no particle is one.
_STEMS = frozenset("いきぎしちじびみりえけげせぜめれべ")
# Days and numbers with what is counted: 12月4日(金), 5営業日, 10:00〜11:45, Fri 4 Dec 2026.
_KEPT = re.compile(
    r"(?:\d+年)?\d+月\d+日(?:\([月火水木金土日]\))?"
    r"|\d[\d,.:/〜–-]*(?:営業日|[年月日人社回行件段]目?)?"
    r"|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) \d+ [A-Z][a-z]{2}(?: \d{4})?"
)


def width(text: str) -> int:
    """Columns that `text` takes. Of ambiguous width is one column, as in today's terminals."""
    return sum(_columns(char) for char in text)


def _columns(char: str) -> int:
    if unicodedata.combining(char) or unicodedata.category(char) in ("Cf", "Cc"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def padded(text: str, columns: int, *, right: bool = False) -> str:
    """`text` filled up with spaces to `columns`; never cut."""
    space = " " * (columns - width(text))
    return space + text if right else text + space


def wrapped(text: str, columns: int) -> list[str]:
    """Lines of at most `columns`: English breaks at spaces, Japanese between phrases.

    A phrase longer than a line is broken where it may, but never inside a day or a number.
    """
    lines: list[str] = []
    line = ""
    for phrase in _split(text, _begins_phrase):
        whole = width(phrase.rstrip()) <= columns
        for piece in [phrase] if whole else _split(phrase, _may_break):
            if line and width(line + piece.rstrip()) > columns:
                lines.append(line.rstrip())
                line = piece.lstrip()
            else:
                line += piece
    return [*lines, line.rstrip()] if line.strip() or not lines else lines


def _split(text: str, may_split: Callable[[str, int], bool]) -> list[str]:
    """The smallest parts that may not be broken; spaces stay with the part before them."""
    kept = {i for match in _KEPT.finditer(text) for i in range(match.start() + 1, match.end())}
    cuts = [i for i in range(1, len(text)) if i not in kept and may_split(text, i)]
    return [text[first:last] for first, last in pairwise([0, *cuts, len(text)])]


def _may_break(text: str, i: int) -> bool:
    """Whether a line may end before `text[i]`."""
    before, after = text[i - 1], text[i]
    if after in _NOT_FIRST or before in _NOT_LAST or after == " ":
        return False
    if before == " ":
        # A particle belongs to the name before its space: "--json で".
        return not _is_hiragana(after)
    # (火) belongs to its date.
    return after != "(" and 2 in (_columns(before), _columns(after))


def _begins_phrase(text: str, i: int) -> bool:
    """Whether a line had better begin with `text[i]`.

    In Japanese a phrase ends in a mark or in hiragana, and the next begins with something else.
    """
    if not _may_break(text, i):
        return False
    before, after, next_but_one = text[i - 1], text[i], text[i + 1 : i + 2]
    if before in _ENDS_PHRASE or before == " ":
        return True
    if after in _POLITE and before in _PARTICLES:
        return _is_kanji(next_but_one)
    if not _is_hiragana(before) or _is_hiragana(after):
        return False
    return before not in _POLITE and not _is_inside_verb(text, i)


def _is_inside_verb(text: str, i: int) -> bool:
    """Whether one kana stands between two kanji as in 問い合わせ, 受け取る, 数え方."""
    return text[i - 1] in _STEMS and _is_kanji(text[i - 2 : i - 1]) and _is_kanji(text[i])


def _is_hiragana(char: str) -> bool:
    return "ぁ" <= char <= "ゖ"


def _is_kanji(char: str) -> bool:
    return "一" <= char <= "鿿"
