"""The verbs of one's own data: handed over to the server's program, which knows the database."""

import json
import os
import sys
from importlib.util import find_spec

import click

from yokame.cli.commands import Session
from yokame.cli.mistakes import CannotDoError

_NEEDS = "django"


def run(session: Session, **given: object) -> None:
    """Become the program that does it, so that output, signals and exit code are its own."""
    if find_spec(_NEEDS) is None:
        raise CannotDoError("no_web")
    verb = click.get_current_context().command.name or ""
    call = json.dumps({**given, "lang": session.lang}, ensure_ascii=False)
    os.execv(sys.executable, [sys.executable, "-P", "-m", "yokame.server", verb, call])
