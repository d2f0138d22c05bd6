"""Everything in a ledger that has a day of its own: what the calendar page and its feed show."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from enum import StrEnum
from uuid import UUID

from django.db.models import Max, Q, QuerySet

from yokame.accounts.queries import Person
from yokame.reports import Stage
from yokame.tracker.application import ENDED, State
from yokame.tracker.day_answers import bring_up_to_date
from yokame.tracker.events import JAPAN
from yokame.tracker.models import Application, LedgerEvent, Round


class OccasionKind(StrEnum):
    """What a day is for, the most pressing first."""

    ROUND = "round"
    OFFER_DUE = "offer_due"
    ENTRY_DUE = "entry_due"
    ASK = "ask"
    DEADLINE = "deadline"
    EXPECTED = "expected"


_DAY_ZERO = date(2020, 1, 1)
_ORDER = {kind: place for place, kind in enumerate(OccasionKind)}


@dataclass(frozen=True)
class Occasion:
    """One application on one day. `key` names the same thing for ever, whatever its day becomes.

    Times are those of Japan, and None for a whole day. `stage` is None where the whole application
    is meant. `changed_at` (UTC) and `version` rise with everything that may have changed it.
    """

    key: str
    kind: OccasionKind
    on: date
    application: UUID
    employer: str
    course: str
    changed_at: datetime
    version: int
    stage: Stage | None = None
    name: str = ""
    starts_at: time | None = None
    ends_at: time | None = None
    place: str = ""

    @property
    def order(self) -> tuple[date, time, int, str]:
        """By day; within it by the hour, what takes the whole day last, the pressing first."""
        return self.on, self.starts_at or time.max, _ORDER[self.kind], self.employer


@dataclass(frozen=True)
class _Edition:
    """How new what is told is: its moment (UTC), and a number that only rises."""

    changed_at: datetime
    version: int


def occasions(owner: Person, first: date, last: date, today: date) -> list[Occasion]:
    """What lies in `first` to `last`, both included, in order. Four queries, however much it is.

    Waiting rounds are told by their answers of `today`, which are computed first where they are
    older.
    """
    bring_up_to_date(owner, today)
    edition = _edition(owner)
    rounds = _rounds(owner, first, last)
    found = [*_of_applications(owner, edition), *_of_rounds(rounds, today, edition)]
    return sorted((one for one in found if first <= one.on <= last), key=lambda one: one.order)


def _edition(owner: Person) -> _Edition:
    """Of what was recorded: one for the whole ledger, since an undo leaves no trace in a row."""
    events = LedgerEvent.objects.filter(owner=owner)
    newest = events.aggregate(number=Max("number"), at=Max("recorded_at"))
    return _Edition(newest["at"] or datetime(2020, 1, 1, tzinfo=UTC), newest["number"] or 0)


def _edition_of_day(edition: _Edition, today: date) -> _Edition:
    """Of what is computed anew each day, and may move although nothing was recorded."""
    midnight = datetime.combine(today, time(), tzinfo=JAPAN).astimezone(UTC)
    passed = (today - _DAY_ZERO).days
    return _Edition(max(edition.changed_at, midnight), edition.version + max(0, passed))


def _of_applications(owner: Person, edition: _Edition) -> Iterator[Occasion]:
    """Days until which something is to be sent in or answered."""
    planned = Q(state=State.PLANNED, entry_due_on__isnull=False)
    offered = Q(state=State.OFFERED, answer_by__isnull=False)
    for row in Application.objects.filter(planned | offered, owner=owner):
        if row.state == State.PLANNED:
            yield _occasion(OccasionKind.ENTRY_DUE, row.entry_due_on, row, edition)
        else:
            yield _occasion(OccasionKind.OFFER_DUE, row.answer_by, row, edition)


def _rounds(owner: Person, first: date, last: date) -> QuerySet[Round]:
    """The rounds of these days, and those that wait: their answers may name one of them."""
    in_view = Q(on__range=(first, last))
    waiting = Q(application__state=State.IN_ROUND, word="", on__isnull=False)
    rounds = Round.objects.filter(in_view | waiting, application__owner=owner)
    return rounds.select_related("application", "answer")


def _of_rounds(rounds: Iterable[Round], today: date, edition: _Edition) -> Iterator[Occasion]:
    today_edition = _edition_of_day(edition, today)
    for one in rounds:
        state = one.application.state
        if one.is_held or state not in ENDED or (one.on and one.on < today):
            yield _occasion(OccasionKind.ROUND, one.on, one.application, edition, one)
        answer = getattr(one, "answer", None)
        waits = state == State.IN_ROUND and not one.word
        if answer is None or not waits or answer.today != today:
            continue
        for kind, on in (
            (OccasionKind.DEADLINE, answer.deadline_on),
            (OccasionKind.ASK, answer.ask_from),
            (OccasionKind.EXPECTED, answer.median_on),
        ):
            if on is not None:
                yield _occasion(kind, on, one.application, today_edition, one)


def _occasion(
    kind: OccasionKind,
    on: date | None,
    row: Application,
    edition: _Edition,
    one: Round | None = None,
) -> Occasion:
    assert on is not None
    is_round = one is not None and kind is OccasionKind.ROUND
    return Occasion(
        key=f"{kind}-{one.uid if one else row.uid}",
        kind=kind,
        on=on,
        application=row.uid,
        employer=row.employer,
        course=row.course,
        changed_at=edition.changed_at,
        version=edition.version,
        stage=Stage(one.stage) if one else None,
        name=one.name if one else "",
        starts_at=one.starts_at if one and is_round else None,
        ends_at=one.ends_at if one and is_round else None,
        place=one.place if one and is_round else "",
    )
