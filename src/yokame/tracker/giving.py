"""A whole ledger, application by application: for tables, print, and whoever leaves."""

import json
from collections import defaultdict
from uuid import UUID

from django.core.serializers.json import DjangoJSONEncoder

from yokame.accounts.queries import Person
from yokame.tracker.application import ApplicationState
from yokame.tracker.day_answers import TOLD_COLUMNS
from yokame.tracker.events import Event, undone_changes
from yokame.tracker.exchange import written_ledger
from yokame.tracker.fold import fold
from yokame.tracker.models import ToldAnswer
from yokame.tracker.reading import all_events


def all_applications(owner: Person) -> list[ApplicationState]:
    """Every application on the pages, the one that was entered first, first. One query."""
    by_application: dict[UUID | None, list[Event]] = defaultdict(list)
    for event in all_events(owner):
        by_application[event.application].append(event)
    undone = undone_changes(by_application.pop(None, []))
    states = (fold(events, undone) for events in by_application.values())
    return [state for state in states if state is not None and not state.is_removed]


def history(owner: Person) -> list[tuple[Event, str, bool]]:
    """Every event with the employer it was about and whether it is in force. Two queries."""
    events = list(all_events(owner))
    undone = undone_changes(events)
    names = {state.uid: state.facts.employer for state in all_applications(owner)}
    return [
        (
            event,
            names.get(event.application, "") if event.application else "",
            event.change not in undone,
        )
        for event in events
    ]


def take_along(owner: Person) -> list[tuple[str, bytes]]:
    """The ledger as its file, and what was told each day, for someone who leaves."""
    told = ToldAnswer.objects.filter(owner=owner).order_by("told_on", "pk")
    names = ("application", "round", "told_on", *TOLD_COLUMNS)
    answers = json.dumps(list(told.values(*names)), indent=2, cls=DjangoJSONEncoder)
    return [("ledger.json", b"".join(written_ledger(owner))), ("answers.json", answers.encode())]
