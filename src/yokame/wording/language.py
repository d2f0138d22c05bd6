"""The languages yokame speaks, under the name by which this room's modules know them."""

from yokame.reports import Language

__all__ = ["Language"]
