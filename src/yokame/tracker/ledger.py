"""Appends events and keeps their projection: the only writer of the ledger's tables.

Everything happens in one transaction: the owner's ledger is locked, the applications concerned are
folded with their new events, the outcome is checked, then events and rows are written.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from uuid import UUID, uuid4

from django.db import transaction

from yokame.accounts.queries import Person
from yokame.tracker.events import JAPAN, Event, undone_changes
from yokame.tracker.models import LedgerEvent
from yokame.tracker.payloads import AnyPayload, DatedBy, payload_data
from yokame.tracker.projection import write_rows
from yokame.tracker.reading import (
    application_uids,
    employer_keys,
    folded,
    has_change,
    in_parts,
    last_number,
    ledger_events,
    touched_by,
)
from yokame.tracker.rules import check_new

_AT_ONCE = 500
Progress = Callable[[float], None]


@dataclass(frozen=True)
class Pen:
    """Who writes, at which moment, and as which change.

    A form carries its change: what is sent twice is written once.
    """

    owner: Person
    now: datetime
    change: UUID = field(default_factory=uuid4)
    dated_by: DatedBy = DatedBy.PERSON

    @property
    def today(self) -> date:
        """The day it is in Japan."""
        return self.now.astimezone(JAPAN).date()


@dataclass(frozen=True)
class Draft:
    """An event before it has its number. `application` is empty for one about the ledger.

    `dated_by` where its day comes from elsewhere than the pen's other days.
    """

    application: UUID | None
    happened_on: date
    payload: AnyPayload
    dated_by: DatedBy | None = None


def append(pen: Pen, drafts: Sequence[Draft], tell: Progress | None = None) -> UUID:
    """Write one change, of one event or of many, and the rows that follow from it.

    Returns the change. One that was written before is not written again. Raises TrackerError, and
    then nothing was changed. `tell` is called with the share that is done, from 0 to 1.
    """
    with transaction.atomic():
        lock(pen.owner)
        if has_change(pen.owner, pen.change):
            return pen.change
        first = last_number(pen.owner) + 1
        new = [
            Event(
                number=number,
                change=pen.change,
                application=draft.application,
                happened_on=draft.happened_on,
                recorded_at=pen.now.astimezone(UTC),
                dated_by=draft.dated_by or pen.dated_by,
                payload=draft.payload,
            )
            for number, draft in enumerate(drafts, start=first)
        ]
        take_in(pen.owner, new, today=pen.today, tell=tell)
    return pen.change


def take_in(
    owner: Person, new: Sequence[Event], *, today: date | None, tell: Progress | None = None
) -> None:
    """Write finished events and the rows that follow. Inside a transaction that holds the lock.

    Without `today` they are a history that was checked when it was made, and are not checked again.
    """
    about_ledger = [event for event in new if event.application is None]
    known = [*ledger_events(owner), *about_ledger]
    undone = undone_changes(known)
    employer_key = employer_keys(known, undone)
    by_application: dict[UUID, list[Event]] = defaultdict(list)
    for event in new:
        if event.application is not None:
            by_application[event.application].append(event)
    concerned = by_application.keys() | touched_by(owner, about_ledger, known)
    steps = _Steps(len(new) + len(concerned), tell)
    for begin in range(0, len(new), _AT_ONCE):
        _insert(owner, new[begin : begin + _AT_ONCE])
        steps.take(len(new[begin : begin + _AT_ONCE]))
    for uids in in_parts(concerned):
        states = folded(owner, uids, undone)
        if today is not None:
            for uid in uids:
                check_new(by_application.get(uid, ()), states[uid], today)
        write_rows(owner.pk, states, employer_key)
        steps.take(len(uids))


def refold(owner: Person) -> None:
    """Make all rows of a person anew from the events."""
    with transaction.atomic():
        lock(owner)
        known = ledger_events(owner)
        undone = undone_changes(known)
        employer_key = employer_keys(known, undone)
        for uids in in_parts(application_uids(owner)):
            write_rows(owner.pk, folded(owner, uids, undone), employer_key)


def lock(owner: Person) -> None:
    """Hold this person's ledger until the transaction ends: numbers are given one by one."""
    # SQLite has locked the whole database already: its transactions begin IMMEDIATE.
    Person.objects.select_for_update().only("pk").get(pk=owner.pk)


def _insert(owner: Person, events: Sequence[Event]) -> None:
    LedgerEvent.objects.bulk_create(
        [
            LedgerEvent(
                owner=owner,
                number=event.number,
                change=event.change,
                application=event.application,
                kind=event.payload.kind,
                happened_on=event.happened_on,
                recorded_at=event.recorded_at,
                dated_by=event.dated_by.value,
                data=payload_data(event.payload),
            )
            for event in events
        ]
    )


class _Steps:
    """Counts what is written, and tells how much of all that is."""

    def __init__(self, n_steps: int, tell: Progress | None) -> None:
        self.n_steps, self.n_done, self.tell = n_steps, 0, tell

    def take(self, n_steps: int) -> None:
        self.n_done += n_steps
        if self.tell is not None:
            self.tell(self.n_done / self.n_steps)
