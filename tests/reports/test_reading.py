"""Files of reports and of questions, as people and programs write them."""

import csv
import gzip
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from yokame.reports.reading import read_questions, read_reports
from yokame.reports.table import Coded, Word

HEADER = ("employer", "industry", "stage", "held", "word", "word_on", "seen_until", "reported_on")
ROWS = (
    ("青葉商事", "商社", "first", "2026-05-11", "pass", "2026-05-15", "", "2026-05-16"),
    ("青葉商事", "商社", "final", "2026/6/1", "none", "", "2026/6/20", ""),
    ("みなと製作所", "", "first", "2025-12-01", "fail", "2025-12-15", "", ""),
)


def _csv(path: Path, header: Sequence[str], *rows: Sequence[str], encoding: str = "utf-8") -> Path:
    with path.open("w", encoding=encoding, newline="") as file:
        csv.writer(file).writerows([header, *rows])
    return path


def _names(column: Coded) -> list[str]:
    return [column.names[code] for code in column.code]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932"])
def test_a_csv_file_says_the_same_in_every_encoding(tmp_path: Path, encoding: str) -> None:
    read = read_reports(_csv(tmp_path / "reports.csv", HEADER, *ROWS, encoding=encoding))

    reports = read.reports
    assert _names(reports.employer) == ["青葉商事", "青葉商事", "みなと製作所"]
    assert _names(reports.industry) == ["商社", "商社", ""]
    assert _names(reports.stage) == ["first", "final", "first"]
    assert reports.season.tolist() == [2026, 2026, 2025]
    assert reports.held.astype(str).tolist() == ["2026-05-11", "2026-06-01", "2025-12-01"]
    assert reports.days.tolist() == [4, 19, 14]
    assert reports.word.tolist() == [Word.PASS, Word.NONE, Word.FAIL]
    assert reports.reported.astype(str).tolist() == ["2026-05-16", "NaT", "NaT"]
    assert read.row.tolist() == [1, 2, 3]
    assert read.left_out.n_rows == 0


def test_what_a_file_does_not_say_is_taken_as_documented(tmp_path: Path) -> None:
    path = _csv(
        tmp_path / "short.csv",
        ("employer", "season", "word", "days"),
        *[("A", "2026", "pass", "3")],
    )

    reports = read_reports(path).reports

    assert _names(reports.track) == ["new_grad"]
    assert _names(reports.stage) == [""]
    assert reports.size.tolist() == [0]
    assert np.isnat(reports.held).all()
    assert reports.followed.tolist() == [False]
    assert reports.width.tolist() == [0]
    assert reports.count.tolist() == [1]


def test_every_column_is_read_under_its_own_name(tmp_path: Path) -> None:
    header = ("employer", "track", "size", "season", "word", "days", "kind", "about_days", "count")
    rows = [
        ("A", "mid_career", "1200", "2026", "pass", "14", "survey", "3.5", "12"),
        ("B", "part_time", "", "2025", "other", "2.5", "Followed", "", ""),
    ]

    reports = read_reports(_csv(tmp_path / "all.csv", header, *rows)).reports

    assert _names(reports.track) == ["mid_career", "part_time"]
    assert reports.size.tolist() == [1200, 0]
    assert reports.word.tolist() == [Word.PASS, Word.OTHER]
    assert reports.days.tolist() == [14, 2.5]
    assert reports.followed.tolist() == [True, True]
    assert reports.width.tolist() == [3.5, 0]
    assert reports.count.tolist() == [12, 1]


def test_a_compressed_file_says_the_same(tmp_path: Path) -> None:
    plain = _csv(tmp_path / "reports.csv", HEADER, *ROWS)
    packed = tmp_path / "reports.csv.gz"
    packed.write_bytes(gzip.compress(plain.read_bytes()))

    assert read_reports(packed).reports.days.tolist() == read_reports(plain).reports.days.tolist()


def test_a_parquet_file_with_types_of_its_own_says_the_same(tmp_path: Path) -> None:
    days = np.array(["2026-05-11", "2026-06-01"], dtype="M8[ns]")
    table = pa.table(
        {
            "employer": pa.array(["A", "B"]).dictionary_encode(),
            "season": pa.array([2026.0, None]),
            "held": days,
            "word": ["pass", "none"],
            "days": pa.array([4, 19], pa.int16()),
        }
    )
    pq.write_table(table, tmp_path / "reports.parquet")

    reports = read_reports(tmp_path / "reports.parquet").reports

    assert reports.season.tolist() == [2026, 2026]
    assert reports.held.astype(str).tolist() == ["2026-05-11", "2026-06-01"]
    assert reports.days.tolist() == [4, 19]


def test_the_timelines_names_are_understood_and_their_waits_count_as_followed(
    tmp_path: Path,
) -> None:
    header = (
        *("row_id", "institution", "field", "stage", "season", "start_date", "decision_date"),
        *("outcome", "delay_days", "observed_days", "report_date"),
    )
    rows = [
        (
            "a1",
            "X",
            "bio",
            "phd",
            "2015",
            "2014-12-01",
            "2015-02-09",
            "accepted",
            "70.0",
            "70.0",
            "2015-02-10",
        ),
        ("a2", "Y", "bio", "phd", "2015", "2014-12-01", "", "none", "", "120.0", ""),
        ("a3", "Y", "bio", "phd", "2015", "", "", "rejected", "60.88", "60.88", ""),
    ]

    reports = read_reports(_csv(tmp_path / "timelines.csv", header, *rows)).reports

    assert _names(reports.employer) == ["X", "Y", "Y"]
    assert reports.word.tolist() == [Word.PASS, Word.NONE, Word.FAIL]
    assert reports.days.tolist() == [70, 120, 60.88]
    assert reports.followed.all()


def test_space_around_a_cell_is_no_part_of_it(tmp_path: Path) -> None:
    path = _csv(
        tmp_path / "wide.csv",
        (" Employer", "season", "WORD", "days "),
        ("　青葉 商事 ", "2026 ", " Pass", " 3"),
    )

    reports = read_reports(path).reports

    assert reports.employer.names == ("青葉 商事",)
    assert reports.word.tolist() == [Word.PASS]


def test_an_empty_line_is_no_row(tmp_path: Path) -> None:
    path = tmp_path / "gaps.csv"
    path.write_text("employer,season,word,days\n\nA,2026,pass,3\n\n\nB,2026,fail,4\n", "utf-8")

    read = read_reports(path)

    assert read.row.tolist() == [1, 2]
    assert read.left_out.n_rows == 0


def test_questions_are_read_by_days_or_by_today(tmp_path: Path) -> None:
    header = ("row_id", "employer", "stage", "held", "season", "t", "today")
    rows = [
        ("q7", "A", "first", "", "2026", "5", ""),
        ("", "B", "final", "2026-05-11", "", "", "2026-05-20"),
        ("q9", "B", "final", "2026-05-11", "", "3.5", "2026-05-20"),
    ]

    asked = read_questions(_csv(tmp_path / "questions.csv", header, *rows))

    assert asked.row_id == ("q7", "2", "q9")
    assert asked.waits.days.tolist() == [5, 9, 3.5]
    assert _names(asked.waits.employer) == ["A", "B", "B"]
    assert asked.waits.season.tolist() == [2026, 2026, 2026]


def test_answering_loads_no_engine() -> None:
    """Learning needs DuckDB, Ibis and Arrow; a person who asks one question has none of them."""
    loaded = "import sys, yokame.reports, yokame.forecast, yokame.reports.counts; print(sorted("
    loaded += "{'duckdb', 'ibis', 'pandas', 'pyarrow'} & set(sys.modules)))"

    done = subprocess.run(
        [sys.executable, "-c", loaded], capture_output=True, text=True, check=True
    )

    assert done.stdout.strip() == "[]"


def test_reading_loads_no_pandas() -> None:
    loaded = "import sys, yokame.reports.reading; print('pandas' in sys.modules)"

    done = subprocess.run(
        [sys.executable, "-c", loaded], capture_output=True, text=True, check=True
    )

    assert done.stdout.strip() == "False"
