"""Timelines of waits, and the vocabulary they are written in."""

from yokame.reports.others import (
    LARGEST_COUNT,
    MOST_ROWS,
    HeardByOthers,
    OthersError,
    heard_from,
    read_others,
)
from yokame.reports.time_to_word import (
    FEWEST_WITH_WORD,
    TimeToWord,
    ToldBy,
    Waited,
    time_to_word,
)
from yokame.reports.vocabulary import Channel, Language, Outcome, Policy, Stage, Track, Trust

__all__ = [
    "FEWEST_WITH_WORD",
    "LARGEST_COUNT",
    "MOST_ROWS",
    "Channel",
    "HeardByOthers",
    "Language",
    "OthersError",
    "Outcome",
    "Policy",
    "Stage",
    "TimeToWord",
    "ToldBy",
    "Track",
    "Trust",
    "Waited",
    "heard_from",
    "read_others",
    "time_to_word",
]
