"""Answers of past days, as pages opened on those days would have kept them."""

from collections.abc import Iterable
from datetime import date, timedelta
from uuid import UUID

from tests.tracker.writing import pen
from yokame.accounts.queries import Person
from yokame.forecast import load
from yokame.reports import Stage
from yokame.tracker import actions
from yokame.tracker.actions import Facts, Held
from yokame.tracker.day_answers import (
    TOLD_COLUMNS,
    bring_up_to_date,
    columns_of,
    question_of,
)
from yokame.tracker.models import Round, ToldAnswer
from yokame.tracker.payloads import Said

HELD_ON = date(2026, 11, 2)


def days(first: date, n: int) -> list[date]:
    """`n` days from `first` on."""
    return [first + timedelta(days=ahead) for ahead in range(n)]


def open_pages(owner: Person, on: Iterable[date]) -> None:
    """On each of these days somebody looked at a list."""
    for day in on:
        bring_up_to_date(owner, day)


def waiting(owner: Person, number: int, *, held_on: date = HELD_ON) -> tuple[UUID, UUID]:
    """A made-up application that waits for word of a first interview; its uid and its round's."""
    round_uid = UUID(int=owner.pk * 1_000_000 + number)
    held = Held(Stage.FIRST, held_on, said="1週間以内に連絡します", round=round_uid)
    uid = actions.add(pen(owner, held_on), Facts(employer=f"見本{number}社"), held=held)
    return uid, round_uid


def told_and_answered(
    owner: Person, number: int, said: Said, *, held_on: date = HELD_ON, word_after: int = 7
) -> tuple[UUID, UUID, UUID]:
    """A wait seen on three of its days, and its word; the uids of both and of the change."""
    uid, round_uid = waiting(owner, number, held_on=held_on)
    open_pages(owner, days(held_on, 3))
    on = held_on + timedelta(days=word_after)
    change = actions.record_word(pen(owner, on), uid, round_uid, said=said, on=on)
    return uid, round_uid, change


def remember(owner: Person, today: date) -> None:
    """What pages opened every day would have told of rounds that have met their word since.

    A season that is written application by application was never looked at on its way.
    """
    met = Round.objects.filter(application__owner=owner, on__isnull=False).exclude(word="")
    for one in met.select_related("application"):
        assert one.on is not None
        assert one.word_on is not None
        one.word, one.contact_by = "", ""
        for day in days(one.on, (min(one.word_on, today) - one.on).days):
            if question := question_of(one, day):
                told = columns_of(load().answer(question))
                ToldAnswer.objects.create(
                    owner=owner,
                    application=one.application.uid,
                    round=one.uid,
                    told_on=day,
                    **{name: told[name] for name in TOLD_COLUMNS},
                )
