"""Every read of the ledger. What belongs to another is not there."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from yokame.accounts.queries import Person
from yokame.forecast import Question
from yokame.reports import Track
from yokame.tracker import day_answers
from yokame.tracker.application import ENDED, ApplicationState, State
from yokame.tracker.card import Card, CardAnswer, CardApplication, CardRound
from yokame.tracker.cards import cards, state_counts
from yokame.tracker.events import Event, undone_by
from yokame.tracker.fold import fold
from yokame.tracker.models import Application, DayAnswer, LedgerEvent, Round, SavedView
from yokame.tracker.payloads import Imported
from yokame.tracker.reading import (
    employer_keys,
    events_of,
    joins_of,
    ledger_events,
    spans_of,
    undone_of,
)

__all__ = [
    "ENDED",
    "Application",
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
    """One application with all that happened.

    `undone_by` holds the changes not in force with what took them back, `spans` the changes that
    were about other applications too, with how many they were about in all, `joined_by` the changes
    that joined names of its employer.
    """

    state: ApplicationState
    row: Application
    events: tuple[Event, ...]
    undone_by: Mapping[UUID, UUID]
    spans: Mapping[UUID, int]
    joined_by: tuple[UUID, ...]
    rounds: tuple[Round, ...]

    @property
    def current_round(self) -> Round | None:
        """The round that the application hangs on."""
        return next((one for one in self.rounds if one.is_current), None)


@dataclass(frozen=True)
class ChangeSummary:
    """What a change was: the kind of its first event, and whose application it was about."""

    kind: str
    employer: str


@dataclass(frozen=True)
class BroughtIn:
    """A file that came in by one change; `taken_back_by` is the undo that holds it back."""

    change: UUID
    name: str
    n_applications: int
    on: date
    taken_back_by: UUID | None


def change_summary(owner: Person, change: UUID) -> ChangeSummary | None:
    """What this change was, or None if this ledger does not have it."""
    first = LedgerEvent.objects.filter(owner=owner, change=change).order_by("number").first()
    if first is None:
        return None
    row = None
    if first.application:
        row = Application.objects.filter(owner=owner, uid=first.application).first()
    return ChangeSummary(first.kind, row.employer if row else "")


def files_brought_in(owner: Person) -> list[BroughtIn]:
    """The files that ever came into this ledger, the newest first."""
    events = ledger_events(owner)
    taken_back = undone_by(events)
    return [
        BroughtIn(
            event.change,
            event.payload.name,
            event.payload.n_applications,
            event.happened_on,
            taken_back.get(event.change),
        )
        for event in reversed(events)
        if isinstance(event.payload, Imported)
    ]


def has_applications(owner: Person) -> bool:
    """Whether there is anything in the ledger's pages."""
    return Application.objects.filter(owner=owner).exists()


def application(owner: Person, uid: UUID) -> Application | None:
    """One application's row, or None if this person has no such application."""
    return Application.objects.filter(owner=owner, uid=uid).first()


@dataclass(frozen=True)
class Listed:
    """An application, the round it hangs on, and that round's answer of the day if it waits."""

    application: Application
    round: Round | None
    answer: DayAnswer | None


def listed(
    owner: Person, today: date, *, state: State | None, limit: int, offset: int
) -> tuple[int, list[Listed]]:
    """A part of the applications in full, the last changed first, and how many there are."""
    day_answers.bring_up_to_date(owner, today)
    rows = Application.objects.filter(owner=owner).order_by("-last_number")
    if state is not None:
        rows = rows.filter(state=state)
    part = list(rows[offset : offset + limit])
    current = {
        one.application_id: one
        for one in Round.objects.filter(
            application__in=[row.pk for row in part], is_current=True
        ).select_related("answer")
    }
    return rows.count(), [_listed(row, current.get(row.pk), today) for row in part]


def _listed(row: Application, one: Round | None, today: date) -> Listed:
    answer: DayAnswer | None = getattr(one, "answer", None)
    waits = row.state == State.IN_ROUND and answer is not None and answer.today == today
    return Listed(row, one, answer if waits else None)


def story(owner: Person, uid: UUID, today: date) -> Story | None:
    """One application with all its events, or None if this person has no such application."""
    row = application(owner, uid)
    if row is None:
        return None
    day_answers.bring_up_to_date(owner, today)
    events, about_ledger = events_of(owner, uid), ledger_events(owner)
    undone = undone_by(about_ledger)
    state = fold(events, frozenset(undone))
    assert state is not None  # it has a row
    rounds = list(Round.objects.filter(application=row).select_related("answer"))
    for one in rounds:
        one.application = row
    rounds.sort(key=lambda one: one.position)
    return Story(
        state=state,
        row=row,
        events=tuple(events),
        undone_by=undone,
        spans=spans_of(owner, uid),
        joined_by=tuple(joins_of(row.employer_key, about_ledger, frozenset(undone))),
        rounds=tuple(rounds),
    )


def question_of(one: Round, today: date) -> Question | None:
    """The wait of this round as the question that its answer answers; None if it waits no more."""
    waits = one.application.state == State.IN_ROUND and one.is_open
    return day_answers.question_of(one, today) if waits else None


def applied_before(owner: Person, employer: str) -> list[Application]:
    """The applications to this employer, under whatever spelling it was entered."""
    known = ledger_events(owner)
    key = employer_keys(known, undone_of(owner))(employer)
    return list(Application.objects.filter(owner=owner, employer_key=key).order_by("added_on"))


def same_employer(owner: Person, row: Application) -> list[Application]:
    """The other applications to the employer of this one."""
    rows = Application.objects.filter(owner=owner, employer_key=row.employer_key)
    return list(rows.exclude(pk=row.pk).order_by("added_on"))


def employers(owner: Person) -> dict[str, str]:
    """Each employer's key with the name last entered for it."""
    rows = Application.objects.filter(owner=owner).order_by("last_number")
    return dict(rows.values_list("employer_key", "employer"))


def usual_track(owner: Person) -> Track:
    """The kind of hiring that the last application was for; a new graduate's before the first."""
    rows = Application.objects.filter(owner=owner).order_by("-last_number")
    return Track(rows.values_list("track", flat=True).first() or Track.NEW_GRAD)


def views(owner: Person) -> list[SavedView]:
    """Saved filters of the table, by name."""
    return list(SavedView.objects.filter(owner=owner).order_by("name"))
