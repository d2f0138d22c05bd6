"""Today: what to do now, what is ahead, and where word can be noted in two taps."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from yokame.notices.queries import broken_channels
from yokame.promise import is_business_day
from yokame.tracker import queries
from yokame.tracker.card import Card
from yokame.tracker.clashes import Clash
from yokame.tracker.task_words import (
    TaskWords,
    names,
    say_coming,
    say_task,
    stage_name,
)
from yokame.tracker.today import Coming, Task, TaskKind, Today, today_of
from yokame.web.ledger import ledger_context, ledger_page, pen_of, person_of
from yokame.web.overview.clash_rows import clash_row, letter_url
from yokame.web.overview.moves import Move, word_moves
from yokame.wording import Language, say_day, say_hours

_AT_ONCE, _MOST_TASKS = 5, 20
_MOST_COMING = 5
_MOST_WAITS = 8
_MOST_CLASHES = 3
_TOMORROW = timedelta(days=1)


@dataclass(frozen=True)
class TaskRow:
    """A task as the page shows it, with the one button that leads to it."""

    kind: str
    employer: str
    course: str
    stage: str
    words: TaskWords
    url: str
    moves: list[Move]


@dataclass(frozen=True)
class ComingRow:
    """Something ahead."""

    day: str
    hours: str
    what: str
    employer: str
    url: str


@dataclass(frozen=True)
class WaitRow:
    """A wait, and what its word can have said."""

    employer: str
    stage: str
    n_days: int
    url: str
    moves: list[Move]


@require_safe
@ledger_page
def today(request: HttpRequest) -> HttpResponse:
    """The page; without anything in the ledger it says where to begin."""
    day = pen_of(request).today
    person = person_of(request)
    cards = queries.cards(person, day, ended=False, ahead_until=day + _TOMORROW)
    context = {
        **ledger_context(request, day),
        "is_day_off": not is_business_day(day),
        "broken_channels": broken_channels(person),
    }
    if cards or queries.has_applications(person):
        context.update(_shown(today_of(cards, day), day, Language(get_language() or "ja")))
    fragment = request.headers.get("HX-Request")
    return render(request, "web/_today_swap.html" if fragment else "web/today.html", context)


def _shown(found: Today, day: date, lang: Language) -> dict[str, object]:
    tasks = [_task_row(task, day, lang) for task in found.tasks[:_MOST_TASKS]]
    coming = [_coming_row(one, lang) for one in found.coming[:_MOST_COMING]]
    return {
        "has_any": True,
        "tasks": tasks[:_AT_ONCE],
        "more_tasks": tasks[_AT_ONCE:],
        "n_more": len(tasks) - _AT_ONCE,
        "clashes": [clash_row(clash, lang) for clash in found.clashes[:_MOST_CLASHES]],
        "coming": coming,
        "waits": [_wait_row(one, day, lang) for one in found.waits[:_MOST_WAITS]],
        "n_waits": len(found.waits),
    }


def _task_row(task: Task, day: date, lang: Language) -> TaskRow:
    about = task.about
    is_many = bool(task.others)
    return TaskRow(
        kind=str(task.kind),
        employer=names([about, *task.others], lang),
        course="" if is_many else about.application.course,
        stage="" if is_many else stage_name(about, lang),
        words=say_task(task, lang),
        url="/board/#column-waiting" if is_many else _url(task),
        moves=word_moves(about) if not is_many and about.is_waiting(day) else [],
    )


def _days_of(task: Task) -> dict[str, date | None]:
    """What the letter of a task must say of another offer, or of how long one asks for."""
    match task.kind, task.clash:
        case TaskKind.CLASH_ASK, Clash(answer_by=answer_by):
            return {"other_answer_by": answer_by}
        case TaskKind.CLASH_EXTEND, Clash(extend_until=extend_until):
            return {"extend_to": extend_until}
    return {}


def _url(task: Task) -> str:
    """Where the task is done."""
    if task.situation:
        return letter_url(task.about, task.situation, **_days_of(task))
    place = f"/applications/{task.application}/"
    match task.kind:
        case TaskKind.ROUND_TODAY | TaskKind.WHAT_WAS_SAID:
            return f"{place}rounds/{task.round}/hold/"
        case TaskKind.RECORD_WORD:
            return f"{place}rounds/{task.round}/word/"
        case TaskKind.NEXT_ROUND:
            return f"{place}schedule/"
        case TaskKind.OFFER_NO_DAY:
            return f"{place}offer-due/"
        case _:
            return place


def _coming_row(one: Coming, lang: Language) -> ComingRow:
    hours = f"{one.at:%H:%M}" if one.at else say_hours(one.hours, lang) if one.hours else ""
    return ComingRow(
        day=say_day(one.on, lang),
        hours=hours,
        what=say_coming(one, lang),
        employer=one.about.application.employer,
        url=f"/applications/{one.about.application.uid}/",
    )


def _wait_row(one: Card, day: date, lang: Language) -> WaitRow:
    assert one.round is not None
    return WaitRow(
        employer=one.application.employer,
        stage=stage_name(one, lang),
        n_days=(day - (one.round.on or day)).days,
        url=f"/applications/{one.application.uid}/",
        moves=word_moves(one),
    )
