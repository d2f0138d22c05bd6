"""Files of reports and questions, and what was left out of them, said in the person's language."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from yokame.cli.layout import item
from yokame.cli.mistakes import WrongInputError
from yokame.cli.texts import all_texts, say
from yokame.reports.faults import Fault, LeftOut, ReportError
from yokame.reports.reading import Asked, read_questions, read_reports
from yokame.reports.table import IntArray, Reports


@dataclass(frozen=True, eq=False)
class ReportFile:
    """The reports of one file, the row of each, and what was left out."""

    reports: Reports
    row: IntArray
    left_out: LeftOut


def existing(lang: str, name: str, paths: Sequence[str]) -> list[Path]:
    """The files of an argument, all of which are there.

    Raises
    ------
    WrongInputError
        If one is not.
    """
    for path in paths:
        if not Path(path).is_file():
            option = say(lang, f"metavar.{name}")
            raise WrongInputError("no_such_file", option=option, value=path)
    return [Path(path) for path in paths]


def output(path: str) -> Path:
    """The file to write, whose folder is there: better to know before hours of work.

    Raises
    ------
    WrongInputError
        If it is not.
    """
    folder = Path(path).parent
    if not folder.is_dir():
        raise WrongInputError("no_such_folder", option="--out", value=folder)
    return Path(path)


def reports_of(lang: str, path: Path) -> ReportFile:
    """Read one file of reports.

    Raises
    ------
    WrongInputError
        If it can't be read.
    """
    try:
        read = read_reports(path)
    except ReportError as error:
        raise as_mistake(lang, error) from error
    return ReportFile(read.reports, read.row, read.left_out)


def questions_of(lang: str, path: Path) -> Asked:
    """Read a file of questions.

    Raises
    ------
    WrongInputError
        If it can't be read.
    """
    try:
        return read_questions(path)
    except ReportError as error:
        raise as_mistake(lang, error) from error


def say_left_out(lang: str, path: Path, left_out: LeftOut) -> list[str]:
    """How many rows were left out and why, and the first of them."""
    if not left_out.n_rows:
        return []
    lines = item(say(lang, "rows.left_out", file=path.name, n=f"{left_out.n_rows:,}"))
    for reason in left_out.reasons:
        expected = _expected(lang, reason.expected)
        why = say(
            lang, "rows.reason", column=reason.column, expected=expected, n=f"{reason.n_rows:,}"
        )
        lines += item(why)
    return [*lines, *(line for fault in left_out.first for line in item(_fault(lang, fault)))]


def left_out_json(path: Path, n_rows: int, left_out: LeftOut) -> dict[str, Any]:
    """What was read of a file, for programs."""
    return {
        "file": str(path),
        "rows": n_rows,
        "left_out": left_out.n_rows,
        "reasons": [
            {"column": reason.column, "expected": reason.expected, "rows": reason.n_rows}
            for reason in left_out.reasons
        ],
        "first": [
            {"row": f.row, "column": f.column, "found": f.found, "expected": f.expected}
            for f in left_out.first
        ],
    }


def as_mistake(lang: str, error: ReportError) -> WrongInputError:
    """What is wrong with a file, as a mistake of the call."""
    fault = error.fault
    name = "report_row" if fault.row else "report_file"
    return WrongInputError(
        name,
        file=error.path.name,
        row=fault.row,
        column=fault.column,
        found=fault.found,
        expected=_expected(lang, fault.expected),
    )


def _fault(lang: str, fault: Fault) -> str:
    expected = _expected(lang, fault.expected)
    return say(
        lang, "rows.fault", row=fault.row, column=fault.column, found=fault.found, expected=expected
    )


def _expected(lang: str, expected: str) -> str:
    """What was expected, in the language; what is not translated stays in English."""
    return all_texts(lang).get(f"expected.{expected}", expected)
