"""What goes into a calendar. Needs no library, unlike writing it (`icalendar_file`)."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta


@dataclass(frozen=True)
class Moment:
    """When something is: the whole day `on`, or from `starts_at`, both in Japan.

    `starts_at` and `ends_at` carry the zone Asia/Tokyo; without an end it takes an hour.
    """

    on: date
    starts_at: datetime | None = None
    ends_at: datetime | None = None


@dataclass(frozen=True)
class Entry:
    """One thing in the calendar.

    `uid` is the same in every file; `sequence` never falls and `changed_at` (UTC) is when it last
    changed, so that a calendar takes the newer of two. `alarms` are counted from the beginning,
    those of a whole day from midnight.
    """

    uid: str
    title: str
    moment: Moment
    changed_at: datetime
    sequence: int
    is_busy: bool = False
    place: str = ""
    note: str = ""
    address: str = ""
    alarms: tuple[timedelta, ...] = ()
