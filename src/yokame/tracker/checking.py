"""`yokame check`: fold every ledger again and compare with the rows that pages query."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from yokame.accounts.queries import Person
from yokame.tracker.events import undone_changes
from yokame.tracker.models import Application, Round
from yokame.tracker.projection import application_columns, round_columns
from yokame.tracker.reading import (
    application_uids,
    employer_keys,
    folded,
    in_parts,
    ledger_events,
)


def differences(owner: Person) -> Iterator[tuple[UUID, str]]:
    """Each application whose rows are not what its events say, and in which columns."""
    known = ledger_events(owner)
    undone = undone_changes(known)
    employer_key = employer_keys(known, undone)
    stored = set(Application.objects.filter(owner=owner).values_list("uid", flat=True))
    for uids in in_parts(application_uids(owner) | stored):
        rows, rounds = _stored(owner, uids)
        for uid, state in folded(owner, uids, undone).items():
            expected = expected_rounds = None
            if state is not None and not state.is_removed:
                expected = application_columns(state, employer_key)
                expected_rounds = round_columns(state)
            if wrong := _differing(expected, rows.get(uid)):
                yield uid, wrong
            if (expected_rounds or []) != rounds.get(uid, []):
                yield uid, "rounds"


def _stored(
    owner: Person, uids: list[UUID]
) -> tuple[dict[UUID, dict[str, Any]], dict[UUID, list[dict[str, Any]]]]:
    rows: dict[UUID, dict[str, Any]] = {
        row["uid"]: row for row in Application.objects.filter(owner=owner, uid__in=uids).values()
    }
    rounds: dict[UUID, list[dict[str, Any]]] = {}
    for row in (
        Round.objects.filter(application__owner=owner, application__uid__in=uids)
        .order_by("application", "position")
        .values("application__uid", *(field.name for field in Round._meta.concrete_fields))
    ):
        uid = row.pop("application__uid")
        rounds.setdefault(uid, []).append(
            {name: value for name, value in row.items() if name not in ("id", "application")}
        )
    return rows, rounds


def _differing(expected: dict[str, Any] | None, stored: dict[str, Any] | None) -> str:
    if expected is None or stored is None:
        return "" if expected is stored else "missing" if stored is None else "left over"
    return ", ".join(name for name, value in expected.items() if stored[name] != value)
