"""What there is to do today, in order of consequence, and what comes next. Knows no database."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta
from enum import StrEnum
from uuid import UUID

from yokame.forecast import Action, good_hours
from yokame.letters import Situation
from yokame.priors import read_priors
from yokame.tracker.application import ENDED, State
from yokame.tracker.card import Card
from yokame.tracker.clashes import Clash, clashes

_ENTRY_SOON, _OFFER_SOON = timedelta(days=3), timedelta(days=7)
_A_DAY = timedelta(days=1)


class TaskKind(StrEnum):
    """What is to be done, the gravest first: tasks stand in this order."""

    OFFER_OVERDUE = "offer_overdue"
    OFFER_LAST_DAY = "offer_last_day"
    ROUND_TODAY = "round_today"
    ENTRY_LAST_DAY = "entry_last_day"
    RECORD_WORD = "record_word"
    CLASH_ASK = "clash_ask"
    CLASH_EXTEND = "clash_extend"
    ASK = "ask"
    ASK_AGAIN = "ask_again"
    ROUND_TOMORROW = "round_tomorrow"
    OFFER_DUE = "offer_due"
    ENTRY_DUE = "entry_due"
    WHAT_WAS_SAID = "what_was_said"
    OFFER_NO_DAY = "offer_no_day"
    NEXT_ROUND = "next_round"
    CHECK = "check"


_RANK = {kind: rank for rank, kind in enumerate(TaskKind)}
_SITUATION = {
    TaskKind.OFFER_OVERDUE: Situation.EXTENSION,
    TaskKind.CLASH_ASK: Situation.INQUIRY_OTHER_OFFER,
    TaskKind.CLASH_EXTEND: Situation.EXTENSION,
    TaskKind.ASK: Situation.INQUIRY,
    TaskKind.ASK_AGAIN: Situation.SECOND_INQUIRY,
}
_YIELDS_TO_A_CLASH = frozenset({TaskKind.ASK, TaskKind.ASK_AGAIN, TaskKind.OFFER_DUE})


@dataclass(frozen=True)
class Task:
    """One thing to do. `on` is its last day, or the day it is about; `hours` like "10:00-11:45".

    `others` are further applications that the same act serves.
    """

    kind: TaskKind
    about: Card
    on: date | None = None
    hours: str = ""
    others: tuple[Card, ...] = ()
    clash: Clash | None = None

    @property
    def application(self) -> UUID:
        """The application that it is about."""
        return self.about.application.uid

    @property
    def round(self) -> UUID | None:
        """The round that it is about, if it hangs on one."""
        return self.about.round.uid if self.about.round else None

    @property
    def situation(self) -> Situation | None:
        """The letter that does it, if one does."""
        return _SITUATION.get(self.kind)


class ComingKind(StrEnum):
    """What is ahead."""

    ROUND = "round"
    WORD_DUE = "word_due"
    ASK = "ask"
    ENTRY_DUE = "entry_due"
    OFFER_DUE = "offer_due"


@dataclass(frozen=True)
class Coming:
    """Something on a later day; `at` is a time that is fixed, `hours` are those to do it in."""

    kind: ComingKind
    on: date
    about: Card
    at: time | None = None
    hours: str = ""


@dataclass(frozen=True)
class Today:
    """A person's day. Of `coming` the next is the first; `waits` are those without word."""

    tasks: tuple[Task, ...]
    clashes: tuple[Clash, ...]
    coming: tuple[Coming, ...]
    waits: tuple[Card, ...]


def today_of(cards: Iterable[Card], today: date) -> Today:
    """Everything about this day."""
    cards = [one for one in cards if one.application.state not in ENDED]
    found = clashes(cards, today)
    tasks = list(_clash_tasks(found, today))
    # One act of an application at a time: what a clash asks for takes the place of the usual.
    in_clash = {task.application for task in tasks}
    for one in cards:
        for task in _tasks(one, today):
            if not (task.kind in _YIELDS_TO_A_CLASH and task.application in in_clash):
                tasks.append(task)
    tasks += _check(cards)
    tasks.sort(key=_gravity)
    coming = [ahead for one in cards for ahead in _coming(one, today)]
    coming.sort(key=lambda ahead: (ahead.on, ahead.at or time.max))
    waits = [one for one in cards if one.is_waiting(today)]
    waits.sort(key=lambda one: one.answer.median_on if one.answer else date.max)
    return Today(tuple(tasks), tuple(found), tuple(coming), tuple(waits))


def _gravity(task: Task) -> tuple[int, date, int, time, int]:
    one = task.about.round
    starts_at = one.starts_at if one and one.starts_at else time.max
    return (
        _RANK[task.kind],
        task.on or date.max,
        -task.about.application.priority,
        starts_at,
        -task.about.application.last_number,
    )


def _tasks(one: Card, today: date) -> Iterator[Task]:
    """What this application asks for by itself."""
    match one.application.state:
        case State.PLANNED:
            yield from _entry(one, today)
        case State.OFFERED:
            yield from _offer(one, today)
        case State.PASSED:
            yield Task(TaskKind.NEXT_ROUND, one)
        case State.IN_ROUND if one.is_ahead(today):
            yield from _round_ahead(one, today)
        case State.IN_ROUND:
            yield from _wait(one, today)


def _entry(one: Card, today: date) -> Iterator[Task]:
    due = one.application.entry_due_on
    if due == today:
        yield Task(TaskKind.ENTRY_LAST_DAY, one, on=due)
    elif due and today < due <= today + _ENTRY_SOON:
        yield Task(TaskKind.ENTRY_DUE, one, on=due)


def _offer(one: Card, today: date) -> Iterator[Task]:
    due = one.application.answer_by
    if due is None:
        yield Task(TaskKind.OFFER_NO_DAY, one)
    elif due < today:
        yield Task(TaskKind.OFFER_OVERDUE, one, on=due)
    elif due == today:
        yield Task(TaskKind.OFFER_LAST_DAY, one, on=due)
    elif due <= today + _OFFER_SOON:
        yield Task(TaskKind.OFFER_DUE, one, on=due)


def _round_ahead(one: Card, today: date) -> Iterator[Task]:
    on = one.round.on if one.round else None
    if on == today:
        yield Task(TaskKind.ROUND_TODAY, one, on=on)
    elif on == today + _A_DAY:
        yield Task(TaskKind.ROUND_TOMORROW, one, on=on)


def _wait(one: Card, today: date) -> Iterator[Task]:
    if one.round is None or one.answer is None:
        return
    action, hours = one.answer.action, one.answer.hours
    if action == Action.RECORD_WORD:
        yield Task(TaskKind.RECORD_WORD, one, on=one.round.contact_on)
    elif not one.round.is_held and not one.round.said:
        yield Task(TaskKind.WHAT_WAS_SAID, one, on=one.round.on)
    elif action == Action.ASK:
        yield Task(TaskKind.ASK, one, on=today, hours=hours)
    elif action == Action.ASK_AGAIN:
        yield Task(TaskKind.ASK_AGAIN, one, on=today, hours=hours)


def _check(cards: Iterable[Card]) -> Iterator[Task]:
    """One look at the mailbox serves every wait."""
    to_check = [one for one in cards if one.answer and one.answer.action == Action.CHECK]
    to_check = [one for one in to_check if one.round and (one.round.is_held or one.round.said)]
    if to_check:
        yield Task(TaskKind.CHECK, to_check[0], others=tuple(to_check[1:]))


def _clash_tasks(found: Iterable[Clash], today: date) -> Iterator[Task]:
    """Ask for word earlier from its day on, once for all offers, and for more time from its own."""
    asked: set[UUID] = set()
    for clash in found:
        for one in clash.pending:
            uid = one.wait.application.uid
            if one.ask_on and one.ask_on <= today and uid not in asked:
                asked.add(uid)
                hours = good_hours(today, read_priors().inquiry)
                yield Task(TaskKind.CLASH_ASK, one.wait, on=today, hours=hours, clash=clash)
        if clash.extend_on <= today and clash.extension_asked_on is None:
            yield Task(TaskKind.CLASH_EXTEND, clash.offer, on=clash.answer_by, clash=clash)


def _coming(one: Card, today: date) -> Iterator[Coming]:
    """The next thing that this application brings after today."""
    it = one.application
    if it.state == State.PLANNED and it.entry_due_on and it.entry_due_on > today:
        yield Coming(ComingKind.ENTRY_DUE, it.entry_due_on, one)
    elif it.state == State.OFFERED and it.answer_by and it.answer_by > today:
        yield Coming(ComingKind.OFFER_DUE, it.answer_by, one)
    elif one.is_ahead(today) and one.round and one.round.on and one.round.on > today:
        yield Coming(ComingKind.ROUND, one.round.on, one, at=one.round.starts_at)
    elif one.answer and one.round:
        deadline_on, ask_from = one.answer.deadline_on, one.answer.ask_from
        if deadline_on and deadline_on > today:
            yield Coming(ComingKind.WORD_DUE, deadline_on, one)
        elif ask_from and ask_from > today and not one.round.asked:
            hours = good_hours(ask_from, read_priors().inquiry)
            yield Coming(ComingKind.ASK, ask_from, one, hours=hours)
