"""The coming two weeks as a calendar: business days, days off, the days that matter."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from yokame.promise import is_business_day

DAYS_AHEAD = 14
# The level of a cell is full at this chance, or at the highest of the days where that is higher:
# two weeks of next to nothing must not look like a flood.
_FULL_AT = 0.2


@dataclass(frozen=True)
class Day:
    """One cell. `word_prob` is the chance that word comes on that day, null before today.

    `level` is how far the cell is filled by it, 0 to 1. A day is out of the strip
    when it only fills a week.
    """

    on: date
    is_off: bool
    is_past: bool
    is_today: bool
    is_held: bool
    is_deadline: bool
    is_ask: bool
    is_out: bool
    word_prob: float | None
    level: float

    @property
    def floor(self) -> float:
        """Where the level begins, from the top of the cell."""
        return round(1 - self.level, 2)

    @property
    def percent(self) -> int:
        """The chance in whole per cent."""
        return round(100 * (self.word_prob or 0.0))


@dataclass(frozen=True)
class Koyomi:
    """Weeks from Monday to Sunday."""

    weeks: tuple[tuple[Day, ...], ...]

    @property
    def shows_deadline(self) -> bool:
        """Whether the deadline lies in these weeks."""
        return any(day.is_deadline for week in self.weeks for day in week)

    @property
    def shows_ask(self) -> bool:
        """Whether the eighth day lies in these weeks."""
        return any(day.is_ask for week in self.weeks for day in week)


def koyomi(
    today: date,
    by_date_prob: Sequence[float],
    *,
    held: date,
    deadline_on: date | None,
    ask_from: date | None,
) -> Koyomi:
    """The week of `today` and those after it, to two weeks ahead.

    `by_date_prob[i]` is the chance of word by the end of today + i days; none where word is there.
    """
    by_date = [0.0, *by_date_prob[: DAYS_AHEAD + 1]]
    chances = [max(0.0, later - sooner) for sooner, later in pairwise(by_date)]
    full_at = max([_FULL_AT, *chances])

    def day(on: date) -> Day:
        ahead = (on - today).days
        is_out = ahead > DAYS_AHEAD
        word_prob = chances[ahead] if 0 <= ahead < len(chances) else None
        return Day(
            on=on,
            is_off=not is_business_day(on),
            is_past=ahead < 0,
            is_today=ahead == 0,
            is_held=on == held,
            is_deadline=on == deadline_on and not is_out,
            is_ask=on == ask_from and not is_out,
            is_out=is_out,
            word_prob=word_prob,
            level=round((word_prob or 0.0) / full_at, 2),
        )

    monday = today - timedelta(days=today.weekday())
    n_weeks = ((today - monday).days + DAYS_AHEAD) // 7 + 1
    return Koyomi(
        tuple(
            tuple(day(monday + timedelta(days=7 * week + i)) for i in range(7))
            for week in range(n_weeks)
        )
    )
