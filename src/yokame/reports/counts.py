"""How many waits there are of each kind: all that a fit sees."""

from dataclasses import dataclass, fields, replace

import numpy as np

from yokame.reports.table import (
    BoolArray,
    Coded,
    Columns,
    DateArray,
    FloatArray,
    IntArray,
    Reports,
    Word,
)

_MONTHS = 12
UNKNOWN_MONTH = -1
_MOST_PLACES = 2**63 - 1


@dataclass(frozen=True, eq=False)
class Counts(Columns):
    """Distinct kinds of waits, a row each, and how many of each: every array is (n,).

    Parameters
    ----------
    employer, industry, stage, track, size, season
        As in `Reports`.
    month
        Months from the year 0 to that of day zero; `UNKNOWN_MONTH` where it has no date.
    step
        Between which edges of a grid the wait ended, or was last known to go on:
        edges[step - 1] < days <= edges[step]; len(edges) is beyond the last.
    word, followed
        As in `Reports`.
    count
        How many waits.
    """

    employer: Coded
    industry: Coded
    stage: Coded
    track: Coded
    size: IntArray
    season: IntArray
    month: IntArray
    step: IntArray
    word: IntArray
    followed: BoolArray
    count: FloatArray

    @property
    def is_decided(self) -> BoolArray:
        """Whether word came."""
        return np.not_equal(self.word, Word.NONE)

    @property
    def is_pass(self) -> BoolArray:
        """Whether word was a pass; a wait without word counts as none."""
        return np.equal(self.word, Word.PASS)


def count_in_memory(reports: Reports, edges: FloatArray) -> Counts:
    """The counts of reports on a grid, made here; rows stand in the order of their columns."""
    rows = Counts(
        employer=reports.employer,
        industry=reports.industry,
        stage=reports.stage,
        track=reports.track,
        size=reports.size,
        season=reports.season,
        month=months_of(reports.held),
        step=np.searchsorted(edges, reports.days, side="left").astype(np.int64),
        word=reports.word.astype(np.int64),
        followed=reports.followed,
        count=reports.count,
    )
    first, row = distinct_rows(rows, without="count")
    count: FloatArray = np.bincount(row, rows.count, first.size).astype(float)
    return replace(rows.take(first), count=count)


def distinct_rows(rows: Columns, *, without: str | tuple[str, ...]) -> tuple[IntArray, IntArray]:
    """One row of each kind, looking at all columns but some, and the kind of each row.

    Kinds stand in the order of their columns, the first of these first.
    """
    left_out = (without,) if isinstance(without, str) else without
    place, n_places = np.zeros(len(rows), np.int64), 1
    for field in fields(rows):  # type: ignore[arg-type]  # every table is a dataclass
        if field.name not in left_out:
            column = getattr(rows, field.name)
            code = column.code if isinstance(column, Coded) else column.astype(np.int64)
            lowest = int(code.min(initial=0))
            span = int(code.max(initial=0)) - lowest + 1
            if n_places * span > _MOST_PLACES:  # leave out the numbers that no row has
                first, place = _numbered(place)
                n_places = max(first.size, 1)
            place, n_places = place * span + (code - lowest), n_places * span
    return _numbered(place)


def _numbered(values: IntArray | FloatArray) -> tuple[IntArray, IntArray]:
    """Where one of each value stands, and the number of each row's value, as they ascend.

    As `numpy.unique` finds, in a third of the time: it need not be the first of each.
    """
    order = np.argsort(values)
    is_new = np.ones(values.size, bool)
    is_new[1:] = np.diff(values[order]) != 0
    number = np.empty(values.size, np.int64)
    number[order] = np.cumsum(is_new) - 1
    return order[is_new], number


def months_of(held: DateArray) -> IntArray:
    """Months from the year 0 to each day zero."""
    since_1970 = held.astype("datetime64[M]").astype(np.int64)
    return np.where(np.isnat(held), UNKNOWN_MONTH, since_1970 + 1970 * _MONTHS)


def delay_counts(reports: Reports) -> tuple[FloatArray, FloatArray]:
    """The lengths of the waits that ended with word, ascending, and how many had each."""
    told = reports.is_decided
    days = reports.days[told]
    first, which = _numbered(days)
    return days[first], np.bincount(which, reports.count[told]).astype(float)
