"""The story so far: every event of an application, and what can be done to it."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from yokame.tracker.events import Event, in_force
from yokame.tracker.payloads import Corrected, DatedBy
from yokame.tracker.queries import Story
from yokame.web.applications.deeds import CORRECTED_BY
from yokame.web.applications.telling import Telling, tell
from yokame.web.language import spoken_language
from yokame.wording import say_day

_DATED_BY = {
    DatedBy.PERSON: gettext_lazy("自分で入れた日"),
    DatedBy.SHEET: gettext_lazy("取り込んだ表の日"),
    DatedBy.LETTER: gettext_lazy("連絡文を送った日"),
    DatedBy.MAIL: gettext_lazy("メールの日"),
    DatedBy.CLOCK: gettext_lazy("時計の日"),
}


@dataclass(frozen=True)
class Line:
    """One event as it stands. `undo` is the change to undo: of one undone, what took it back.

    `before` is what it said before it was corrected, `uncorrect` the change that corrected it.
    """

    number: int
    on: date
    recorded_at: datetime
    dated: str
    told: Telling
    undo: UUID | None
    is_undone: bool
    can_be_corrected: bool
    together: str
    before: str = ""
    uncorrect: UUID | None = None


def lines_of(story: Story) -> tuple[list[Line], list[Line]]:
    """What is in force, and what was undone; each the newest day first.

    A correction in force is told with the event that it corrects.
    """
    undone = frozenset(story.undone_by)
    corrections = {
        event.payload.event: event.change
        for event in story.events
        if isinstance(event.payload, Corrected) and event.change not in undone
    }
    first = {event.number: event for event in story.events}
    n_together = Counter(event.change for event in story.events)
    standing = [
        _line(story, event, first[event.number], corrections.get(event.number), n_together)
        for event in in_force(story.events, undone)
    ]
    taken_back = [
        _line(story, event, event, None, n_together)
        for event in story.events
        if event.change in undone
    ]
    return _newest_first(standing), _newest_first(taken_back)


def _line(
    story: Story, event: Event, first: Event, correction: UUID | None, n_together: Counter[UUID]
) -> Line:
    is_undone = event.change in story.undone_by
    return Line(
        number=event.number,
        on=event.happened_on,
        recorded_at=first.recorded_at,
        dated=str(_DATED_BY[event.dated_by]),
        told=tell(event.payload, story.state),
        undo=story.undone_by.get(event.change, event.change),
        is_undone=is_undone,
        can_be_corrected=not is_undone and event.payload.kind in CORRECTED_BY,
        together=_together(n_together[event.change], story.spans.get(event.change, 1)),
        before=_before(first) if correction else "",
        uncorrect=correction,
    )


def _before(first: Event) -> str:
    told = tell(first.payload)
    day = say_day(first.happened_on, spoken_language())
    return _("%(day)s %(what)s") % {
        "day": day,
        "what": _("、").join((told.title, *told.details)),
    }


def _together(n_events: int, n_applications: int) -> str:
    """What else an undo takes along."""
    if n_applications > 1:
        return _("いっしょに取り込んだ%(n)s件の応募ごと") % {"n": n_applications}
    if n_events > 1:
        return _("同時に書きとめた%(n)s件ごと") % {"n": n_events}
    return ""


def _newest_first(lines: list[Line]) -> list[Line]:
    return sorted(lines, key=lambda line: (line.on, line.number), reverse=True)
