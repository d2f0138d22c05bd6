"""From the arguments of a call to its exit code."""

import os
import sys
import traceback
from datetime import UTC, date, datetime, timedelta, timezone

import click

from yokame.cli.commands import VERBS, Session, command_line
from yokame.cli.mistakes import CannotDoError, CommandError, WrongInputError, mistake_of
from yokame.cli.terminal import as_typed, prepare_streams
from yokame.cli.texts import language_in, say

# Japan has had one time, nine hours ahead of UTC, since 1951: no time zone database is needed.
_JAPAN = timezone(timedelta(hours=9))
_EXIT_PIPE_CLOSED = 141


def program(args: list[str]) -> int:
    """The program `yokame`: one call, whose exit code it returns."""
    prepare_streams()
    # One answer has nothing to share among threads, and starting them takes NumPy 0.05 s.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    args = [as_typed(arg) for arg in args]
    try:
        code = run(args, today=_today_in_japan())
        _flush()
    except BrokenPipeError:
        _forget_output()
        return _EXIT_PIPE_CLOSED
    except OSError as error:
        _forget_output()
        return _fail(CannotDoError("cannot_write", reason=error.strerror), language_in(args))
    return code


def run(args: list[str], *, today: date) -> int:
    """Answer one call and return its exit code. `today` is the day in Japan."""
    lang = language_in(args)
    session = Session(lang, today)
    try:
        command_line(session).main(args, prog_name="yokame", standalone_mode=False, obj=session)
    except CommandError as error:
        return _fail(error, lang, verb=_verb_in(args))
    except click.Abort as abort:
        raise KeyboardInterrupt from abort
    except click.ClickException as error:
        return _fail(mistake_of(error, lang), lang, verb=_verb_in(args))
    except SystemExit:
        # So Click ends where nobody reads the output any more, as behind `| head -1`.
        return _EXIT_PIPE_CLOSED
    except OSError:
        raise
    except Exception as error:
        return _unexpected(error, lang)
    return 0


def _today_in_japan() -> date:
    return datetime.now(UTC).astimezone(_JAPAN).date()


def _verb_in(args: list[str]) -> str:
    return next((f" {arg}" for arg in args if arg in VERBS), "")


def _fail(error: CommandError, lang: str, *, verb: str = "") -> int:
    click.echo(f"yokame: {error.said(lang)}", err=True)
    if isinstance(error, WrongInputError):
        click.echo(say(lang, "mistake.hint", command=f"yokame{verb}"), err=True)
    return error.exit_code


def _unexpected(error: Exception, lang: str) -> int:
    """A fault of ours, in one line; `python -X dev -m yokame.cli` shows the whole of it."""
    if sys.flags.dev_mode:
        traceback.print_exception(error)
    last = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{os.path.basename(last.filename)}:{last.lineno}"  # noqa: PTH119
    message = f"{type(error).__name__}: {error}".splitlines()[0]
    return _fail(CannotDoError("unexpected", error=message, place=place), lang)


def _flush() -> None:
    if sys.stdout is not None:
        sys.stdout.flush()


def _forget_output() -> None:
    """Point stdout at nothing, or Python would complain about it once more when it ends."""
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
