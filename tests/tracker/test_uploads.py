"""A file on its way into the ledger: looked at, confirmed, brought in whole, undone whole."""

from datetime import UTC, datetime
from uuid import uuid4

import pytest

from tests.sheets.demo import TODAY, student_sheet
from tests.tracker.writing import pen
from yokame.accounts.queries import Person
from yokame.reports import Track
from yokame.sheets import Choices, DayOrder, EmptySheetError, Field, Use
from yokame.tracker import actions, queries, uploads
from yokame.tracker.actions import Facts
from yokame.tracker.checking import differences
from yokame.tracker.exchange import written_ledger
from yokame.tracker.models import Application, LedgerEvent, Upload
from yokame.tracker.uploads import UploadState, Wishes

pytestmark = pytest.mark.django_db


@pytest.fixture
def hana(monkeypatch: pytest.MonkeyPatch) -> Person:
    monkeypatch.setattr("django.utils.timezone.now", lambda: datetime(2026, 11, 23, 3, tzinfo=UTC))
    return Person.objects.create(email="hana@example.jp")


def kept(owner: Person, data: bytes, name: str = "就活.csv") -> Upload:
    upload = uploads.find(owner, uploads.keep(pen(owner, TODAY), name, data))
    assert upload is not None
    return upload


def brought_in(owner: Person, data: bytes, wishes: Wishes | None = None) -> Upload:
    upload = kept(owner, data)
    uploads.choose(upload, wishes or Wishes())
    uploads.start(upload)
    uploads.bring_in.call(str(upload.uid))
    upload.refresh_from_db()
    return upload


def test_a_sheet_is_brought_in_as_one_change_and_undone_whole(hana: Person) -> None:
    upload = brought_in(hana, student_sheet())

    n_here = Application.objects.filter(owner=hana).count()
    changes = set(LedgerEvent.objects.filter(owner=hana).values_list("change", flat=True))
    actions.undo(pen(hana, TODAY), upload.change)

    assert (upload.state, n_here, changes) == (UploadState.DONE, 40, {upload.change})
    assert not Application.objects.filter(owner=hana).exists()
    assert list(differences(hana)) == []


def test_the_file_is_kept_no_longer_than_it_is_needed(hana: Person) -> None:
    upload = brought_in(hana, student_sheet())

    assert bytes(upload.data) == b""
    assert upload.told["n_applications"] == 40


def test_a_job_that_is_run_again_writes_nothing_more(hana: Person) -> None:
    upload = brought_in(hana, student_sheet())
    n_events = LedgerEvent.objects.count()

    uploads.bring_in.call(str(upload.uid))
    uploads.bring_in.call(str(uuid4()))

    assert LedgerEvent.objects.count() == n_events


def test_a_job_that_was_cut_off_begins_anew(hana: Person) -> None:
    upload = kept(hana, student_sheet())
    uploads.start(upload)

    def cut_off(_share: float) -> None:
        raise SystemExit

    with pytest.raises(SystemExit):
        uploads.write(upload, tell=cut_off)
    n_left = LedgerEvent.objects.count()
    uploads.bring_in.call(str(upload.uid))

    assert n_left == 0
    assert Application.objects.filter(owner=hana).count() == 40


def test_what_cannot_be_brought_in_says_so_and_leaves_nothing(
    hana: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    upload = kept(hana, student_sheet())
    uploads.start(upload)
    monkeypatch.setattr(uploads, "append", None)

    uploads.bring_in.call(str(upload.uid))

    upload.refresh_from_db()
    assert (upload.state, upload.error) == (UploadState.FAILED, "TypeError")
    assert not LedgerEvent.objects.exists()


def test_applications_that_are_here_already_are_left_out_unless_wanted(hana: Person) -> None:
    actions.add(pen(hana, TODAY), Facts(employer="デモ社", course="営業"))
    sheet = "会社名,職種\n㈱デモ社,営業\nデモ社,企画\n".encode()

    preview = uploads.look_at(kept(hana, sheet))
    brought_in(hana, sheet)
    brought_in(hana, sheet, Wishes(skips_known=False))

    assert [row.employer for row in preview.known] == ["㈱デモ社"]
    assert [row.course for row in preview.new_rows] == ["企画"]
    assert Application.objects.filter(owner=hana).count() == 1 + 1 + 2


def test_what_was_chosen_is_kept_with_the_file(hana: Person) -> None:
    upload = kept(hana, b"Who,Date\nDemo,01/02/2026\n")
    choices = Choices({1: Use(Field.EMPLOYER)}, {2: DayOrder.DAY_FIRST})

    uploads.choose(upload, Wishes(choices, Track.MID_CAREER))
    upload.refresh_from_db()

    [row] = uploads.look_at(upload).new_rows
    assert str(row.applied_on) == "2026-02-01"
    assert Wishes.of_data(upload.choices).track is Track.MID_CAREER


def test_a_ledger_of_yokames_is_known_among_the_files(hana: Person) -> None:
    actions.add(pen(hana, TODAY), Facts(employer="デモ社"))
    ren = Person.objects.create(email="ren@example.jp")

    brought_in(ren, b"".join(written_ledger(hana)))

    assert [card.application.employer for card in queries.cards(ren, TODAY)] == ["デモ社"]


def test_a_file_that_cannot_be_read_is_not_kept(hana: Person) -> None:
    with pytest.raises(EmptySheetError):
        kept(hana, b"")

    assert not Upload.objects.exists()


def test_another_persons_file_is_not_there(hana: Person) -> None:
    upload = kept(hana, student_sheet(3))
    ren = Person.objects.create(email="ren@example.jp")

    assert uploads.find(ren, upload.uid) is None


def test_files_that_nobody_came_back_to_are_dropped(hana: Person) -> None:
    kept(hana, student_sheet(3))

    assert uploads.drop_old(TODAY) == 0
    assert uploads.drop_old(TODAY.replace(day=26)) == 1


def test_the_share_that_is_written_can_be_asked_and_ends_whole(hana: Person) -> None:
    upload = kept(hana, student_sheet())
    uploads.start(upload)
    shares: list[float] = []

    uploads.write(upload, tell=shares.append)

    assert shares == sorted(shares)
    assert shares[-1] == 1
    assert uploads.share_done(upload) == 0
