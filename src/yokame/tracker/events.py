"""One line of the ledger, and which lines are in force."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from yokame.tracker.payloads import AnyPayload, Corrected, DatedBy, Undone

JAPAN = ZoneInfo("Asia/Tokyo")


@dataclass(frozen=True)
class Event:
    """One line of the ledger. `number` counts a person's events; `recorded_at` is UTC."""

    number: int
    change: UUID
    application: UUID | None
    happened_on: date
    recorded_at: datetime
    dated_by: DatedBy
    payload: AnyPayload

    @property
    def recorded_on(self) -> date:
        """The day it was in Japan when this was recorded."""
        return self.recorded_at.astimezone(JAPAN).date()


def undone_changes(events: Iterable[Event]) -> frozenset[UUID]:
    """The changes that are not in force. An undo counts unless a later one took it back."""
    return frozenset(undone_by(events))


def undone_by(events: Iterable[Event]) -> dict[UUID, UUID]:
    """Each change that is not in force, with the change that took it back."""
    undone: dict[UUID, UUID] = {}
    for event in sorted(events, key=lambda event: event.number, reverse=True):
        if isinstance(event.payload, Undone) and event.change not in undone:
            for change in event.payload.changes:
                undone.setdefault(change, event.change)
    return undone


def in_force(events: Iterable[Event], undone: frozenset[UUID]) -> list[Event]:
    """The events that count, in the order recorded, each as its last correction has it."""
    standing = [event for event in events if event.change not in undone]
    standing.sort(key=lambda event: event.number)
    corrections = {
        event.payload.event: event for event in standing if isinstance(event.payload, Corrected)
    }
    return [
        _corrected(event, corrections.get(event.number))
        for event in standing
        if not isinstance(event.payload, Corrected)
    ]


def _corrected(event: Event, correction: Event | None) -> Event:
    if correction is None or not isinstance(correction.payload, Corrected):
        return event
    happened_on, payload = correction.happened_on, correction.payload.to
    return replace(event, happened_on=happened_on, payload=payload, dated_by=correction.dated_by)
