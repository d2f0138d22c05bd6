"""Reads a person's ledger: events in order, what is in force, and what an application is."""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from uuid import UUID

from django.db.models import Count, Max

from yokame.accounts.queries import Person
from yokame.employers import key_of
from yokame.tracker.application import ApplicationState
from yokame.tracker.events import Event, undone_by
from yokame.tracker.fold import fold
from yokame.tracker.models import LedgerEvent
from yokame.tracker.payloads import DatedBy, EmployersJoined, Imported, Undone, read_payload

_AT_ONCE = 500


def events_of(owner: Person, application: UUID) -> list[Event]:
    """The events of one application, in order; empty if this ledger does not have it."""
    return list(_read(owner, application=application))


def all_events(owner: Person) -> Iterator[Event]:
    """Every event of a person, in order."""
    return _read(owner)


def ledger_events(owner: Person) -> list[Event]:
    """The events that are about the ledger and not about one application: a handful."""
    return list(_read(owner, application=None))


def undone_of(owner: Person) -> frozenset[UUID]:
    """The changes of this ledger that are not in force."""
    return frozenset(undone_by_of(owner))


def undone_by_of(owner: Person) -> dict[UUID, UUID]:
    """Each change of this ledger that is not in force, with the change that took it back."""
    return undone_by(_read(owner, kind="undone"))


def folded(
    owner: Person, uids: Iterable[UUID], undone: frozenset[UUID]
) -> dict[UUID, ApplicationState | None]:
    """These applications, folded from all their events; one query."""
    events: dict[UUID, list[Event]] = {uid: [] for uid in uids}
    for event in _read(owner, application__in=list(events)):
        assert event.application is not None
        events[event.application].append(event)
    return {uid: fold(of_one, undone) for uid, of_one in events.items()}


def application_uids(owner: Person) -> set[UUID]:
    """Every application that the ledger ever had."""
    about_one = LedgerEvent.objects.filter(owner=owner, application__isnull=False)
    return {uid for uid in about_one.values_list("application", flat=True).distinct() if uid}


def uids_in_changes(owner: Person, changes: Iterable[UUID]) -> set[UUID]:
    """The applications that these changes were about."""
    about_one = LedgerEvent.objects.filter(
        owner=owner, change__in=list(changes), application__isnull=False
    )
    return {uid for uid in about_one.values_list("application", flat=True).distinct() if uid}


def has_change(owner: Person, change: UUID) -> bool:
    """Whether this ledger has the change."""
    return LedgerEvent.objects.filter(owner=owner, change=change).exists()


def changes_brought_in(owner: Person, change: UUID) -> tuple[UUID, ...]:
    """The changes of another ledger that this change brought in; usually none."""
    for event in _read(owner, change=change, kind="imported"):
        if isinstance(event.payload, Imported):
            return event.payload.changes
    return ()


def last_number(owner: Person) -> int:
    """The number of the newest event, 0 in an empty ledger."""
    newest: int | None = LedgerEvent.objects.filter(owner=owner).aggregate(n=Max("number"))["n"]
    return newest or 0


def employer_keys(ledger_events: Iterable[Event], undone: frozenset[UUID]) -> Callable[[str], str]:
    """From a name to its employer's key, spellings that the person joined counted as one."""
    into = {
        event.payload.key: event.payload.into
        for event in ledger_events
        if isinstance(event.payload, EmployersJoined) and event.change not in undone
    }

    def key(name: str) -> str:
        found, seen = key_of(name), set[str]()
        while found in into and found not in seen:
            seen.add(found)
            found = into[found]
        return found

    return key


def spans_of(owner: Person, application: UUID) -> dict[UUID, int]:
    """The changes of one application that were about others too, with how many they were about."""
    changes = LedgerEvent.objects.filter(owner=owner, application=application).values("change")
    counted = (
        LedgerEvent.objects.filter(owner=owner, change__in=changes, application__isnull=False)
        .values("change")
        .annotate(n=Count("application", distinct=True))
        .filter(n__gt=1)
    )
    return dict(counted.values_list("change", "n"))


def joins_of(
    employer_key: str, ledger_events: Iterable[Event], undone: frozenset[UUID]
) -> Iterator[UUID]:
    """The changes in force by which other names go by this key."""
    known = list(ledger_events)
    key = employer_keys(known, undone)
    for event in known:
        match event.payload:
            case EmployersJoined(into=into) if event.change not in undone:
                if key(into) == employer_key:
                    yield event.change


def touched_by(owner: Person, new: Iterable[Event], ledger_events: Iterable[Event]) -> set[UUID]:
    """The applications on which new events about the ledger have a bearing."""
    by_change = {event.change: event.payload for event in ledger_events}
    reached: set[UUID] = set()
    ahead = {event.change for event in new}
    # An undo of an undo bears on what the first one named.
    while ahead:
        change = ahead.pop()
        reached.add(change)
        match by_change.get(change):
            case EmployersJoined():
                return application_uids(owner)
            case Undone(changes=changes):
                ahead |= set(changes) - reached
    return uids_in_changes(owner, reached) if reached else set()


def in_parts(uids: Iterable[UUID]) -> Iterator[list[UUID]]:
    """The uids in parts small enough for one query."""
    rest = iter(uids)
    while part := list(islice(rest, _AT_ONCE)):
        yield part


def _read(owner: Person, **which: object) -> Iterator[Event]:
    for row in LedgerEvent.objects.filter(owner=owner, **which).order_by("number"):
        yield Event(
            number=row.number,
            change=row.change,
            application=row.application,
            happened_on=row.happened_on,
            recorded_at=row.recorded_at,
            dated_by=DatedBy(row.dated_by),
            payload=read_payload(row.kind, row.data),
        )
