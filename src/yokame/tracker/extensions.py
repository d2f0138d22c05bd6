"""Which employers were asked to wait longer for the answer to their offer."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from yokame.accounts.queries import Person
from yokame.letters import Situation
from yokame.tracker.application import State
from yokame.tracker.card import Card
from yokame.tracker.models import LedgerEvent
from yokame.tracker.reading import undone_of

# A new day for the answer, or the offer once more, settles what was asked before.
_KINDS = ("letter_sent", "offer_due_set", "word_came")


def extensions_asked(owner: Person, cards: Iterable[Card]) -> dict[UUID, date]:
    """The open offers for which more time was asked and none given yet, with the day of asking.

    No query where there is no offer, else two.
    """
    offers = [one.application.uid for one in cards if one.application.state == State.OFFERED]
    if not offers:
        return {}
    undone = undone_of(owner)
    events = LedgerEvent.objects.filter(owner=owner, application__in=offers, kind__in=_KINDS)
    asked: dict[UUID, date] = {}
    for event in events.order_by("number"):
        assert event.application is not None
        if event.change in undone:
            continue
        if event.kind != "letter_sent":
            asked.pop(event.application, None)
        elif event.data["situation"] == Situation.EXTENSION:
            asked[event.application] = event.happened_on
    return asked
