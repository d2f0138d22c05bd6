"""An offer of 見本銀行, to be answered by Friday 4 December 2026, seen on Tuesday 24 November."""

from datetime import date
from typing import Any

import pytest

from tests.tracker.cards import TUESDAY, ahead, answer, application, offered, waiting
from yokame.forecast import Action
from yokame.tracker.card import Card, CardAnswer
from yokame.tracker.clashes import business_days_before, clashes
from yokame.tracker.task_words import say_pending
from yokame.tracker.today import TaskKind, today_of
from yokame.wording import Language

FRIDAY = date(2026, 12, 4)
LATE = {"expected": date(2026, 12, 8), "latest": date(2026, 12, 15)}


def late(**known: Any) -> CardAnswer:
    """Word expected after the offer's last day, promised for the week after it."""
    usual: dict[str, Any] = {
        "deadline_on": date(2026, 12, 9),
        "ask_from": date(2026, 12, 10),
        **LATE,
    }
    return answer(**{**usual, **known})


def test_word_that_comes_in_time_is_no_clash() -> None:
    in_time = answer(expected=date(2026, 11, 27), latest=FRIDAY)

    assert clashes([offered(FRIDAY), waiting(in_time)], TUESDAY) == []


def test_word_that_is_expected_later_is_to_be_asked_for_a_week_before() -> None:
    [clash] = clashes([offered(FRIDAY), waiting(late())], TUESDAY)

    [pending] = clash.pending
    assert pending.ask_on == date(2026, 11, 27)  # five business days before
    assert clash.extend_on == date(2026, 12, 1)  # three
    assert clash.extend_until == date(2026, 12, 15)


def test_word_that_may_be_late_is_asked_for_only_when_time_runs_short() -> None:
    perhaps = late(expected=date(2026, 12, 2))

    [clash] = clashes([offered(FRIDAY), waiting(perhaps)], TUESDAY)

    assert clash.pending[0].ask_on == date(2026, 12, 1)


def test_a_promise_that_ends_in_time_is_waited_for_before_asking() -> None:
    promised = late(deadline_on=date(2026, 11, 25), ask_from=date(2026, 11, 26))

    [clash] = clashes([offered(FRIDAY), waiting(promised)], TUESDAY)

    assert clash.pending[0].ask_on == date(2026, 11, 26)


@pytest.mark.parametrize(
    "wait",
    [
        waiting(late(ask_from=None)),
        waiting(late(), asked=["2026-11-20"]),
        waiting(late(), asked=["2026-11-10", "2026-11-17"]),
        waiting(late(), is_held=False, said=""),
    ],
    ids=["passed-only", "told", "twice", "unsaid"],
)
def test_an_employer_that_is_not_to_be_asked_leaves_the_extension(wait: Card) -> None:
    [clash] = clashes([offered(FRIDAY), wait], TUESDAY)

    assert clash.pending[0].ask_on is None
    assert clash.extend_on == date(2026, 12, 1)


@pytest.mark.parametrize(
    ("on", "clashing"), [(date(2026, 12, 8), 1), (None, 1), (date(2026, 12, 1), 0)]
)
def test_a_round_that_comes_after_the_last_day_is_a_clash(on: date | None, clashing: int) -> None:
    found = clashes([offered(FRIDAY), ahead(on)], TUESDAY)

    assert len(found) == clashing
    assert [clash.extend_until for clash in found] == [None] * clashing


@pytest.mark.parametrize("action", [Action.CLOSE, Action.RECORD_WORD])
def test_a_wait_that_is_over_or_answered_is_no_clash(action: Action) -> None:
    assert clashes([offered(FRIDAY), waiting(late(action=action))], TUESDAY) == []


def test_an_offer_whose_day_has_passed_or_is_unknown_clashes_with_nothing() -> None:
    cards = [offered(date(2026, 11, 23)), offered(None), waiting(late())]

    assert clashes(cards, TUESDAY) == []


def test_what_is_dearest_stands_first_among_those_that_clash() -> None:
    dear = Card(application("見本電機", priority=3), waiting().round, late())

    [clash] = clashes([offered(FRIDAY), waiting(late()), dear], TUESDAY)

    assert [one.wait.application.employer for one in clash.pending] == ["見本電機", "見本商事"]


@pytest.mark.parametrize(
    ("today", "kinds"),
    [
        (TUESDAY, []),
        (date(2026, 11, 27), [TaskKind.CLASH_ASK, TaskKind.OFFER_DUE]),
        (date(2026, 12, 1), [TaskKind.CLASH_ASK, TaskKind.CLASH_EXTEND]),
        (FRIDAY, [TaskKind.OFFER_LAST_DAY, TaskKind.CLASH_EXTEND]),
    ],
)
def test_each_letter_is_a_task_from_its_own_day(today: date, kinds: list[TaskKind]) -> None:
    found = today_of([offered(FRIDAY), waiting(late())], today)

    assert [task.kind for task in found.tasks] == kinds
    assert len(found.clashes) == 1


def test_who_was_asked_for_more_time_is_not_to_be_asked_again() -> None:
    offer = offered(FRIDAY, extension_asked_on=date(2026, 12, 1))

    found = today_of([offer, waiting(late())], date(2026, 12, 2))

    assert TaskKind.CLASH_EXTEND not in [task.kind for task in found.tasks]
    assert found.clashes[0].extension_asked_on == date(2026, 12, 1)


def test_two_offers_ask_one_employer_once_and_in_place_of_the_usual_inquiry() -> None:
    cards = [
        offered(FRIDAY),
        offered(date(2026, 12, 2), "見本信金"),
        waiting(late(action=Action.ASK)),
    ]

    asked = [task for task in today_of(cards, date(2026, 11, 27)).tasks if task.round]

    assert [task.kind for task in asked] == [TaskKind.CLASH_ASK]
    assert asked[0].clash is not None
    assert asked[0].clash.offer.application.employer == "見本信金"


@pytest.mark.parametrize("lang", list(Language))
def test_when_word_is_expected_is_said_as_far_as_it_is_known(lang: Language) -> None:
    cards = [offered(FRIDAY), waiting(late()), ahead(None), ahead(date(2026, 12, 8))]
    [clash] = clashes(cards, TUESDAY)

    said = [say_pending(one, lang) for one in clash.pending]

    assert len(set(said)) == 3


def test_business_days_are_counted_back_over_holidays() -> None:
    assert business_days_before(TUESDAY, 2) == date(2026, 11, 19)  # Monday is a holiday


def test_a_promise_that_just_leaves_time_is_waited_for() -> None:
    two_before = date(2026, 12, 2)  # business days before the offer's last day, a Friday
    promised = late(deadline_on=date(2026, 12, 1), ask_from=two_before)

    [clash] = clashes([offered(FRIDAY), waiting(promised)], TUESDAY)

    assert clash.pending[0].ask_on == two_before


def test_an_eighth_day_that_is_over_is_asked_on_today() -> None:
    over = late(deadline_on=date(2026, 11, 18), ask_from=date(2026, 11, 19))

    [clash] = clashes([offered(FRIDAY), waiting(over)], TUESDAY)

    assert clash.pending[0].ask_on == TUESDAY


def test_word_expected_on_the_last_day_itself_is_asked_for_late() -> None:
    [clash] = clashes([offered(FRIDAY), waiting(late(expected=FRIDAY))], TUESDAY)

    assert clash.pending[0].ask_on == date(2026, 12, 1)


def test_an_inquiry_of_the_day_of_the_offer_may_have_told_of_it() -> None:
    asked = waiting(late(), asked=["2026-11-19"])

    [clash] = clashes([offered(FRIDAY), asked], TUESDAY)

    assert clash.pending[0].ask_on is None


def test_one_round_without_a_day_leaves_open_how_much_more_time_would_do() -> None:
    cards = [offered(FRIDAY), waiting(late()), ahead(None)]

    [clash] = clashes(cards, TUESDAY)

    assert len(clash.pending) == 2
    assert clash.extend_until is None


def test_an_application_without_a_part_in_a_clash_has_none() -> None:
    [clash] = clashes([offered(FRIDAY), waiting(late())], TUESDAY)
    other = application("見本食品").uid

    assert clash.part_of(other) is None
    assert clash.part_of(clash.offer.application.uid) is clash
