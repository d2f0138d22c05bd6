"""Input that cannot be used, and things that could not be done, each said in a line."""

import difflib
from pathlib import Path

import click

from yokame.cli.texts import listed, say

_LONGEST = 300


class CommandError(Exception):
    """Why a call ended: a text of `section` with its fields, and an exit code."""

    exit_code: int
    section: str

    def __init__(self, name: str, **fields: object) -> None:
        self.name, self.fields = name, fields
        super().__init__(name)

    def said(self, lang: str) -> str:
        """The line for a person."""
        fields = {name: _on_one_line(str(value)) for name, value in self.fields.items()}
        return say(lang, f"{self.section}.{self.name}", **fields)


class WrongInputError(CommandError):
    """Input that cannot be used."""

    exit_code = 2
    section = "mistake"


class CannotDoError(CommandError):
    """Input that can be used, but what it asks for could not be done here."""

    exit_code = 1
    section = "failure"


def unusable_model(option: str, path: Path, problem: str, found: str) -> WrongInputError:
    """A model file that cannot be used, by the problem that its error names."""
    if problem == "missing":
        return WrongInputError("no_such_file", option=option, value=path)
    if problem == "closed":
        return WrongInputError("file_closed", option=option, value=path, reason=found)
    return WrongInputError(f"model_{problem}", value=path, found=found)


def mistake_of(error: click.ClickException, lang: str) -> CommandError:
    """What Click found wrong, as a mistake that can be said in either language."""
    if isinstance(error, click.NoSuchOption):
        near = difflib.get_close_matches(error.option_name, error.possibilities or (), n=2)
        if near:
            nearest = listed(lang, near)
            return WrongInputError("no_such_option_near", option=error.option_name, nearest=nearest)
        return WrongInputError("no_such_option", option=error.option_name)
    if isinstance(error, click.MissingParameter) and error.param is not None:
        param = error.param
        return WrongInputError("missing", option=spelling(param), example=example(param, lang))
    if isinstance(error, click.BadOptionUsage):
        takes_value = "not take" not in error.message
        name = "needs_value" if takes_value else "takes_no_value"
        return WrongInputError(name, option=error.option_name)
    return WrongInputError("other", message=error.format_message())


def _on_one_line(value: str) -> str:
    """A value as it can be shown: no line breaks, no control characters, not endless."""
    shown = "".join(char if char.isprintable() else " " for char in value)
    return shown if len(shown) <= _LONGEST else f"{shown[:_LONGEST]}…"


def spelling(param: click.Parameter) -> str:
    """A parameter as it is typed: --held, TEXT."""
    return param.opts[0] if isinstance(param, click.Option) else (param.metavar or "")


def example(param: click.Parameter, lang: str) -> str:
    """How a required parameter looks when it is given."""
    words = say(lang, f"example.{param.name}")
    return f"{spelling(param)} {words}" if isinstance(param, click.Option) else words
