"""Applications as lists show them: one query for all, light rows instead of models.

A list of 300 models with all their columns takes five times as long as these.
"""

from datetime import date, time
from typing import NamedTuple
from uuid import UUID

from django.db.models import FilteredRelation, Q

from yokame.accounts.queries import Person
from yokame.tracker import day_answers
from yokame.tracker.application import State
from yokame.tracker.models import Application


class CardApplication(NamedTuple):
    """The application; codes are those of its row."""

    uid: UUID
    employer: str
    employer_key: str
    course: str
    track: str
    industry: str
    priority: int
    entry_due_on: date | None
    added_on: date
    applied_on: date | None
    state: str
    state_on: date
    offered_on: date | None
    answer_by: date | None
    answered_on: date | None
    last_number: int


class CardRound(NamedTuple):
    """The round that the application hangs on."""

    uid: UUID
    stage: str
    name: str
    on: date | None
    is_held: bool
    starts_at: time | None
    place: str
    is_open: bool
    said: str
    heard_on: date | None
    contact_on: date | None
    word: str
    word_on: date | None
    asked: list[str]


class CardAnswer(NamedTuple):
    """What lists show of the answer for that round."""

    today: date
    prob: float
    low: float
    high: float
    never_prob: float
    median_on: date
    low_on: date
    high_on: date
    deadline_on: date | None
    ask_from: date | None
    state: str
    action: str
    action_on: date
    hours: str
    why: str


class Card(NamedTuple):
    """One application, the round it hangs on, and that round's answer of the day if it waits."""

    application: CardApplication
    round: CardRound | None
    answer: CardAnswer | None


_OF_ROUND = len(CardApplication._fields)
_OF_ANSWER = _OF_ROUND + len(CardRound._fields)
_COLUMNS = (
    *CardApplication._fields,
    *(f"current__{name}" for name in CardRound._fields),
    *(f"current__answer__{name}" for name in CardAnswer._fields),
)


def cards(owner: Person, today: date) -> list[Card]:
    """Every application, the one that changed last first. Two queries, however many there are.

    Answers are of `today`: those that are older are computed first.
    """
    day_answers.bring_up_to_date(owner, today)
    current = FilteredRelation("rounds", condition=Q(rounds__is_current=True))
    rows = Application.objects.filter(owner=owner).annotate(current=current)
    return [_card(row, today) for row in rows.order_by("-last_number").values_list(*_COLUMNS)]


def _card(row: tuple[object, ...], today: date) -> Card:
    application = CardApplication._make(row[:_OF_ROUND])
    if row[_OF_ROUND] is None:
        return Card(application, None, None)
    one = CardRound._make(row[_OF_ROUND:_OF_ANSWER])
    waits = application.state == State.IN_ROUND and row[_OF_ANSWER] == today
    return Card(application, one, CardAnswer._make(row[_OF_ANSWER:]) if waits else None)
