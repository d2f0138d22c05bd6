"""Files of every kind that people choose, the wrong ones and the hostile ones too."""

import io
import zipfile

import pytest
from openpyxl import Workbook

from tests.sheets.demo import TODAY, as_json, csv_text, read, saved, workbook
from yokame.sheets import (
    BrokenFileError,
    EmptySheetError,
    NoListError,
    OldWorkbookError,
    OpenQuoteError,
    SheetError,
    TooLargeError,
    UnknownEncodingError,
    UnknownFormatError,
    Why,
    read_table,
)
from yokame.sheets.grids import MOST_CELLS, MOST_COLUMNS

ROWS = [["会社名", "応募日"], ["髙島デモ～①", "2026/11/13"]]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932", "utf-16"])
@pytest.mark.parametrize("separator", [",", "\t", ";"])
def test_every_encoding_and_separator_gives_the_same_table(encoding: str, separator: str) -> None:
    table = read(csv_text(ROWS, separator).encode(encoding))

    assert table.rows[0].employer == "髙島デモ～①"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_its_mark_is_known_by_its_noughts(encoding: str) -> None:
    sheet = "Company,Date applied\nDemo,2026-11-13\n"

    assert read(sheet.encode(encoding)).rows[0].employer == "Demo"


def test_commas_inside_cells_do_not_decide_the_separator() -> None:
    table = read("会社名\tメモ\nデモ社\tい,ろ,は,に\n見本社\tほ,へ,と,ち\n")

    assert [row.note for row in table.rows] == ["い,ろ,は,に", "ほ,へ,と,ち"]


def test_a_list_of_names_alone_is_a_table() -> None:
    assert [row.employer for row in read("会社名\nデモ社\n見本社\n").rows] == ["デモ社", "見本社"]


def test_the_line_that_names_its_separator_is_no_row() -> None:
    table = read("sep=;\n会社名;応募日\nデモ社;11/1\n")

    assert table.rows[0].lines == (3,)


def test_a_line_number_counts_the_lines_inside_cells() -> None:
    table = read('会社名,メモ\nデモ社,"一\n二"\n見本社,\n')

    assert [row.lines for row in table.rows] == [(2,), (4,)]


def test_a_formula_that_was_made_harmless_is_put_back() -> None:
    assert read("会社名,メモ\nデモ社,'=1+1\n").rows[0].note == "=1+1"


def test_a_quotation_mark_without_an_end_is_an_error_and_not_one_huge_cell() -> None:
    with pytest.raises(OpenQuoteError) as raised:
        read('会社名,メモ\nデモ社,ok\n見本社,"開いたまま\n例示社,x\n')

    assert raised.value.line == 3


def test_a_loose_quotation_mark_is_read_leniently() -> None:
    table = read('会社名,メモ\n"デモ"社,x\n"見本社",y\n')

    assert [row.note for row in table.rows] == ["x", "y"]


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", EmptySheetError),
        (b"\xef\xbb\xbf  \n", EmptySheetError),
        (b"%PDF-1.7 demo", UnknownFormatError),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 100, OldWorkbookError),
        (b"PK\x03\x04 no archive", BrokenFileError),
        (b"\xff\x00\xfd\xfe\xfa,\n", UnknownEncodingError),
        (b'{"a": ', BrokenFileError),
        (b'{"a": 1}', NoListError),
        (b"[1, 2]", NoListError),
        (b"[" * 100_000, BrokenFileError),
    ],
)
def test_what_is_no_table_is_refused_with_its_reason(data: bytes, error: type[SheetError]) -> None:
    with pytest.raises(error) as raised:
        read_table(data, "demo", today=TODAY)

    assert raised.value.code.startswith("sheet_")


def test_another_archive_is_no_workbook() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("photo.txt", "demo")

    with pytest.raises(UnknownFormatError):
        read(file.getvalue(), name="photos.zip")


def test_an_archive_that_unpacks_without_end_is_refused() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * 160_000_000)

    with pytest.raises(TooLargeError):
        read(file.getvalue(), name="bomb.xlsx")


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("会社名\n" + "a\n" * 20_001, "rows"),
        (",".join(["会社名"] * (MOST_COLUMNS + 1)), "columns"),
        ("会社名\n" + (",".join("x" * 100) + "\n") * (MOST_CELLS // 100 + 1), "cells"),
        ("会社名\n" + "あ" * 20_001, "letters"),
        ("会社名\n" + "a" * 10_000_000, "bytes"),
    ],
)
def test_more_than_anyone_applies_for_is_refused(text: str, what: str) -> None:
    with pytest.raises(TooLargeError) as raised:
        read(text)

    assert raised.value.what == what


def test_a_damaged_workbook_says_so() -> None:
    data = workbook(ROWS)

    with pytest.raises(BrokenFileError):
        read(data[: len(data) // 2], name="half.xlsx")


def test_a_formula_that_was_never_computed_is_told() -> None:
    book = Workbook()
    assert book.active is not None
    book.active.append(["会社名", "応募日"])
    book.active.append(["デモ社", "=TODAY()"])

    table = read(saved(book), name="formula.xlsx")

    assert [(each.text, each.why) for each in table.not_read] == [("=TODAY()", Why.NO_VALUE)]


def test_a_hidden_sheet_is_not_read() -> None:
    book = Workbook()
    assert book.active is not None
    book.active.append(["会社名", "応募日"])
    book.active.append(["隠れ社", ""])
    shown = book.create_sheet("2")
    shown.append(["会社名", "応募日"])
    shown.append(["デモ社", ""])
    book.active.sheet_state = "hidden"

    assert [row.employer for row in read(saved(book), name="two.xlsx").rows] == ["デモ社"]


def test_of_several_lists_in_json_the_one_of_applications_is_read() -> None:
    data = {
        "meta": {"tags": [{"name": "x"}]},
        "jobs": [{"company": {"name": "Demo"}, "title": "Dev"}, {"company": {"name": "Demo 2"}}],
    }

    table = read(as_json(data), name="jobs.json")

    assert [(row.employer, row.course, row.lines) for row in table.rows] == [
        ("Demo", "Dev", (1,)),
        ("Demo 2", "", (2,)),
    ]
