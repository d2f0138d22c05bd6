"""Reminders out of a real ledger, by a real mail server, with the clock moved."""

import email
import email.policy
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

import pytest
from pytest_django import DjangoAssertNumQueries

from tests.notices.writing import Clock, own_mail
from tests.outbound.mail_server import Postbox, mail_server
from tests.tracker.writing import FRIDAY_13, held_interview, pen
from yokame.accounts.queries import Person
from yokame.forecast import ContactBy
from yokame.letters import Situation
from yokame.notices import queries
from yokame.notices.delivering import deliver_all_due
from yokame.notices.matters import MatterKind
from yokame.notices.models import Delivery
from yokame.reports import Stage
from yokame.tracker import actions
from yokame.tracker.actions import Facts, Held
from yokame.tracker.payloads import Said
from yokame.tracker.queries import Card, cards
from yokame.worker import reminders
from yokame.worker.reminders import JAPAN, facts_of, remind_all

pytestmark = pytest.mark.django_db
TUESDAY_24 = date(2026, 11, 24)


@pytest.fixture
def hana() -> Person:
    return Person.objects.create(email="hana@example.ac.jp")


@pytest.fixture
def port(postbox: Postbox) -> Iterator[int]:
    with mail_server(postbox) as port:
        yield port


@pytest.fixture
def postbox() -> Postbox:
    return Postbox()


def at(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime.combine(day, time(hour, minute), JAPAN)


def live(clock: Clock, until: datetime, *, step: timedelta) -> None:
    """Let the worker look every so often, as it does when it runs."""
    while clock.now < until:
        remind_all(clock.now)
        deliver_all_due(clock)
        clock.now += step


def heard(postbox: Postbox) -> list[tuple[str, str]]:
    """When each mail was asked for, and its subject."""
    mails = [email.message_from_bytes(m, policy=email.policy.default) for m in postbox.messages]
    return [(str(mail["Date"])[5:22], str(mail["Subject"])) for mail in mails]


def test_a_fortnight_from_the_interview_to_day_8(hana: Person, port: int, postbox: Postbox) -> None:
    held_interview(hana)
    clock = Clock(at(FRIDAY_13, 20))
    own_mail(hana, port, clock.now)

    live(clock, at(date(2026, 11, 28), 0), step=timedelta(minutes=30))

    assert heard(postbox) == [
        ("15 Nov 2026 18:00", "今週の取りこぼしはありません"),
        ("20 Nov 2026 08:00", "今日の予定と、すること"),
        ("22 Nov 2026 18:00", "今週の取りこぼしはありません"),
        ("24 Nov 2026 08:00", "今日の予定と、すること"),
        ("24 Nov 2026 10:00", "下書きを確かめる日です"),
        ("25 Nov 2026 08:00", "今日の予定と、すること"),
        ("26 Nov 2026 08:00", "今日の予定と、すること"),
        ("27 Nov 2026 08:00", "今日の予定と、すること"),
    ]


def test_word_that_came_ends_the_reminders(hana: Person, port: int, postbox: Postbox) -> None:
    uid, round_uid = held_interview(hana)
    clock = Clock(at(date(2026, 11, 23), 12))
    own_mail(hana, port, clock.now)
    today = date(2026, 11, 23)
    actions.record_word(pen(hana, today), uid, round_uid, said=Said.FAIL, on=today)

    live(clock, at(date(2026, 11, 27), 0), step=timedelta(hours=1))

    assert postbox.messages == []


def test_a_laptop_that_slept_for_days_says_each_thing_once(
    hana: Person, port: int, postbox: Postbox
) -> None:
    held_interview(hana)
    clock = Clock(at(FRIDAY_13, 20))
    own_mail(hana, port, clock.now)
    clock.now = at(TUESDAY_24, 20)

    live(clock, at(TUESDAY_24, 21), step=timedelta(minutes=10))

    subjects = [subject for _, subject in heard(postbox)]
    assert subjects == ["今日の予定と、すること", "下書きを確かめる日です"]


def test_a_laptop_opened_at_night_waits_for_the_morning(
    hana: Person, port: int, postbox: Postbox
) -> None:
    held_interview(hana)
    clock = Clock(at(FRIDAY_13, 20))
    own_mail(hana, port, clock.now)
    clock.now = at(TUESDAY_24, 22)

    live(clock, at(date(2026, 11, 25), 7), step=timedelta(minutes=30))
    in_the_night = list(postbox.messages)
    live(clock, at(date(2026, 11, 25), 9), step=timedelta(minutes=30))

    # Yesterday's digest is of no use any more; day 8 still is.
    assert in_the_night == []
    assert [subject for _, subject in heard(postbox)] == [
        "下書きを確かめる日です",
        "今日の予定と、すること",
    ]


def test_whoever_looks_again_at_the_same_moment_posts_nothing_new(hana: Person, port: int) -> None:
    held_interview(hana)
    own_mail(hana, port, at(FRIDAY_13, 20))
    now = at(TUESDAY_24, 10)

    assert remind_all(now) == 2
    assert remind_all(now + timedelta(minutes=2)) == 0
    assert Delivery.objects.count() == 2


def test_one_ledger_that_cannot_be_read_keeps_nobody_else_from_being_reminded(
    hana: Person,
    port: int,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    ren = Person.objects.create(email="ren@example.ac.jp")
    for person in (hana, ren):
        held_interview(person)
        own_mail(person, port, at(FRIDAY_13, 20))

    def break_for_hana(person: Person, today: date) -> list[Card]:
        if person == hana:
            raise RuntimeError("broken")
        return cards(person, today)

    monkeypatch.setattr(reminders, "cards", break_for_hana)

    assert remind_all(at(TUESDAY_24, 10)) == 2
    assert set(Delivery.objects.values_list("owner", flat=True)) == {ren.pk}
    assert "could not be planned" in caplog.text


def test_who_has_no_channel_costs_no_reading(
    hana: Person, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    held_interview(hana)

    with django_assert_num_queries(2):
        assert remind_all(at(TUESDAY_24, 10)) == 0


def test_between_two_moments_nobody_is_looked_at_again(hana: Person, port: int) -> None:
    held_interview(hana)
    own_mail(hana, port, at(FRIDAY_13, 20))
    remind_all(at(TUESDAY_24, 10, 1))

    assert queries.to_be_reminded(at(TUESDAY_24, 17, 59)) == []
    assert queries.to_be_reminded(at(TUESDAY_24, 18)) == [hana]


def kinds(owner: Person, today: date) -> list[tuple[MatterKind, date]]:
    return [(m.kind, m.on) for m in facts_of(cards(owner, today), today).matters]


def test_what_a_ledger_holds_becomes_matters(hana: Person) -> None:
    today = date(2026, 11, 16)
    planned = Facts(employer="仮名工業", entry_due_on=date(2026, 11, 27))
    actions.add(pen(hana, today), planned)
    uid = actions.add(pen(hana, today), Facts(employer="架空銀行"))
    actions.schedule_round(
        pen(hana, today), uid, stage=Stage.FIRST, on=date(2026, 11, 18), starts_at=time(14)
    )
    offered = actions.add(
        pen(hana, today), Facts(employer="例示食品"), held=Held(Stage.FINAL, today)
    )
    final = next(c.round for c in cards(hana, today) if c.application.uid == offered)
    assert final is not None
    actions.record_word(
        pen(hana, today),
        offered,
        final.uid,
        said=Said.OFFER,
        on=today,
        answer_by=date(2026, 11, 30),
    )
    held_interview(hana)

    assert sorted(kinds(hana, today)) == [
        (MatterKind.ASK, TUESDAY_24),
        (MatterKind.ENTRY_DUE, date(2026, 11, 27)),
        (MatterKind.OFFER_DUE, date(2026, 11, 30)),
        (MatterKind.ROUND, date(2026, 11, 18)),
    ]


def test_a_silence_is_one_matter_at_a_time(hana: Person) -> None:
    uid, round_uid = held_interview(hana)
    assert kinds(hana, date(2026, 11, 20)) == [(MatterKind.CHECK, date(2026, 11, 20))]
    assert kinds(hana, date(2026, 11, 29)) == [(MatterKind.ASK, TUESDAY_24)]

    actions.letter_sent(
        pen(hana, TUESDAY_24),
        uid,
        situation=Situation.INQUIRY,
        on=TUESDAY_24,
        round_uid=round_uid,
    )
    assert kinds(hana, date(2026, 11, 25)) == []
    assert kinds(hana, date(2026, 12, 1)) == [(MatterKind.ASK_AGAIN, date(2026, 12, 1))]

    actions.contact_came(
        pen(hana, date(2026, 12, 1)), uid, round_uid, by=ContactBy.PHONE, on=date(2026, 12, 1)
    )
    assert kinds(hana, date(2026, 12, 1)) == [(MatterKind.RECORD_WORD, date(2026, 12, 1))]
