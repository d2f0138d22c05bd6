"""Whatever is done in whatever order: rows are what the events say, undo takes all of it back."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DataObject

from tests.tracker.writing import pen
from yokame.accounts.queries import Person
from yokame.forecast import ContactBy
from yokame.letters import Situation
from yokame.reports import Outcome, Policy, Stage
from yokame.tracker import actions
from yokame.tracker.actions import Facts, Held, Pen
from yokame.tracker.checking import differences
from yokame.tracker.errors import TrackerError
from yokame.tracker.models import Application, LedgerEvent, Round
from yokame.tracker.payloads import Said

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 24)
days = st.integers(0, 30).map(lambda back: TODAY - timedelta(days=back))
applications = st.integers(1, 2).map(lambda n: UUID(int=n))
rounds = st.integers(11, 13).map(lambda n: UUID(int=n))

Step = Callable[[Pen, UUID, UUID, date, DataObject], object]
STEPS: dict[str, Step] = {
    "add": lambda p, a, _r, on, _d: actions.add(
        p, Facts(employer=f"見本{a.int}"), applied_on=on, application=a
    ),
    "hold": lambda p, a, r, on, d: actions.hold_round(
        p, a, Held(d.draw(st.sampled_from(Stage)), on, said="1週間以内", round=r)
    ),
    "schedule": lambda p, a, r, on, _d: actions.schedule_round(
        p, a, stage=Stage.FINAL, on=on + timedelta(days=20), round_uid=r
    ),
    "word": lambda p, a, r, on, d: actions.record_word(
        p, a, r, said=d.draw(st.sampled_from(Said)), on=on
    ),
    "promise": lambda p, a, r, on, _d: actions.hear_promise(
        p, a, r, said="来週中に", on=on, policy=Policy.EVERYONE
    ),
    "contact": lambda p, a, r, on, _d: actions.contact_came(p, a, r, by=ContactBy.PHONE, on=on),
    "letter": lambda p, a, r, on, _d: actions.letter_sent(
        p, a, situation=Situation.INQUIRY, on=on, round_uid=r
    ),
    "reply": lambda p, a, r, on, _d: actions.reply_came(p, a, r, on=on, said="今週中"),
    "others": lambda p, a, r, on, _d: actions.others_heard(p, a, r, said=Outcome.PASS, on=on),
    "accept": lambda p, a, _r, on, _d: actions.accept_offer(p, a, on=on),
    "withdraw": lambda p, a, _r, on, _d: actions.withdraw(p, a, on=on),
    "remove": lambda p, a, _r, _on, _d: actions.remove(p, a),
    "note": lambda p, a, r, _on, _d: actions.note(p, a, "覚え書き", round_uid=r),
    "undo": lambda p, _a, _r, _on, d: actions.undo(p, _some_change(p.owner, d)),
}


def _some_change(owner: Person, data: DataObject) -> UUID:
    changes = list(LedgerEvent.objects.filter(owner=owner).values_list("change", flat=True))
    return data.draw(st.sampled_from(changes or [UUID(int=0)]))


def _rows(owner: Person) -> list[dict[str, Any]]:
    """All rows of a person but what tells which event was last."""
    rows: list[Any] = list(Application.objects.filter(owner=owner).order_by("uid").values())
    rows += list(Round.objects.filter(application__owner=owner).order_by("uid").values())
    return [
        {
            name: value
            for name, value in row.items()
            if name not in ("id", "last_number", "application_id")
        }
        for row in rows
    ]


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_rows_are_what_events_say_and_undo_takes_a_change_back(db: None, data: DataObject) -> None:  # noqa: ARG001
    with transaction.atomic():
        owner = Person.objects.create(email="hana@example.jp")
        for name in data.draw(st.lists(st.sampled_from(sorted(STEPS)), min_size=3, max_size=14)):
            before, step = _rows(owner), pen(owner, TODAY)
            arguments = data.draw(applications), data.draw(rounds), data.draw(days)
            try:
                STEPS[name](step, *arguments, data)
            except TrackerError:
                assert _rows(owner) == before
                continue
            assert list(differences(owner)) == []
            after = _rows(owner)
            undone = actions.undo(pen(owner, TODAY), step.change)
            assert _rows(owner) == before
            actions.undo(pen(owner, TODAY), undone)
            assert _rows(owner) == after
        transaction.set_rollback(True)
