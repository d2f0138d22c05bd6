"""A whole ledger as a file, and back: what `docs/export.md` describes.

One event a line, keys in order, so that the same ledger always gives the same bytes.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from itertools import pairwise
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from pydantic import ValidationError

from yokame.accounts.queries import Person
from yokame.tracker.errors import TrackerError
from yokame.tracker.events import Event
from yokame.tracker.ledger import Pen, lock, take_in
from yokame.tracker.models import SavedView
from yokame.tracker.payloads import (
    AnyPayload,
    Corrected,
    DatedBy,
    EmployersJoined,
    Imported,
    Undone,
    payload_data,
    read_payload,
)
from yokame.tracker.reading import all_events, last_number

FORMAT, VERSION = "yokame-ledger", 1
_KEYS = frozenset(
    ("application", "change", "data", "dated_by", "happened_on", "kind", "number", "recorded_at")
)


class LedgerFileError(TrackerError):
    """A file that is no ledger of yokame's, or a damaged one. `line` counts events from 1."""

    code = "ledger_file"

    def __init__(self, *, line: int, reason: str) -> None:
        self.line, self.reason = line, reason
        super().__init__(f"This is no sound ledger file (event {line}: {reason}).")


class NewerLedgerFileError(LedgerFileError):
    """A file that a later yokame wrote."""

    code = "newer_ledger_file"

    def __init__(self, *, version: object) -> None:
        super().__init__(line=0, reason=f"version {version}; this yokame reads {VERSION}")


@dataclass(frozen=True)
class LedgerFile:
    """A ledger as it stands in a file: every event, and the saved views as pairs."""

    events: tuple[Event, ...]
    views: tuple[tuple[str, str], ...]

    @property
    def n_applications(self) -> int:
        """How many applications it tells of."""
        return len({event.application for event in self.events if event.application})


def written_ledger(owner: Person) -> Iterator[bytes]:
    """A person's whole ledger, piece by piece."""
    yield f'{{\n"format": "{FORMAT}",\n"version": {VERSION},\n"events": [\n'.encode()
    yield from _lines(_event_data(event) for event in all_events(owner))
    yield b'\n],\n"views": [\n'
    views = SavedView.objects.filter(owner=owner).order_by("name").values("name", "query")
    yield from _lines(views)
    yield b"\n]\n}\n"


def _lines(rows: Iterable[Any]) -> Iterator[bytes]:
    for place, row in enumerate(rows):
        line = json.dumps(row, ensure_ascii=False, sort_keys=True)
        yield (f",\n{line}" if place else line).encode()


def _event_data(event: Event) -> dict[str, Any]:
    return {
        "number": event.number,
        "change": str(event.change),
        "application": str(event.application) if event.application else None,
        "kind": event.payload.kind,
        "happened_on": event.happened_on.isoformat(),
        "recorded_at": event.recorded_at.astimezone(UTC).isoformat(),
        "dated_by": event.dated_by.value,
        "data": payload_data(event.payload),
    }


def is_ledger_file(data: bytes) -> bool:
    """Whether a file says of itself that it is a ledger of yokame's."""
    return data.lstrip()[:1] == b"{" and f'"{FORMAT}"'.encode() in data[:200]


def read_ledger_file(data: bytes) -> LedgerFile:
    """A ledger from a file. Raises LedgerFileError."""
    try:
        found = json.loads(data)
        version = found["version"]
        rows, views = list(found["events"]), [(v["name"], v["query"]) for v in found["views"]]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise LedgerFileError(line=0, reason=_reason(error)) from error
    if version != VERSION:
        raise NewerLedgerFileError(version=version)
    events = tuple(_event(line, row) for line, row in enumerate(rows, start=1))
    for line, (event, after) in enumerate(pairwise(events), start=2):
        if after.number <= event.number:
            raise LedgerFileError(line=line, reason="its number does not follow")
    return LedgerFile(events, tuple((str(name)[:40], str(query)[:500]) for name, query in views))


def _event(line: int, row: Any) -> Event:
    try:
        if set(row) != _KEYS:
            raise ValueError("its keys are not those of an event")
        payload = read_payload(row["kind"], row["data"])
        application = UUID(row["application"]) if row["application"] else None
        if (application is None) != isinstance(payload, EmployersJoined | Undone | Imported):
            raise ValueError("it is not about what its kind is about")
        return Event(
            number=_positive(row["number"]),
            change=UUID(row["change"]),
            application=application,
            happened_on=date.fromisoformat(row["happened_on"]),
            recorded_at=_moment(row["recorded_at"]),
            dated_by=DatedBy(row["dated_by"]),
            payload=payload,
        )
    except (ValueError, TypeError, KeyError, AttributeError, ValidationError) as error:
        raise LedgerFileError(line=line, reason=_reason(error)) from error


def _positive(number: object) -> int:
    if not isinstance(number, int) or isinstance(number, bool) or not 0 < number < 2**31:
        raise ValueError("its number is none")
    return number


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError("its moment has no time zone")
    return moment.astimezone(UTC)


def _reason(error: Exception) -> str:
    return " ".join(f"{type(error).__name__}: {error}".split())[:200]


def take_over(
    pen: Pen, file: LedgerFile, name: str, tell: Callable[[float], None] | None = None
) -> dict[str, Any]:
    """Write another ledger's events into this one, all or none; returns what there is to tell.

    An empty ledger becomes the other, event for event. One that is not takes in the changes that
    it does not have, under new numbers and as a change that can be undone whole.
    """
    with transaction.atomic():
        lock(pen.owner)
        here = list(all_events(pen.owner))
        new = _renumbered(pen, file, here, name) if here else list(file.events)
        _write(pen.owner, new, tell)
        for view, query in file.views:
            SavedView.objects.get_or_create(owner=pen.owner, name=view, defaults={"query": query})
    n_applications = len({event.application for event in new if event.application})
    return {"n_events": len(new), "n_applications": n_applications}


def _write(owner: Person, events: list[Event], tell: Callable[[float], None] | None) -> None:
    if not events:
        return
    try:
        with transaction.atomic():
            take_in(owner, events, today=None, tell=tell)
    except IntegrityError as error:
        raise LedgerFileError(line=0, reason=_reason(error)) from error


def _renumbered(pen: Pen, file: LedgerFile, here: list[Event], name: str) -> list[Event]:
    """The events of changes that are not here yet, numbered on, and what says where they came from.

    A correction names its event by number: it follows that event to its number here.
    """
    known = {event.change for event in here}
    numbers = _numbers_here(file, here)
    new: list[Event] = []
    number = last_number(pen.owner)
    for event in file.events:
        if event.change not in known:
            number += 1
            numbers[event.number] = number
            payload = _pointing(event.payload, numbers)
            new.append(replace(event, number=number, payload=payload))
    if not new:
        return []
    changes = tuple(dict.fromkeys(event.change for event in new))
    uids = {event.application for event in new if event.application}
    imported = Imported(name=name[:200], n_applications=len(uids), changes=changes)
    moment = pen.now.astimezone(UTC)
    new.append(Event(number + 1, pen.change, None, pen.today, moment, DatedBy.CLOCK, imported))
    return new


def _numbers_here(file: LedgerFile, here: list[Event]) -> dict[int, int]:
    """For events of the file that are here already: their number there, their number here."""
    places: dict[tuple[UUID, int], int] = {}
    counted: dict[UUID, int] = {}
    for event in here:
        counted[event.change] = counted.get(event.change, 0) + 1
        places[event.change, counted[event.change]] = event.number
    numbers: dict[int, int] = {}
    counted = {}
    for event in file.events:
        counted[event.change] = counted.get(event.change, 0) + 1
        number = places.get((event.change, counted[event.change]))
        if number is not None:
            numbers[event.number] = number
    return numbers


def _pointing(payload: AnyPayload, numbers: dict[int, int]) -> AnyPayload:
    if isinstance(payload, Corrected):
        return payload.model_copy(update={"event": numbers.get(payload.event, payload.event)})
    return payload
