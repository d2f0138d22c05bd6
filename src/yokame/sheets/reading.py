"""A file in, a table out: the door's `read_table`."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from yokame.sheets.applications import application_of, merged
from yokame.sheets.cell_reading import RowReader
from yokame.sheets.delimited import read_delimited
from yokame.sheets.errors import (
    EmptySheetError,
    OldWorkbookError,
    TooLargeError,
    UnknownFormatError,
)
from yokame.sheets.grids import MOST_BYTES, Cell, Grid, Line, said
from yokame.sheets.headings import Headings, find_headings, uses_of
from yokame.sheets.json_lists import read_json
from yokame.sheets.priorities import highest_figure
from yokame.sheets.table import (
    DAYS,
    Choices,
    Column,
    DayOrder,
    Field,
    NotRead,
    SheetRow,
    Table,
    Why,
)
from yokame.sheets.workbooks import read_workbook
from yokame.sheets.written_days import WrittenDay, find_day, is_open, order_shown

_N_SAMPLES = 3
_LONGEST_SAMPLE = 60
_BLANK = b"\xef\xbb\xbf \t\r\n"
_OLE = b"\xd0\xcf\x11\xe0"
_ZIP = b"PK\x03\x04"
# How files begin that are no tables but might be chosen by mistake: PDF, PNG, JPEG, GIF, gzip.
_OTHERS = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b")


def read_table(data: bytes, name: str, *, today: date, choices: Choices | None = None) -> Table:
    """The table in a file of CSV, TSV, XLSX or JSON. `choices` stand above what is read.

    Raises
    ------
    SheetError
        If the file cannot be opened. Single cells that are not understood are in `not_read`.
    """
    choices = choices or Choices()
    grid = _opened(data, name)
    headings = find_headings(grid)
    body = [line for line in grid[headings.n_rows_above :] if not _repeats(line, headings)]
    columns = _columns(headings, body, choices)
    rows, not_read = _rows(body, columns, today)
    return Table(name, headings.line, columns, rows, tuple(not_read))


def _opened(data: bytes, name: str) -> Grid:
    """The cells, by what the file is and not by what it is called."""
    if len(data) > MOST_BYTES:
        raise TooLargeError(what="bytes", most=MOST_BYTES)
    if not data.strip(_BLANK):
        raise EmptySheetError
    if data.startswith(_OLE):
        raise OldWorkbookError(name=name)
    if data.startswith(_OTHERS):
        raise UnknownFormatError(name=name)
    if data.startswith(_ZIP):
        return read_workbook(data, name)
    is_json = name.lower().endswith(".json") or data.lstrip(_BLANK).startswith((b"[", b"{"))
    grid = read_json(data, name) if is_json else read_delimited(data)
    if not grid:
        raise EmptySheetError
    return grid


def _repeats(line: Line, headings: Headings) -> bool:
    """A row of headings that comes again, as on each page of a printed list."""
    return tuple(said(cell) for cell in line.cells) == tuple(headings.texts[: len(line.cells)])


def _columns(headings: Headings, body: list[Line], choices: Choices) -> tuple[Column, ...]:
    width = max([len(headings.texts), *(len(line.cells) for line in body)])
    texts = headings.texts + ("",) * (width - len(headings.texts))
    is_japanese = not "".join(texts).isascii()
    columns = []
    for place, (heading, found) in enumerate(zip(texts, uses_of(texts), strict=True)):
        use = choices.uses.get(place + 1, found)
        cells = [line.cells[place] for line in body if place < len(line.cells)]
        filled = [cell for cell in cells if cell is not None]
        if not heading and not filled:
            continue
        is_secret = use.field is Field.SECRET
        samples = () if is_secret else tuple(said(c)[:_LONGEST_SAMPLE] for c in filled[:_N_SAMPLES])
        highest = highest_figure([said(c) for c in filled]) if use.field is Field.PRIORITY else 0
        column = Column(place + 1, heading, use, samples, highest=highest)
        chosen = choices.day_orders.get(place + 1)
        columns.append(_with_day_order(column, filled, chosen, is_japanese=is_japanese))
    return tuple(columns)


def _with_day_order(
    column: Column, cells: Sequence[Cell], chosen: DayOrder | None, *, is_japanese: bool
) -> Column:
    if column.use.field not in DAYS:
        return column
    found = (find_day(cell) for cell in cells if isinstance(cell, str))
    days = [day for day in found if day is not None]
    order = chosen or order_shown(days) or _usual_order(days, is_japanese=is_japanese)
    asks = order is None and any(map(is_open, days))
    return replace(column, day_order=order, asks_day_order=asks)


def _usual_order(days: list[WrittenDay], *, is_japanese: bool) -> DayOrder | None:
    """11/13 without a year is month first to whoever writes Japanese."""
    loose = [day for day in days if not day.is_ordered]
    if is_japanese and loose and all(day.year is None and day.first <= 12 for day in loose):
        return DayOrder.MONTH_FIRST
    return None


def _rows(
    body: list[Line], columns: tuple[Column, ...], today: date
) -> tuple[tuple[SheetRow, ...], list[NotRead]]:
    if all(column.use.field is not Field.EMPLOYER for column in columns):
        return (), []
    rows, not_read = [], []
    for line in body:
        cells = RowReader(_at_columns(line, columns), columns, today).read()
        row = application_of(cells, today)
        if row.employer:
            rows.append(row)
            not_read += cells.not_read
        elif any(column.use.field not in _ASIDE for column, _ in _filled(line, columns)):
            text = " ".join(said(cell) for _, cell in _filled(line, columns))
            not_read.append(NotRead(line.number, "", text[:_LONGEST_SAMPLE], Why.NO_EMPLOYER))
    if any(column.use.field is Field.STAGE for column in columns):
        together, differing = merged(rows)
        return together, sorted(not_read + differing, key=lambda each: each.line)
    return tuple(rows), not_read


_ASIDE = frozenset({Field.UNUSED, Field.SECRET})


def _at_columns(line: Line, columns: tuple[Column, ...]) -> Line:
    """The line with a cell for each column: columns without heading or content are left out."""
    places = (column.place - 1 for column in columns)
    cells = (line.cells[place] if place < len(line.cells) else None for place in places)
    return Line(line.number, tuple(cells))


def _filled(line: Line, columns: tuple[Column, ...]) -> list[tuple[Column, Cell]]:
    cells = zip(columns, _at_columns(line, columns).cells, strict=True)
    return [
        (column, cell)
        for column, cell in cells
        if cell is not None and column.use.field is not Field.SECRET
    ]
