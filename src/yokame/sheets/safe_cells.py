"""Text that a spreadsheet would take for a formula, made harmless, and put back when it is read."""

import re

# What Excel, LibreOffice and Google Sheets take for the start of a formula or of a second cell.
_LIKE_A_FORMULA = re.compile(r"'*[=+\-@\t\r＝＋－＠]")
_MADE_HARMLESS = re.compile(r"'+[=+\-@\t\r＝＋－＠]")


def harmless(text: str) -> str:
    """The text, behind an apostrophe if it could be run: =A1 becomes '=A1."""
    return f"'{text}" if _LIKE_A_FORMULA.match(text) else text


def restored(text: str) -> str:
    """What `harmless` was given."""
    return text[1:] if _MADE_HARMLESS.match(text) else text
