"""Cards built by hand: what stands in a ledger on a day, without a ledger."""

from datetime import date, time
from typing import Any
from uuid import NAMESPACE_DNS, UUID, uuid5

from yokame.employers import key_of
from yokame.forecast import Action, Why
from yokame.reports import Stage
from yokame.tracker.application import State
from yokame.tracker.card import Card, CardAnswer, CardApplication, CardRound

TUESDAY = date(2026, 11, 24)  # after a holiday on Monday


def application(employer: str = "見本商事", **known: Any) -> CardApplication:
    """An application of which only its name is known, unless more is given."""
    usual: dict[str, Any] = {
        "uid": uuid5(NAMESPACE_DNS, employer),
        "employer": employer,
        "employer_key": key_of(employer),
        "course": "",
        "priority": 0,
        "entry_due_on": None,
        "applied_on": None,
        "state": State.IN_ROUND,
        "state_on": date(2026, 10, 1),
        "offered_on": None,
        "answer_by": None,
        "extension_asked_on": None,
        "last_number": 1,
    }
    return CardApplication(**{**usual, **known})


def a_round(on: date | None, **known: Any) -> CardRound:
    """A first interview, held on its day."""
    usual: dict[str, Any] = {
        "uid": UUID(int=1),
        "stage": Stage.FIRST,
        "name": "",
        "on": on,
        "is_held": True,
        "is_current": True,
        "starts_at": None,
        "ends_at": None,
        "place": "",
        "said": "1週間以内に",
        "contact_on": None,
        "word": "",
        "asked": [],
    }
    return CardRound(**{**usual, **known})


def answer(
    action: Action = Action.WAIT,
    *,
    expected: date = date(2026, 11, 27),
    latest: date = date(2026, 12, 4),
    **known: Any,
) -> CardAnswer:
    """An answer that says to wait within the promise, unless more is given."""
    usual: dict[str, Any] = {
        "today": TUESDAY,
        "prob": 0.5,
        "median_on": expected,
        "high_on": latest,
        "deadline_on": date(2026, 11, 27),
        "ask_from": date(2026, 11, 30),
        "state": "on_time",
        "action": action,
        "hours": "",
        "why": Why.WITHIN_WINDOW,
    }
    return CardAnswer(**{**usual, **known})


def planned(due: date | None, employer: str = "見本出版") -> Card:
    """Not sent in yet."""
    return Card(application(employer, state=State.PLANNED, entry_due_on=due), None, None)


def offered(answer_by: date | None, employer: str = "見本銀行", **known: Any) -> Card:
    """An offer of 19 November."""
    given: dict[str, Any] = {"offered_on": date(2026, 11, 19), "answer_by": answer_by, **known}
    return Card(application(employer, state=State.OFFERED, **given), None, None)


def waiting(given: CardAnswer | None = None, employer: str = "見本商事", **known: Any) -> Card:
    """A first interview on Friday 13 November, and silence since."""
    one = a_round(**{"on": date(2026, 11, 13), **known})
    return Card(application(employer), one, given or answer())


def ahead(on: date | None, employer: str = "見本食品", at: time | None = None) -> Card:
    """A round to come."""
    coming = a_round(on, is_held=False, said="", starts_at=at)
    return Card(application(employer), coming, None)
