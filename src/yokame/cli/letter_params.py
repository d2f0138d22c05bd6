"""The options of `yokame letter`."""

import click

from yokame.cli.options import choice, option
from yokame.cli.texts import codes, say
from yokame.reports import Policy, Stage, Track

_TEXTS = (
    *("department", "title", "person", "agency", "agent"),
    *("name", "reading", "university", "faculty", "year", "phone", "mail", "address"),
)


def letter_params(lang: str) -> list[click.Parameter]:
    """All parameters but --json. What a letter needs depends on its situation, so none is required.

    Situations and the like come from the texts, not from `letters`: help does not wait for it.
    """
    day, slot, words = (say(lang, f"metavar.{name}") for name in ("day", "slot", "words"))
    return [
        click.Argument(["situation"], metavar=say(lang, "metavar.situation"), required=False),
        option(lang, "check", metavar=say(lang, "metavar.file")),
        _choice(lang, "medium"),
        option(lang, "employer", metavar=words, help=say(lang, "option.addressee")),
        *(option(lang, name, metavar=words) for name in _TEXTS),
        choice(lang, "stage", tuple(Stage)),
        option(lang, "stage_name", metavar=words),
        option(lang, "held", metavar=day),
        option(lang, "said", metavar=say(lang, "metavar.text")),
        choice(lang, "policy", (Policy.EVERYONE, Policy.PASSED_ONLY)),
        option(lang, "asked", metavar=day, multiple=True),
        choice(lang, "track", tuple(Track)),
        option(lang, "position", metavar=words),
        *(option(lang, name, metavar=day) for name in ("answer_by", "extend_to")),
        option(lang, "other_answer_by", metavar=day),
        option(lang, "first_choice", is_flag=True),
        option(lang, "keener", is_flag=True),
        _choice(lang, "reason"),
        option(lang, "topic", metavar=words),
        option(lang, "slot", metavar=slot, multiple=True),
        *(option(lang, name, metavar=slot) for name in ("chosen", "scheduled", "called")),
        _choice(lang, "item"),
        option(lang, "old", metavar=words),
        option(lang, "new", metavar=words),
        option(lang, "mistyped", is_flag=True),
        option(lang, "document", metavar=words, multiple=True),
        option(lang, "wording", metavar=say(lang, "metavar.count")),
        option(lang, "today", metavar=day),
        option(lang, "at", metavar=say(lang, "metavar.time")),
        option(lang, "facts", metavar=say(lang, "metavar.file")),
    ]


def _choice(lang: str, name: str) -> click.Option:
    return choice(lang, name, tuple(code for code, _ in codes(lang, name)))
