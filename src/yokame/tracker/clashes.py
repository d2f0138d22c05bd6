"""An offer that must be answered before others have spoken, and what can be done about it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from yokame.forecast import Action
from yokame.promise import is_business_day, on_or_after_business_day
from yokame.tracker.application import State
from yokame.tracker.rules import MOST_INQUIRIES
from yokame.tracker.standing import Outlook, Standing

# An employer that is asked for word earlier needs a week to hold its meeting; one whose word may
# well come in time is asked only when time runs short; one that is asked for more time wants to
# hear it before the last day. All three are judgement: no survey tells.
_ASK_BEFORE_BUSINESS_DAYS = 5
_ASK_LATE_BUSINESS_DAYS = 3
_ANSWER_BEFORE_BUSINESS_DAYS = 2
_EXTEND_BEFORE_BUSINESS_DAYS = 3


@dataclass(frozen=True)
class Pending:
    """A wait whose word may come too late; its days are None where the round itself does.

    `ask_on`: when to ask for word earlier; None where that is no use, or was done.
    """

    wait: Standing
    expected_on: date | None
    latest_on: date | None
    ask_on: date | None


@dataclass(frozen=True)
class Clash:
    """An open offer and what it may have to be answered without.

    `extend_on`: the day until which to ask for more time; `extend_until`: how much would do, None
    where a round that is ahead leaves that open.
    """

    offer: Standing
    answer_by: date
    pending: tuple[Pending, ...]
    extend_on: date
    extend_until: date | None


def clashes(standings: Iterable[Standing], today: date) -> list[Clash]:
    """Every open offer with waits whose word may come after its last day, the soonest first."""
    standings = list(standings)
    open_offers = (one for one in standings if one.state == State.OFFERED)
    due = [(one.answer_by, one) for one in open_offers if one.answer_by and one.answer_by >= today]
    found = []
    for answer_by, offer in sorted(due, key=lambda pair: (pair[0], pair[1].last_number)):
        pending = [
            one
            for wait in standings
            if (one := _pending(wait, offer, answer_by, today)) is not None
        ]
        if pending:
            pending.sort(key=lambda one: (-one.wait.priority, one.expected_on or date.max))
            found.append(_clash(offer, answer_by, tuple(pending), today))
    return found


def _clash(offer: Standing, answer_by: date, pending: tuple[Pending, ...], today: date) -> Clash:
    latest = [one.latest_on for one in pending]
    known = [day for day in latest if day is not None]
    return Clash(
        offer=offer,
        answer_by=answer_by,
        pending=pending,
        extend_on=max(today, business_days_before(answer_by, _EXTEND_BEFORE_BUSINESS_DAYS)),
        extend_until=on_or_after_business_day(max(known)) if len(known) == len(latest) else None,
    )


def _pending(wait: Standing, offer: Standing, answer_by: date, today: date) -> Pending | None:
    """The wait as one that the offer does not leave time for; None where it does."""
    if wait.round is None or not wait.round.is_current or wait.state != State.IN_ROUND:
        return None
    outlook = wait.outlook
    if wait.is_ahead(today):
        on = wait.round.on
        return Pending(wait, None, None, None) if on is None or on >= answer_by else None
    if outlook is None or outlook.action in (Action.CLOSE, Action.RECORD_WORD):
        return None
    if outlook.high_on <= answer_by:
        return None
    asked = wait.round.asked
    told = (
        bool(asked) and offer.offered_on is not None and asked[-1] >= offer.offered_on.isoformat()
    )
    is_known = wait.round.is_held or bool(wait.round.said)
    may_ask = is_known and not told and len(asked) < MOST_INQUIRIES
    ask_on = _ask_on(outlook, answer_by, today) if may_ask else None
    return Pending(wait, outlook.median_on, outlook.high_on, ask_on)


def _ask_on(outlook: Outlook, answer_by: date, today: date) -> date | None:
    """The eighth day where it leaves time, else some days before the offer's last day, or now.

    None where only those who passed are told (there is no eighth day), or it is too late.
    """
    if outlook.ask_from is None:
        return None
    from_now = on_or_after_business_day(today)
    if outlook.ask_from <= business_days_before(answer_by, _ANSWER_BEFORE_BUSINESS_DAYS):
        on = max(from_now, outlook.ask_from)
    else:
        in_time = outlook.median_on <= answer_by
        n = _ASK_LATE_BUSINESS_DAYS if in_time else _ASK_BEFORE_BUSINESS_DAYS
        on = max(from_now, business_days_before(answer_by, n))
    return on if on < answer_by else None


def business_days_before(day: date, n: int) -> date:
    """The `n`-th business day before `day`; `day` itself is not counted."""
    while n > 0:
        day -= timedelta(days=1)
        n -= is_business_day(day)
    return day
