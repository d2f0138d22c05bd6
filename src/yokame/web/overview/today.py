"""Today: what to do now, what is ahead, and where word can be noted in two taps."""

from dataclasses import dataclass
from datetime import date, timedelta
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from yokame.letters import Situation
from yokame.promise import is_business_day
from yokame.tracker import queries
from yokame.tracker.card import Card
from yokame.tracker.clashes import Clash, Pending
from yokame.tracker.task_words import (
    TaskWords,
    names,
    say_coming,
    say_pending,
    say_task,
    stage_name,
)
from yokame.tracker.today import Coming, Task, TaskKind, Today, today_of
from yokame.web.ledger import ledger_context, ledger_page, pen_of, person_of
from yokame.web.overview.moves import Move, word_moves
from yokame.wording import Language, say_day, say_hours, text

_AT_ONCE, _MOST_TASKS = 5, 20
_MOST_COMING = 5
_MOST_WAITS = 8
_MOST_CLASHES, _MOST_PENDING = 3, 5
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


@dataclass(frozen=True)
class ClashRow:
    """An offer's last day, the waits it runs into, and what one may ask of whom."""

    title: str
    pending: list[tuple[str, str, str, str]]
    n_more: int
    extend: str
    extend_url: str


@require_safe
@ledger_page
def today(request: HttpRequest) -> HttpResponse:
    """The page; without anything in the ledger it says where to begin."""
    day = pen_of(request).today
    person = person_of(request)
    cards = queries.cards(person, day, ended=False, ahead_until=day + _TOMORROW)
    context = {**ledger_context(request, day), "is_day_off": not is_business_day(day)}
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
        "clashes": [_clash_row(clash, lang) for clash in found.clashes[:_MOST_CLASHES]],
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


def _url(task: Task) -> str:
    """Where the task is done."""
    if task.situation:
        return letter_url(task.about, task.situation)
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


def letter_url(about: Card, situation: Situation) -> str:
    """The page that writes a letter of this kind about this application."""
    query = {"situation": str(situation)}
    if about.round and situation is not Situation.EXTENSION:
        query["round"] = str(about.round.uid)
    return f"/applications/{about.application.uid}/letters/new/?{urlencode(query)}"


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


def _clash_row(clash: Clash, lang: Language) -> ClashRow:
    answer_by, extend_on = say_day(clash.answer_by, lang), say_day(clash.extend_on, lang)
    key = "clash.extend_until" if clash.extend_until else "clash.extend"
    until = say_day(clash.extend_until, lang)
    return ClashRow(
        title=text(
            lang, "clash.title", offer=clash.offer.application.employer, answer_by=answer_by
        ),
        pending=[_pending_row(one, lang) for one in clash.pending[:_MOST_PENDING]],
        n_more=max(0, len(clash.pending) - _MOST_PENDING),
        extend=text(lang, key, on=extend_on, until=until),
        extend_url=letter_url(clash.offer, Situation.EXTENSION),
    )


def _pending_row(one: Pending, lang: Language) -> tuple[str, str, str, str]:
    """Employer, when word is expected, when to ask for it earlier, and where that is written."""
    ask = text(lang, "clash.ask", on=say_day(one.ask_on, lang)) if one.ask_on else ""
    url = letter_url(one.wait, Situation.INQUIRY_OTHER_OFFER)
    return one.wait.application.employer, say_pending(one, lang), ask, url
