"""Files of reports counted by an engine: larger than memory if need be, in parts that are kept."""

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

import ibis.expr.types as ir
import numpy as np

from yokame.cli.mistakes import WrongInputError
from yokame.cli.part_folder import PartFolder
from yokame.cli.progress import Step
from yokame.cli.report_files import as_mistake
from yokame.learning import Grid
from yokame.reports.counting import count, delay_counts, open_reports
from yokame.reports.counts import Counts
from yokame.reports.faults import LeftOut, ReportError
from yokame.reports.table import FloatArray, together

Opened = Callable[[Path], tuple[ir.Table, LeftOut]]


@dataclass(frozen=True, eq=False)
class Lengths:
    """How long the waits of a file that ended with word took; rows read, and those left out."""

    n_rows: int
    left_out: LeftOut
    days: FloatArray
    count: FloatArray


def count_files(
    lang: str, paths: Sequence[Path], parts: PartFolder, step: Step
) -> tuple[list[Lengths], Grid, Counts]:
    """What each file holds, the grid of all of them, and their counts together on it.

    Raises
    ------
    WrongInputError
        If a file can't be read, or no wait ended with word.
    """
    with ExitStack() as stack:

        @cache
        def opened(path: Path) -> tuple[ir.Table, LeftOut]:
            try:
                return stack.enter_context(open_reports(path))
            except ReportError as error:
                raise as_mistake(lang, error) from error

        lengths, counts = [], []
        for number, path in enumerate(paths):
            step("reading", min(number, 1))
            make = partial(_lengths_of, opened, path)
            lengths.append(parts.kept(f"{number}.lengths", Lengths, make))
        grid = _grid(lengths)
        for number, path in enumerate(paths):
            step("counting", 1)
            make_counts = partial(_counts_of, opened, path, grid)
            counts.append(parts.kept(f"{number}.counts", Counts, make_counts))
    return lengths, grid, together(counts)


def _lengths_of(opened: Opened, path: Path) -> Lengths:
    table, left_out = opened(path)
    return Lengths(table.count().to_pyarrow().as_py(), left_out, *delay_counts(table))


def _counts_of(opened: Opened, path: Path, grid: Grid) -> Counts:
    return count(opened(path)[0], grid.edges)


def _grid(lengths: Sequence[Lengths]) -> Grid:
    days, which = np.unique(np.concatenate([file.days for file in lengths]), return_inverse=True)
    if not days.size:
        raise WrongInputError("no_rows")
    weights = np.concatenate([file.count for file in lengths])
    return Grid.of(days, np.bincount(which.ravel(), weights).astype(float))
