"""Help in the language asked for, with columns counted right in Japanese."""

import click

from yokame.cli.columns import padded, width, wrapped
from yokame.cli.terminal import bold, columns
from yokame.cli.texts import say

_GAP = 2
_LEFT_MOST = 30


def verbs_page(lang: str, verbs: list[str]) -> list[str]:
    """Help of `yokame` itself."""
    usage = f"yokame {say(lang, 'help.verb_word')} {say(lang, 'help.options_word')}"
    rows = [(verb, say(lang, f"verb.{verb}")) for verb in verbs]
    shared = [(name, say(lang, f"option.{name[2:]}")) for name in ("--version", "--help")]
    return [
        say(lang, "help.about"),
        "",
        *_section(say(lang, "help.usage"), [usage]),
        *_section(say(lang, "help.verbs"), _table(rows)),
        *_section(say(lang, "help.options"), _table(shared)),
        say(lang, "help.more"),
    ]


def verb_page(
    lang: str,
    command: click.Command,
    *,
    examples: tuple[str, ...],
    lists: list[tuple[str, list[tuple[str, str]]]],
) -> list[str]:
    """Help of one verb; `lists` are further tables with a heading each."""
    options = [param for param in command.params if isinstance(param, click.Option)]
    arguments = [param for param in command.params if isinstance(param, click.Argument)]
    words = ["yokame", command.name or "", *(argument.metavar or "" for argument in arguments)]
    usage = " ".join([*words, say(lang, "help.options_word")])
    rows = [_option_row(lang, option) for option in options]
    argument_rows = [(a.metavar or "", say(lang, f"option.{a.name}")) for a in arguments]
    page = [
        *wrapped(say(lang, f"verb.{command.name}"), columns()),
        "",
        *_section(say(lang, "help.usage"), [usage]),
    ]
    if arguments:
        page += _section(say(lang, "help.arguments"), _table(argument_rows))
    page += _section(say(lang, "help.options"), _table(rows))
    page += _section(say(lang, "help.examples"), list(examples))
    for heading, table in lists:
        page += _section(heading, _table(table))
    return page[:-1]


def _option_row(lang: str, option: click.Option) -> tuple[str, str]:
    name = " ".join([option.opts[0], *([] if option.is_flag else [option.metavar or ""])])
    notes = [option.help or ""]
    if option.required:
        notes.append(say(lang, "help.required"))
    if option.multiple:
        notes.append(say(lang, "help.repeat"))
    if isinstance(option.default, str):
        notes.append(say(lang, "help.default", value=option.default))
    return name, (" " if lang == "en" else "").join(notes)


def _section(heading: str, lines: list[str]) -> list[str]:
    return [bold(heading), *(f"  {line}" for line in lines), ""]


def _table(rows: list[tuple[str, str]]) -> list[str]:
    """Names at the left, what they mean at the right; a long name has its own line."""
    left = min(_LEFT_MOST, max(width(name) for name, _ in rows)) + _GAP
    lines: list[str] = []
    for name, meaning in rows:
        first, *rest = wrapped(meaning, columns() - 2 - left)
        if width(name) + _GAP > left:
            lines += [name, " " * left + first]
        else:
            lines.append(padded(name, left) + first)
        lines += [" " * left + line for line in rest]
    return lines
