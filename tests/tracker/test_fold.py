"""What an application is after its events."""

from datetime import date
from uuid import UUID

import pytest

from tests.tracker.histories import FIRST, SECOND, History
from yokame.forecast import ContactBy
from yokame.letters import Situation
from yokame.reports import Outcome, Policy, Stage
from yokame.tracker.application import State
from yokame.tracker.payloads import (
    Added,
    Applied,
    ContactCame,
    Corrected,
    Facts,
    LetterSent,
    OfferAccepted,
    OfferDeclined,
    OfferDueSet,
    OthersHeard,
    PromiseHeard,
    Removed,
    ReplyCame,
    RoundHeld,
    RoundScheduled,
    Said,
    SignalsNoticed,
    Withdrew,
    WordCame,
)


def test_an_application_begins_as_a_plan() -> None:
    history = History()

    assert (history.state.state, history.state.state_on) == (State.PLANNED, date(2026, 11, 1))


def test_sent_in_it_is_applied_and_with_a_round_it_is_in_selection() -> None:
    history = History()
    history.add(2, Applied())
    applied = history.state
    history.hold(9)

    assert (applied.state, applied.applied_on) == (State.APPLIED, date(2026, 11, 2))
    assert (history.state.state, history.state.state_on) == (State.IN_ROUND, date(2026, 11, 9))


@pytest.mark.parametrize(
    ("said", "state"),
    [
        (Said.PASS, State.PASSED),
        (Said.FAIL, State.FAILED),
        (Said.OFFER, State.OFFERED),
        (Said.HOLD, State.IN_ROUND),
    ],
)
def test_word_decides_where_it_stands(said: Said, state: State) -> None:
    history = History()
    history.hold(9)
    history.add(12, WordCame(round=FIRST, said=said))

    assert history.state.state == state


def test_a_round_still_open_goes_on_after_another_was_passed() -> None:
    history = History()
    history.hold(9)
    history.hold(16, SECOND, Stage.MIDDLE)
    history.add(12, WordCame(round=FIRST, said=Said.PASS))

    assert history.state.state == State.IN_ROUND
    assert history.state.current_round is not None
    assert history.state.current_round.uid == SECOND


def test_a_fail_ends_what_was_open_until_a_new_round_is_recorded() -> None:
    history = History()
    history.hold(9)
    history.hold(9, SECOND, Stage.WEB_TEST)
    history.add(12, WordCame(round=FIRST, said=Said.FAIL))
    ended = history.state.state
    history.add(13, RoundScheduled(round=UUID(int=13), stage=Stage.MIDDLE, on=date(2026, 11, 20)))

    assert ended == State.FAILED
    assert history.state.state == State.IN_ROUND


def test_a_later_word_revives_even_what_was_withdrawn() -> None:
    history = History()
    history.hold(9)
    history.add(12, Withdrew())
    withdrawn = history.state.state
    history.add(15, WordCame(round=FIRST, said=Said.PASS))

    assert (withdrawn, history.state.state) == (State.WITHDRAWN, State.PASSED)


def test_of_two_words_the_one_that_came_last_counts_whichever_was_recorded_last() -> None:
    history = History()
    history.hold(9)
    history.add(20, WordCame(round=FIRST, said=Said.PASS))
    history.add(12, WordCame(round=FIRST, said=Said.FAIL))

    word = history.state.rounds[0].word
    assert word is not None
    assert (word.said, history.state.state) == (Said.PASS, State.PASSED)


def test_an_offer_keeps_the_last_day_that_was_set_for_it() -> None:
    history = History()
    history.hold(9)
    history.add(12, WordCame(round=FIRST, said=Said.OFFER, answer_by=date(2026, 11, 19)))
    history.add(13, OfferDueSet(answer_by=date(2026, 11, 26)))

    offer = history.state.offer
    assert offer is not None
    assert (offer.made_on, offer.answer_by) == (date(2026, 11, 12), date(2026, 11, 26))


@pytest.mark.parametrize(
    ("answer", "state"),
    [(OfferAccepted(), State.ACCEPTED), (OfferDeclined(), State.DECLINED)],
)
def test_an_answered_offer_has_its_day(answer: OfferAccepted | OfferDeclined, state: State) -> None:
    history = History()
    history.hold(9)
    history.add(12, WordCame(round=FIRST, said=Said.OFFER))
    history.add(14, answer)

    assert history.state.state == state
    assert history.state.offer is not None
    assert history.state.offer.answered_on == date(2026, 11, 14)


def test_a_scheduled_round_keeps_its_time_and_place_when_it_was_held() -> None:
    history = History()
    history.add(
        2, RoundScheduled(round=FIRST, stage=Stage.FIRST, on=date(2026, 11, 9), place="本社")
    )
    history.hold(10)

    one = history.state.rounds[0]
    assert (one.on, one.is_held, one.place) == (date(2026, 11, 10), True, "本社")


def test_a_contact_is_a_riddle_until_word_or_a_reply_came() -> None:
    history = History()
    history.hold(9)
    history.add(12, ContactCame(round=FIRST, by=ContactBy.PHONE))
    riddle = history.state.rounds[0].contact
    history.add(12, ReplyCame(round=FIRST))
    solved = history.state.rounds[0].contact
    history.add(14, ContactCame(round=FIRST, by=ContactBy.MAIL))

    assert riddle is not None
    assert solved is None
    assert history.state.rounds[0].contact is not None


def test_only_inquiries_count_as_having_asked() -> None:
    history = History()
    history.hold(9)
    history.add(10, LetterSent(round=FIRST, situation=Situation.THANKS))
    history.add(18, LetterSent(round=FIRST, situation=Situation.INQUIRY))

    assert history.state.rounds[0].asked == (date(2026, 11, 18),)
    assert len(history.state.letters) == 2


def test_what_belongs_to_a_round_is_kept_with_it() -> None:
    history = History()
    history.hold(9)
    history.add(9, PromiseHeard(round=FIRST, said="1週間以内", policy=Policy.EVERYONE))
    history.add(9, SignalsNoticed(round=FIRST, signals=("smiles_good_mood",)))
    history.add(14, OthersHeard(round=FIRST, said=Outcome.PASS, count=2))

    one = history.state.rounds[0]
    assert one.promise is not None
    assert (one.promise.said, one.promise.heard_on) == ("1週間以内", date(2026, 11, 9))
    assert one.signals == ("smiles_good_mood",)
    assert [(heard.said, heard.count) for heard in one.others] == [(Outcome.PASS, 2)]


def test_a_correction_holds_and_can_be_taken_back() -> None:
    history = History()
    history.hold(9)
    number = len(history.events)
    change = history.add(7, Corrected(event=number, to=RoundHeld(round=FIRST, stage=Stage.FINAL)))
    corrected = history.state.rounds[0]
    history.undo(change)

    assert (corrected.on, corrected.stage) == (date(2026, 11, 7), Stage.FINAL)
    assert history.state.rounds[0].on == date(2026, 11, 9)


def test_an_undo_that_is_undone_is_as_if_it_had_not_been() -> None:
    history = History()
    change = history.hold(9)
    undo = history.undo(change)
    without = history.state.rounds
    redo = history.undo(undo)
    again = history.state.rounds
    history.undo(redo)

    assert (len(without), len(again), len(history.state.rounds)) == (0, 1, 0)


def test_what_is_about_a_round_that_was_undone_waits_for_it_to_come_back() -> None:
    history = History()
    held = history.hold(9)
    history.add(12, WordCame(round=FIRST, said=Said.PASS))
    undo = history.undo(held)
    without = history.state.state
    history.undo(undo)

    assert (without, history.state.state) == (State.PLANNED, State.PASSED)


def test_a_removed_application_says_so() -> None:
    history = History()
    change = history.add(9, Removed())
    removed = history.state.is_removed
    history.undo(change)

    assert (removed, history.state.is_removed) == (True, False)


def test_a_pass_settles_the_rounds_before_it() -> None:
    """Word of the documents was never recorded, but the interview after them was passed."""
    history = History()
    history.hold(2, FIRST, Stage.DOCUMENT)
    history.hold(9, SECOND, Stage.FIRST)
    history.add(12, WordCame(round=SECOND, said=Said.PASS))

    assert history.state.state is State.PASSED


def test_a_round_scheduled_before_the_pass_goes_on_after_it() -> None:
    history = History()
    history.hold(2)
    history.add(3, RoundScheduled(round=SECOND, stage=Stage.FINAL, on=date(2026, 11, 20)))
    history.add(4, WordCame(round=FIRST, said=Said.PASS))

    assert history.state.state is State.IN_ROUND


def test_what_was_said_stays_with_a_round_whose_first_entry_was_taken_back() -> None:
    history = History()
    scheduled = history.add(2, RoundScheduled(round=FIRST, stage=Stage.FIRST))
    history.add(3, PromiseHeard(round=FIRST, said="1週間以内"))
    history.hold(4)
    history.undo(scheduled)

    assert history.state.rounds[0].promise is not None


def test_an_answer_to_an_offer_that_was_taken_back_says_nothing() -> None:
    history = History()
    history.hold(2)
    offer = history.add(5, WordCame(round=FIRST, said=Said.OFFER))
    history.add(6, OfferAccepted())
    history.undo(offer)

    assert history.state.state is State.IN_ROUND


def test_a_correction_is_the_newest_event() -> None:
    history = History()
    history.hold(2)
    history.add(3, Corrected(event=2, to=RoundHeld(round=FIRST, stage=Stage.FINAL)))

    assert history.state.last_number == 3


def test_of_two_words_of_one_day_the_one_recorded_last_counts() -> None:
    history = History()
    history.hold(9)
    history.add(12, WordCame(round=FIRST, said=Said.HOLD))
    history.add(12, WordCame(round=FIRST, said=Said.PASS))

    word = history.state.rounds[0].word
    assert word is not None
    assert (word.said, history.state.state) == (Said.PASS, State.PASSED)


def test_held_in_reserve_and_passed_later_it_goes_on_as_passed() -> None:
    history = History()
    history.hold(9)
    history.add(12, WordCame(round=FIRST, said=Said.HOLD))
    reserved = history.state.state
    history.add(20, WordCame(round=FIRST, said=Said.PASS))

    assert (reserved, history.state.state) == (State.IN_ROUND, State.PASSED)


def test_an_older_reply_that_is_recorded_late_leaves_a_riddle_solved() -> None:
    history = History()
    history.hold(9)
    history.add(16, ContactCame(round=FIRST, by=ContactBy.PHONE))
    history.add(17, ReplyCame(round=FIRST))
    history.add(10, ReplyCame(round=FIRST))

    assert history.state.rounds[0].contact is None


def test_an_application_that_was_entered_twice_began_with_the_first() -> None:
    history = History()
    history.add(5, Added(facts=Facts(employer="見本銀行")))

    assert history.state.added_on == date(2026, 11, 1)
    assert history.state.facts.employer == "見本銀行"


def test_a_second_offer_does_not_wait_until_the_last_day_of_the_first() -> None:
    history = History()
    history.hold(2)
    history.add(3, WordCame(round=FIRST, said=Said.OFFER, answer_by=date(2026, 11, 10)))
    history.add(9, OfferDeclined())
    history.add(20, WordCame(round=FIRST, said=Said.OFFER))

    assert history.state.state == State.OFFERED
    assert history.state.offer is not None
    assert history.state.offer.answer_by is None
