"""The command line."""

import sys
from importlib import import_module

__all__ = ["main"]

_EXIT_INTERRUPTED = 130


def main() -> None:
    """The program `yokame`. It is loaded inside, so that Ctrl-C is quiet even while it loads."""
    try:
        code = import_module("yokame.cli.entrance").program(sys.argv[1:])
    except KeyboardInterrupt:
        code = _EXIT_INTERRUPTED
    sys.exit(code)
