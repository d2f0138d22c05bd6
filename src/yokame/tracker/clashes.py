"""An offer that must be answered before others have spoken, and what can be done about it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from uuid import UUID

from yokame.forecast import Action
from yokame.promise import is_business_day, on_or_after_business_day
from yokame.tracker.application import State
from yokame.tracker.card import Card, CardAnswer
from yokame.tracker.rules import MOST_INQUIRIES

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

    wait: Card
    expected_on: date | None
    latest_on: date | None
    ask_on: date | None


@dataclass(frozen=True)
class Clash:
    """An open offer and what it may have to be answered without.

    `extend_on`: the day until which to ask for more time; `extend_until`: how much would do, None
    where a round that is ahead leaves that open. `extension_asked_on`: more time was asked for.
    """

    offer: Card
    answer_by: date
    pending: tuple[Pending, ...]
    extend_on: date
    extend_until: date | None
    extension_asked_on: date | None

    def part_of(self, application: UUID) -> "Clash | None":
        """What of it an application must know: the offer all, a wait its own part."""
        if self.offer.application.uid == application:
            return self
        own = tuple(one for one in self.pending if one.wait.application.uid == application)
        return replace(self, pending=own) if own else None


def clashes(cards: Iterable[Card], today: date) -> list[Clash]:
    """Every open offer with waits whose word may come after its last day, the soonest first."""
    cards = list(cards)
    waits = [one for one in cards if _may_clash(one)]
    found = []
    for offer in cards:
        answer_by = offer.application.answer_by
        if offer.application.state != State.OFFERED or answer_by is None or answer_by < today:
            continue
        late = [one for one in waits if _comes_after(one, answer_by, today)]
        pending = [_pending(one, offer, answer_by, today) for one in late]
        if pending:
            pending.sort(key=_matters_most)
            found.append(_clash(offer, answer_by, tuple(pending), today))
    return sorted(found, key=lambda clash: clash.answer_by)


def _matters_most(pending: Pending) -> tuple[int, date]:
    return -pending.wait.application.priority, pending.expected_on or date.max


def _clash(offer: Card, answer_by: date, pending: tuple[Pending, ...], today: date) -> Clash:
    latest = [one.latest_on for one in pending]
    known = [day for day in latest if day is not None]
    return Clash(
        offer=offer,
        answer_by=answer_by,
        pending=pending,
        extend_on=max(today, business_days_before(answer_by, _EXTEND_BEFORE_BUSINESS_DAYS)),
        extend_until=on_or_after_business_day(max(known)) if len(known) == len(latest) else None,
        extension_asked_on=offer.application.extension_asked_on,
    )


def _may_clash(one: Card) -> bool:
    """Whether word of this application is still to come, and not just to be read."""
    if one.application.state != State.IN_ROUND or one.round is None or not one.round.is_current:
        return False
    return one.answer is None or one.answer.action not in (Action.CLOSE, Action.RECORD_WORD)


def _comes_after(wait: Card, answer_by: date, today: date) -> bool:
    """Whether word may come after that day; of a round that is ahead one knows only its own."""
    if wait.answer is not None:
        return wait.answer.high_on > answer_by
    on = wait.round.on if wait.round else None
    return wait.is_ahead(today) and (on is None or on >= answer_by)


def _pending(wait: Card, offer: Card, answer_by: date, today: date) -> Pending:
    answer, one = wait.answer, wait.round
    if answer is None or one is None:
        return Pending(wait, None, None, None)
    is_known = one.is_held or bool(one.said)
    offered_on = str(offer.application.offered_on)
    was_told = any(day >= offered_on for day in one.asked)
    may_ask = is_known and not was_told and len(one.asked) < MOST_INQUIRIES
    ask_on = _ask_on(answer, answer_by, today) if may_ask else None
    return Pending(wait, answer.median_on, answer.high_on, ask_on)


def _ask_on(answer: CardAnswer, answer_by: date, today: date) -> date | None:
    """The eighth day where it leaves time, else some days before the offer's last day, or now.

    None where only those who passed are told (there is no eighth day), or it is too late.
    """
    if answer.ask_from is None:
        return None
    from_now = on_or_after_business_day(today)
    if answer.ask_from <= business_days_before(answer_by, _ANSWER_BEFORE_BUSINESS_DAYS):
        on = max(from_now, answer.ask_from)
    else:
        in_time = answer.median_on <= answer_by
        n = _ASK_LATE_BUSINESS_DAYS if in_time else _ASK_BEFORE_BUSINESS_DAYS
        on = max(from_now, business_days_before(answer_by, n))
    return on if on < answer_by else None


@lru_cache(maxsize=256)
def business_days_before(day: date, n: int) -> date:
    """The `n`-th business day before `day`; `day` itself is not counted."""
    while n > 0:
        day -= timedelta(days=1)
        n -= is_business_day(day)
    return day
