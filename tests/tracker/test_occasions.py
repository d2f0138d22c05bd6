"""An interview on Friday 13 November 2026, 「1週間以内」, so that day 8 is Tuesday 24."""

from datetime import date, time, timedelta

import pytest
from pytest_django import DjangoAssertNumQueries

from tests.tracker.writing import FRIDAY_13, held_interview, pen
from yokame.accounts.queries import Person
from yokame.reports import Policy, Stage
from yokame.tracker import actions
from yokame.tracker.actions import Facts, Held
from yokame.tracker.occasions import Occasion, OccasionKind, occasions
from yokame.tracker.payloads import Said

pytestmark = pytest.mark.django_db
FRIDAY_20, TUESDAY_24 = date(2026, 11, 20), date(2026, 11, 24)
NOVEMBER, DECEMBER = date(2026, 11, 1), date(2026, 12, 31)


@pytest.fixture
def hana() -> Person:
    return Person.objects.create(email="hana@example.jp")


def seen(owner: Person, today: date = FRIDAY_20) -> dict[OccasionKind, Occasion]:
    return {one.kind: one for one in occasions(owner, NOVEMBER, DECEMBER, today)}


def test_a_wait_shows_its_round_its_deadline_and_the_eighth_day(hana: Person) -> None:
    held_interview(hana)

    found = seen(hana)

    assert found[OccasionKind.ROUND].on == FRIDAY_13
    assert found[OccasionKind.DEADLINE].on == FRIDAY_20
    assert found[OccasionKind.ASK].on == TUESDAY_24
    assert found[OccasionKind.EXPECTED].on > FRIDAY_20
    assert found[OccasionKind.ASK].stage is Stage.FIRST


def test_word_takes_the_days_of_waiting_away_and_undo_brings_them_back(hana: Person) -> None:
    uid, round_uid = held_interview(hana)

    change = actions.record_word(pen(hana, FRIDAY_20), uid, round_uid, said=Said.PASS, on=FRIDAY_20)
    told = seen(hana)
    actions.undo(pen(hana, FRIDAY_20), change)

    assert set(told) == {OccasionKind.ROUND}
    assert set(seen(hana)) == {
        OccasionKind.ROUND,
        OccasionKind.DEADLINE,
        OccasionKind.ASK,
        OccasionKind.EXPECTED,
    }


def test_a_planned_round_has_its_hours_and_its_place(hana: Person) -> None:
    uid = actions.add(pen(hana, FRIDAY_20), Facts(employer="見本商事"))
    actions.schedule_round(
        pen(hana, FRIDAY_20),
        uid,
        stage=Stage.FINAL,
        on=TUESDAY_24,
        starts_at=time(10, 30),
        ends_at=time(11, 15),
        place="本社",
    )

    found = seen(hana)[OccasionKind.ROUND]

    assert (found.starts_at, found.ends_at, found.place) == (time(10, 30), time(11, 15), "本社")


def test_a_round_ahead_goes_when_the_person_withdraws(hana: Person) -> None:
    uid = actions.add(pen(hana, FRIDAY_20), Facts(employer="見本商事"))
    actions.schedule_round(pen(hana, FRIDAY_20), uid, stage=Stage.FINAL, on=TUESDAY_24)
    assert OccasionKind.ROUND in seen(hana)

    actions.withdraw(pen(hana, FRIDAY_20), uid, on=FRIDAY_20)

    assert seen(hana) == {}


def test_an_entry_deadline_stands_until_one_has_applied(hana: Person) -> None:
    facts = Facts(employer="見本商事", entry_due_on=date(2026, 11, 30))
    uid = actions.add(pen(hana, FRIDAY_20), facts)
    before = seen(hana)

    actions.apply(pen(hana, FRIDAY_20), uid, on=FRIDAY_20)

    assert before[OccasionKind.ENTRY_DUE].on == date(2026, 11, 30)
    assert OccasionKind.ENTRY_DUE not in seen(hana)


def test_an_offer_waits_until_its_day_and_no_longer_than_its_answer(hana: Person) -> None:
    uid, round_uid = held_interview(hana)
    due = date(2026, 11, 27)
    actions.record_word(
        pen(hana, FRIDAY_20), uid, round_uid, said=Said.OFFER, on=FRIDAY_20, answer_by=due
    )
    before = seen(hana)

    actions.accept_offer(pen(hana, FRIDAY_20), uid, on=FRIDAY_20)

    assert before[OccasionKind.OFFER_DUE].on == due
    assert OccasionKind.OFFER_DUE not in seen(hana)


def test_the_same_thing_keeps_its_key_and_only_rises_in_version(hana: Person) -> None:
    uid, round_uid = held_interview(hana)
    versions, keys = [], set()
    for today in (FRIDAY_20, FRIDAY_20 + timedelta(days=1)):
        one = seen(hana, today)[OccasionKind.EXPECTED]
        versions.append((one.version, one.changed_at))
        keys.add(one.key)
    actions.hear_promise(
        pen(hana, TUESDAY_24), uid, round_uid, said="来週中に", on=TUESDAY_24, policy=Policy.UNKNOWN
    )
    later = seen(hana, TUESDAY_24)[OccasionKind.EXPECTED]

    assert keys == {later.key}
    assert versions[0] < versions[1] < (later.version, later.changed_at)


def test_only_the_days_asked_for_come_in_their_order(hana: Person) -> None:
    held_interview(hana)

    found = occasions(hana, FRIDAY_13, FRIDAY_20, FRIDAY_20)

    assert [(one.on, one.kind) for one in found] == [
        (FRIDAY_13, OccasionKind.ROUND),
        (FRIDAY_20, OccasionKind.DEADLINE),
    ]


def test_another_person_sees_nothing_of_it(hana: Person) -> None:
    held_interview(hana)
    ren = Person.objects.create(email="ren@example.jp")

    assert occasions(ren, NOVEMBER, DECEMBER, FRIDAY_20) == []


@pytest.mark.parametrize("n", [1, 6])
def test_four_queries_however_many_applications(
    hana: Person, n: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(n):
        held = Held(Stage.FIRST, FRIDAY_13, said="1週間以内に連絡します")
        actions.add(pen(hana, FRIDAY_13), Facts(employer=f"見本{number}社"), held=held)
    occasions(hana, NOVEMBER, DECEMBER, FRIDAY_20)

    with django_assert_num_queries(4):
        occasions(hana, NOVEMBER, DECEMBER, FRIDAY_20)
