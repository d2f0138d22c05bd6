"""Evidence as a waterfall: each step begins where the one before it ended."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

WIDTH = 240
# A step too small to be seen is still drawn, so that every row has its bar.
_THINNEST = 1.5


@dataclass(frozen=True)
class Bar:
    """One step, in drawing units from the left. `joint` is where it ends and the next begins."""

    x: float
    width: float
    joint: float

    @property
    def drawn_width(self) -> float:
        """The width on the page: never nothing."""
        return max(self.width, _THINNEST)


def waterfall(points: Sequence[float]) -> tuple[Bar, ...]:
    """Bars for steps of `points` percentage points; the first stands on zero.

    The longest reach fills the width.
    """
    ends = list(accumulate(points))
    starts = [0.0, *ends[:-1]]
    scale = WIDTH / max(1.0, *ends)
    return tuple(
        Bar(
            x=round(min(start, end) * scale, 1),
            width=round(abs(end - start) * scale, 1),
            joint=round(end * scale, 1),
        )
        for start, end in zip(starts, ends, strict=True)
    )
