"""Tables that a person brings from elsewhere, read into applications; and applications as CSV."""

from yokame.sheets.errors import (
    BrokenFileError,
    EmptySheetError,
    NoListError,
    OldWorkbookError,
    OpenQuoteError,
    SheetError,
    TooLargeError,
    UnknownEncodingError,
    UnknownFormatError,
)
from yokame.sheets.grids import MOST_BYTES, MOST_ROWS
from yokame.sheets.reading import read_table
from yokame.sheets.stage_names import StageName
from yokame.sheets.table import (
    OF_A_ROUND,
    Choices,
    Column,
    DayOrder,
    Field,
    NotRead,
    SheetRound,
    SheetRow,
    State,
    Table,
    Use,
    Why,
)
from yokame.sheets.writing import write_csv, written

__all__ = [
    "MOST_BYTES",
    "MOST_ROWS",
    "OF_A_ROUND",
    "BrokenFileError",
    "Choices",
    "Column",
    "DayOrder",
    "EmptySheetError",
    "Field",
    "NoListError",
    "NotRead",
    "OldWorkbookError",
    "OpenQuoteError",
    "SheetError",
    "SheetRound",
    "SheetRow",
    "StageName",
    "State",
    "Table",
    "TooLargeError",
    "UnknownEncodingError",
    "UnknownFormatError",
    "Use",
    "Why",
    "read_table",
    "write_csv",
    "written",
]
