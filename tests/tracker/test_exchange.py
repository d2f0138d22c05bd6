"""A ledger as a file: byte for byte, into an empty ledger or beside what is there."""

import io
import json
import zipfile
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tracker.writing import FRIDAY_13, held_interview, pen
from yokame.accounts.leaving import archive
from yokame.accounts.queries import Person
from yokame.tracker import actions, queries
from yokame.tracker.actions import Facts
from yokame.tracker.checking import differences
from yokame.tracker.exchange import (
    LedgerFileError,
    NewerLedgerFileError,
    is_ledger_file,
    read_ledger_file,
    take_over,
    written_ledger,
)
from yokame.tracker.models import LedgerEvent, Round
from yokame.tracker.payloads import Said, WordCame

TUESDAY_24 = date(2026, 11, 24)


@pytest.fixture
def hana(db: None) -> Person:  # noqa: ARG001
    return Person.objects.create(email="hana@example.jp")


@pytest.fixture
def ren(db: None) -> Person:  # noqa: ARG001
    return Person.objects.create(email="ren@example.jp")


def a_season(owner: Person) -> None:
    """Word, a correction, an undo, an undo of that, a note in many letters, and a saved view."""
    uid, round_uid = held_interview(owner)
    word = actions.record_word(
        pen(owner, TUESDAY_24), uid, round_uid, said=Said.FAIL, on=TUESDAY_24
    )
    number = LedgerEvent.objects.get(owner=owner, kind="word_came").number
    actions.correct(
        pen(owner, TUESDAY_24),
        uid,
        number,
        on=date(2026, 11, 20),
        to=WordCame(round=round_uid, said=Said.HOLD),
    )
    undone = actions.undo(pen(owner, TUESDAY_24), word)
    actions.undo(pen(owner, TUESDAY_24), undone)
    actions.note(pen(owner, TUESDAY_24), uid, '髙橋さん～①\n"二行目"')
    actions.save_view(pen(owner, TUESDAY_24), "待ち", "state=in_round")


def file_of(owner: Person) -> bytes:
    return b"".join(written_ledger(owner))


def into(owner: Person, data: bytes) -> dict[str, object]:
    return take_over(pen(owner, TUESDAY_24), read_ledger_file(data), "ledger.json")


def test_a_ledger_comes_back_byte_for_byte(hana: Person, ren: Person) -> None:
    a_season(hana)
    data = file_of(hana)

    told = into(ren, data)

    assert file_of(ren) == data
    assert told["n_applications"] == 1
    assert list(differences(ren)) == []
    assert queries.views(ren)[0].query == "state=in_round"


def test_an_empty_ledger_is_a_file_too(hana: Person, ren: Person) -> None:
    into(ren, file_of(hana))

    assert file_of(ren) == file_of(hana)
    assert json.loads(file_of(hana))["events"] == []


def test_a_file_is_known_by_its_content(hana: Person) -> None:
    assert is_ledger_file(file_of(hana))
    assert not is_ledger_file(b'[{"company": "Demo"}]')


def test_beside_what_is_there_it_is_taken_in_once_and_undone_whole(
    hana: Person, ren: Person
) -> None:
    a_season(hana)
    actions.add(pen(ren, FRIDAY_13), Facts(employer="例示社"))
    mine = pen(ren, TUESDAY_24)
    file = read_ledger_file(file_of(hana))

    take_over(mine, file, "ledger.json")
    again = into(ren, file_of(hana))
    both = {card.application.employer for card in queries.cards(ren, TUESDAY_24)}
    word = Round.objects.get(application__owner=ren, application__employer="見本商事").word
    undo = actions.undo(pen(ren, TUESDAY_24), mine.change)
    alone = [card.application.employer for card in queries.cards(ren, TUESDAY_24)]
    actions.undo(pen(ren, TUESDAY_24), undo)

    assert again["n_events"] == 0
    assert both == {"例示社", "見本商事"}
    assert word == "hold"  # the correction still points at its event, under its new number
    assert alone == ["例示社"]
    assert len(queries.cards(ren, TUESDAY_24)) == 2
    assert list(differences(ren)) == []


def damaged(data: bytes, change: str) -> bytes:
    """The file of a season with one thing wrong in it."""
    found = json.loads(data)
    first = found["events"][0]
    match change:
        case "version":
            found["version"] = 2
        case "key":
            first["colour"] = "red"
        case "kind":
            first["kind"] = "flew"
        case "number":
            found["events"][1]["number"] = 1
        case "payload":
            first["data"]["facts"]["employer"] = ""
        case "day":
            first["happened_on"] = "2026-02-30"
        case "about":
            first["application"] = None
        case "moment":
            first["recorded_at"] = "2026-11-13T03:00:00"
        case "events":
            found["events"] = 5
    return json.dumps(found).encode()


@pytest.mark.parametrize(
    "change",
    ["version", "key", "kind", "number", "payload", "day", "about", "moment", "events"],
)
def test_a_damaged_file_changes_nothing_and_says_where(
    hana: Person, ren: Person, change: str
) -> None:
    a_season(hana)

    with pytest.raises(LedgerFileError) as raised:
        into(ren, damaged(file_of(hana), change))

    assert isinstance(raised.value, NewerLedgerFileError) == (change == "version")
    assert not LedgerEvent.objects.filter(owner=ren).exists()


def test_events_that_make_an_impossible_row_are_refused_whole(hana: Person, ren: Person) -> None:
    held_interview(hana)
    found = json.loads(file_of(hana))
    word = {
        **found["events"][-1],
        "number": 9,
        "kind": "word_came",
        "happened_on": "2026-11-01",
        "data": {"round": found["events"][1]["data"]["round"], "said": "pass"},
    }
    found["events"].append(word)

    with pytest.raises(LedgerFileError):
        into(ren, json.dumps(found).encode())

    assert not LedgerEvent.objects.filter(owner=ren).exists()


@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_no_bytes_make_the_reading_fail_in_another_way(data: bytes) -> None:
    with pytest.raises(LedgerFileError):
        read_ledger_file(data)


def test_whoever_leaves_takes_the_ledger_along(hana: Person) -> None:
    a_season(hana)

    with zipfile.ZipFile(io.BytesIO(archive(hana))) as files:
        assert files.read("ledger.json") == file_of(hana)
