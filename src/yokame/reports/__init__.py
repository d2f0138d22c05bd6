"""Timelines of waits, and the vocabulary they are written in."""

from yokame.reports.others import HeardByOthers
from yokame.reports.vocabulary import Channel, Outcome, Policy, Stage, Track

__all__ = ["Channel", "HeardByOthers", "Outcome", "Policy", "Stage", "Track"]
