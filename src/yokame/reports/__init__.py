"""Timelines of waits, and the vocabulary they are written in.

`reports.time_to_word` is a door of its own: the command line reads the vocabulary for its help, and
must not load NumPy for it.
"""

from yokame.reports.others import (
    LARGEST_COUNT,
    MOST_ROWS,
    HeardByOthers,
    OthersError,
    heard_from,
    read_others,
)
from yokame.reports.vocabulary import Channel, Language, Outcome, Policy, Stage, Track, Trust

__all__ = [
    "LARGEST_COUNT",
    "MOST_ROWS",
    "Channel",
    "HeardByOthers",
    "Language",
    "OthersError",
    "Outcome",
    "Policy",
    "Stage",
    "Track",
    "Trust",
    "heard_from",
    "read_others",
]
