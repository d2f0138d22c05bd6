"""What options take, and how a value is refused in a person's words."""

import unicodedata
from collections.abc import Callable
from typing import Any

import click

from yokame.cli.mistakes import WrongInputError, spelling
from yokame.cli.terminal import print_lines
from yokame.cli.texts import listed, say

_MOST_DIGITS = 9

Check = Callable[[click.Context, click.Parameter, str | None], Any]


def option(lang: str, name: str, **settings: Any) -> click.Option:
    """An option with its help in the language."""
    if "help" not in settings:
        settings["help"] = say(lang, f"option.{name}")
    return click.Option([f"--{name.replace('_', '-')}"], **settings)


def choice(
    lang: str, name: str, choices: tuple[str, ...], *, default: str | None = None
) -> click.Option:
    """An option that takes one of a few words."""
    return option(
        lang,
        name,
        metavar=say(lang, f"metavar.{name}"),
        default=default,
        callback=one_of(lang, [str(word) for word in choices]),
        help=say(lang, f"option.{name}", choices=" ".join(choices)),
    )


def one_of(lang: str, choices: list[str]) -> Check:
    """Accept one of a few words; capitals, full width and hyphens are forgiven."""

    def check(_ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
        if value is None:
            return None
        word = unicodedata.normalize("NFKC", value).strip().lower().replace("-", "_")
        if word not in choices:
            allowed = listed(lang, choices)
            raise WrongInputError(
                "not_one_of", option=spelling(param), value=value, choices=allowed
            )
        return word

    return check


def people_count(_ctx: click.Context, param: click.Parameter, value: str | None) -> int | None:
    """How many people: a whole number from 1, in digits of any width, commas allowed."""
    if value is None:
        return None
    digits = unicodedata.normalize("NFKC", value).strip().replace(",", "").removesuffix("人")
    fits = digits.isdecimal() and len(digits) <= _MOST_DIGITS
    if not fits or int(digits) < 1:
        raise WrongInputError("not_a_number", option=spelling(param), value=value)
    return int(digits)


def page_option(lang: str, name: str, page: Callable[[click.Context], list[str]]) -> click.Option:
    """An option that shows a page and ends the call, before anything else is checked."""

    def end_with_page(ctx: click.Context, _param: click.Parameter, wanted: bool) -> None:
        if wanted:
            print_lines(page(ctx))
            ctx.exit()

    return option(
        lang,
        name,
        is_flag=True,
        expose_value=False,
        is_eager=True,
        callback=end_with_page,
    )
