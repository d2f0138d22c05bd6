"""Why a table cannot be opened. What is wrong in single cells is no error: see `NotRead`."""


class SheetError(Exception):
    """No table could be had from this file; nothing of it was used."""

    code = "sheet"


class EmptySheetError(SheetError):
    """The file holds no cells."""

    code = "sheet_empty"

    def __init__(self) -> None:
        super().__init__("The file is empty. Choose one with a row of headings and rows below it.")


class UnknownFormatError(SheetError):
    """Neither CSV, TSV, XLSX nor JSON."""

    code = "sheet_unknown_format"

    def __init__(self, *, name: str) -> None:
        self.name = name
        super().__init__(f"{name} is no table yokame can read. Save it as CSV, XLSX or JSON.")


class OldWorkbookError(SheetError):
    """An Excel file of before 2007 (.xls), or one locked with a password: both look alike."""

    code = "sheet_old_or_locked"

    def __init__(self, *, name: str) -> None:
        self.name = name
        super().__init__(
            f"{name} is locked with a password, or in the old .xls format. "
            "Open it in Excel, take the password off and save it as .xlsx or CSV."
        )


class BrokenFileError(SheetError):
    """The file begins like its format but cannot be read to the end. `reason`: in English."""

    code = "sheet_broken"

    def __init__(self, *, name: str, reason: str) -> None:
        self.name, self.reason = name, reason
        super().__init__(f"{name} is damaged ({reason}). Save or download it again.")


class UnknownEncodingError(SheetError):
    """Bytes that are text in none of UTF-8, UTF-16 and Shift_JIS. `line` is the first such."""

    code = "sheet_unknown_encoding"

    def __init__(self, *, line: int) -> None:
        self.line = line
        super().__init__(
            f"Line {line} is text neither in UTF-8 nor in Shift_JIS. Save the file as "
            "“CSV UTF-8” and try again."
        )


class OpenQuoteError(SheetError):
    """A quotation mark that begins in `line` never ends: the rest would be one single cell."""

    code = "sheet_open_quote"

    def __init__(self, *, line: int) -> None:
        self.line = line
        super().__init__(
            f'The quotation mark (") that begins in line {line} has no end, so the rows after it '
            "cannot be told apart. Add or remove it, and try again."
        )


class TooLargeError(SheetError):
    """More `what` than is read: bytes, unpacked_bytes, rows, columns, cells, letters (of one)."""

    code = "sheet_too_large"

    def __init__(self, *, what: str, most: int, line: int = 0) -> None:
        self.what, self.most, self.line = what, most, line
        self.code = f"sheet_too_large_{what}"
        where = f" (row {line})" if line else ""
        said = what.replace("_", " ")
        super().__init__(f"More than {most:,} {said}{where}. Split the table and read it in parts.")


class NoListError(SheetError):
    """JSON without a list of objects."""

    code = "sheet_no_list"

    def __init__(self) -> None:
        super().__init__("This JSON holds no list of objects, one for each application.")
