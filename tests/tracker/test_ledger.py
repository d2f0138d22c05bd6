"""What is written stays written, what is refused changes nothing, what is undone comes back."""

from datetime import date, time
from functools import partial

import pytest
from django.db import transaction
from django.db.utils import DatabaseError

from tests.tracker.writing import FRIDAY_13, held_interview, pen
from yokame.accounts.queries import Person
from yokame.letters import Situation
from yokame.reports import Outcome, Stage
from yokame.tracker import actions, queries
from yokame.tracker.actions import Facts
from yokame.tracker.application import State
from yokame.tracker.checking import differences
from yokame.tracker.errors import (
    AnswerDueBeforeOfferError,
    DayOutOfRangeError,
    HeardBeforeRoundError,
    NoSuchApplicationError,
    NothingToUndoError,
    NotYetError,
    RoundEndsBeforeItStartsError,
    TooManyInquiriesError,
    TrackerError,
    WordBeforeRoundError,
)
from yokame.tracker.models import LedgerEvent, Round
from yokame.tracker.payloads import Said, WordCame
from yokame.wording import Language
from yokame.wording.sentences import has_text

pytestmark = pytest.mark.django_db
TUESDAY_24 = date(2026, 11, 24)


@pytest.fixture
def hana() -> Person:
    return Person.objects.create(email="hana@example.jp")


def test_a_wait_has_its_answer_of_the_day(hana: Person) -> None:
    uid, _ = held_interview(hana)

    [card] = queries.cards(hana, TUESDAY_24)

    assert card.application.uid == uid
    assert card.answer is not None
    assert (card.answer.deadline_on, card.answer.ask_from) == (date(2026, 11, 20), TUESDAY_24)
    assert card.answer.action == "ask"


def test_word_ends_the_wait_and_undo_resumes_it(hana: Person) -> None:
    uid, round_uid = held_interview(hana)
    change = actions.record_word(
        pen(hana, TUESDAY_24), uid, round_uid, said=Said.FAIL, on=TUESDAY_24
    )
    [failed] = queries.cards(hana, TUESDAY_24)

    undo = actions.undo(pen(hana, TUESDAY_24), change)
    [waiting] = queries.cards(hana, TUESDAY_24)
    actions.undo(pen(hana, TUESDAY_24), undo)
    [again] = queries.cards(hana, TUESDAY_24)

    assert (failed.application.state, failed.answer) == (State.FAILED, None)
    assert waiting.application.state == State.IN_ROUND
    assert waiting.answer is not None
    assert again.application.state == State.FAILED


def test_a_later_word_revives_what_was_turned_down(hana: Person) -> None:
    uid, round_uid = held_interview(hana)
    for said, on in ((Said.FAIL, 20), (Said.OFFER, 26)):
        day = date(2026, 11, on)
        actions.record_word(pen(hana, day), uid, round_uid, said=said, on=day)

    [card] = queries.cards(hana, date(2026, 11, 27))

    assert card.application.state == State.OFFERED


def test_what_is_sent_twice_is_written_once(hana: Person) -> None:
    uid, round_uid = held_interview(hana)
    same = pen(hana, TUESDAY_24)

    for _ in range(2):
        actions.record_word(same, uid, round_uid, said=Said.PASS, on=TUESDAY_24)

    assert LedgerEvent.objects.filter(owner=hana, kind="word_came").count() == 1


@pytest.mark.parametrize(
    ("on", "error"),
    [(date(2026, 11, 12), WordBeforeRoundError), (date(2026, 11, 25), NotYetError)],
)
def test_word_on_an_impossible_day_changes_nothing(
    hana: Person, on: date, error: type[TrackerError]
) -> None:
    uid, round_uid = held_interview(hana)
    before = LedgerEvent.objects.count()

    with pytest.raises(error):
        actions.record_word(pen(hana, TUESDAY_24), uid, round_uid, said=Said.PASS, on=on)

    assert LedgerEvent.objects.count() == before
    assert Round.objects.get().word == ""


def test_a_third_inquiry_is_refused(hana: Person) -> None:
    uid, round_uid = held_interview(hana)

    def ask(day: int) -> None:
        on = date(2026, 12, day)
        actions.letter_sent(
            pen(hana, on), uid, situation=Situation.INQUIRY, on=on, round_uid=round_uid
        )

    ask(1)
    ask(8)

    with pytest.raises(TooManyInquiriesError):
        ask(15)


def test_a_correction_moves_the_day_and_leaves_the_first_line(hana: Person) -> None:
    uid, round_uid = held_interview(hana)
    actions.record_word(pen(hana, TUESDAY_24), uid, round_uid, said=Said.PASS, on=TUESDAY_24)
    number = LedgerEvent.objects.get(kind="word_came").number

    actions.correct(
        pen(hana, TUESDAY_24),
        uid,
        number,
        on=date(2026, 11, 20),
        to=WordCame(round=round_uid, said=Said.FAIL),
    )

    row = Round.objects.get()
    assert (row.word, row.word_on) == ("fail", date(2026, 11, 20))
    assert LedgerEvent.objects.get(number=number).happened_on == TUESDAY_24


def test_another_persons_application_cannot_be_written_to(hana: Person) -> None:
    uid, _ = held_interview(hana)
    ren = Person.objects.create(email="ren@example.jp")

    with pytest.raises(NoSuchApplicationError):
        actions.withdraw(pen(ren, TUESDAY_24), uid, on=TUESDAY_24)
    with pytest.raises(NothingToUndoError):
        actions.undo(pen(ren, TUESDAY_24), LedgerEvent.objects.values_list("change", flat=True)[0])
    assert queries.story(ren, uid, TUESDAY_24) is None


def test_spellings_joined_are_one_employer_until_that_is_undone(hana: Person) -> None:
    held_interview(hana, employer="株式会社みほん")
    held_interview(hana, employer="Mihon")
    change = actions.join_employers(pen(hana, TUESDAY_24), "mihon", "みほん")
    joined = queries.applied_before(hana, "（株）みほん")

    actions.undo(pen(hana, TUESDAY_24), change)

    assert len(joined) == 2
    assert len(queries.applied_before(hana, "（株）みほん")) == 1


def test_the_database_refuses_to_change_an_event(hana: Person) -> None:
    held_interview(hana)

    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
        LedgerEvent.objects.update(happened_on=date(2026, 1, 1))


def test_rows_that_differ_from_their_events_are_found_and_mended(hana: Person) -> None:
    uid, _ = held_interview(hana)
    sound = list(differences(hana))
    Round.objects.update(name="変えられた")

    found = list(differences(hana))

    assert (sound, found) == ([], [(uid, "rounds")])


def test_an_application_sent_in_waits_for_its_documents(hana: Person) -> None:
    actions.add(pen(hana, FRIDAY_13), Facts(employer="見本"), applied_on=FRIDAY_13)

    [card] = queries.cards(hana, FRIDAY_13)

    assert card.round is not None
    assert (card.round.stage, card.application.state) == (Stage.DOCUMENT, State.IN_ROUND)


@pytest.mark.parametrize("lang", Language)
def test_every_refusal_is_said_in_both_languages(lang: Language) -> None:
    errors: list[type[TrackerError]] = [TrackerError, *TrackerError.__subclasses__()]
    codes = {error.code for error in errors}

    assert [code for code in codes if not has_text(lang, f"error.{code}")] == []


def test_an_offer_waits_until_a_day_that_can_be(hana: Person) -> None:
    uid, round_uid = held_interview(hana)
    offer = partial(actions.record_word, said=Said.OFFER, on=TUESDAY_24)

    with pytest.raises(AnswerDueBeforeOfferError):
        offer(pen(hana, TUESDAY_24), uid, round_uid, answer_by=date(2026, 11, 20))
    with pytest.raises(DayOutOfRangeError):
        offer(pen(hana, TUESDAY_24), uid, round_uid, answer_by=date(9999, 12, 31))
    offer(pen(hana, TUESDAY_24), uid, round_uid, answer_by=TUESDAY_24)
    with pytest.raises(AnswerDueBeforeOfferError):
        actions.set_offer_due(pen(hana, TUESDAY_24), uid, date(2026, 11, 23))

    [card] = queries.cards(hana, TUESDAY_24)
    assert card.application.answer_by == TUESDAY_24


def test_last_years_timing_needs_the_day_of_their_round_and_then_moves_the_answer(
    hana: Person,
) -> None:
    uid, round_uid = held_interview(hana, said="")
    [before] = queries.cards(hana, TUESDAY_24)
    heard = partial(actions.others_heard, said=Outcome.PASS, on=date(2025, 12, 19), count=8)

    with pytest.raises(HeardBeforeRoundError):
        heard(pen(hana, TUESDAY_24), uid, round_uid)
    heard(pen(hana, TUESDAY_24), uid, round_uid, held_on=date(2025, 11, 14))
    [after] = queries.cards(hana, TUESDAY_24)

    assert before.answer is not None
    assert after.answer is not None
    assert after.answer.prob > before.answer.prob  # silence tells less where word takes long


def test_a_round_does_not_end_before_it_begins(hana: Person) -> None:
    uid, _ = held_interview(hana)

    with pytest.raises(RoundEndsBeforeItStartsError):
        actions.schedule_round(
            pen(hana, TUESDAY_24),
            uid,
            stage=Stage.FINAL,
            on=TUESDAY_24,
            starts_at=time(14),
            ends_at=time(13, 30),
        )

    assert Round.objects.count() == 1
