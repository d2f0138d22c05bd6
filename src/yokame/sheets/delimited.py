"""CSV, TSV and what resembles them: which letters, which separator, then the cells."""

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Iterator

from yokame.sheets.errors import EmptySheetError, OpenQuoteError, UnknownEncodingError
from yokame.sheets.grids import LONGEST_CELL, Cell, Grid, gathered
from yokame.sheets.headings import n_understood
from yokame.sheets.safe_cells import restored

_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_SEPARATORS = (",", "\t", ";", "|")
_N_TRIED = 40
_NAMED_SEPARATOR = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
_RULE = re.compile(r"[-: ]*")


def read_delimited(data: bytes) -> Grid:
    """The cells of a CSV, TSV or Markdown table.

    Raises
    ------
    UnknownEncodingError, OpenQuoteError, TooLargeError, EmptySheetError
    """
    text = decoded(data)
    named = _NAMED_SEPARATOR.match(text)
    n_skipped = 0
    if named:
        text, n_skipped = text[named.end() :], 1
    if not text.strip():
        raise EmptySheetError
    separator = named[1] if named else _separator(text)
    return gathered((number + n_skipped, cells) for number, cells in _rows(text, separator))


def decoded(data: bytes) -> str:
    """Text in UTF-8 or UTF-16 with or without its mark, or in Windows' Shift_JIS."""
    if data.startswith(_UTF_16):
        return _decode(data, "utf-16")
    if data[1:200:2].count(0) > len(data[1:200:2]) / 2:
        return _decode(data, "utf-16-le")
    if data[0:200:2].count(0) > len(data[0:200:2]) / 2:
        return _decode(data, "utf-16-be")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as not_utf_8:
        try:
            return data.decode("cp932")
        except UnicodeDecodeError as not_cp932:
            # The encoding that holds out longer is the one that was meant.
            end = max(not_utf_8.start, not_cp932.start)
            raise UnknownEncodingError(line=data.count(b"\n", 0, end) + 1) from not_cp932


def _decode(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnknownEncodingError(line=data.count(b"\n", 0, error.start) + 1) from error


def _separator(text: str) -> str:
    """The one under which most headings are understood; else the one that cuts most evenly."""

    def fit(separator: str) -> tuple[int, float]:
        rows = _first_rows(text, separator)
        widths = Counter(len(cells) for cells in rows if len(cells) > 1)
        evenness = max(widths.values(), default=0) / max(len(rows), 1)
        return max((n_understood(cells) for cells in rows), default=0), evenness

    return max(_SEPARATORS, key=fit)


def _first_rows(text: str, separator: str) -> list[tuple[Cell, ...]]:
    rows = []
    try:
        for _, cells in _rows(text, separator):
            rows.append(cells)
            if len(rows) == _N_TRIED:
                break
    except OpenQuoteError:
        pass
    return rows


def _rows(text: str, separator: str) -> Iterator[tuple[int, tuple[Cell, ...]]]:
    """Each row with the line it begins on. A quotation mark without an end is an error: read
    leniently, all that follows it would be one cell.
    """
    csv.field_size_limit(max(csv.field_size_limit(), LONGEST_CELL * 100))
    try:
        yield from _read(text, separator, strict=True)
    except _LooseQuoteError as loose:
        yield from _read(text, separator, strict=False, after=loose.line)


class _LooseQuoteError(Exception):
    """A mark inside a quoted cell that is not doubled: common, and read leniently from `line`."""

    def __init__(self, line: int) -> None:
        self.line = line


def _read(
    text: str, separator: str, *, strict: bool, after: int = 0
) -> Iterator[tuple[int, tuple[Cell, ...]]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=strict)
    begins = 1
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            if "unexpected end" in str(error):
                raise OpenQuoteError(line=begins) from error
            raise _LooseQuoteError(begins) from error
        if begins >= after:
            kept = _inside_bars(cells) if separator == "|" else cells
            yield begins, tuple(restored(cell) for cell in kept)
        begins = reader.line_num + 1


def _inside_bars(cells: list[str]) -> list[str]:
    """A row of a Markdown table, | a | b |; its rule |---|---| is no row."""
    if len(cells) > 1 and not cells[0].strip() and not cells[-1].strip():
        cells = cells[1:-1]
    return [] if all(_RULE.fullmatch(cell) for cell in cells) else cells
