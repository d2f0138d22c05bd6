"""Applications as lists show them: one query for all, light rows instead of models.

A list of 300 models with all their columns takes five times as long as these.
"""

from datetime import date
from functools import cache

from django.db.models import Count, FilteredRelation, Q, QuerySet

from yokame.accounts.queries import Person
from yokame.tracker import day_answers
from yokame.tracker.application import ENDED, State
from yokame.tracker.card import Card, CardAnswer, CardApplication, CardRound
from yokame.tracker.models import Application

_OF_ROUND = len(CardApplication._fields)
_OF_ANSWER = _OF_ROUND + len(CardRound._fields)
_COLUMNS = (
    *CardApplication._fields,
    *(f"current__{name}" for name in CardRound._fields),
    *(f"current__answer__{name}" for name in CardAnswer._fields),
)

_CURRENT = Q(rounds__is_current=True)
Rows = QuerySet[Application, tuple[object, ...]]


def cards(
    owner: Person, today: date, *, ended: bool = True, ahead_until: date | None = None
) -> list[Card]:
    """Every application, the one that changed last first. Two queries, however many there are.

    Answers are of `today`: those that are older are computed first. With `ahead_until` there is a
    card more for each other round that is to be held from today up to that day.
    """
    day_answers.bring_up_to_date(owner, today)
    rows = _with_current_round()
    if ahead_until is not None:
        soon = Q(rounds__on__gte=today, rounds__on__lte=ahead_until)
        rows = _with_rounds(_CURRENT | soon & Q(rounds__is_open=True, rounds__is_held=False))
    rows = rows.filter(owner=owner)
    if not ended:
        rows = rows.exclude(state__in=ENDED)
    return [_card(row, today) for row in rows]


@cache
def _with_current_round() -> Rows:
    """To find each column through its relations takes as long as a third of the query."""
    return _with_rounds(_CURRENT)


def _with_rounds(which: Q) -> Rows:
    rows = Application.objects.annotate(current=FilteredRelation("rounds", condition=which))
    return rows.order_by("-last_number").values_list(*_COLUMNS)


def _card(row: tuple[object, ...], today: date) -> Card:
    application = CardApplication._make(row[:_OF_ROUND])
    if row[_OF_ROUND] is None:
        return Card(application, None, None)
    one = CardRound._make(row[_OF_ROUND:_OF_ANSWER])
    # On the day of a round there is an answer already; until it was held there is no silence.
    waits = application.state == State.IN_ROUND and (one.is_held or one.on != today)
    is_of_today = waits and row[_OF_ANSWER] == today
    return Card(application, one, CardAnswer._make(row[_OF_ANSWER:]) if is_of_today else None)


def state_counts(owner: Person) -> dict[str, int]:
    """How many applications stand in each state that has any."""
    rows = Application.objects.filter(owner=owner).values_list("state").order_by()
    return dict(rows.annotate(n=Count("pk")))
