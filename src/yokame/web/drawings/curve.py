"""How the chance moves if the silence goes on: a line over dates, as coordinates."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

WIDTH, HEIGHT = 340, 190
LEFT, RIGHT, TOP, BOTTOM = 34, 14, 34, 34


@dataclass(frozen=True)
class Tick:
    """A Monday on the date axis."""

    x: float
    on: date


@dataclass(frozen=True)
class Rung:
    """A level of the vertical axis, in people out of 100."""

    y: float
    in_100: int


@dataclass(frozen=True)
class Mark:
    """A day of the promise on the line: `kind` is `deadline` or `ask`."""

    x: float
    on: date
    kind: str

    @property
    def top(self) -> int:
        """Where the line and its name begin: the two names never share a height."""
        return 2 if self.kind == "ask" else 16

    @property
    def is_late(self) -> bool:
        """Whether the name has no room on the right of its line."""
        return self.x > WIDTH * 0.8

    @property
    def anchor(self) -> str:
        """Which end of the name stands at the line."""
        return "end" if self.is_late else "start"

    @property
    def aside(self) -> int:
        """How far the name stands from its line."""
        return -4 if self.is_late else 4


@dataclass(frozen=True)
class Curve:
    """The drawing: `line` and `area` are SVG paths, the two ends are the dots."""

    line: str
    area: str
    first: tuple[float, float]
    last: tuple[float, float]
    ticks: tuple[Tick, ...]
    rungs: tuple[Rung, ...]
    marks: tuple[Mark, ...]


def curve(
    today: date, probs: Sequence[float], *, deadline_on: date | None, ask_from: date | None
) -> Curve:
    """`probs[i]` is the chance on today + i days; the axis begins at nobody."""
    days = len(probs) - 1
    top = _top_of_axis(max(probs))
    points = [(_x(i, days), _y(prob / top)) for i, prob in enumerate(probs)]
    line = "M" + "L".join(f"{x:g} {y:g}" for x, y in points)
    floor = _y(0.0)
    area = f"{line}V{floor:g}H{points[0][0]:g}Z"
    marks = [("deadline", deadline_on), ("ask", ask_from)]
    return Curve(
        line=line,
        area=area,
        first=points[0],
        last=points[-1],
        ticks=tuple(_mondays(today, days)),
        rungs=tuple(Rung(_y(n / 4), round(100 * top * n / 4)) for n in range(5)),
        marks=tuple(
            Mark(_x((on - today).days, days), on, kind)
            for kind, on in marks
            if on is not None and 0 <= (on - today).days <= days
        ),
    )


def _top_of_axis(highest: float) -> float:
    """Everybody; for a small chance fewer, so that its way can still be seen."""
    return next(top for top in (0.12, 0.4, 1.0) if highest <= top)


def _mondays(today: date, days: int) -> list[Tick]:
    first = (7 - today.weekday()) % 7
    return [
        Tick(_x(ahead, days), today + timedelta(days=ahead)) for ahead in range(first, days + 1, 7)
    ]


def _x(day: int, days: int) -> float:
    return round(LEFT + (WIDTH - LEFT - RIGHT) * day / days, 1)


def _y(share: float) -> float:
    return round(TOP + (HEIGHT - TOP - BOTTOM) * (1 - share), 1)
