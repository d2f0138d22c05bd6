"""Hands over what waits in the outbox, each effect effectively once, whoever dies in between.

A delivery is claimed by one conditional UPDATE that counts the attempt; every later step is
conditional on that count, so who was overtaken can change nothing. Before the first byte of the
message goes out, `UNCERTAIN` is written down: whoever is killed after that leaves behind that the
message may have arrived, and nobody sends it again by themselves; whoever is killed before leaves
`SENDING`, which is safe to claim again.
"""

import logging
import time
from collections.abc import Callable
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F, Q, QuerySet
from django.utils import timezone

from yokame.notices.carriers import carry
from yokame.notices.models import Channel, Delivery
from yokame.notices.notice import State
from yokame.notices.quiet import end_of_quiet
from yokame.notices.signals import LetterSent, letter_sent
from yokame.outbound import DeliveryError, Problem, RefusedError, TryLaterError, UnknownOutcomeError

logger = logging.getLogger(__name__)
Clock = Callable[[], datetime]
# Minutes until the next attempt, after the first, second, ... that failed for now.
PAUSES_MINUTES = (1, 5, 15, 60, 180)
# Longer than any attempt takes: whoever has not handed over by then is dead or asleep.
CLAIM_MINUTES = 10
# A job ends after this and another begins, so that several workers share a long queue.
JOB_SECONDS = 60.0
# What a channel will answer again tomorrow, so that it is no use until its owner changes it.
_BREAKING = frozenset(Problem) - {
    Problem.SENDER_REFUSED,
    Problem.RECIPIENT_REFUSED,
    Problem.MESSAGE_REFUSED,
    Problem.BUSY,
    Problem.NO_REPLY,
    Problem.NO_CONNECTION,
    Problem.HOST_UNKNOWN,
}


class _OvertakenError(Exception):
    """Another worker has taken this delivery over."""


def due(now: datetime) -> QuerySet[Delivery]:
    """Deliveries to be tried now, the longest waiting first."""
    lost = Q(state=State.SENDING, changed_at__lte=now - timedelta(minutes=CLAIM_MINUTES))
    ready = Q(state=State.WAITING, next_try_at__lte=now)
    return Delivery.objects.filter(ready | lost).order_by("next_try_at", "pk")


def deliver_all_due(clock: Clock = timezone.now) -> bool:
    """Deliver what is due, for about `JOB_SECONDS`. True if something is left."""
    began = time.monotonic()
    for pk in list(due(clock()).values_list("pk", flat=True)):
        if time.monotonic() - began > JOB_SECONDS:
            return True
        deliver(pk, clock)
    return False


def deliver(pk: int, clock: Clock = timezone.now) -> None:
    """One attempt at one delivery, if it is still to be had."""
    delivery = _claim(pk, clock())
    if delivery is None:
        return
    try:
        if not _is_held_back(delivery, clock()):
            _attempt(delivery, clock)
    except _OvertakenError:
        logger.warning("Delivery %s was taken over by another worker.", pk)


def _attempt(delivery: Delivery, clock: Clock) -> None:
    try:
        carry(delivery, lambda: _change(delivery, State.UNCERTAIN, clock()))
    except TryLaterError as error:
        _try_later(delivery, error, clock())
    except RefusedError as error:
        _refused(delivery, error, clock())
    except UnknownOutcomeError as error:
        _change(delivery, State.UNCERTAIN, clock(), problem=error.problem, said=error.said)
    except _OvertakenError:
        raise
    except Exception:
        # One delivery that we cannot handle must not keep all others waiting behind it.
        logger.exception("Delivery %s could not be handled.", delivery.pk)
        was_handed_over = delivery.state == State.UNCERTAIN
        after = State.UNCERTAIN if was_handed_over else State.FAILED
        _change(delivery, after, clock(), problem=Problem.OUR_FAULT)
    else:
        _arrived(delivery, clock())


def _claim(pk: int, now: datetime) -> Delivery | None:
    claimed = due(now).filter(pk=pk)
    if not claimed.update(state=State.SENDING, attempts=F("attempts") + 1, changed_at=now):
        return None
    return Delivery.objects.select_related("channel__owner", "owner").get(pk=pk)


def _change(delivery: Delivery, after: State, now: datetime, **columns: object) -> None:
    """One step of the attempt that we counted. Raises _OvertakenError if it is ours no more."""
    ours = Delivery.objects.filter(pk=delivery.pk, attempts=delivery.attempts, state=delivery.state)
    if not ours.update(state=after, changed_at=now, **columns):
        raise _OvertakenError
    delivery.state = after


def _is_held_back(delivery: Delivery, now: datetime) -> bool:
    """Not all is of use for ever, people switch channels off, and they sleep."""
    is_off = delivery.channel is not None and not delivery.channel.is_on
    if now > delivery.good_until or (is_off and not delivery.is_letter):
        _change(delivery, State.EXPIRED, now)
        return True
    if not delivery.may_ring and (until := end_of_quiet(delivery.owner, now)):
        _change(delivery, State.WAITING, now, next_try_at=until)
        return True
    return False


def _arrived(delivery: Delivery, now: datetime) -> None:
    with transaction.atomic():
        _change(delivery, State.SENT, now, problem="", said="")
        if delivery.channel is not None and delivery.channel.problem:
            Channel.objects.filter(pk=delivery.channel.pk).update(problem="", said="")
        if delivery.is_letter:
            tell_of_letter(delivery, now)


def tell_of_letter(delivery: Delivery, now: datetime) -> None:
    """Let whoever keeps letters know that this one went out, in the caller's transaction."""
    payload = delivery.payload
    letter = LetterSent(
        owner=delivery.owner,
        key=delivery.key,
        sent_at=now,
        to=payload["to"],
        subject=payload["title"],
        body=payload["body"],
        about=payload["about"],
    )
    letter_sent.send(sender=Delivery, letter=letter)


def _try_later(delivery: Delivery, error: DeliveryError, now: datetime) -> None:
    pause = PAUSES_MINUTES[min(delivery.attempts, len(PAUSES_MINUTES)) - 1]
    next_try_at = now + timedelta(minutes=pause)
    after = State.WAITING if next_try_at <= delivery.good_until else State.FAILED
    _change(
        delivery,
        after,
        now,
        next_try_at=next_try_at,
        problem=error.problem,
        said=error.said,
    )


def _refused(delivery: Delivery, error: DeliveryError, now: datetime) -> None:
    """The end of this delivery; where the channel itself is broken, it is switched off as well."""
    with transaction.atomic():
        _change(delivery, State.FAILED, now, problem=error.problem, said=error.said)
        if delivery.channel is not None and error.problem in _BREAKING:
            delivery.channel.problem, delivery.channel.said = error.problem, error.said
            delivery.channel.is_on = False
            delivery.channel.save(update_fields=["problem", "said", "is_on"])
