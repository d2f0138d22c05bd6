"""A person's days as an iCalendar file, for the calendar they already use."""

from collections.abc import Iterable

from yokame.calendars.entries import Entry, Moment

__all__ = ["Entry", "Moment", "calendar_file"]


def calendar_file(entries: Iterable[Entry], *, name: str, language: str) -> bytes:
    """The file: UTF-8, lines of at most 75 bytes ended by CRLF. Equal entries give equal bytes."""
    # Its library costs 4 MB in each process that holds it: only one that writes a file does.
    from yokame.calendars.icalendar_file import written  # noqa: PLC0415

    return written(entries, name=name, language=language)
