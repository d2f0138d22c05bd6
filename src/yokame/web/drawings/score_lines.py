"""Scores over months or seasons, as coordinates: one's own line and one to hold it against."""

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH, HEIGHT = 320, 150
LEFT, RIGHT, TOP, BOTTOM = 44, 24, 12, 28
_RUNGS = 4
_ROOM_ABOVE = 1.15


@dataclass(frozen=True)
class Line:
    """A line and its points; `name` is its class in the stylesheet."""

    name: str
    path: str
    points: tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class Rung:
    """A level of the scores."""

    y: float
    score: str


@dataclass(frozen=True)
class Tick:
    """A month or a season."""

    x: float
    name: str


@dataclass(frozen=True)
class ScoreLines:
    """The drawing. Lower is better; the axis begins at a perfect score."""

    lines: tuple[Line, ...]
    rungs: tuple[Rung, ...]
    ticks: tuple[Tick, ...]
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT
    right: int = WIDTH - RIGHT
    bottom: int = HEIGHT - BOTTOM


def score_lines(names: Sequence[str], own: Sequence[float], base: Sequence[float]) -> ScoreLines:
    """`own` and `base` have a score for each of `names`, in the order of time."""
    top = max(*own, *base) * _ROOM_ABOVE
    xs = [_x(at, len(names)) for at in range(len(names))]
    lines = []
    for name, scores in (("base", base), ("own", own)):
        points = tuple((x, _y(score / top)) for x, score in zip(xs, scores, strict=True))
        path = "M" + "L".join(f"{x:g} {y:g}" for x, y in points)
        lines.append(Line(name, path, points))
    return ScoreLines(
        lines=tuple(lines),
        rungs=tuple(Rung(_y(n / _RUNGS), f"{top * n / _RUNGS:.2f}") for n in range(_RUNGS + 1)),
        ticks=tuple(Tick(x, name) for x, name in zip(xs, names, strict=True)),
    )


def _x(at: int, n: int) -> float:
    """In even steps from edge to edge; a single one stands in the middle."""
    share = at / (n - 1) if n > 1 else 0.5
    return round(LEFT + (WIDTH - LEFT - RIGHT) * share, 1)


def _y(share: float) -> float:
    return round(TOP + (HEIGHT - TOP - BOTTOM) * (1 - share), 1)
