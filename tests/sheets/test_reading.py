"""Whole sheets, from every tracker and hand that people come from, become applications."""

from datetime import date, time

import pytest

from tests.sheets.demo import TODAY, as_json, only, read, student_sheet, workbook
from yokame.reports import Outcome, Stage, Track
from yokame.sheets import Field, SheetRound, StageName, State, Why, read_table

FIRST = StageName(Stage.FIRST)
SECOND = StageName(Stage.MIDDLE, 2)


def test_a_students_sheet_is_read_whole() -> None:
    table = read(student_sheet())

    assert (table.heading_line, len(table.rows), table.not_read) == (2, 40, ())
    assert table.rows[0].lines == (3,)
    states = {row.state for row in table.rows}
    assert {State.INTERESTED, State.OFFER, State.REJECTED, State.SILENT} <= states


def test_columns_of_rounds_become_rounds_of_one_application() -> None:
    [row] = [row for row in read(student_sheet()).rows if row.employer == "デモ商事第5株式会社"]

    assert row.state is State.OFFER
    assert row.answer_by == date(2026, 12, 18)
    assert row.rounds == (
        SheetRound(FIRST, "", date(2026, 11, 7), time(10), Outcome.PASS),
        SheetRound(SECOND, "", date(2026, 11, 19), time(14), Outcome.PASS),
    )


def test_what_was_said_belongs_to_the_round_that_waits() -> None:
    row = next(row for row in read(student_sheet()).rows if row.lines == (4,))

    assert [(each.stage, each.said) for each in row.rounds] == [(FIRST, "1週間以内に連絡します")]


def test_passwords_are_read_nowhere() -> None:
    table = read(student_sheet())

    assert "demo-secret" not in repr(table)
    [column] = [column for column in table.columns if column.heading == "マイページPW"]
    assert column.use.field is Field.SECRET


def test_an_export_like_that_of_jobsync_is_read() -> None:
    row = only(
        "index,createdAt,applied,appliedDate,Company,JobTitle,jobType,Location,JobSource,Status\n"
        "1,2026-10-01,Yes,2026-10-05,Demo Works,Engineer,Full Time,Tokyo,Demo Board,Interview\n"
    )

    assert (row.employer, row.course, row.applied_on) == (
        "Demo Works",
        "Engineer",
        date(2026, 10, 5),
    )
    assert row.state is State.IN_SELECTION
    assert row.note == "jobType: Full Time\nLocation: Tokyo\nJobSource: Demo Board"


def test_an_export_like_that_of_huntr_is_read() -> None:
    row = only(
        "Title,Company,List,Job Post URL,Location,Date Added,Date Applied,Deadline,Notes\n"
        'Analyst,"Demo, Inc.",Phone Screen,https://example.com/jobs/1,Osaka,2026-10-01,'
        '"Oct 7, 2026","Oct 20, 2026",Demo data\n'
    )

    assert (row.employer, row.course) == ("Demo, Inc.", "Analyst")
    assert (row.applied_on, row.entry_due_on) == (date(2026, 10, 7), date(2026, 10, 20))
    assert row.rounds == (SheetRound(FIRST, ""),)
    assert row.url == "https://example.com/jobs/1"


def test_an_export_like_that_of_teal_is_read() -> None:
    row = only(
        "Job Position,Company,Max. Salary,Location,Status,Date Saved,Deadline,Date Applied,"
        "Follow up,Excitement\n"
        "Designer,Demo Studio,,Remote,Negotiating,11/01/2026,,11/13/2026,,4\n"
    )

    assert (row.state, row.applied_on, row.priority) == (State.OFFER, date(2026, 11, 13), 3)


def test_a_list_like_that_of_reactive_resume_is_read() -> None:
    applications = [
        {
            "id": "a1", "company": "Demo Labs", "role": "Researcher", "status": "screening",
            "sourceUrl": "https://example.com/2", "notes": "Demo data", "tags": ["ai", "lab"],
            "appliedAt": "2026-11-12T15:00:00.000Z", "archived": False,
            "contacts": [{"name": "Demo Person"}], "activity": [{"type": "created"}],
        }
    ]  # fmt: skip

    row = only(as_json({"version": 1, "applications": applications}), name="export.json")

    # Midnight of the 13th in Japan is 15 o'clock of the 12th in Greenwich.
    assert (row.employer, row.applied_on) == ("Demo Labs", date(2026, 11, 13))
    assert row.state is State.IN_SELECTION
    assert row.note == "Demo data\ntags: ai、lab"


def test_a_table_like_that_of_career_ops_is_read() -> None:
    row = only(
        "# Applications Tracker (demo)\n\n"
        "| # | Date | Company | Role | Score | Status | PDF | Report | Notes |\n"
        "|---|------|---------|------|-------|--------|-----|--------|-------|\n"
        "| 1 | 2026-11-02 | Demo Systems | Engineer | 4.2/5 | Applied | ✅ | [1](x) | ok |\n"
    )

    assert (row.employer, row.applied_on, row.state) == (
        "Demo Systems",
        date(2026, 11, 2),
        State.APPLIED,
    )


def test_a_workbook_is_read_from_its_first_sheet_with_headings() -> None:
    table = read_table(
        workbook(
            [
                ["会社名", "応募日", "一次面接日", "次回選考"],
                ["デモ㈱", date(2026, 11, 1), 46339, None],
            ]
        ),
        "就活.xlsx",
        today=TODAY,
    )

    assert table.rows[0].applied_on == date(2026, 11, 1)
    assert table.rows[0].rounds[0].held_on == date(2026, 11, 13)


def test_headings_in_two_rows_are_one() -> None:
    row = only("会社名,一次面接,,二次面接,\n,日程,結果,日程,結果\nデモ社,11/2,○,11/16,\n")

    assert row.rounds == (
        SheetRound(FIRST, "", date(2026, 11, 2), None, Outcome.PASS),
        SheetRound(SECOND, "", date(2026, 11, 16)),
    )


def test_several_rows_of_one_employer_are_its_rounds() -> None:
    table = read(
        "会社名,職種,応募日,選考段階,選考日,結果,メモ\n"
        "株式会社デモ,営業,10/1,一次面接,10/20,通過,よい感じ\n"
        "㈱デモ,営業,,二次面接,11/5,不合格,よい感じ\n"
        "㈱デモ,企画,,一次面接,11/6,,\n"
    )

    assert [(row.course, row.lines) for row in table.rows] == [("営業", (2, 3)), ("企画", (4,))]
    assert [(each.stage, each.result) for each in table.rows[0].rounds] == [
        (FIRST, Outcome.PASS),
        (SECOND, Outcome.FAIL),
    ]
    assert table.rows[0].note == "よい感じ"


def test_rows_that_contradict_each_other_are_told() -> None:
    table = read(
        "会社名,応募日,選考段階,選考日\nデモ社,2026/10/1,一次面接,10/20\nデモ社,2026/10/2,二次,11/5\n"
    )

    [told] = table.not_read
    assert (told.line, told.text, told.why) == (3, "2026-10-02", Why.OTHER_LINE_DIFFERS)
    assert table.rows[0].applied_on == date(2026, 10, 1)


def test_what_was_not_understood_is_told_by_row_and_kept_in_the_note() -> None:
    table = read("会社名,応募日,ステータス,URL\nデモ社,そのうち,ふわふわ,あとで\n,,選考中,\n")

    assert [(each.line, each.column, each.why) for each in table.not_read] == [
        (2, "応募日", Why.NOT_A_DAY),
        (2, "ステータス", Why.UNKNOWN_STATE),
        (2, "URL", Why.NOT_A_LINK),
        (3, "", Why.NO_EMPLOYER),
    ]
    assert set(table.rows[0].note.split("\n")) == {
        "応募日: そのうち",
        "ステータス: ふわふわ",
        "URL: あとで",
    }


def test_a_column_that_nobody_knows_is_kept_in_the_note() -> None:
    assert only("会社名,社風\nデモ社,明るい\n").note == "社風: 明るい"


def test_an_internship_is_a_course_and_mid_career_a_track() -> None:
    table = read("会社名,選考区分\nデモ社,夏インターン\nデモ社,本選考\n見本社,中途\n")

    assert [(row.course, row.track) for row in table.rows] == [
        ("夏インターン", None),
        ("", Track.NEW_GRAD),
        ("", Track.MID_CAREER),
    ]


def test_a_status_says_of_which_stage_a_bare_result_is() -> None:
    row = only("会社名,選考状況,面接日,結果連絡日\nデモ社,一次不合格,11/5,11/12\n")

    assert row.rounds == (
        SheetRound(FIRST, "", date(2026, 11, 5), None, Outcome.FAIL, date(2026, 11, 12)),
    )
    assert row.state is State.REJECTED


def test_an_offer_among_the_results_is_of_the_application() -> None:
    table = read("会社名,結果\nデモ社,内定\n見本社,不合格\n例示社,合格\n")

    assert [row.state for row in table.rows] == [State.OFFER, State.REJECTED, None]
    assert [(each.line, each.why) for each in table.not_read] == [(4, Why.RESULT_OF_WHAT)]


def test_a_day_ahead_is_not_that_of_a_stage_already_passed() -> None:
    row = only("会社名,選考状況,次回選考日\nデモ社,一次通過,11/30\n")

    assert [(each.stage.stage, each.held_on, each.result) for each in row.rounds] == [
        (Stage.FIRST, None, Outcome.PASS),
        (Stage.INTERVIEW, date(2026, 11, 30), Outcome.NONE),
    ]


def test_word_before_its_round_is_told() -> None:
    table = read("会社名,一次面接日,一次結果連絡日\nデモ社,2026/11/13,2026/11/3\n")

    assert [each.why for each in table.not_read] == [Why.WORD_BEFORE_ROUND]
    assert table.rows[0].rounds[0].word_on is None


@pytest.mark.parametrize(
    ("written", "priority"),
    [("A", 3), ("第二志望", 2), ("★★★", 3), ("★★★☆☆", 2), ("2/5", 1), ("低", 1)],
)
def test_how_much_one_wants_to_go_there(written: str, priority: int) -> None:
    assert only(f"会社名,志望度\nデモ社,{written}\n").priority == priority


def test_a_bare_figure_of_priority_may_mean_either_and_is_told() -> None:
    table = read("会社名,優先度\nデモ社,1\n")

    assert [each.why for each in table.not_read] == [Why.UNKNOWN_PRIORITY]


def test_a_table_without_employers_asks_for_them() -> None:
    table = read("だれ,いつ\nデモ社,11/13\n")

    assert not table.has_employers
    assert table.rows == ()
    assert [column.heading for column in table.columns] == ["だれ", "いつ"]


def test_five_thousand_rows_are_read_with_every_line() -> None:
    table = read(student_sheet(5_000))

    assert len(table.rows) == 5_000
    assert table.rows[-1].employer == "㈱見本製作所5000"
