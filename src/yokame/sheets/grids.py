"""A file's cells before anything is understood, and how much of them is read at most."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time

from yokame.sheets.errors import TooLargeError

MOST_BYTES = 10_000_000
MOST_ROWS = 20_000
MOST_COLUMNS = 200
MOST_CELLS = 500_000
LONGEST_CELL = 20_000


@dataclass(frozen=True)
class NoValue:
    """A formula that was never computed: `formula` is all that is known of the cell."""

    formula: str


Cell = str | int | float | bool | datetime | date | time | NoValue | None


@dataclass(frozen=True)
class Line:
    """A row of the file and its number there, from 1 (of CSV: the line it begins on)."""

    number: int
    cells: tuple[Cell, ...]


Grid = tuple[Line, ...]


def gathered(lines: Iterable[tuple[int, tuple[Cell, ...]]]) -> Grid:
    """The lines that hold anything, with text trimmed. Raises TooLargeError."""
    grid: list[Line] = []
    n_cells = 0
    for number, raw in lines:
        cells = _without_end(tuple(_trimmed(cell, number) for cell in raw))
        if not cells:
            continue
        n_cells += len(cells)
        if len(cells) > MOST_COLUMNS:
            raise TooLargeError(what="columns", most=MOST_COLUMNS, line=number)
        if n_cells > MOST_CELLS:
            raise TooLargeError(what="cells", most=MOST_CELLS, line=number)
        if len(grid) >= MOST_ROWS:
            raise TooLargeError(what="rows", most=MOST_ROWS, line=number)
        grid.append(Line(number, cells))
    return tuple(grid)


def _trimmed(cell: Cell, line: int) -> Cell:
    if not isinstance(cell, str):
        return cell
    if len(cell) > LONGEST_CELL:
        raise TooLargeError(what="letters", most=LONGEST_CELL, line=line)
    return cell.replace("\0", "").strip() or None


def _without_end(cells: tuple[Cell, ...]) -> tuple[Cell, ...]:
    """The cells without the empty ones at their end."""
    end = len(cells)
    while end and cells[end - 1] is None:
        end -= 1
    return cells[:end]


def said(cell: Cell) -> str:
    """A cell as text: what a person sees in it."""
    if cell is None:
        return ""
    if isinstance(cell, NoValue):
        return cell.formula
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else f"{cell:%Y-%m-%d %H:%M}"
    if isinstance(cell, time):
        return f"{cell:%H:%M}"
    return str(cell)
