"""Drafts as a ledger would take them in, without a database."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from uuid import UUID

from yokame.tracker.application import ApplicationState
from yokame.tracker.events import Event
from yokame.tracker.fold import fold
from yokame.tracker.ledger import Draft
from yokame.tracker.payloads import DatedBy
from yokame.tracker.rules import check_new


def folded_drafts(drafts: Sequence[Draft], today: date) -> tuple[ApplicationState, list[Event]]:
    """What the drafts of one application come to, checked as the ledger checks, and as events."""
    now = datetime.combine(today, time(3), tzinfo=UTC)
    events = [
        Event(
            number=number,
            change=UUID(int=1),
            application=draft.application,
            happened_on=draft.happened_on,
            recorded_at=now,
            dated_by=draft.dated_by or DatedBy.SHEET,
            payload=draft.payload,
        )
        for number, draft in enumerate(drafts, start=1)
    ]
    state = fold(events, frozenset())
    check_new(events, state, today)
    assert state is not None
    return state, events
