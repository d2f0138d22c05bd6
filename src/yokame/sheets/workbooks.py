"""XLSX: the first visible sheet with headings, with the values its formulas last had."""

import io
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from yokame.sheets.errors import BrokenFileError, EmptySheetError, TooLargeError, UnknownFormatError
from yokame.sheets.grids import MOST_COLUMNS, MOST_ROWS, Cell, Grid, NoValue, gathered
from yokame.sheets.headings import n_understood

if TYPE_CHECKING:
    from openpyxl import Workbook

_MOST_UNPACKED_BYTES = 150_000_000
_N_LOOKED_AT = 30
# Rows a program formatted and nobody filled: looked through, not read.
_MOST_RAW_ROWS = 5 * MOST_ROWS
_UNPACKED_AT_ONCE = 1 << 20


def read_workbook(data: bytes, name: str) -> Grid:
    """The cells of the first sheet whose headings are understood; else of the first with any.

    Raises
    ------
    UnknownFormatError, BrokenFileError, TooLargeError, EmptySheetError
    """
    has_formulas = _checked(data, name)
    try:
        grids = _sheets(_opened(data, values=True))
        chosen = _best(grids)
        if has_formulas:
            return _with_gaps(chosen, data, list(grids).index(chosen))
    except (TooLargeError, EmptySheetError):
        raise
    # openpyxl lets through whatever the file's own disorder raises: KeyError, ValueError, ...
    except Exception as error:
        reason = f"{type(error).__name__}: {error}"
        raise BrokenFileError(name=name, reason=reason) from error
    return chosen


def _checked(data: bytes, name: str) -> bool:
    """Whether the workbook has formulas; that it is one, and unpacks to a bearable size.

    What a packed file says of its own size need not be true: it is unpacked and counted.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            if "xl/workbook.xml" not in packed.namelist():
                raise UnknownFormatError(name=name)
            return _has_formulas(packed)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError) as error:
        raise BrokenFileError(name=name, reason=str(error)) from error


def _has_formulas(packed: zipfile.ZipFile) -> bool:
    n_bytes, has_formulas = 0, False
    for part in packed.infolist():
        is_sheet = part.filename.startswith("xl/worksheets/")
        with packed.open(part) as unpacked:
            while piece := unpacked.read(_UNPACKED_AT_ONCE):
                n_bytes += len(piece)
                if n_bytes > _MOST_UNPACKED_BYTES:
                    raise TooLargeError(what="unpacked_bytes", most=_MOST_UNPACKED_BYTES)
                has_formulas = has_formulas or (is_sheet and b"<f" in piece)
    return has_formulas


def _opened(data: bytes, *, values: bool) -> "Workbook":
    # Imported here, since it weighs 10 MB and only the few who bring a workbook need it.
    from openpyxl import load_workbook  # noqa: PLC0415

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about styles and pictures, which are not read
        return load_workbook(io.BytesIO(data), read_only=True, data_only=values)


def _sheets(workbook: "Workbook") -> tuple[Grid, ...]:
    grids = []
    for sheet in workbook.worksheets:
        if sheet.sheet_state == "visible":
            sheet.reset_dimensions()  # what the file says of its size is often wrong
            grids.append(gathered(_lines(sheet)))
    return tuple(grids)


def _lines(sheet: Any) -> Iterator[tuple[int, tuple[Cell, ...]]]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about dates that no calendar has: read as errors
        rows = sheet.iter_rows(values_only=True, max_col=MOST_COLUMNS + 1)
        for number, cells in enumerate(rows, start=1):
            if number > _MOST_RAW_ROWS:
                raise TooLargeError(what="rows", most=_MOST_RAW_ROWS, line=number)
            yield number, cells


def _best(grids: tuple[Grid, ...]) -> Grid:
    filled = [grid for grid in grids if grid]
    if not filled:
        raise EmptySheetError

    def fit(grid: Grid) -> bool:
        return max(n_understood(line.cells) for line in grid[:_N_LOOKED_AT]) >= 2

    return next(filter(fit, filled), filled[0])


def _with_gaps(grid: Grid, data: bytes, place: int) -> Grid:
    """The grid with formulas that have no value: a program wrote them, none computed them."""
    formulas = _sheets(_opened(data, values=False))[place]
    values = {line.number: line.cells for line in grid}

    def filled(number: int, cells: tuple[Cell, ...]) -> tuple[Cell, ...]:
        known = values.get(number, ())
        return tuple(
            NoValue(cell)
            if isinstance(cell, str) and cell.startswith("=") and value is None
            else value
            for cell, value in zip(cells, known + (None,) * len(cells), strict=False)
        )

    return gathered((line.number, filled(line.number, line.cells)) for line in formulas)
