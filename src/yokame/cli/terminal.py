"""The terminal: how wide it is, whether it shows colour, and text that always gets out."""

import codecs
import json
import os
import shutil
import sys
from typing import TextIO

import click

from yokame.cli.mistakes import CannotDoError

_WIDEST, _NARROWEST = 80, 40
# An encoding that holds these is one of Japan's, or of the whole world.
_SAMPLE = "あ●○"
# What to print where such an encoding lacks a character; anything else becomes a question mark.
_PLAIN = {"█": "#", "▒": "-", "〜": "-", "–": "-", "“": '"', "”": '"'}


def prepare_streams() -> None:
    """Make sure that Japanese can be printed, whatever the locale says.

    An encoding that cannot hold it (ASCII, Latin-1) is replaced by UTF-8, which the terminal
    behind a bare `LANG=C` nearly always reads; those of Japan stay, with plainer bars.
    """
    codecs.register_error("yokame.plain", _plainly)
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if stream is None or reconfigure is None:
            continue
        fits = _holds_japanese(stream)
        reconfigure(encoding=None if fits else "utf-8", errors="yokame.plain")


def _plainly(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    lost = error.object[error.start : error.end]
    return "".join(_PLAIN.get(char, "?") for char in lost), error.end


def _holds_japanese(stream: TextIO) -> bool:
    try:
        _SAMPLE.encode(stream.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def as_typed(arg: str) -> str:
    """An argument as it was typed, where a locale of bare ASCII or Latin-1 took it apart."""
    try:
        return os.fsencode(arg).decode()
    except UnicodeError:
        return arg.encode("utf-8", "replace").decode()


def columns() -> int:
    """The columns to fill: those of the terminal, from 40 to 80; 80 where there is none."""
    return min(_WIDEST, max(_NARROWEST, shutil.get_terminal_size((_WIDEST, 24)).columns))


def print_lines(lines: list[str]) -> None:
    """Print to stdout; colour only to a terminal, and only without NO_COLOR (no-color.org)."""
    colour = False if os.environ.get("NO_COLOR") else None
    _check_stdout()
    click.echo("\n".join(lines), color=colour)


def print_notes(notes: list[str]) -> None:
    """Print to stderr what a person should know about how the input was read."""
    for note in notes:
        click.echo(note, err=True)


def print_json(value: object) -> None:
    """Print JSON to stdout: as it is where the encoding can hold it, else in escapes."""
    _check_stdout()
    text = json.dumps(value, ensure_ascii=False, indent=2)
    try:
        text.encode(getattr(sys.stdout, "encoding", None) or "utf-8")
    except UnicodeEncodeError:
        text = json.dumps(value, indent=2)
    click.echo(text)


def _check_stdout() -> None:
    if sys.stdout is None:
        raise CannotDoError("no_output")


def bold(text: str) -> str:
    """A heading."""
    return click.style(text, bold=True)


def dim(text: str) -> str:
    """Something less important."""
    return click.style(text, dim=True)


def accent(text: str) -> str:
    """What the eye should find first. One calm colour for good and bad news alike."""
    return click.style(text, fg="cyan", bold=True)
