"""`yokame promise`: how the words are read."""

from yokame.cli.commands import Session
from yokame.cli.days import DayReader
from yokame.cli.layout import indented, item, paragraph, rows, section
from yokame.cli.terminal import accent, print_json, print_lines, print_notes
from yokame.cli.texts import say
from yokame.promise import Promise, read_promise
from yokame.reports import Policy
from yokame.wording import (
    Language,
    label,
    promise_json,
    say_day,
    say_not_understood,
    say_reading,
    text,
)


def run(session: Session, *, text: str, held: str, json: bool) -> None:
    """Print how the words are read: a page for people, or the machine form."""
    lang = Language(session.lang)
    days = DayReader(session.lang, session.today)
    promise = read_promise(text, held=days.read(held, option="--held"))
    print_notes(days.notes)
    if json:
        print_json(promise_json(promise, lang))
    else:
        print_lines(promise_page(promise, lang))


def promise_page(promise: Promise, lang: Language) -> list[str]:
    """The lines of the whole page."""
    page = section(say(lang, "show.promise"), _what_was_read(promise, lang))
    page += section(say(lang, "show.readings"), _readings(promise, lang))
    left_out = [
        line
        for part in promise.not_understood
        for line in paragraph(say_not_understood(part, lang))
    ]
    page += section(say(lang, "show.not_understood"), left_out)
    return page[:-1]


def _what_was_read(promise: Promise, lang: Language) -> list[str]:
    window, channel = promise.window, promise.channel
    said = {
        "window": window.text if window else say(lang, "show.no_window"),
        "policy": label(promise.policy, lang),
        "channel": label(channel, lang) if channel else say(lang, "show.no_channel"),
    }
    lines = rows([(say(lang, f"show.{name}"), words) for name, words in said.items()])
    if promise.starts_on:
        day = say_day(promise.starts_on, lang)
        lines += paragraph(say(lang, "show.starts_on", day=day))
    return lines


def _readings(promise: Promise, lang: Language) -> list[str]:
    if promise.deadline_on is None:
        return []
    lines = []
    for reading in promise.readings:
        lines += item(say_reading(reading, lang))
    on = say_day(promise.deadline_on, lang, with_year=True)
    lines += [indented(accent(text(lang, "deadline.is_on", on=on)))]
    if promise.policy is Policy.PASSED_ONLY:
        return [*lines, *paragraph(text(lang, "deadline.no_asking"))]
    ask_from = say_day(promise.ask_from, lang)
    return [*lines, *paragraph(text(lang, "deadline.ask_from", ask_from=ask_from))]
