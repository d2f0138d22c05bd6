"""Which letters make sense on a day, and what the ledger knows for one."""

from datetime import date, time
from uuid import UUID

import pytest

from tests.tracker.writing import FRIDAY_13, held_interview, pen
from yokame.accounts.queries import Person
from yokame.forecast import ContactBy
from yokame.letters import Sender, Situation, Slot
from yokame.reports import Stage
from yokame.tracker import actions, queries
from yokame.tracker.actions import Facts, Held
from yokame.tracker.application import ApplicationState
from yokame.tracker.letters import fitting, known_request, others
from yokame.tracker.payloads import Said

pytestmark = pytest.mark.django_db
DAY_EIGHT = date(2026, 11, 24)


def state_of(person: Person, uid: UUID, today: date = DAY_EIGHT) -> ApplicationState:
    story = queries.story(person, uid, today)
    assert story is not None
    return story.state


def now(person: Person, uid: UUID, today: date = DAY_EIGHT) -> tuple[Situation, ...]:
    state = state_of(person, uid, today)
    return fitting(state, state.current_round, today)


def test_after_an_interview_one_may_thank_for_two_business_days_and_ask(hana: Person) -> None:
    uid, _ = held_interview(hana)

    assert now(hana, uid, date(2026, 11, 17))[:2] == (Situation.THANKS, Situation.INQUIRY)
    assert now(hana, uid, date(2026, 11, 18))[0] is Situation.INQUIRY


def test_a_missed_call_comes_before_all_else(hana: Person) -> None:
    uid, round_uid = held_interview(hana)
    actions.contact_came(pen(hana, DAY_EIGHT), uid, round_uid, by=ContactBy.PHONE, on=DAY_EIGHT)

    assert now(hana, uid)[0] is Situation.CALL_BACK


def test_after_one_inquiry_the_second_and_after_two_none(hana: Person) -> None:
    uid, round_uid = held_interview(hana)

    def ask(day: int) -> None:
        on = date(2026, 11, day)
        actions.letter_sent(
            pen(hana, on), uid, situation=Situation.INQUIRY, on=on, round_uid=round_uid
        )

    ask(17)
    once = now(hana, uid)
    ask(20)

    assert Situation.SECOND_INQUIRY in once
    assert now(hana, uid) == (Situation.DECLINE_SELECTION,)


def test_an_offer_is_accepted_put_off_or_declined(hana: Person) -> None:
    uid, round_uid = held_interview(hana)
    offer = {"said": Said.OFFER, "on": DAY_EIGHT, "answer_by": date(2026, 12, 4)}
    actions.record_word(pen(hana, DAY_EIGHT), uid, round_uid, **offer)  # type: ignore[arg-type]
    state = state_of(hana, uid)

    request = known_request(
        state, state.current_round, Situation.EXTENSION, sender=Sender("山田花子"), today=DAY_EIGHT
    )

    assert now(hana, uid) == (
        Situation.ACCEPTANCE,
        Situation.EXTENSION,
        Situation.DECLINE_OFFER,
    )
    assert (request.answer_by, request.extend_to) == (date(2026, 12, 4), date(2026, 12, 11))


def test_a_round_ahead_can_be_moved_with_its_own_day_and_hours(hana: Person) -> None:
    uid, _ = held_interview(hana)
    actions.schedule_round(
        pen(hana, DAY_EIGHT),
        uid,
        stage=Stage.FINAL,
        on=date(2026, 11, 30),
        starts_at=time(14),
        ends_at=time(15),
    )
    state = state_of(hana, uid)

    request = known_request(
        state, state.rounds[-1], Situation.RESCHEDULING, sender=Sender("花子"), today=DAY_EIGHT
    )

    assert fitting(state, state.rounds[-1], DAY_EIGHT)[0] is Situation.RESCHEDULING
    assert request.scheduled == Slot(date(2026, 11, 30), time(14), time(15))
    assert request.held is None


def test_where_only_those_who_passed_are_told_nobody_is_asked(hana: Person) -> None:
    held = Held(Stage.FINAL, FRIDAY_13, said="合格者のみ1週間以内に連絡します")
    uid = actions.add(pen(hana, FRIDAY_13), Facts(employer="見本商事"), held=held)

    assert Situation.INQUIRY not in now(hana, uid)


def test_what_does_not_fit_now_is_offered_after_it_and_nothing_twice(hana: Person) -> None:
    uid, _ = held_interview(hana)
    fits = now(hana, uid)

    rest = others(fits)

    assert not set(fits) & set(rest)
    assert {Situation.INQUIRY, *rest, *fits} >= {
        each for each in Situation if not each.startswith("inquiry_") and "second" not in each
    }
