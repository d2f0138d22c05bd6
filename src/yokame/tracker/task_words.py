"""The day in words: what to do and why, what is ahead. Pages and messages say the same."""

from dataclasses import dataclass

from yokame.forecast import Action, Why
from yokame.reports import Stage
from yokame.tracker.card import Card
from yokame.tracker.clashes import Pending
from yokame.tracker.today import Coming, Task, TaskKind
from yokame.wording import Language, label, say_day, say_hours, say_how, text

_MOST_NAMES = 3


@dataclass(frozen=True)
class TaskWords:
    """A task for a person to read; `when` is empty where any time of the day will do."""

    title: str
    when: str
    why: str
    button: str


def say_task(task: Task, lang: Language) -> TaskWords:
    """What to do, when, why, and what its button is called."""
    key = f"task.{task.kind}"
    return TaskWords(
        title=text(lang, f"{key}.title", stage=stage_name(task.about, lang)),
        when=_when(task, lang),
        why=_why(task, lang),
        button=text(lang, f"{key}.button"),
    )


def say_coming(coming: Coming, lang: Language) -> str:
    """What is ahead, without its day and its employer."""
    return text(lang, f"coming.{coming.kind}", stage=stage_name(coming.about, lang))


def stage_name(card: Card, lang: Language) -> str:
    """The round by the name that the person gave it, else by its stage; empty without one."""
    one = card.round
    return (one.name or label(Stage(one.stage), lang)) if one else ""


def names(cards: list[Card], lang: Language) -> str:
    """The first few employers, and how many more."""
    first = [one.application.employer for one in cards[:_MOST_NAMES]]
    joined = text(lang, "names.separator").join(first)
    rest = len(cards) - len(first)
    return text(lang, "names.and_more", names=joined, n=rest) if rest else joined


def _when(task: Task, lang: Language) -> str:
    one = task.about.round
    if task.kind in (TaskKind.ROUND_TODAY, TaskKind.ROUND_TOMORROW) and one:
        hours = one.starts_at.strftime("%H:%M") if one.starts_at else ""
        if one.starts_at and one.ends_at:
            hours = say_hours(f"{hours}-{one.ends_at:%H:%M}", lang)
        day = say_day(task.on, lang)
        return "　".join(part for part in (f"{day} {hours}".strip(), one.place) if part)
    if task.hours:
        return f"{say_day(task.on, lang)} {say_hours(task.hours, lang)}"
    return ""


def _why(task: Task, lang: Language) -> str:
    key = f"task.{task.kind}.why"
    answer = task.about.answer
    match task.kind:
        case TaskKind.ASK | TaskKind.ASK_AGAIN if answer:
            return _why_to_ask(task, lang)
        case TaskKind.CHECK if answer and answer.why == Why.DAY_OFF:
            return text(lang, f"{key}_day_off")
        case TaskKind.CLASH_ASK | TaskKind.CLASH_EXTEND if task.clash:
            return _why_clash(task, lang)
    stage = stage_name(task.about, lang)
    return text(lang, key, on=say_day(task.on, lang), stage=stage)


def _why_to_ask(task: Task, lang: Language) -> str:
    answer = task.about.answer
    assert answer is not None
    deadline, ask_from = say_day(answer.deadline_on, lang), say_day(answer.ask_from, lang)
    why = text(lang, f"why.{answer.why}", deadline=deadline, ask_from=ask_from)
    return f"{why}{'' if lang is Language.JA else ' '}{say_how(Action(answer.action), lang)}"


def _why_clash(task: Task, lang: Language) -> str:
    clash = task.clash
    assert clash is not None
    mine = next((one for one in clash.pending if one.wait is task.about), clash.pending[0])
    return text(
        lang,
        f"task.{task.kind}.why",
        on=say_day(task.on, lang),
        offer=clash.offer.application.employer,
        answer_by=say_day(clash.answer_by, lang),
        expected=say_day(mine.expected_on, lang),
        latest=say_day(mine.latest_on, lang),
        waits=names([one.wait for one in clash.pending], lang),
    )


def say_pending(pending: Pending, lang: Language) -> str:
    """When word of a wait that clashes with an offer is expected."""
    stage = stage_name(pending.wait, lang)
    if pending.expected_on is None:
        held = pending.wait.round.on if pending.wait.round else None
        key = "clash.ahead" if held else "clash.ahead_no_day"
        return text(lang, key, stage=stage, on=say_day(held, lang))
    expected, latest = say_day(pending.expected_on, lang), say_day(pending.latest_on, lang)
    return text(lang, "clash.expected", stage=stage, expected=expected, latest=latest)
