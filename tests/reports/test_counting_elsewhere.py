"""The expression that counts, on the other engines: equal to what NumPy counts."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import ibis
import ibis.expr.types as ir
import numpy as np
import psycopg
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tests.reports.counted import EDGES, as_table, assert_equal, drawn
from yokame.reports import counting
from yokame.reports.counts import count_in_memory, delay_counts

N_REPORTS = 3000
_TYPES = {
    pa.string(): "text",
    pa.int64(): "integer",
    pa.float64(): "double precision",
    pa.date32(): "date",
    pa.bool_(): "boolean",
}


@pytest.fixture
def postgresql_table(postgresql: str) -> Iterator[ir.Table]:
    reports = as_table(drawn(N_REPORTS))
    columns = ", ".join(f'"{field.name}" {_TYPES[field.type]}' for field in reports.schema)
    with psycopg.connect(postgresql, autocommit=True) as connection:
        connection.execute(f"CREATE TABLE told_reports ({columns})")
        with connection.cursor().copy("COPY told_reports FROM STDIN") as copy:
            for row in reports.to_pylist():
                copy.write_row(tuple(row.values()))
        yield ibis.postgres.from_connection(connection).table("told_reports")
        connection.execute("DROP TABLE told_reports")


@pytest.fixture
def spark_table(tmp_path: Path) -> Iterator[ir.Table]:
    sql = pytest.importorskip(
        "pyspark.sql", reason="pyspark, of the group `spark`, is not installed"
    )
    if shutil.which("java") is None:
        pytest.skip("Spark needs Java 17 (Debian: default-jre-headless), and there is none here")
    pq.write_table(as_table(drawn(N_REPORTS)), tmp_path / "reports.parquet")
    session = (
        sql.SparkSession.builder.master("local[2]")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", "2")
        .config("spark.sql.warehouse.dir", str(tmp_path / "warehouse"))
        .getOrCreate()
    )
    yield ibis.pyspark.connect(session).read_parquet(tmp_path / "reports.parquet")
    session.stop()


def _assert_counts_as_numpy_does(table: ir.Table) -> None:
    reports = drawn(N_REPORTS)
    assert_equal(counting.count(table, EDGES), count_in_memory(reports, EDGES))
    for counted, expected in zip(counting.delay_counts(table), delay_counts(reports), strict=True):
        np.testing.assert_array_equal(counted, expected)


@pytest.mark.slow
def test_postgresql_counts_as_numpy_does(postgresql_table: ir.Table) -> None:
    _assert_counts_as_numpy_does(postgresql_table)


@pytest.mark.slow
# PySpark's and Ibis's own use of pandas, and the sockets PySpark leaves to the collector
@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning")
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_spark_counts_as_numpy_does(spark_table: ir.Table) -> None:
    _assert_counts_as_numpy_does(spark_table)
