"""What was said against what happened, as coordinates: on the slope, words and world agree."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

SIDE = 320
LEFT, RIGHT, TOP, BOTTOM = 40, 14, 30, 40
_SMALLEST, _LARGEST = 4.0, 9.0


@dataclass(frozen=True)
class Said:
    """One group of answers: the chance that was said, the share that happened, and how many.

    `low` and `high` are the ends of the share's interval; without one they are the share.
    """

    chance: float
    share: float
    low: float
    high: float
    n: int


@dataclass(frozen=True)
class Dot:
    """A group in the drawing, with the line of its interval from `top` to `bottom`."""

    x: float
    y: float
    top: float
    bottom: float
    radius: float


@dataclass(frozen=True)
class Rung:
    """A level of both axes, in people out of 100."""

    x: float
    y: float
    in_100: int


@dataclass(frozen=True)
class Diagram:
    """The drawing: `slope` is an SVG path from nobody to everybody."""

    slope: str
    dots: tuple[Dot, ...]
    rungs: tuple[Rung, ...]
    side: int = SIDE
    left: int = LEFT
    right: int = SIDE - RIGHT
    top: int = TOP
    bottom: int = SIDE - BOTTOM


def diagram(said: Sequence[Said]) -> Diagram:
    """The groups as dots whose area grows with how many they are."""
    most = max((one.n for one in said), default=1)
    return Diagram(
        slope=f"M{_x(0):g} {_y(0):g}L{_x(1):g} {_y(1):g}",
        dots=tuple(
            Dot(_x(one.chance), _y(one.share), _y(one.high), _y(one.low), _radius(one.n / most))
            for one in said
        ),
        rungs=tuple(Rung(_x(n / 5), _y(n / 5), 20 * n) for n in range(6)),
    )


def _radius(part: float) -> float:
    return round(max(_SMALLEST, _LARGEST * sqrt(part)), 1)


def _x(share: float) -> float:
    return round(LEFT + (SIDE - LEFT - RIGHT) * share, 1)


def _y(share: float) -> float:
    return round(TOP + (SIDE - TOP - BOTTOM) * (1 - share), 1)
