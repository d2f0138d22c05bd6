"""Reports counted by a database engine: the same expression wherever they are kept."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import fields
from pathlib import Path
from typing import Any

import ibis
import ibis.expr.types as ir
import numpy as np

from yokame.reports.checks import REPORT_CHECKS
from yokame.reports.counts import UNKNOWN_MONTH, Counts, distinct_rows
from yokame.reports.faults import LeftOut
from yokame.reports.reading import WORD_CODES, coded, open_checked
from yokame.reports.table import FloatArray

_NAMES = ("employer", "industry", "stage", "track")


@contextmanager
def open_reports(path: Path, *, strict: bool = False) -> Iterator[tuple[ir.Table, LeftOut]]:
    """The checked reports of a file as a table to count, and what was left out.

    Nothing is held in memory but what is counted: the file may be larger.

    Raises
    ------
    ReportError
        As `read_reports` does.
    """
    with open_checked(path, REPORT_CHECKS, strict=strict) as (database, left_out):
        yield ibis.duckdb.from_connection(database).table("rows_read"), left_out


def kinds_of_waits(reports: ir.Table, edges: FloatArray) -> ir.Table:
    """The expression that counts a table of checked reports into distinct kinds of waits.

    Parameters
    ----------
    reports
        A table of any engine with the columns employer, industry, stage, track (text, never NULL),
        size, season (whole), held (date or NULL), days (number), word (pass, fail, other or none),
        followed (yes or no) and count (number).
    edges : (m,)
        The ends of the steps in days, rising.
    """
    month = (reports.held.year() * 12 + reports.held.month() - 1).cast("int64")
    keys = {
        "employer": reports.employer,
        "industry": reports.industry,
        "stage": reports.stage,
        "track": reports.track,
        "size": reports["size"].cast("int64"),
        "season": reports.season.cast("int64"),
        "month": month.fill_null(UNKNOWN_MONTH),
        "step": _step(reports.days, [float(edge) for edge in edges], 0),
        "word": reports.word.cases(*WORD_CODES.items()).cast("int64"),
        "followed": reports.followed,
    }
    counted = reports.select(**keys, n=reports["count"].cast("float64"))
    return counted.group_by(*keys).aggregate(count=counted.n.sum())


def count(reports: ir.Table, edges: FloatArray) -> Counts:
    """Count a table of checked reports, whatever engine keeps it; `kinds_of_waits` tells how."""
    table = kinds_of_waits(reports, edges).to_pyarrow()
    columns: dict[str, Any] = {
        field.name: coded(table[field.name])
        if field.name in _NAMES
        else table[field.name].to_numpy()
        for field in fields(Counts)
    }
    counts = Counts(**columns)
    # An engine gives them in any order; a fit should not depend on it.
    return counts.take(distinct_rows(counts, without="count")[0])


def delay_counts(reports: ir.Table) -> tuple[FloatArray, FloatArray]:
    """The lengths of a table's waits that ended with word, ascending, and how many had each."""
    told = reports.filter(reports.word != "none")
    days = told.select(day=told.days.cast("float64"), n=told["count"].cast("float64"))
    table = days.group_by("day").aggregate(count=days.n.sum()).to_pyarrow()
    order = np.argsort(table["day"].to_numpy())
    return table["day"].to_numpy()[order], table["count"].to_numpy()[order]


def _step(days: ir.NumericValue, edges: Sequence[float], first: int) -> ir.IntegerValue:
    """The step that a wait ends in, sought by halves: an engine evaluates few comparisons."""
    if not edges:
        return ibis.literal(first, "int64")
    middle = len(edges) // 2
    return ibis.ifelse(
        days <= edges[middle],
        _step(days, edges[:middle], first),
        _step(days, edges[middle + 1 :], first + middle + 1),
    )
