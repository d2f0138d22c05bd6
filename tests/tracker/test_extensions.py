"""More time asked for an offer, as the ledger remembers it."""

from datetime import date
from uuid import UUID

import pytest

from tests.tracker.writing import held_interview, pen
from yokame.accounts.queries import Person
from yokame.letters import Situation
from yokame.tracker import actions, queries
from yokame.tracker.payloads import Said

pytestmark = pytest.mark.django_db
FRIDAY, TUESDAY = date(2026, 11, 20), date(2026, 11, 24)


@pytest.fixture
def hana() -> Person:
    return Person.objects.create(email="hana@example.jp")


def offer_of(owner: Person) -> UUID:
    uid, one = held_interview(owner)
    actions.record_word(
        pen(owner, FRIDAY), uid, one, said=Said.OFFER, on=FRIDAY, answer_by=date(2026, 12, 4)
    )
    return uid


def write(owner: Person, uid: UUID, situation: Situation) -> UUID:
    return actions.letter_sent(pen(owner, TUESDAY), uid, situation=situation, on=TUESDAY)


def asked(owner: Person) -> date | None:
    [card] = queries.cards(owner, TUESDAY)
    return card.application.extension_asked_on


def test_a_request_for_more_time_is_remembered_until_a_new_day_is_known(hana: Person) -> None:
    uid = offer_of(hana)
    write(hana, uid, Situation.THANKS)
    thanked = asked(hana)
    write(hana, uid, Situation.EXTENSION)
    waiting = asked(hana)

    actions.set_offer_due(pen(hana, TUESDAY), uid, date(2026, 12, 11))

    assert (thanked, waiting, asked(hana)) == (None, TUESDAY, None)


def test_a_letter_that_was_taken_back_was_not_sent(hana: Person) -> None:
    change = write(hana, offer_of(hana), Situation.EXTENSION)

    actions.undo(pen(hana, TUESDAY), change)

    assert asked(hana) is None
