"""How long word took over many waits, those that are still silent counted among them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from yokame.reports.vocabulary import Outcome
from yokame.stats import STILL_WAITING, WaitingCurve, waiting_curve

# With fewer the interval says nothing but where it begins.
FEWEST_WITH_WORD = 3
RANGE_LEVEL = 0.8
_OUTCOMES = (Outcome.PASS, Outcome.FAIL)


@dataclass(frozen=True)
class Waited:
    """One wait: word on the `days`-th day after the round, or (`NONE`) none by the end of it."""

    days: int
    word: Outcome


@dataclass(frozen=True)
class ToldBy:
    """Shares of all waits by the end of a day: told of a pass, told of a fail, still silent."""

    days: int
    passed_prob: float
    failed_prob: float
    silent_prob: float


@dataclass(frozen=True)
class TimeToWord:
    """Days until half of all waits have word, with the 80 % range of that median.

    `median_days` is None with fewer than `FEWEST_WITH_WORD` words, and where half of the waits have
    none yet (`is_reached` false); `low_days` and `high_days` are None where that end is not known.
    `by_day` has a row for each day on which word came; `longest_days` is how long the longest wait
    is known.
    """

    n_waits: int
    n_with_word: int
    median_days: int | None
    low_days: int | None
    high_days: int | None
    by_day: tuple[ToldBy, ...]
    longest_days: int

    def told_by(self, days: int) -> ToldBy | None:
        """How the waits stood by the end of a day; None where no wait is known for so long."""
        if days > self.longest_days:
            return None
        so_far = [row for row in self.by_day if row.days <= days]
        last = so_far[-1] if so_far else ToldBy(days, 0.0, 0.0, 1.0)
        return replace(last, days=days)

    @property
    def is_enough(self) -> bool:
        """Whether there is word enough to speak of a median at all."""
        return self.n_with_word >= FEWEST_WITH_WORD

    @property
    def is_reached(self) -> bool:
        """Whether half of the waits have word."""
        return self.median_days is not None


def time_to_word(waits: Sequence[Waited]) -> TimeToWord:
    """The median, its range, and how the waits of each day stood.

    Leaving out those who still wait would make every median too short: the slow ones are among
    them. A wait that ended otherwise (one withdrew) is told as silent up to that day.
    """
    curve = waiting_curve(
        np.array([wait.days for wait in waits], dtype=np.float64),
        np.array([_code(wait.word) for wait in waits], dtype=np.int64),
        n_outcomes=len(_OUTCOMES),
        level=RANGE_LEVEL,
    )
    n_with_word = sum(wait.word is not Outcome.NONE for wait in waits)
    is_enough = n_with_word >= FEWEST_WITH_WORD
    low, high = curve.median_range() if is_enough else (None, None)
    return TimeToWord(
        n_waits=len(waits),
        n_with_word=n_with_word,
        median_days=_whole(curve.median_days()) if is_enough else None,
        low_days=_whole(low),
        high_days=_whole(high),
        by_day=tuple(_rows(curve)),
        longest_days=max((wait.days for wait in waits), default=0),
    )


def _code(word: Outcome) -> int:
    return STILL_WAITING if word is Outcome.NONE else _OUTCOMES.index(word)


def _whole(days: float | None) -> int | None:
    return None if days is None else int(days)


def _rows(curve: WaitingCurve) -> list[ToldBy]:
    passed, failed = curve.incidence.tolist()
    rows = zip(curve.on_day.tolist(), passed, failed, curve.silent_prob.tolist(), strict=True)
    return [ToldBy(int(day), p, f, s) for day, p, f, s in rows]
