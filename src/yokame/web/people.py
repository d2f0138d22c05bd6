"""The chance as a hundred people: who stands where, and how each is drawn."""

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
    """The figures of one share, as the top left corners of their cells in the drawing."""

    share: Share
    places: tuple[tuple[int, int], ...]


def crowds(*, low: int, in_100: int, high: int) -> tuple[Crowd, ...]:
    """A hundred people in reading order, cut at the low end, the chance and the high end.

    The three counts are whole people out of 100; the chance is held between the two ends.
    """
    low, high = min(low, in_100), max(high, in_100)
    cuts = [(Share.SURE, 0, low), (Share.LIKELY, low, in_100), (Share.MAYBE, in_100, high)]
    cuts.append((Share.BEYOND, high, 100))
    return tuple(
        Crowd(share, tuple(_place(n) for n in range(first, last))) for share, first, last in cuts
    )


def _place(n: int) -> tuple[int, int]:
    row, column = divmod(n, COLUMNS)
    return column * STEP_X, row * STEP_Y
