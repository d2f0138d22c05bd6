"""Histories of one application, written as lines: no database, no clock."""

from datetime import UTC, date, datetime
from uuid import UUID

from yokame.reports import Stage
from yokame.tracker.application import ApplicationState
from yokame.tracker.events import Event, undone_changes
from yokame.tracker.fold import fold
from yokame.tracker.payloads import Added, AnyPayload, DatedBy, Facts, RoundHeld, Undone

APPLICATION, FIRST, SECOND = UUID(int=1), UUID(int=11), UUID(int=12)
_RECORDED = datetime(2026, 11, 30, tzinfo=UTC)


class History:
    """Events one after another, each a change of its own; the application is added on day 1."""

    def __init__(self) -> None:
        self.events: list[Event] = []
        self.add(1, Added(facts=Facts(employer="見本商事")))

    def add(self, day: int, payload: AnyPayload) -> UUID:
        """What happened on a day of November 2026; returns the change."""
        number = len(self.events) + 1
        change = UUID(int=1000 + number)
        about = None if isinstance(payload, Undone) else APPLICATION
        self.events.append(
            Event(number, change, about, date(2026, 11, day), _RECORDED, DatedBy.PERSON, payload)
        )
        return change

    def hold(self, day: int, round_uid: UUID = FIRST, stage: Stage = Stage.FIRST) -> UUID:
        """A round was held."""
        return self.add(day, RoundHeld(round=round_uid, stage=stage))

    def undo(self, *changes: UUID) -> UUID:
        """Take changes back."""
        return self.add(30, Undone(changes=changes))

    @property
    def state(self) -> ApplicationState:
        """The application as it is now."""
        about = [event for event in self.events if event.application]
        state = fold(about, undone_changes(self.events))
        assert state is not None
        return state
