"""What there is to do on Tuesday 24 November 2026, in order of consequence."""

from datetime import date, time, timedelta

import pytest

from tests.tracker.cards import TUESDAY, ahead, answer, application, offered, planned, waiting
from yokame.forecast import Action, Why
from yokame.letters import Situation
from yokame.tracker.application import State
from yokame.tracker.card import Card
from yokame.tracker.task_words import say_coming, say_task
from yokame.tracker.today import ComingKind, TaskKind, today_of
from yokame.wording import Language

A_DAY = timedelta(days=1)


def kinds(*cards: Card, today: date = TUESDAY) -> list[TaskKind]:
    return [task.kind for task in today_of(cards, today).tasks]


@pytest.mark.parametrize(
    ("days", "kind"),
    [
        (-1, [TaskKind.OFFER_OVERDUE]),
        (0, [TaskKind.OFFER_LAST_DAY]),
        (7, [TaskKind.OFFER_DUE]),
        (8, []),
    ],
)
def test_an_offer_asks_for_its_answer_from_a_week_before(days: int, kind: list[TaskKind]) -> None:
    assert kinds(offered(TUESDAY + days * A_DAY)) == kind


def test_an_offer_without_a_day_asks_for_its_day() -> None:
    assert kinds(offered(None)) == [TaskKind.OFFER_NO_DAY]


@pytest.mark.parametrize(
    ("days", "kind"),
    [(-1, []), (0, [TaskKind.ENTRY_LAST_DAY]), (3, [TaskKind.ENTRY_DUE]), (4, [])],
)
def test_an_entry_is_due_from_three_days_before_and_not_when_it_is_too_late(
    days: int, kind: list[TaskKind]
) -> None:
    assert kinds(planned(TUESDAY + days * A_DAY)) == kind


@pytest.mark.parametrize(
    ("days", "kind"),
    [(0, [TaskKind.ROUND_TODAY]), (1, [TaskKind.ROUND_TOMORROW]), (2, [])],
)
def test_a_round_is_told_on_its_day_and_the_day_before(days: int, kind: list[TaskKind]) -> None:
    assert kinds(ahead(TUESDAY + days * A_DAY)) == kind


@pytest.mark.parametrize(
    ("action", "kind"),
    [
        (Action.RECORD_WORD, [TaskKind.RECORD_WORD]),
        (Action.ASK, [TaskKind.ASK]),
        (Action.ASK_AGAIN, [TaskKind.ASK_AGAIN]),
        (Action.CHECK, [TaskKind.CHECK]),
        (Action.WAIT, []),
        (Action.CLOSE, []),
    ],
)
def test_a_wait_asks_for_what_its_answer_advises(action: Action, kind: list[TaskKind]) -> None:
    assert kinds(waiting(answer(action))) == kind


def test_a_round_that_may_have_been_held_asks_what_was_said_before_anything_is_asked() -> None:
    unsaid = waiting(answer(Action.ASK), is_held=False, said="")

    assert kinds(unsaid) == [TaskKind.WHAT_WAS_SAID]


def test_a_round_that_was_held_without_a_promise_is_not_asked_about_again() -> None:
    assert kinds(waiting(said="")) == []


def test_after_a_pass_the_next_round_is_to_be_noted() -> None:
    passed = Card(application(state=State.PASSED), None, None)

    assert kinds(passed) == [TaskKind.NEXT_ROUND]


def test_one_look_at_the_mailbox_serves_every_wait() -> None:
    waits = [waiting(answer(Action.CHECK), employer=f"見本{n}") for n in range(3)]

    [task] = today_of(waits, TUESDAY).tasks

    assert [one.application.employer for one in (task.about, *task.others)] == [
        "見本0",
        "見本1",
        "見本2",
    ]


def test_what_cannot_wait_stands_first() -> None:
    cards = [
        waiting(answer(Action.ASK), employer="見本1"),
        ahead(TUESDAY, employer="見本2", at=time(14)),
        planned(TUESDAY, employer="見本3"),
        offered(TUESDAY - A_DAY, employer="見本4"),
        waiting(answer(Action.CHECK), employer="見本5"),
        waiting(answer(Action.RECORD_WORD), employer="見本6"),
        ahead(TUESDAY, employer="見本7", at=time(10)),
    ]

    employers = [task.about.application.employer for task in today_of(cards, TUESDAY).tasks]

    assert employers == ["見本4", "見本7", "見本2", "見本3", "見本6", "見本1", "見本5"]


def test_what_ended_asks_for_nothing() -> None:
    ended = Card(application(state=State.FAILED, entry_due_on=TUESDAY), None, None)

    found = today_of([ended], TUESDAY)

    assert (found.tasks, found.coming, found.waits) == ((), (), ())


def test_another_round_of_the_same_application_is_told_and_nothing_twice() -> None:
    interview = ahead(TUESDAY + 9 * A_DAY)
    assert interview.round is not None
    web_test = interview._replace(round=interview.round._replace(on=TUESDAY, is_current=False))

    found = today_of([interview, web_test], TUESDAY)

    assert [task.kind for task in found.tasks] == [TaskKind.ROUND_TODAY]
    assert [one.on for one in found.coming] == [TUESDAY + 9 * A_DAY]


def test_a_wait_that_was_put_on_hold_is_still_a_wait() -> None:
    on_hold = waiting()._replace(answer=None)

    assert today_of([on_hold], TUESDAY).waits == (on_hold,)


def test_an_inquiry_is_a_letter_and_an_entry_is_not() -> None:
    tasks = today_of([waiting(answer(Action.ASK_AGAIN)), planned(TUESDAY)], TUESDAY).tasks

    assert [task.situation for task in tasks] == [None, Situation.SECOND_INQUIRY]


def test_what_is_ahead_stands_in_the_order_of_its_days() -> None:
    cards = [
        offered(date(2026, 12, 10)),
        ahead(date(2026, 11, 27), at=time(10, 30)),
        planned(date(2026, 11, 30)),
        waiting(answer(deadline_on=date(2026, 11, 26))),
        waiting(answer(deadline_on=date(2026, 11, 20), ask_from=date(2026, 11, 25))),
    ]

    coming = today_of(cards, TUESDAY).coming

    assert [(one.kind, one.on.day) for one in coming] == [
        (ComingKind.ASK, 25),
        (ComingKind.WORD_DUE, 26),
        (ComingKind.ROUND, 27),
        (ComingKind.ENTRY_DUE, 30),
        (ComingKind.OFFER_DUE, 10),
    ]
    assert (coming[0].hours, coming[2].at) == ("10:00-11:45", time(10, 30))


def test_who_was_asked_once_is_not_announced_for_asking() -> None:
    asked = answer(deadline_on=date(2026, 11, 20), ask_from=date(2026, 11, 25))

    assert today_of([waiting(asked, asked=["2026-11-23"])], TUESDAY).coming == ()


def test_the_why_of_an_inquiry_names_its_days() -> None:
    given = answer(
        Action.ASK,
        hours="10:00-11:45",
        why=Why.DEADLINE_PASSED,
        deadline_on=date(2026, 11, 20),
        ask_from=TUESDAY,
    )
    [task] = today_of([waiting(given)], TUESDAY).tasks

    words = say_task(task, Language.JA)

    assert words.title == "会社に問い合わせる"
    assert words.when == "11月24日(火) 10:00〜11:45"
    assert "11月20日(金)" in words.why


@pytest.mark.parametrize("lang", list(Language))
def test_every_task_and_all_that_is_ahead_can_be_said(lang: Language) -> None:
    late = answer(expected=date(2026, 12, 3), latest=date(2026, 12, 8))
    cards = [
        offered(TUESDAY - A_DAY, "見本a"),
        offered(TUESDAY, "見本b"),
        offered(TUESDAY + 6 * A_DAY, "見本c"),
        offered(None, "見本d"),
        ahead(TUESDAY, at=time(9)),
        ahead(TUESDAY + A_DAY),
        planned(TUESDAY),
        planned(TUESDAY + A_DAY),
        *(waiting(answer(action), employer=f"見本{action}") for action in Action),
        waiting(late, "見本e"),
        waiting(is_held=False, said="", employer="見本f"),
        Card(application(state=State.PASSED), None, None),
    ]
    found = today_of(cards, TUESDAY)

    said = [say_task(task, lang) for task in found.tasks]

    assert {task.kind for task in found.tasks} == set(TaskKind)
    assert all(words.title and words.why and words.button for words in said)
    assert all(say_coming(one, lang) for one in found.coming)
