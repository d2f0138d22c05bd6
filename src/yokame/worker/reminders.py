"""The job that reminds: what a person's ledger holds today, as matters for `notices` to plan by."""

import logging
from collections.abc import Iterator
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.utils import timezone
from django_tasks import task

from yokame.accounts.queries import Person
from yokame.forecast import Action
from yokame.forecast import State as WaitState
from yokame.notices import actions
from yokame.notices.matters import Facts, Matter, MatterKind
from yokame.notices.queries import to_be_reminded
from yokame.reports import Stage
from yokame.tracker.queries import ENDED, Card, CardAnswer, CardRound, State, cards

logger = logging.getLogger(__name__)
JAPAN = ZoneInfo("Asia/Tokyo")


@task()
def remind_people() -> int:
    """Post what is due to everybody; returns how many notices are new."""
    return remind_all(timezone.now())


def is_anybody_to_be_reminded() -> bool:
    """Whether there is work for the job."""
    return bool(to_be_reminded(timezone.now()))


def remind_all(now: datetime) -> int:
    """The same at a given moment."""
    return sum([_remind(person, now) for person in to_be_reminded(now)])


def _remind(person: Person, now: datetime) -> int:
    today = now.astimezone(JAPAN).date()
    try:
        return actions.remind(person, facts_of(cards(person, today), today), now=now)
    except Exception:
        # What is wrong with one ledger must not keep everybody else from being reminded.
        logger.exception("The reminders of person %s could not be planned.", person.pk)
        return 0


def facts_of(person_cards: list[Card], today: date) -> Facts:
    """What a person has before them on this day."""
    matters = tuple(matter for card in person_cards for matter in _matters(card, today))
    is_open = any(card.application.state not in ENDED for card in person_cards)
    return Facts(matters, is_season_open=is_open)


def _matters(card: Card, today: date) -> Iterator[Matter]:
    row, one = card.application, card.round
    if row.state == State.PLANNED and row.entry_due_on:
        yield _matter(MatterKind.ENTRY_DUE, row.entry_due_on, card)
    if row.state == State.OFFERED and row.answer_by:
        yield _matter(MatterKind.OFFER_DUE, row.answer_by, card)
    if one is None or row.state in ENDED or one.word:
        return
    if one.on and not one.is_held:
        yield _matter(MatterKind.ROUND, one.on, card, one)
    if card.answer is not None:
        yield from _of_a_silence(card, one, card.answer, today)


def _of_a_silence(card: Card, one: CardRound, answer: CardAnswer, today: date) -> Iterator[Matter]:
    """At most one matter: the first that applies, as the day's advice does it.

    Of day 8 also ahead of its time and on days off, which the advice of a day does not tell.
    """
    if one.contact_on:
        yield _matter(MatterKind.RECORD_WORD, one.contact_on, card, one)
    elif answer.state == WaitState.CLOSED:
        yield _matter(MatterKind.CLOSE, today, card, one)
    elif answer.action == Action.ASK_AGAIN:
        yield _matter(MatterKind.ASK_AGAIN, today, card, one)
    elif answer.deadline_on == today:
        yield _matter(MatterKind.CHECK, today, card, one)
    elif answer.ask_from and not one.asked:
        yield _matter(MatterKind.ASK, answer.ask_from, card, one)


def _matter(kind: MatterKind, on: date, card: Card, one: CardRound | None = None) -> Matter:
    row = card.application
    return Matter(
        kind=kind,
        uid=str(one.uid if one else row.uid),
        on=on,
        employer=row.employer,
        path=f"/applications/{row.uid}/",
        stage=Stage(one.stage) if one else None,
        name=one.name if one else "",
        starts_at=one.starts_at if one else None,
        hours=card.answer.hours if card.answer else "",
    )
