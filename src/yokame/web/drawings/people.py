"""The chance as a hundred people: which part of the drawing belongs to whom."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

COLUMNS = 20
STEP_X, STEP_Y = 17, 26
WIDTH, HEIGHT = COLUMNS * STEP_X, 100 // COLUMNS * STEP_Y


class Share(StrEnum):
    """How a figure is drawn: inside the range's low end, the chance, its high end, or beyond."""

    SURE = "sure"
    LIKELY = "likely"
    MAYBE = "maybe"
    BEYOND = "beyond"


@dataclass(frozen=True)
class Crowd:
    """The people of one share. `area` is an SVG path around their cells, filled with figures."""

    share: Share
    area: str


def crowds(*, low: int, in_100: int, high: int) -> tuple[Crowd, ...]:
    """A hundred people in reading order, cut at the low end, the chance and the high end.

    The three counts are whole people out of 100; the chance is held between the two ends.
    """
    low, high = min(low, in_100), max(high, in_100)
    cuts = [(Share.SURE, 0, low), (Share.LIKELY, low, in_100), (Share.MAYBE, in_100, high)]
    cuts.append((Share.BEYOND, high, 100))
    return tuple(Crowd(share, "".join(_rows(first, last))) for share, first, last in cuts)


def _rows(first: int, last: int) -> Iterator[str]:
    """A rectangle for each row that holds some of the people from `first` to before `last`."""
    while first < last:
        row, column = divmod(first, COLUMNS)
        n = min(last - first, COLUMNS - column)
        yield f"M{column * STEP_X} {row * STEP_Y}h{n * STEP_X}v{STEP_Y}h{-n * STEP_X}z"
        first += n
