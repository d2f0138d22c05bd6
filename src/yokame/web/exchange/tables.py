"""A ledger as tables: for a spreadsheet, and for a page to print. No cell is run as a formula."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time

from django.utils.translation import gettext as _

from yokame.accounts.queries import Person
from yokame.sheets import written
from yokame.tracker.application import ApplicationState, Round
from yokame.tracker.giving import all_applications, history
from yokame.tracker.labels import SaidLabel, StateLabel
from yokame.tracker.payloads import payload_data
from yokame.web.changes import say_change, say_undone
from yokame.wording import Language, label, say_day

_PRIORITIES = {3: "★★★", 2: "★★☆", 1: "★☆☆", 0: ""}


def tables_of(owner: Person, lang: Language) -> Iterator[tuple[str, bytes]]:
    """The names and contents of the CSV files."""
    states = all_applications(owner)
    yield (
        "applications.csv",
        written([_application_headings(), *(_application(state, lang) for state in states)]),
    )
    rounds = (line for state in states for line in _rounds(state, lang))
    yield "rounds.csv", written([_round_headings(), *rounds])
    yield "history.csv", written([_history_headings(), *_history(owner)])


def _application_headings() -> list[str]:
    return [
        _("会社名"),
        _("職種・コース"),
        _("採用の種類"),
        _("応募日"),
        _("応募の締切"),
        _("選考状況"),
        _("いつから"),
        _("内定の日"),
        _("内定の返事の期限"),
        _("志望度"),
        _("業界"),
        _("担当者"),
        _("URL"),
        _("メモ"),
    ]


def _application(state: ApplicationState, lang: Language) -> list[str]:
    facts, offer = state.facts, state.offer
    return [
        facts.employer,
        facts.course,
        label(facts.track, lang),
        _day(state.applied_on),
        _day(facts.entry_due_on),
        str(StateLabel(state.state.value).label),
        _day(state.state_on),
        _day(offer.made_on if offer else None),
        _day(offer.answer_by if offer else None),
        _PRIORITIES[facts.priority],
        facts.industry,
        facts.person,
        facts.url,
        "\n".join(note.text for note in state.notes),
    ]


def _round_headings() -> list[str]:
    return [
        _("会社名"),
        _("職種・コース"),
        _("選考段階"),
        _("選考日"),
        _("時刻"),
        _("結果"),
        _("結果連絡日"),
        _("連絡予定"),
        _("問い合わせた日"),
    ]


def _rounds(state: ApplicationState, lang: Language) -> Iterator[list[str]]:
    for one in state.rounds:
        yield [
            state.facts.employer,
            state.facts.course,
            one.name or label(one.stage, lang),
            _day(one.on),
            _time(one.starts_at),
            str(SaidLabel(one.word.said.value).label) if one.word else "",
            _day(one.word.on if one.word else None),
            one.promise.said if one.promise else "",
            " ".join(day.isoformat() for day in one.asked),
        ]


def _history_headings() -> list[str]:
    return [
        _("番号"),
        _("書きとめた時"),
        _("起きた日"),
        _("日付のもと"),
        _("会社名"),
        _("できごと"),
        _("取り消し"),
        _("くわしく"),
    ]


def _history(owner: Person) -> Iterator[list[str]]:
    for event, employer, is_in_force in history(owner):
        kind = event.payload.kind
        yield [
            str(event.number),
            event.recorded_at.isoformat(timespec="seconds"),
            event.happened_on.isoformat(),
            event.dated_by.value,
            employer,
            say_undone() if kind == "undone" else say_change(kind),
            "" if is_in_force else _("取り消しずみ"),
            json.dumps(payload_data(event.payload), ensure_ascii=False, sort_keys=True),
        ]


@dataclass(frozen=True)
class PrintedRow:
    """One application on paper."""

    employer: str
    course: str
    state: str
    since: str
    days: tuple[str, ...]
    rounds: tuple[str, ...]
    notes: tuple[str, ...]


def printed_rows(states: Sequence[ApplicationState], lang: Language) -> list[PrintedRow]:
    """The applications as they are printed."""
    return [_printed(state, lang) for state in states]


def _printed(state: ApplicationState, lang: Language) -> PrintedRow:
    days = (
        (_("応募日"), state.applied_on),
        (_("応募の締切"), state.facts.entry_due_on),
        (_("内定の返事の期限"), state.offer.answer_by if state.offer else None),
    )
    return PrintedRow(
        employer=state.facts.employer,
        course=state.facts.course,
        state=str(StateLabel(state.state.value).label),
        since=say_day(state.state_on, lang, with_year=True),
        days=tuple(f"{name} {say_day(day, lang, with_year=True)}" for name, day in days if day),
        rounds=tuple(_printed_round(one, lang) for one in state.rounds),
        notes=tuple(note.text for note in state.notes),
    )


def _printed_round(one: Round, lang: Language) -> str:
    parts = [one.name or label(one.stage, lang)]
    if one.on:
        parts.append(say_day(one.on, lang, with_year=True))
    if one.starts_at:
        parts.append(_time(one.starts_at))
    if one.word:
        parts.append(f"{SaidLabel(one.word.said.value).label}（{say_day(one.word.on, lang)}）")
    elif one.promise and one.promise.said:
        parts.append(f"「{one.promise.said}」")
    return " ".join(parts)


def _day(on: date | None) -> str:
    return on.isoformat() if on else ""


def _time(at: time | None) -> str:
    return f"{at:%H:%M}" if at else ""
