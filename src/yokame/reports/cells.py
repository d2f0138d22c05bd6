"""The cells of a CSV or Parquet file as texts, for DuckDB to check."""

from collections.abc import Sequence
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from yokame.reports.columns import Column
from yokame.reports.csv_rows import CsvRows
from yokame.reports.faults import LeftOut, broken_file

_ROWS_AT_ONCE = 50_000
# What people and their programs leave around a text, the full-width space among it.
_SPACE = "' \t\r\n　'"
Called = dict[str, str]


def open_cells(
    database: duckdb.DuckDBPyConnection, path: Path, columns: Sequence[Column], folder: Path
) -> tuple[Called, LeftOut]:
    """Make the view `cells` of a file: `row`, and each column's text, NULL where it is empty.

    Returns what the file calls each column that it has, and which of its lines are no row. A CSV
    file is first written to `folder` as Parquet, so that nothing need fit into memory.

    Raises
    ------
    ReportError
        If there is no such file, or it is no such table.
    """
    name = path.name.lower()
    if name.endswith((".csv", ".csv.gz")):
        table = folder / "cells.parquet"
        called, left_out = _write_parquet(path, columns, table)
        texts, number = {column: column for column in called}, '"row"'
    elif name.endswith(".parquet"):
        table, left_out = path, LeftOut()
        called = called_in(path, _parquet_headings(path), columns)
        texts, number = called, "file_row_number + 1"
    else:
        raise broken_file(path, "of another kind", "a name ending in .csv, .csv.gz or .parquet")
    cells = [f"{_text(texts.get(column.name))} AS {_quoted(column.name)}" for column in columns]
    database.execute(
        f"CREATE VIEW cells AS SELECT {number} AS row, {', '.join(cells)} "
        f"FROM read_parquet({_literal(str(table))}, file_row_number = true)"
    )
    return called, left_out


def called_in(path: Path, headings: Sequence[str], columns: Sequence[Column]) -> Called:
    """What the headings call each column that is among them.

    Raises
    ------
    ReportError
        If two headings name one column, or none names one that is required.
    """
    called = {}
    for column in columns:
        found = [heading for heading in headings if heading.strip().lower() in column.names]
        if len(found) > 1:
            raise broken_file(path, " and ".join(found), f"one {column.name}", "the header")
        if column.is_required and not found:
            expected = "a column named " + " or ".join(column.names)
            raise broken_file(path, ", ".join(headings) or "empty", expected, "the header")
        if found:
            called[column.name] = found[0]
    return called


def _write_parquet(path: Path, columns: Sequence[Column], table: Path) -> tuple[Called, LeftOut]:
    with CsvRows(path) as rows:
        called = called_in(path, rows.headings, columns)
        place = {name: rows.headings.index(heading) for name, heading in called.items()}
        schema = pa.schema([("row", pa.int64()), *((name, pa.string()) for name in place)])
        with pq.ParquetWriter(table, schema, compression="zstd") as file:
            for chunk in rows.chunks(_ROWS_AT_ONCE):
                number, *cells = zip(*chunk, strict=True)
                taken = [number, *(cells[index] for index in place.values())]
                file.write_batch(pa.record_batch([pa.array(c) for c in taken], schema=schema))
        if not rows.n_rows:
            raise broken_file(path, "empty", "rows under its header")
        return called, rows.left_out


def _parquet_headings(path: Path) -> Sequence[str]:
    try:
        with pq.ParquetFile(path) as file:
            n_rows, headings = file.metadata.num_rows, file.schema_arrow.names
    except (OSError, pa.ArrowInvalid) as error:
        raise broken_file(path, str(error), "a Parquet file that can be read") from error
    if not n_rows:
        raise broken_file(path, "empty", "rows")
    return tuple(headings)


def _text(heading: str | None) -> str:
    if heading is None:
        return "CAST(NULL AS VARCHAR)"
    return f"NULLIF(trim(CAST({_quoted(heading)} AS VARCHAR), {_SPACE}), '')"


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _literal(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
