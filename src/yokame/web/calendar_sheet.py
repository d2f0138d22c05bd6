"""What the page of the calendar shows, in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.utils.formats import date_format

from yokame.tracker.occasions import Occasion
from yokame.web.month import Day, Month
from yokame.web.occasion_words import say_kind, say_round
from yokame.wording import Language, say_weekday


@dataclass(frozen=True)
class OccasionRow:
    """One occasion in words; `about` is the round that a day of waiting belongs to."""

    kind: str
    title: str
    time: str
    employer: str
    about: str
    url: str


@dataclass(frozen=True)
class DayRow:
    """One day with its occasions in words."""

    day: Day
    occasions: tuple[OccasionRow, ...]


@dataclass(frozen=True)
class CalendarSheet:
    """The page of one month."""

    month: Month
    lang: Language

    @property
    def title(self) -> str:
        """2026年11月, November 2026."""
        return date_format(self.month.first, "YEAR_MONTH_FORMAT")

    @property
    def weekdays(self) -> list[str]:
        """The heads of the columns."""
        return [say_weekday(day.on, self.lang) for day in self.month.weeks[0]]

    @cached_property
    def weeks(self) -> list[list[DayRow]]:
        """The month."""
        return [self._rows(week) for week in self.month.weeks]

    @cached_property
    def listed(self) -> list[DayRow]:
        """The coming weeks, or all of another month."""
        return self._rows(self.month.listed)

    @cached_property
    def gone(self) -> list[DayRow]:
        """What lies behind in the present month."""
        return self._rows(self.month.gone)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing in sight."""
        return not (self.listed or self.gone)

    @property
    def listed_on(self) -> set[date]:
        """The days that the lists hold, to which the month can lead."""
        return {row.day.on for row in (*self.listed, *self.gone)}

    def _rows(self, days: Sequence[Day]) -> list[DayRow]:
        return [DayRow(day, tuple(map(self._row, day.occasions))) for day in days]

    def _row(self, one: Occasion) -> OccasionRow:
        is_named_by_round = one.kind == "round"
        return OccasionRow(
            kind=str(one.kind),
            title=say_kind(one, self.lang),
            time=_hours(one),
            employer=one.employer,
            about="" if is_named_by_round else say_round(one, self.lang),
            url=f"/applications/{one.application}/",
        )


def _hours(one: Occasion) -> str:
    if one.starts_at is None:
        return ""
    start = f"{one.starts_at:%H:%M}"
    return f"{start}–{one.ends_at:%H:%M}" if one.ends_at else start
