"""What a file of reports must not be, and how that is told: nothing is dropped unseen."""

import re
from pathlib import Path

import pytest

from yokame.reports.faults import N_SHOWN, Fault, Reason, ReportError
from yokame.reports.reading import read_questions, read_reports

HEADER = (
    "employer,season,held,word,days,word_on,seen_until,reported_on,kind,about_days,count,size,track"
)


def _file(folder: Path, *rows: str, header: str = HEADER, name: str = "reports.csv") -> Path:
    path = folder / name
    path.write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")
    return path


MALFORMED = [
    (",2026,,pass,3,,,,,,,,", "employer", "nothing", "a name"),
    ("A,2026,,,3,,,,,,,,", "word", "nothing", "pass, fail, other or none"),
    ("A,2026,,passed,3,,,,,,,,", "word", "passed", "pass, fail, other or none"),
    ("A,26,,pass,3,,,,,,,,", "season", "26", "a year like 2026"),
    ("A,2026.5,,pass,3,,,,,,,,", "season", "2026.5", "a year like 2026"),
    ("A,,,pass,3,,,,,,,,", "season", "nothing", "a year, or a day in held"),
    ("A,2026,2026-02-30,pass,3,,,,,,,,", "held", "2026-02-30", "a date like 2026-11-13"),
    ("A,2026,0026-02-03,pass,3,,,,,,,,", "held", "0026-02-03", "a date like 2026-11-13"),
    ("A,2026,,pass,-1,,,,,,,,", "days", "-1", "a number of days, 0 to 36525"),
    ("A,2026,,pass,nan,,,,,,,,", "days", "nan", "a number of days, 0 to 36525"),
    ("A,2026,,pass,inf,,,,,,,,", "days", "inf", "a number of days, 0 to 36525"),
    ("A,2026,,pass,３日,,,,,,,,", "days", "３日", "a number of days, 0 to 36525"),
    ("A,2026,,pass,3,,,,often,,,,", "kind", "often", "followed, survey or afterwards"),
    ("A,2026,,pass,3,,,,,,0,,", "count", "0", "a whole number, 1 or more"),
    ("A,2026,,pass,3,,,,,,1.5,,", "count", "1.5", "a whole number, 1 or more"),
    ("A,2026,,pass,3,,,,,-1,,,", "about_days", "-1", "a number of days, 0 to 36525"),
    (
        "A,2026,,pass,3,,,,,,,-5,",
        "size",
        "-5",
        "a whole number of employees, 0 where it is not known",
    ),
    ("A,2026,,pass,3,,,,,,,,x", "track", "x", "one of new_grad, mid_career, part_time"),
    (
        *("A,2026,,pass,,2026-05-01,,,,,,,", "days", "nothing"),
        "a number of days, or held with word_on (without word: with seen_until)",
    ),
    (
        *("A,2026,2026-05-01,none,,,,,,,,,", "days", "nothing"),
        "a number of days, or held with word_on (without word: with seen_until)",
    ),
    (
        *("A,2026,2026-05-01,none,9,2026-05-10,,,,,,,", "word_on", "2026-05-10"),
        "no day, for a wait without word",
    ),
    (
        *("A,2026,2026-05-11,pass,,2026-05-01,,,,,,,", "held", "2026-05-11"),
        "a day that is not after the wait's last",
    ),
    (
        *("A,2026,2026-05-01,pass,4,2026-05-11,,,,,,,", "days", "4.0"),
        "as many days as between the two days of the row",
    ),
    (
        *("A,2026,2026-05-01,pass,,2026-05-11,,2026-05-08,,,,,", "reported_on", "2026-05-08"),
        "a day that is not before what it tells of",
    ),
    ("A,2026,,pass,3", "row", "5 cells", "13 cells, as in the header"),
    ("A,2026,,pass,3,,,,,,,,,,", "row", "15 cells", "13 cells, as in the header"),
]


@pytest.mark.parametrize(("row", "column", "found", "expected"), MALFORMED)
def test_a_malformed_row_is_left_out_and_told(
    tmp_path: Path, row: str, column: str, found: str, expected: str
) -> None:
    path = _file(tmp_path, "Good,2026,,pass,3,,,,,,,,", row, "Fine,2026,,fail,4,,,,,,,,")

    read = read_reports(path)

    assert read.row.tolist() == [1, 3]
    assert read.left_out.reasons == (Reason(column, expected, 1),)
    assert read.left_out.first == (Fault(2, column, found, expected),)


@pytest.mark.parametrize(("row", "column", "found", "expected"), MALFORMED)
def test_read_strictly_a_malformed_row_is_an_error(
    tmp_path: Path, row: str, column: str, found: str, expected: str
) -> None:
    path = _file(tmp_path, "Good,2026,,pass,3,,,,,,,,", row)

    with pytest.raises(ReportError) as caught:
        read_reports(path, strict=True)

    assert caught.value.fault == Fault(2, column, found, expected)
    assert str(caught.value) == f"reports.csv: row 2, {column}: found {found}, expected {expected}."


def test_all_reasons_are_counted_and_only_the_first_rows_are_shown(tmp_path: Path) -> None:
    rows = ["A,2026,,maybe,3,,,,,,,,"] * 7 + ["A,2026,,pass,-1,,,,,,,,"] * 3 + ["A"] * 2

    left_out = read_reports(_file(tmp_path, *rows)).left_out

    assert [(why.column, why.n_rows) for why in left_out.reasons] == [
        *[("word", 7), ("days", 3), ("row", 2)]
    ]
    assert left_out.n_rows == 12
    assert [fault.row for fault in left_out.first] == list(range(1, N_SHOWN + 1))


def test_a_row_with_several_faults_is_counted_once(tmp_path: Path) -> None:
    left_out = read_reports(_file(tmp_path, ",26,,maybe,-1,,,,,,,,")).left_out

    assert left_out.n_rows == 1


def test_a_stray_quotation_mark_costs_its_line_only(tmp_path: Path) -> None:
    rows = ['"A"b,2026,pass,3', "B,2026,fail,4", '"C ""c""",2026,pass,5']

    read = read_reports(_file(tmp_path, *rows, header="employer,season,word,days"))

    assert read.row.tolist() == [2, 3]
    assert read.reports.employer.names == ("B", 'C "c"')
    assert read.left_out.first[0].found.startswith("no CSV in line 2 (")


def test_a_quotation_mark_that_never_ends_is_told(tmp_path: Path) -> None:
    rows = ["A,2026,pass,3", '"B,2026,fail,4', "C,2026,pass,5"]

    read = read_reports(_file(tmp_path, *rows, header="employer,season,word,days"))

    assert read.row.tolist() == [1]
    assert read.left_out.first[0].row == 2
    assert "lines 3 to 4" in read.left_out.first[0].found


def test_a_pass_posted_on_its_day_and_a_rounded_length_are_no_faults(tmp_path: Path) -> None:
    rows = [
        "A,2026,2026-05-01,pass,,2026-05-11,,2026-05-11,,,,,",
        "A,2026,2026-05-01,pass,14,2026-05-11,,2026-05-11,,3.5,,,",
        "A,2026,2026-05-01,none,9,,2026-05-10,2026-05-08,,,,,",
    ]

    assert read_reports(_file(tmp_path, *rows)).left_out.n_rows == 0


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("gone.csv", None, "gone.csv: the file: found .*, expected a file that can be read"),
        ("gone.parquet", None, "expected a Parquet file that can be read"),
        ("broken.parquet", b"no parquet", "expected a Parquet file that can be read"),
        ("broken.csv.gz", b"no gzip", "expected a file that can be read"),
        ("notes.txt", b"a,b", r"expected a name ending in .csv, .csv.gz or .parquet"),
        ("void.csv", b"", "the header: found empty, expected a column named employer"),
        ("bare.csv", b"employer,season,word,days\n", "found empty, expected rows under its header"),
        ("short.csv", b"employer,days\nA,3\n", "expected a column named word or outcome"),
        ("twice.csv", b"employer,institution,word\nA,A,pass\n", "employer and institution"),
        ("coded.csv", b"employer,word\n\x81\x01,pass\n", "expected text in UTF-8 or cp932"),
    ],
)
def test_a_file_that_is_no_table_of_reports_is_an_error(
    tmp_path: Path, name: str, content: bytes | None, told: str
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)

    with pytest.raises(ReportError, match=told) as caught:
        read_reports(tmp_path / name)

    assert caught.value.fault.row == 0


def test_a_long_cell_is_told_shortened(tmp_path: Path) -> None:
    path = _file(tmp_path, f"A,2026,,{'x' * 200},3,,,,,,,,")

    with pytest.raises(ReportError, match=re.escape("x" * 59 + "…,")):
        read_reports(path, strict=True)


@pytest.mark.parametrize(
    ("row", "column", "found"),
    [
        ("A,2026,,,", "days", "nothing"),
        ("A,2026,,-3,", "days", "-3"),
        ("A,,2026-05-11,,2026-05-01", "held", "2026-05-11"),
        ("A,,,3,", "season", "nothing"),
        (",2026,,3,", "employer", "nothing"),
    ],
)
def test_a_malformed_question_is_left_out_and_told(
    tmp_path: Path, row: str, column: str, found: str
) -> None:
    path = _file(tmp_path, "Good,2026,,3,", row, header="employer,season,held,days,today")

    asked = read_questions(path)

    assert asked.row_id == ("1",)
    assert [(fault.row, fault.column, fault.found) for fault in asked.left_out.first] == [
        (2, column, found)
    ]
