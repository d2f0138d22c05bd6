from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

import pytest

from tests.notices.writing import Clock, own_mail
from tests.outbound.mail_server import Postbox, mail_server
from tests.tracker.writing import held_interview
from yokame.accounts.queries import Person
from yokame.notices import actions
from yokame.notices.delivering import deliver_all_due
from yokame.notices.models import Delivery
from yokame.notices.notice import State
from yokame.tracker import queries
from yokame.worker.reminders import JAPAN

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 24, 10, 30, tzinfo=JAPAN)


@pytest.fixture
def hana() -> Person:
    return Person.objects.create(email="hana@example.ac.jp")


def send(hana: Person, about: dict[str, Any], postbox: Postbox) -> None:
    with mail_server(postbox) as port:
        own_mail(hana, port, NOW)
        for _ in range(2):
            actions.send_letter(
                hana,
                key="letter:1",
                to="saiyo@example.co.jp",
                subject="件名",
                body="本文",
                about=about,
                now=NOW,
            )
            deliver_all_due(Clock(NOW))


def letters(hana: Person, uid: UUID) -> list[tuple[str, str, str]]:
    story = queries.story(hana, uid, NOW.date())
    assert story is not None
    return [(letter.to, letter.subject, letter.body) for letter in story.state.letters]


def about(application: UUID, round_uid: UUID) -> dict[str, str]:
    return {
        "application": str(application),
        "round": str(round_uid),
        "situation": "inquiry",
        "medium": "mail",
    }


def test_a_letter_that_went_out_stands_in_the_ledger_once(hana: Person) -> None:
    uid, round_uid = held_interview(hana)

    send(hana, about(uid, round_uid), Postbox())

    assert letters(hana, uid) == [("saiyo@example.co.jp", "件名", "本文")]


@pytest.mark.parametrize("postbox", [Postbox(falls_silent=True), Postbox(answers={"RCPT": "550"})])
def test_a_letter_that_did_not_surely_go_out_does_not(hana: Person, postbox: Postbox) -> None:
    uid, round_uid = held_interview(hana)

    send(hana, about(uid, round_uid), postbox)

    assert letters(hana, uid) == []


def test_its_writers_word_that_it_arrived_is_recorded_as_well(hana: Person) -> None:
    uid, round_uid = held_interview(hana)
    send(hana, about(uid, round_uid), Postbox(falls_silent=True))

    actions.letter_arrived(hana, "letter:1", now=NOW)

    assert len(letters(hana, uid)) == 1


def test_what_the_ledger_refuses_does_not_make_a_letter_unsent(
    hana: Person, caplog: pytest.LogCaptureFixture
) -> None:
    send(hana, about(uuid4(), uuid4()), Postbox())

    assert Delivery.objects.get().state == State.SENT
    assert "was not recorded" in caplog.text
