"""A month as weeks of days, and the coming weeks as a list: the same occasions, laid out twice."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from yokame.promise import holidays_of, is_business_day
from yokame.tracker.occasions import Occasion

# The list of the present month reaches five weeks ahead, past its end.
DAYS_AHEAD = 34
FIRST_MONTH, LAST_MONTH = date(1990, 1, 1), date(2090, 12, 1)


@dataclass(frozen=True)
class Day:
    """One day; `is_out` where it belongs to the month before or after and only fills a week."""

    on: date
    occasions: tuple[Occasion, ...]
    holiday: str
    is_off: bool
    is_today: bool
    is_past: bool
    is_out: bool


@dataclass(frozen=True)
class Month:
    """Weeks from Monday to Sunday, and the days of the list that hold something.

    `listed` are the coming weeks in the present month, else the days of the month; `gone` are the
    days of the present month before today.
    """

    first: date
    weeks: tuple[tuple[Day, ...], ...]
    listed: tuple[Day, ...]
    gone: tuple[Day, ...]
    is_present: bool

    @property
    def previous(self) -> date | None:
        """The first day of the month before; None where the calendar begins."""
        return None if self.first <= FIRST_MONTH else _first_of(self.first - timedelta(days=1))

    @property
    def next(self) -> date | None:
        """The first day of the month after; None where the calendar ends."""
        return None if self.first >= LAST_MONTH else _first_of(self.first + timedelta(days=31))


def month_asked(text: str, today: date) -> date:
    """The first day of the month that a link names (2026-11); of this month for anything else."""
    try:
        asked = date.fromisoformat(f"{text}-01")
    except ValueError:
        asked = today
    return _first_of(min(max(asked, FIRST_MONTH), LAST_MONTH))


def days_needed(first: date, today: date) -> tuple[date, date]:
    """The first and the last day that the month and its list show."""
    start, end = _grid(first)
    if first == _first_of(today):
        end = max(end, today + timedelta(days=DAYS_AHEAD))
    return start, end


def month(first: date, today: date, occasions: Iterable[Occasion]) -> Month:
    """The month that begins on `first`, with what lies in it; `occasions` stand in their order."""
    by_day: dict[date, list[Occasion]] = {}
    for one in occasions:
        by_day.setdefault(one.on, []).append(one)
    start, end = _grid(first)
    days = [_day(day, first, today, by_day) for day in _span(start, end)]
    is_present = first == _first_of(today)
    listed = _span(today, today + timedelta(days=DAYS_AHEAD)) if is_present else _month_days(first)
    gone = _span(first, today - timedelta(days=1)) if is_present else []
    return Month(
        first=first,
        weeks=tuple(tuple(days[n : n + 7]) for n in range(0, len(days), 7)),
        listed=_full(listed, first, today, by_day),
        gone=_full(gone, first, today, by_day),
        is_present=is_present,
    )


def _full(
    days: Sequence[date], first: date, today: date, by_day: Mapping[date, Sequence[Occasion]]
) -> tuple[Day, ...]:
    return tuple(_day(day, first, today, by_day) for day in days if day in by_day)


def _day(on: date, first: date, today: date, by_day: Mapping[date, Sequence[Occasion]]) -> Day:
    return Day(
        on=on,
        occasions=tuple(by_day.get(on, ())),
        holiday=holidays_of(on.year, on.month).get(on, ""),
        is_off=not is_business_day(on),
        is_today=on == today,
        is_past=on < today,
        is_out=(on.year, on.month) != (first.year, first.month),
    )


def _grid(first: date) -> tuple[date, date]:
    last = _month_days(first)[-1]
    return first - timedelta(days=first.weekday()), last + timedelta(days=6 - last.weekday())


def _month_days(first: date) -> list[date]:
    return _span(first, _first_of(first + timedelta(days=31)) - timedelta(days=1))


def _span(first: date, last: date) -> list[date]:
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]


def _first_of(day: date) -> date:
    return day.replace(day=1)
