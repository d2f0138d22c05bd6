"""`yokame up`: hand this process over to the web application."""

import os
import sys
from importlib.util import find_spec

from yokame.cli.commands import Session
from yokame.cli.mistakes import CannotDoError

_WEB_NEEDS = "django"


def run(session: Session) -> None:  # noqa: ARG001
    """Start the server in the place of this process, so that signals and exit code are its own.

    -P keeps the caller's folder off the path, as the launcher does.
    """
    if find_spec(_WEB_NEEDS) is None:
        raise CannotDoError("no_web")
    os.execv(sys.executable, [sys.executable, "-P", "-m", "yokame.server"])
