"""Every read of the ledger. What belongs to another is not there."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from yokame.accounts.queries import Person
from yokame.tracker import day_answers
from yokame.tracker.application import ENDED, ApplicationState, State
from yokame.tracker.card import Card, CardAnswer, CardApplication, CardRound
from yokame.tracker.cards import cards, state_counts
from yokame.tracker.events import Event
from yokame.tracker.fold import fold
from yokame.tracker.models import Application, LedgerEvent, Round, SavedView
from yokame.tracker.reading import (
    employer_keys,
    events_of,
    ledger_events,
    undone_of,
)

__all__ = [
    "ENDED",
    "Card",
    "CardAnswer",
    "CardApplication",
    "CardRound",
    "State",
    "Story",
    "cards",
    "state_counts",
]


@dataclass(frozen=True)
class Story:
    """One application with all that happened; `undone` are the changes not in force."""

    state: ApplicationState
    row: Application
    events: tuple[Event, ...]
    undone: frozenset[UUID]
    rounds: tuple[Round, ...]


@dataclass(frozen=True)
class ChangeSummary:
    """What a change was: the kind of its first event, and whose application it was about."""

    kind: str
    employer: str


def change_summary(owner: Person, change: UUID) -> ChangeSummary | None:
    """What this change was, or None if this ledger does not have it."""
    first = LedgerEvent.objects.filter(owner=owner, change=change).order_by("number").first()
    if first is None:
        return None
    row = None
    if first.application:
        row = Application.objects.filter(owner=owner, uid=first.application).first()
    return ChangeSummary(first.kind, row.employer if row else "")


def has_applications(owner: Person) -> bool:
    """Whether there is anything in the ledger's pages."""
    return Application.objects.filter(owner=owner).exists()


def story(owner: Person, uid: UUID, today: date) -> Story | None:
    """One application with all its events, or None if this person has no such application."""
    row = Application.objects.filter(owner=owner, uid=uid).first()
    if row is None:
        return None
    day_answers.bring_up_to_date(owner, today)
    events, undone = events_of(owner, uid), undone_of(owner)
    state = fold(events, undone)
    assert state is not None  # it has a row
    rounds = list(Round.objects.filter(application=row).select_related("answer"))
    for one in rounds:
        one.application = row
    rounds.sort(key=lambda one: one.position)
    return Story(state, row, tuple(events), undone, tuple(rounds))


def applied_before(owner: Person, employer: str) -> list[Application]:
    """The applications to this employer, under whatever spelling it was entered."""
    known = ledger_events(owner)
    key = employer_keys(known, undone_of(owner))(employer)
    return list(Application.objects.filter(owner=owner, employer_key=key).order_by("added_on"))


def employers(owner: Person) -> dict[str, str]:
    """Each employer's key with the name last entered for it."""
    rows = Application.objects.filter(owner=owner).order_by("last_number")
    return dict(rows.values_list("employer_key", "employer"))


def views(owner: Person) -> list[SavedView]:
    """Saved filters of the table, by name."""
    return list(SavedView.objects.filter(owner=owner).order_by("name"))
