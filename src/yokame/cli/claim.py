"""`yokame claim`: what was kept on one's own machine goes to someone who signs in."""

import os
import sys
from importlib.util import find_spec

from yokame.cli.commands import Session
from yokame.cli.mistakes import CannotDoError

_WEB_NEEDS = "django"


def run(session: Session, *, email: str) -> None:  # noqa: ARG001
    """Let the server's program do it in the place of this process: it knows the database."""
    if find_spec(_WEB_NEEDS) is None:
        raise CannotDoError("no_web")
    os.execv(sys.executable, [sys.executable, "-P", "-m", "yokame.server", "claim", email])
