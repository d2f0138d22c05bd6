"""Which row holds the headings, and what each heading says that its column holds."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from yokame.sheets.grids import Cell, Grid, Line, said
from yokame.sheets.spelling import bare, one_line, without_brackets
from yokame.sheets.stage_names import stages_before
from yokame.sheets.table import Field, Use
from yokame.sheets.vocabulary import words

_N_LOOKED_AT = 30
# A heading is a few words: what is longer is a note above the table.
_LONGEST_HEADING = 60
# Which of two columns of the same use is the one: the heading that stands earlier in its list.
_LAST = 10_000


@dataclass(frozen=True)
class Headings:
    """The headings by column, and the place in the grid of the row after them."""

    line: int
    texts: tuple[str, ...]
    n_rows_above: int


@lru_cache(maxsize=4_000)
def use_of(heading: str) -> tuple[Use, int] | None:
    """What a column of this heading holds, and how usual the heading is for it (0 most)."""
    if not heading or len(heading) > _LONGEST_HEADING:
        return None
    for plain in dict.fromkeys((bare(heading), bare(without_brackets(heading)))):
        found = words("headings", "columns").get(plain)
        if found:
            return Use(Field(found[0])), found[1]
        for stage, rest in stages_before(plain):
            part = words("headings", "parts").get(rest)
            if part:
                field = Field(part[0])
                return Use(field, None if field is Field.KEPT else stage), 0
    return None


def n_understood(cells: Sequence[Cell]) -> int:
    """How many of a row's cells are headings; the employer's counts double."""
    uses = [use_of(one_line(cell)) for cell in cells if isinstance(cell, str)]
    found = {use[0] for use in uses if use}
    return len(found) + (Use(Field.EMPLOYER) in found)


def find_headings(grid: Grid) -> Headings:
    """The row most of whose cells are headings; of equals the first. Two rows may make one.

    Where no row has any, it is the first row with more than one cell: the person says what is what.
    """
    candidates = [_of_row(grid, place) for place in range(min(len(grid), _N_LOOKED_AT))]
    candidates += [_of_two_rows(grid, place) for place in range(1, min(len(grid), _N_LOOKED_AT))]
    best = max(candidates, key=lambda headings: n_understood(headings.texts))
    if n_understood(best.texts):
        return best
    wide = (each for each in candidates if sum(map(bool, each.texts)) > 1)
    return next(wide, candidates[0])


def _of_row(grid: Grid, place: int) -> Headings:
    line = grid[place]
    return Headings(line.number, tuple(_text(cell) for cell in line.cells), place + 1)


def _of_two_rows(grid: Grid, place: int) -> Headings:
    """一次面接 over 日程 and 結果: the upper one goes on over the columns that it spans."""
    upper, lower = grid[place - 1], grid[place]
    texts, spanning = [], ""
    for column in range(max(len(upper.cells), len(lower.cells))):
        above, below = _cell(upper, column), _cell(lower, column)
        spanning = above or spanning
        texts.append(f"{above or (spanning if below else '')} {below}".strip())
    return Headings(lower.number, tuple(texts), place + 1)


def _cell(line: Line, column: int) -> str:
    return _text(line.cells[column]) if column < len(line.cells) else ""


def _text(cell: Cell) -> str:
    return one_line(said(cell))


def rank(heading: str) -> int:
    """How usual a heading is for what its column holds, 0 most."""
    found = use_of(heading)
    return found[1] if found else _LAST


def uses_of(headings: Sequence[str]) -> tuple[Use, ...]:
    """The use of each column. Of several for one thing the most usual heading is taken, and the
    others are kept in the note; as is every column whose heading is not known.
    """
    known = [use_of(heading) for heading in headings]
    first: dict[Use, tuple[int, int]] = {}
    for place, found in enumerate(known):
        if found and found[0].field not in _MANY:
            first[found[0]] = min(first.get(found[0], (_LAST, 0)), (found[1], place))
    uses = []
    for place, (heading, found) in enumerate(zip(headings, known, strict=True)):
        if found is None:
            uses.append(Use(Field.KEPT if heading else Field.UNUSED))
        elif found[0].field in _MANY or first[found[0]][1] == place:
            uses.append(found[0])
        else:
            uses.append(Use(Field.KEPT))
    return tuple(uses)


# Columns that may stand several times: each says its part.
_MANY = frozenset(
    {Field.NOTE, Field.KEPT, Field.UNUSED, Field.SECRET, Field.STATE, Field.APPLIED_ON}
)
