"""Short ways to write a ledger in a test. Every employer here is made up."""

from datetime import UTC, date, datetime, time
from uuid import UUID

from yokame.accounts.queries import Person
from yokame.reports import Stage
from yokame.tracker import actions
from yokame.tracker.actions import Facts, Held, Pen

FRIDAY_13 = date(2026, 11, 13)


def pen(owner: Person, today: date) -> Pen:
    """What `owner` writes at noon in Japan on `today`, each time as a change of its own."""
    return Pen(owner, datetime.combine(today, time(3), tzinfo=UTC))


def held_interview(
    owner: Person, *, employer: str = "見本商事", said: str = "1週間以内に連絡します"
) -> tuple[UUID, UUID]:
    """An application with a first interview on Friday 13 November 2026; its uid and its round's."""
    round_uid = UUID(int=len(employer) * 1000 + owner.pk)
    uid = actions.add(
        pen(owner, FRIDAY_13),
        Facts(employer=employer),
        held=Held(Stage.FIRST, FRIDAY_13, said=said, round=round_uid),
    )
    return uid, round_uid
