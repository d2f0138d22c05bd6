"""Text in columns of a terminal, where a full-width character takes two."""

import unicodedata

# No line begins with one of these, and none ends with one of those (禁則処理).
_NOT_FIRST = frozenset(
    "、。，．・：；？！）」』】〕〉》”’ー々,.:;?!)]}ぁぃぅぇぉっゃゅょァィゥェォッャュョ"
)
_NOT_LAST = frozenset("（「『【〔〈《“‘([{")


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
    """Lines of at most `columns`: English breaks at spaces, Japanese anywhere it may."""
    lines: list[str] = []
    line = ""
    for piece in _pieces(text):
        if line and width(line + piece.rstrip()) > columns:
            lines.append(line.rstrip())
            line = piece.lstrip()
        else:
            line += piece
    return [*lines, line.rstrip()] if line.strip() or not lines else lines


def _pieces(text: str) -> list[str]:
    """The smallest parts that may not be broken: a word with its space, a wide character."""
    pieces: list[str] = []
    for char in text:
        if pieces and not _may_break(pieces[-1][-1], char):
            pieces[-1] += char
        else:
            pieces.append(char)
    return pieces


def _may_break(before: str, after: str) -> bool:
    if after in _NOT_FIRST or before in _NOT_LAST or after == " ":
        return False
    if before == " ":
        return True
    # (火) belongs to its date.
    return after != "(" and 2 in (_columns(before), _columns(after))
