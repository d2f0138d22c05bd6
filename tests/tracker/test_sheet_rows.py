"""Applications of a sheet as events: what the sheet knows, and no more."""

from datetime import date

import pytest
from hypothesis import given

from tests.sheets.demo import TODAY, only, read, student_sheet
from tests.sheets.test_writing import applications
from tests.tracker.folding import folded_drafts
from yokame.reports import Stage, Track
from yokame.sheets import SheetRow, State
from yokame.tracker.application import ApplicationState
from yokame.tracker.application import State as Standing
from yokame.tracker.events import Event
from yokame.tracker.payloads import DatedBy, Said, WordCame
from yokame.tracker.sheet_rows import drafts_of

NOV_13 = date(2026, 11, 13)


def entered(text: str) -> ApplicationState:
    state, _ = folded_drafts(drafts_of(only(text), track=Track.NEW_GRAD, today=TODAY), TODAY)
    return state


def words(text: str) -> list[Event]:
    _, events = folded_drafts(drafts_of(only(text), track=Track.NEW_GRAD, today=TODAY), TODAY)
    return [event for event in events if isinstance(event.payload, WordCame)]


@pytest.mark.parametrize(
    ("status", "standing"),
    [
        ("気になる", Standing.PLANNED),
        ("応募済み", Standing.IN_ROUND),
        ("選考中", Standing.IN_ROUND),
        ("一次通過", Standing.PASSED),
        ("一次結果待ち", Standing.IN_ROUND),
        ("お祈り", Standing.FAILED),
        ("内定", Standing.OFFERED),
        ("内定承諾", Standing.ACCEPTED),
        ("内定辞退", Standing.DECLINED),
        ("辞退", Standing.WITHDRAWN),
        ("サイレント", Standing.IN_ROUND),
        ("最終落ち", Standing.FAILED),
    ],
)
def test_a_status_becomes_the_state_that_it_means(status: str, standing: Standing) -> None:
    assert entered(f"会社名,ステータス\nデモ社,{status}\n").state is standing


def test_an_application_sent_in_waits_for_its_documents() -> None:
    state = entered("会社名,応募日\nデモ社,2026/11/13\n")

    assert state.applied_on == NOV_13
    assert [(one.stage, one.on) for one in state.rounds] == [(Stage.DOCUMENT, NOV_13)]


def test_no_day_is_made_up_for_an_application_without_one() -> None:
    state = entered("会社名,ステータス\nデモ社,応募済み\n")

    assert state.applied_on is None
    assert [(one.stage, one.on) for one in state.rounds] == [(Stage.DOCUMENT, None)]


def test_what_was_said_is_counted_from_the_round() -> None:
    state = entered("会社名,一次面接日,連絡予定\nデモ社,11/13,1週間以内\n")

    [one] = state.rounds
    assert one.promise is not None
    assert (one.promise.said, one.promise.heard_on) == ("1週間以内", NOV_13)


def test_a_round_ahead_is_scheduled_with_its_hour() -> None:
    state = entered("会社名,最終面接日\nデモ社,11/30 14:00\n")

    [one] = state.rounds
    assert (one.is_held, str(one.starts_at)) == (False, "14:00:00")


def test_a_hour_of_a_round_held_is_kept() -> None:
    [one] = entered("会社名,一次面接日\nデモ社,11/13 10:00\n").rounds

    assert (one.is_held, one.on, str(one.starts_at)) == (True, NOV_13, "10:00:00")


def test_a_word_without_a_day_is_dated_by_the_clock_and_no_later_than_the_next_round() -> None:
    sheet = (
        "会社名,一次面接日,一次結果,二次面接日,二次結果,二次結果連絡日\n"
        "デモ社,11/2,○,11/9,×,11/13\n"
    )

    first, second = words(sheet)

    assert (first.dated_by, first.happened_on) == (DatedBy.CLOCK, date(2026, 11, 9))
    assert (second.dated_by, second.happened_on) == (DatedBy.SHEET, NOV_13)


def test_the_yes_of_the_last_round_is_the_offer() -> None:
    state = entered(
        "会社名,最終面接日,最終結果,ステータス,内定日,承諾期限\nデモ社,11/2,○,内定,11/13,12/1\n"
    )

    assert [one.word.said for one in state.rounds if one.word] == [Said.OFFER]
    assert state.offer is not None
    assert (state.offer.made_on, state.offer.answer_by) == (NOV_13, date(2026, 12, 1))


def test_a_no_after_a_pass_is_of_a_round_that_the_sheet_leaves_out() -> None:
    state = entered("会社名,一次面接日,一次結果,ステータス\nデモ社,11/2,○,お祈り\n")

    assert [(one.stage, one.word.said) for one in state.rounds if one.word] == [
        (Stage.FIRST, Said.PASS),
        (Stage.INTERVIEW, Said.FAIL),
    ]


def test_second_and_third_interviews_keep_their_names() -> None:
    state = entered("会社名,二次面接日,三次面接日\nデモ社,11/2,11/9\n")

    assert [(one.stage, one.name) for one in state.rounds] == [
        (Stage.MIDDLE, "二次面接"),
        (Stage.MIDDLE, "三次面接"),
    ]


def test_the_track_is_that_of_the_row_or_the_one_chosen() -> None:
    rows = read("会社名,選考区分\nデモ社,\n見本社,中途\n").rows

    tracks = [
        folded_drafts(drafts_of(row, track=Track.PART_TIME, today=TODAY), TODAY)[0].facts.track
        for row in rows
    ]
    assert tracks == [Track.PART_TIME, Track.MID_CAREER]


def test_every_row_of_a_students_sheet_can_be_entered() -> None:
    for row in read(student_sheet()).rows:
        state, _ = folded_drafts(drafts_of(row, track=Track.NEW_GRAD, today=TODAY), TODAY)
        assert state.facts.employer == row.employer


@given(applications)
def test_no_row_that_can_be_read_is_refused_by_the_ledger(row: SheetRow) -> None:
    drafts = drafts_of(row, track=Track.NEW_GRAD, today=TODAY)

    state, _ = folded_drafts(drafts, TODAY)

    ended = {
        State.WITHDRAWN: Standing.WITHDRAWN,
        State.ACCEPTED: Standing.ACCEPTED,
        State.DECLINED: Standing.DECLINED,
    }
    assert state.applied_on == row.applied_on
    if row.state in ended:
        assert state.state is ended[row.state]
