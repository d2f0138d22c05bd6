"""How a page is laid out: headings, indented text, and items of a list."""

from yokame.cli.columns import padded, width, wrapped
from yokame.cli.terminal import bold, columns, dim

_INDENT = 2


def section(heading: str, body: list[str]) -> list[str]:
    """A heading, its lines, and an empty line; nothing at all where there are no lines."""
    return [bold(heading), *body, ""] if body else []


def indented(line: str) -> str:
    """A line that must not be wrapped."""
    return " " * _INDENT + line


def paragraph(text: str, *, indent: int = _INDENT, dimmed: bool = False) -> list[str]:
    """Text in lines that fit."""
    style = dim if dimmed else str
    return [" " * indent + style(line) for line in wrapped(text, columns() - indent)]


def item(text: str, *, dimmed: bool = False) -> list[str]:
    """One of several: a point before its first line."""
    first, *rest = paragraph(text, indent=2 * _INDENT, dimmed=dimmed)
    return [f"{' ' * _INDENT}- {first[2 * _INDENT :]}", *rest]


def rows(pairs: list[tuple[str, str]]) -> list[str]:
    """What things are called at the left, what they are at the right."""
    left = max(width(name) for name, _ in pairs) + _INDENT
    lines = []
    for name, value in pairs:
        first, *rest = wrapped(value, columns() - _INDENT - left)
        lines.append(indented(padded(name, left) + first))
        lines += [indented(" " * left + line) for line in rest]
    return lines
