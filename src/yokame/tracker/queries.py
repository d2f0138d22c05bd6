"""Every read of the ledger. What belongs to another is not there."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from yokame.accounts.queries import Person
from yokame.tracker import day_answers, listing
from yokame.tracker.application import ENDED, ApplicationState, State
from yokame.tracker.events import Event
from yokame.tracker.fold import fold
from yokame.tracker.models import Application, DayAnswer, LedgerEvent, Round, SavedView
from yokame.tracker.reading import (
    employer_keys,
    events_of,
    ledger_events,
    undone_of,
)
from yokame.tracker.standing import Standing

__all__ = ["ENDED", "Card", "Standing", "State", "Story"]


@dataclass(frozen=True)
class Card:
    """One application as lists show it: its row, the round it hangs on, that round's answer."""

    application: Application
    round: Round | None
    answer: DayAnswer | None

    @property
    def waits(self) -> bool:
        """Whether a round was held and word is to come."""
        return self.answer is not None


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


def cards(owner: Person, today: date) -> list[Card]:
    """Every application, the one that changed last first. Three queries, however many there are.

    Answers are of `today`: those that are older are computed first.
    """
    day_answers.bring_up_to_date(owner, today)
    rounds = Round.objects.filter(application__owner=owner, is_current=True)
    current = {one.application_id: one for one in rounds.select_related("answer")}
    rows = Application.objects.filter(owner=owner).order_by("-last_number")
    return [_card(row, current.get(row.pk), today) for row in rows]


def _card(row: Application, one: Round | None, today: date) -> Card:
    if one is None:
        return Card(row, None, None)
    one.application = row
    answer: DayAnswer | None = getattr(one, "answer", None)
    waits = row.state == State.IN_ROUND and answer is not None and answer.today == today
    return Card(row, one, answer if waits else None)


def standings(
    owner: Person, today: date, *, ended: bool = True, ahead_until: date | None = None
) -> list[Standing]:
    """Every application as lists show it, the one that changed last first. Two queries.

    With `ahead_until` an application stands there once more for each other round up to that day.
    """
    day_answers.bring_up_to_date(owner, today)
    return listing.standings(owner, today, ended=ended, ahead_until=ahead_until)


def state_counts(owner: Person) -> dict[str, int]:
    """How many applications stand in each state that has any."""
    return listing.state_counts(owner)


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
