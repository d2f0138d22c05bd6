"""Timelines of waits, and the vocabulary they are written in."""

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
