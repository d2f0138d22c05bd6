"""What goes out: the ledger's file, tables that no spreadsheet runs, a page to print."""

import csv
import io
import zipfile

from pytest_django import DjangoAssertNumQueries

from tests.sheets.demo import TODAY, student_sheet
from tests.tracker.writing import pen
from tests.web.applications.owner import Owner
from tests.web.visitor import html, text
from yokame.sheets import read_table
from yokame.tracker import actions, uploads
from yokame.tracker.actions import Facts
from yokame.tracker.exchange import written_ledger


def a_season(owner: Owner, n_rows: int = 40) -> None:
    """A student's sheet, brought in."""
    uid = uploads.keep(pen(owner.person, TODAY), "就活.csv", student_sheet(n_rows))
    upload = uploads.find(owner.person, uid)
    assert upload is not None
    uploads.write(upload)


def tables(owner: Owner, query: str = "") -> dict[str, list[list[str]]]:
    """Each table of the ZIP, as rows of cells."""
    packed = owner.open(f"/export/yokame-csv.zip{query}").content
    with zipfile.ZipFile(io.BytesIO(packed)) as files:
        return {
            name: list(csv.reader(io.StringIO(files.read(name).decode("utf-8-sig"), newline="")))
            for name in files.namelist()
        }


def test_the_file_is_the_whole_ledger(owner: Owner) -> None:
    a_season(owner)

    response = owner.open("/export/yokame.json")

    content = b"".join(response.streaming_content)  # type: ignore[attr-defined]
    assert content == b"".join(written_ledger(owner.person))
    assert 'filename="yokame-2026-11-23.json"' in response.headers["Content-Disposition"]


def test_the_tables_hold_every_application_round_and_event(owner: Owner) -> None:
    a_season(owner)

    found = tables(owner)

    assert set(found) == {"applications.csv", "rounds.csv", "history.csv"}
    assert len(found["applications.csv"]) == 41
    assert found["history.csv"][0][0] == "番号"
    assert len(found["history.csv"]) == 1 + b"".join(written_ledger(owner.person)).count(
        b"happened_on"
    )


def test_a_formula_among_ones_notes_is_text_in_the_tables(owner: Owner) -> None:
    uid = actions.add(pen(owner.person, TODAY), Facts(employer="=1+1"))
    actions.note(pen(owner.person, TODAY), uid, "@SUM(A1)")

    [_, row] = tables(owner)["applications.csv"]

    assert (row[0], row[-1]) == ("'=1+1", "'@SUM(A1)")


def test_the_tables_are_read_again_with_every_application(owner: Owner) -> None:
    a_season(owner)
    for query in ("", "?lang=en"):
        packed = owner.open(f"/export/yokame-csv.zip{query}").content
        with zipfile.ZipFile(io.BytesIO(packed)) as files:
            applications = read_table(files.read("applications.csv"), "a.csv", today=TODAY)
            rounds = read_table(files.read("rounds.csv"), "r.csv", today=TODAY)

        assert len(applications.rows) == 40
        assert rounds.not_read == ()
        assert {row.applied_on for row in applications.rows} != {None}


def test_the_printed_page_shows_whole_names_and_what_is_open_first(owner: Owner) -> None:
    a_season(owner)

    page = owner.open("/print/")

    assert "デモ商事第1株式会社" in text(page)
    assert html(page).index("選考中") < html(page).index("ご縁なし")


def test_an_empty_season_says_how_to_begin(owner: Owner) -> None:
    assert "まだ応募がありません" in text(owner.open("/print/"))


def test_printing_takes_a_constant_number_of_queries(
    owner: Owner, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    a_season(owner, 120)

    with django_assert_max_num_queries(4):
        owner.open("/print/")
