"""A person's days as an iCalendar file, for the calendar they already use."""

from yokame.calendars.icalendar_file import (
    Entry,
    Moment,
    calendar_file,
)

__all__ = ["Entry", "Moment", "calendar_file"]
