"""Files of reports and of questions: each row read and checked by DuckDB, none dropped unseen."""

import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
import numpy as np
import pyarrow as pa

from yokame.reports.cells import open_cells
from yokame.reports.checks import QUESTION_CHECKS, REPORT_CHECKS, Checks
from yokame.reports.faults import N_SHOWN, Fault, LeftOut, ReportError
from yokame.reports.table import Coded, IntArray, Reports, Waits, Word

WORD_CODES = {word.name.lower(): int(word) for word in Word}


@dataclass(frozen=True, eq=False)
class Read:
    """What a file of reports says, `row` (n,) where each stands in it, and what was left out."""

    reports: Reports
    row: IntArray
    left_out: LeftOut


@dataclass(frozen=True, eq=False)
class Asked:
    """What a file of questions asks, each under its `row_id`, and what was left out."""

    waits: Waits
    row_id: tuple[str, ...]
    left_out: LeftOut


def read_reports(path: Path, *, strict: bool = False) -> Read:
    """The reports of a CSV (.csv, .csv.gz; UTF-8 or cp932) or Parquet file.

    Columns are found by their names; `docs/reports.md` lists them. A row that can't be read is left
    out and told of; if `strict`, it is an error.

    Raises
    ------
    ReportError
        If the file can't be read; if `strict`, for the first row that can't.
    """
    with open_checked(path, REPORT_CHECKS, strict=strict) as (database, left_out):
        columns = database.sql("FROM rows_read").to_arrow_table()
    word = coded(columns["word"])
    reports = Reports(
        **_whose(columns),
        word=np.array([WORD_CODES[name] for name in word.names], dtype=np.int64)[word.code],
        reported=columns["reported"].to_numpy(),
        followed=columns["followed"].to_numpy(),
        width=columns["width"].to_numpy(),
        count=columns["count"].to_numpy(),
    )
    return Read(reports, columns["row"].to_numpy(), left_out)


def read_questions(path: Path, *, strict: bool = False) -> Asked:
    """The questions of such a file: waits without word, each with its `row_id`.

    Raises
    ------
    ReportError
        As `read_reports` does.
    """
    with open_checked(path, QUESTION_CHECKS, strict=strict) as (database, left_out):
        columns = database.sql("FROM rows_read").to_arrow_table()
    return Asked(Waits(**_whose(columns)), tuple(columns["row_id"].to_pylist()), left_out)


@contextmanager
def open_checked(
    path: Path, checks: Checks, *, strict: bool = False
) -> Iterator[tuple[duckdb.DuckDBPyConnection, LeftOut]]:
    """A database whose view `rows_read` has the checked rows of a file; and the rest, told.

    Raises
    ------
    ReportError
        As `read_reports` does.
    """
    with tempfile.TemporaryDirectory() as folder, duckdb.connect() as database:
        database.execute("SET temp_directory = $folder", {"folder": folder})
        called, no_rows = open_cells(database, path, checks.columns, Path(folder))
        checks.make_views(database, called)
        left_out = _left_out(database, checks, no_rows)
        if strict and left_out.first:
            raise ReportError(path, left_out.first[0])
        yield database, left_out


def _left_out(database: duckdb.DuckDBPyConnection, checks: Checks, no_rows: LeftOut) -> LeftOut:
    """Lines that are no row, and rows that break a rule."""
    counted = database.sql("SELECT rule, count(*) FROM faults GROUP BY rule").fetchall()
    shown = database.sql(f"FROM faults ORDER BY row LIMIT {N_SHOWN}").fetchall() if counted else []
    rules = checks.rules
    n_rows = Counter({(rules[at].column, rules[at].expected): n for at, n in counted})
    n_rows.update({(why.column, why.expected): why.n_rows for why in no_rows.reasons})
    faults = [Fault(row, rules[at].column, found, rules[at].expected) for row, at, found in shown]
    return LeftOut.of(n_rows, [*faults, *no_rows.first])


def coded(column: pa.ChunkedArray) -> Coded:
    """A column of texts out of the engine, coded with its names in alphabetical order."""
    encoded = column.combine_chunks().dictionary_encode()
    met = encoded.dictionary.to_pylist()
    names = sorted(met)
    place = {name: index for index, name in enumerate(names)}
    in_order = np.array([place[name] for name in met], dtype=np.int64)
    return Coded(tuple(names), in_order[encoded.indices.to_numpy()])


def _whose(columns: pa.Table) -> dict[str, Any]:
    names = ("employer", "industry", "stage", "track")
    numbers = ("size", "season", "held", "days")
    return {
        **{name: coded(columns[name]) for name in names},
        **{name: columns[name].to_numpy() for name in numbers},
    }
