"""What was told, held against the word that came. Every employer is made up."""

from datetime import date, timedelta
from importlib import import_module

import pytest
from django.apps import apps
from pytest_django import DjangoAssertNumQueries

from tests.tracker.telling import HELD_ON, days, open_pages, told_and_answered, waiting
from tests.tracker.writing import pen
from yokame.accounts.queries import Person
from yokame.reports import Stage
from yokame.tracker import actions
from yokame.tracker.actions import Held, Pen
from yokame.tracker.checking import differences
from yokame.tracker.giving import take_along
from yokame.tracker.ledger import Draft, append
from yokame.tracker.models import Round, ToldAnswer
from yokame.tracker.past_answers import past_answers
from yokame.tracker.payloads import DatedBy, Said, WordCame
from yokame.tracker.reading import events_of

pytestmark = pytest.mark.django_db
WORD_ON = HELD_ON + timedelta(days=7)
TODAY = date(2026, 11, 20)


def test_what_was_told_stays_though_the_round_is_written_anew(hana: Person) -> None:
    uid, _ = waiting(hana, 1)
    open_pages(hana, days(HELD_ON, 3))
    before = list(ToldAnswer.objects.order_by("told_on").values_list("told_on", "prob"))

    actions.note(pen(hana, HELD_ON), uid, "もう一度考える")
    open_pages(hana, [HELD_ON + timedelta(days=2)])

    assert [on for on, _ in before] == days(HELD_ON, 3)
    assert list(ToldAnswer.objects.order_by("told_on").values_list("told_on", "prob")) == before


def test_of_one_day_the_last_that_was_told_is_kept(hana: Person) -> None:
    uid, round_uid = waiting(hana, 1)
    open_pages(hana, [HELD_ON])
    before = ToldAnswer.objects.get().prob
    praised = ("praised_or_told_good_fit",)
    actions.notice_signals(pen(hana, HELD_ON), uid, round_uid, praised)

    open_pages(hana, [HELD_ON])

    assert ToldAnswer.objects.get().prob > before


def test_only_what_a_page_shows_was_told(hana: Person) -> None:
    uid, _ = waiting(hana, 1)
    actions.hold_round(pen(hana, HELD_ON), uid, Held(Stage.MIDDLE, HELD_ON))
    actions.schedule_round(pen(hana, HELD_ON), uid, stage=Stage.FINAL, on=WORD_ON)

    open_pages(hana, [WORD_ON])

    # The application hangs on the final round, which is to be held today.
    assert not ToldAnswer.objects.exists()


def test_answers_before_word_are_scored_each_wait_once(hana: Person) -> None:
    for number, said in enumerate([Said.PASS, Said.FAIL, Said.OFFER, Said.PASS, Said.FAIL]):
        told_and_answered(hana, number, said)

    found = past_answers(hana)

    assert (found.calibration.n_waits, found.calibration.n_passed) == (5, 3)
    assert found.calibration.n_answers == 15
    assert (found.n_waiting, found.n_never_told, found.n_supposed) == (0, 0, 0)
    assert found.calibration.dates is not None


def test_an_answer_of_the_day_of_word_or_later_does_not_count(hana: Person) -> None:
    uid, round_uid = waiting(hana, 1)
    open_pages(hana, days(HELD_ON, 10))
    # Word had come on the seventh day and was written down on the tenth.
    written_on = HELD_ON + timedelta(days=10)
    actions.record_word(pen(hana, written_on), uid, round_uid, said=Said.FAIL, on=WORD_ON)

    assert past_answers(hana).calibration.n_answers == 7


def test_a_word_that_is_undone_is_no_word(hana: Person) -> None:
    *_, change = told_and_answered(hana, 1, Said.FAIL)
    undone = actions.undo(pen(hana, WORD_ON), change)

    without = past_answers(hana)
    actions.undo(pen(hana, WORD_ON), undone)

    assert (without.calibration.n_waits, without.n_waiting) == (0, 1)
    assert past_answers(hana).calibration.n_waits == 1


def test_a_corrected_word_counts_as_corrected(hana: Person) -> None:
    uid, round_uid, _ = told_and_answered(hana, 1, Said.FAIL)
    [number] = [e.number for e in events_of(hana, uid) if isinstance(e.payload, WordCame)]
    right, next_day = WordCame(round=round_uid, said=Said.PASS), HELD_ON + timedelta(days=1)

    actions.correct(pen(hana, TODAY), uid, number, on=next_day, to=right)

    found = past_answers(hana).calibration
    assert (found.n_passed, found.n_answers) == (1, 1)


def test_a_wait_that_ended_without_word_is_counted_and_not_scored(hana: Person) -> None:
    left, _ = waiting(hana, 1)
    waiting(hana, 2)
    open_pages(hana, days(HELD_ON, 3))

    actions.withdraw(pen(hana, TODAY), left, on=TODAY)

    found = past_answers(hana)
    assert (found.calibration.n_waits, found.n_never_told, found.n_waiting) == (0, 1, 1)


def test_being_held_in_reserve_is_no_answer_yet(hana: Person) -> None:
    told_and_answered(hana, 1, Said.HOLD)

    found = past_answers(hana)

    assert (found.calibration.n_waits, found.n_waiting) == (0, 1)


def test_a_supposed_day_scores_the_chance_and_no_days(hana: Person) -> None:
    for number in range(5):
        uid, round_uid = waiting(hana, number)
        open_pages(hana, days(HELD_ON, 3))
        said = WordCame(round=round_uid, said=Said.PASS)
        draft = Draft(uid, TODAY, said, dated_by=DatedBy.CLOCK)
        append(Pen(hana, pen(hana, TODAY).now, dated_by=DatedBy.SHEET), [draft])

    found = past_answers(hana)

    assert (found.calibration.n_waits, found.n_supposed) == (5, 5)
    assert found.calibration.scores is not None
    assert found.calibration.dates is None


def test_what_was_removed_counts_nowhere(hana: Person) -> None:
    uid, *_ = told_and_answered(hana, 1, Said.FAIL)

    actions.remove(pen(hana, TODAY), uid)

    found = past_answers(hana)
    assert (found.calibration.n_waits, found.n_never_told) == (0, 0)


def test_a_ledger_of_before_is_brought_up_to_date(hana: Person) -> None:
    """The migration fills in what the fold says, as if the columns had always been there."""
    told_and_answered(hana, 1, Said.PASS)
    waiting(hana, 2)
    Round.objects.update(word_dated_by="", word_recorded_on=None)

    import_module("yokame.tracker.migrations.0006_told_answers").mark_words(apps, None)

    assert Round.objects.filter(word_dated_by="person", word_recorded_on=WORD_ON).count() == 1
    assert list(differences(hana)) == []


def test_nobodys_answers_are_counted_with_anothers(hana: Person, ren: Person) -> None:
    told_and_answered(hana, 1, Said.PASS)

    assert past_answers(ren).calibration.n_answers == 0


def test_who_leaves_takes_the_answers_along(hana: Person) -> None:
    told_and_answered(hana, 1, Said.PASS)

    files = dict(take_along(hana))

    assert files["answers.json"].count(b'"told_on"') == 3
    assert b"2026-11-04" in files["answers.json"]


@pytest.mark.parametrize("n", [1, 6])
def test_two_queries_however_many_answers(
    hana: Person, n: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(n):
        told_and_answered(hana, number, Said.PASS)

    with django_assert_num_queries(2):
        past_answers(hana)
