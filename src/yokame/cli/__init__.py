"""The command line."""

from yokame.cli.entrance import main

__all__ = ["main"]
