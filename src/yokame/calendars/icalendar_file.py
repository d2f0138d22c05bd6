"""Days and hours written as RFC 5545 (iCalendar), with what RFC 7986 added for feeds.

Others see a calendar too: on a shared screen, in a family's account. So a file holds no chance and
no advice, only what is when.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Event, Timezone, vDuration

from yokame.calendars.entries import Entry

JAPAN = ZoneInfo("Asia/Tokyo")
_REFRESHED = timedelta(hours=6)
# A round whose end nobody named. An hour is what calendars themselves assume.
_USUAL_LENGTH = timedelta(hours=1)
_FIRST, _LAST = date(2000, 1, 1), date(2037, 1, 1)


def written(entries: Iterable[Entry], *, name: str, language: str) -> bytes:
    """The file; see `calendars.calendar_file`."""
    calendar = Calendar()
    calendar.add("prodid", f"-//yokame//yokame//{language.upper()}")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    for key in ("name", "x-wr-calname"):
        calendar.add(key, name)
    calendar.add("x-wr-timezone", JAPAN.key)
    # RFC 7986 gives this property no type of its own: without its parameter it is not valid.
    calendar.add("refresh-interval", vDuration(_REFRESHED, {"VALUE": "DURATION"}))
    calendar.add("x-published-ttl", vDuration(_REFRESHED))
    calendar.add_component(Timezone.from_tzinfo(JAPAN, first_date=_FIRST, last_date=_LAST))
    for entry in entries:
        calendar.add_component(_event(entry))
    file: bytes = calendar.to_ical()
    return file


def _event(entry: Entry) -> Event:
    moment = entry.moment
    begin: date = moment.starts_at or moment.on
    if moment.starts_at is None:
        end: date = moment.on + timedelta(days=1)
    else:
        end = moment.ends_at or moment.starts_at + _USUAL_LENGTH
    event = Event()
    event.add("uid", entry.uid)
    event.add("summary", entry.title)
    event.add("dtstart", begin)
    event.add("dtend", end)
    event.add("dtstamp", entry.changed_at)
    event.add("last-modified", entry.changed_at)
    event.add("sequence", entry.sequence)
    event.add("class", "PRIVATE")
    event.add("transp", "OPAQUE" if entry.is_busy else "TRANSPARENT")
    for key, value in (
        ("location", entry.place),
        ("description", entry.note),
        ("url", entry.address),
    ):
        if value:
            event.add(key, value)
    for before in entry.alarms:
        event.add_component(_alarm(before, entry.title))
    return event


def _alarm(trigger: timedelta, title: str) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    alarm.add("trigger", trigger)
    return alarm
