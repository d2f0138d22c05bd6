"""Counts of waits: in NumPy, and by the same expression on every engine."""

from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import ibis
import ibis.expr.types as ir
import numpy as np
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reports.counted import EDGES, as_table, assert_equal, drawn
from yokame.reports import counting
from yokame.reports.counting import open_reports
from yokame.reports.counts import UNKNOWN_MONTH, count_in_memory, delay_counts
from yokame.reports.reading import read_reports
from yokame.reports.table import Reports


@pytest.fixture
def reports() -> Reports:
    return drawn(3000)


@pytest.fixture
def parquet(tmp_path: Path, reports: Reports) -> Path:
    pq.write_table(as_table(reports), tmp_path / "reports.parquet")
    return tmp_path / "reports.parquet"


@pytest.fixture
def duckdb_table(parquet: Path) -> Iterator[ir.Table]:
    engine = ibis.duckdb.connect()
    yield engine.read_parquet(parquet)
    engine.disconnect()


def test_duckdb_counts_as_numpy_does(reports: Reports, duckdb_table: ir.Table) -> None:
    counted = counting.count(duckdb_table, EDGES)

    assert_equal(counted, count_in_memory(reports, EDGES))


def test_duckdb_counts_delays_as_numpy_does(reports: Reports, duckdb_table: ir.Table) -> None:
    days, count = counting.delay_counts(duckdb_table)

    expected_days, expected_count = delay_counts(reports)
    np.testing.assert_array_equal(days, expected_days)
    np.testing.assert_array_equal(count, expected_count)


def test_a_file_is_counted_as_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "reports.csv"
    rows = ["A,2026-05-11,pass,4", "A,2026-05-12,pass,4", "A,2026-05-12,no,4", "B,,none,9"]
    path.write_text("\n".join(["employer,held,word,days", *rows, "B,2026-06-01,none,9"]), "utf-8")

    with open_reports(path) as (table, left_out):
        counts, delays = counting.count(table, EDGES), counting.delay_counts(table)

    read = read_reports(path)
    assert counts.count.tolist() == [2, 1]
    assert left_out == read.left_out
    assert left_out.n_rows == 2
    assert_equal(counts, count_in_memory(read.reports, EDGES))
    assert [part.tolist() for part in delays] == [[4], [2]]


def test_delays_are_counted_as_if_they_stood_one_by_one(reports: Reports) -> None:
    with_word = reports.take(reports.is_decided)
    one_by_one = np.repeat(with_word.days, with_word.count.astype(int))

    days, count = delay_counts(reports)

    np.testing.assert_array_equal(np.repeat(days, count.astype(int)), np.sort(one_by_one))


def test_a_step_ends_with_its_edge() -> None:
    days = np.array([0.0, 3.0, 3.5, 7.0, 7.25, 7.5, 30.0, 30.5])

    counted = count_in_memory(Reports(**{**vars(drawn(days.size)), "days": days}), EDGES)

    assert sorted(counted.step.tolist()) == [0, 0, 1, 1, 2, 2, 4, 5]


def test_every_wait_is_counted_and_each_kind_stands_once(reports: Reports) -> None:
    counts = count_in_memory(reports, EDGES)

    kinds = np.column_stack(
        [getattr(counts, field.name) for field in fields(counts)[4:-1]]
        + [getattr(counts, field.name).code for field in fields(counts)[:4]]
    )
    assert counts.count.sum() == reports.count.sum()
    assert len(np.unique(kinds, axis=0)) == len(counts)


def test_a_wait_without_a_day_has_no_month(reports: Reports) -> None:
    counts = count_in_memory(reports, EDGES)

    without = counts.count[counts.month == UNKNOWN_MONTH].sum()

    assert without == reports.count[np.isnat(reports.held)].sum()
    assert counts.month[counts.month != UNKNOWN_MONTH].min() == 2024 * 12


@given(seed=st.integers(0, 2**32 - 1))
def test_the_order_of_the_reports_changes_nothing(seed: int) -> None:
    reports = drawn(50)
    shuffled = reports.take(np.random.default_rng(seed).permutation(50))

    assert_equal(count_in_memory(shuffled, EDGES), count_in_memory(reports, EDGES))


def test_more_kinds_than_a_number_can_tell_apart_are_kept_apart() -> None:
    """Names and years so far apart that their product is beyond 64 bits."""
    reports = drawn(200)
    far = reports.season * 10**12
    spread = Reports(**{**vars(reports), "season": far, "size": reports.size * 10**12})

    counts, plain = count_in_memory(spread, EDGES), count_in_memory(reports, EDGES)

    np.testing.assert_array_equal(counts.season // 10**12, plain.season)
    np.testing.assert_array_equal(counts.count, plain.count)


def test_nothing_counted_is_nothing() -> None:
    counts = count_in_memory(drawn(5).take(np.array([], dtype=np.int64)), EDGES)

    assert len(counts) == 0
