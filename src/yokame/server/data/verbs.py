"""From a verb and what was typed to its exit code."""

import json
import os
import sys
from collections.abc import Callable
from typing import Any

from django.db import DatabaseError
from django.utils.module_loading import import_string

from yokame.cli.mistakes import CannotDoError, CommandError, WrongInputError
from yokame.cli.texts import say
from yokame.server.data_folder import DataFolderError
from yokame.server.migration import NewerDatabaseError
from yokame.server.readiness import SettingError, make_ready

# By name: what they import needs Django to be set up.
VERBS = {
    "export": "yokame.server.data.ledgers.export",
    "import": "yokame.server.data.ledgers.bring_in",
    "check": "yokame.server.data.ledgers.check",
    "backup": "yokame.server.data.copies.backup",
    "restore": "yokame.server.data.copies.restore",
}
# These look at the database as it is, even one that must first be mended or replaced.
_WITHOUT_MIGRATING = frozenset({"backup", "restore"})
WRONG_SETTING, DATA_UNUSABLE = 2, 4


def call(verb: str, given: str) -> int:
    """Do what a verb says; returns the exit code, each told in docs/cli.md."""
    options = json.loads(given)
    lang = options.pop("lang")
    try:
        return _prepared(verb)(lang, **options)
    except CommandError as error:
        print(f"yokame: {error.said(lang)}", file=sys.stderr)
        return error.exit_code
    except SettingError as error:
        return _fail(lang, "setting", error, WRONG_SETTING)
    except (DataFolderError, NewerDatabaseError, DatabaseError) as error:
        return _fail(lang, "data", error, DATA_UNUSABLE)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 141
    except KeyboardInterrupt:
        return 130


def _prepared(verb: str) -> Callable[..., int]:
    """The verb's function, with folder and database ready for it."""
    make_ready(migrates=verb not in _WITHOUT_MIGRATING)
    function: Callable[..., int] = import_string(VERBS[verb])
    return function


def _fail(lang: str, name: str, error: Exception, code: int) -> int:
    print(f"yokame: {say(lang, f'failure.{name}', reason=_one_line(error))}", file=sys.stderr)
    return code


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split())


def print_json(value: dict[str, Any]) -> None:
    """The machine form."""
    print(json.dumps(value, ensure_ascii=False, indent=2))


def refused(error: Exception, said: str) -> WrongInputError:
    """Input that cannot be used, with the sentence that says why."""
    mistake = WrongInputError("told", message=said)
    mistake.__cause__ = error
    return mistake


def cannot(name: str, **fields: object) -> CannotDoError:
    """Something that cannot be done here."""
    return CannotDoError(name, **fields)
