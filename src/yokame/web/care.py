"""Where to find help, beside anything that may weigh on a person."""

from dataclasses import dataclass
from datetime import date

from yokame.priors import HelpLine, read_help_lines


@dataclass(frozen=True)
class Care:
    """The lines to call, and the day on which the oldest of them was checked."""

    lines: tuple[HelpLine, ...]
    checked_on: date


def _care() -> Care:
    lines = read_help_lines()
    return Care(lines, min(line.checked_on for line in lines))


CARE = _care()
