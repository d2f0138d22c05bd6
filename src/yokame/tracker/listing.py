"""Reads all applications of a person at once, each with the round it hangs on: one query."""

from datetime import date

from django.db.models import Count, FilteredRelation, Q

from yokame.accounts.queries import Person
from yokame.tracker.application import ENDED, State
from yokame.tracker.models import Application
from yokame.tracker.standing import Outlook, RoundStanding, Standing

_OF_ROUND = "hangs_on__"
_OF_ANSWER = "hangs_on__answer__"
_APPLICATION = (
    "uid",
    *(name for name in Standing._fields if name not in ("application", "round", "outlook")),
)
_ROUND = tuple(_OF_ROUND + name for name in RoundStanding._fields)
_ANSWER = ("hangs_on__answer__today", *(_OF_ANSWER + name for name in Outlook._fields))
_STATE_AT = _APPLICATION.index("state")
_ROUND_AT = len(_APPLICATION)
_ANSWER_AT = _ROUND_AT + len(_ROUND)


def standings(
    owner: Person, today: date, *, ended: bool, ahead_until: date | None
) -> list[Standing]:
    """Every application, the one that changed last first; see `queries.standings`."""
    which = Q(rounds__is_current=True)
    if ahead_until is not None:
        which |= Q(rounds__is_open=True, rounds__is_held=False) & Q(
            rounds__on__gte=today, rounds__on__lte=ahead_until
        )
    rows = Application.objects.filter(owner=owner)
    if not ended:
        rows = rows.exclude(state__in=ENDED)
    rows = rows.annotate(hangs_on=FilteredRelation("rounds", condition=which))
    columns = rows.order_by("-last_number").values_list(*_APPLICATION, *_ROUND, *_ANSWER)
    return [_standing(row, today) for row in columns]


def _standing(row: tuple[object, ...], today: date) -> Standing:
    one = outlook = None
    if row[_ROUND_AT] is not None:
        one = RoundStanding._make(row[_ROUND_AT:_ANSWER_AT])
        # On the day of a round there is an answer already; until it was held there is no silence.
        waits = one.is_held or one.on != today
        if waits and row[_STATE_AT] == State.IN_ROUND and row[_ANSWER_AT] == today:
            outlook = Outlook._make(row[_ANSWER_AT + 1 :])
    return Standing._make((*row[:_ROUND_AT], one, outlook))


def state_counts(owner: Person) -> dict[str, int]:
    """How many applications stand in each state that has any."""
    rows = Application.objects.filter(owner=owner).values_list("state").order_by()
    return dict(rows.annotate(n=Count("pk")))
