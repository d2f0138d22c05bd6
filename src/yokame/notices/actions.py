"""Every write of channels and deliveries. Each may be sent twice."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

from django.db import IntegrityError, transaction
from django.db.models import Q, QuerySet
from django.utils.crypto import salted_hmac

from yokame.accounts.queries import Person
from yokame.letters import BadFactError, plain_mail
from yokame.notices.delivering import tell_of_letter
from yokame.notices.errors import BadAddressError, NoMailAccountError, NoSuchDeliveryError
from yokame.notices.jobs import deliver_notices
from yokame.notices.mail_account import MailAccount
from yokame.notices.matters import Facts
from yokame.notices.models import Channel, Delivery, Reminding
from yokame.notices.notice import HANDING_OVER, Kind, Notice, State
from yokame.notices.planning import due_notices
from yokame.notices.queries import wishes_of
from yokame.notices.quiet import end_of_quiet
from yokame.notices.sayings import proof_saying
from yokame.notices.sealing import print_of, seal
from yokame.wording import Language

__all__ = ["MailAccount", "Notice"]
# A letter is written for a moment: one that could not go out by then waits for its writer.
LETTER_GOOD_FOR = timedelta(hours=1)
TEST_GOOD_FOR = timedelta(minutes=10)
# Much longer than any notice is of use, so that none is planned again once it is forgotten.
KEPT_FOR = timedelta(days=60)


def save_own_mail(owner: Person, account: MailAccount, *, is_on: bool, now: datetime) -> Channel:
    """The account that letters go out from; notices come through it as well if `is_on`."""
    channel = Channel(
        owner=owner,
        kind=Kind.OWN_MAIL,
        name=account.address,
        is_on=is_on,
        shows_names=True,
        added_at=now,
    )
    return _keep(channel, account.address, account.fields())


def use_house_mail(owner: Person, *, is_on: bool, now: datetime) -> Channel:
    """Notices come by the house's mail to the address this person signed in with, or not."""
    channel = Channel(
        owner=owner, kind=Kind.HOUSE_MAIL, is_on=is_on, shows_names=True, added_at=now
    )
    return _keep(channel, owner.email or "", {})


def subscribe_browser(
    owner: Person, *, endpoint: str, p256dh: str, auth: str, name: str, now: datetime
) -> Channel:
    """Notices come to this browser, which gave an endpoint and its keys."""
    channel = Channel(owner=owner, kind=Kind.PUSH, name=name, added_at=now)
    return _keep(channel, endpoint, {"endpoint": endpoint, "p256dh": p256dh, "auth": auth})


def unsubscribe_browser(owner: Person, endpoint: str) -> None:
    """Nothing comes to the browser with this endpoint any more."""
    Channel.objects.filter(owner=owner, kind=Kind.PUSH, print=print_of(endpoint)).delete()


def save_chat(owner: Person, address: str, *, now: datetime) -> Channel:
    """Notices come by this Apprise address, which the caller has checked."""
    name = f"{urlsplit(address).scheme}://…"
    channel = Channel(owner=owner, kind=Kind.CHAT, name=name, added_at=now)
    return _keep(channel, address, {"address": address})


def switch(owner: Person, channel_id: int, *, is_on: bool, shows_names: bool) -> None:
    """Let notices go to a channel or keep them from it, with employers' names or without.

    What was wrong with it is forgotten.
    """
    Channel.objects.filter(owner=owner, pk=channel_id).update(
        is_on=is_on, shows_names=shows_names, problem="", said=""
    )


def forget(owner: Person, channel_id: int) -> None:
    """Drop a channel with its credentials."""
    Channel.objects.filter(owner=owner, pk=channel_id).delete()


def post(owner: Person, notice: Notice, *, now: datetime) -> int:
    """Put a notice into the outbox, once for each channel that is on; returns how many are new."""
    channels = Channel.objects.filter(owner=owner, is_on=True).select_related("owner")
    return sum([_queue_notice(channel, notice, now) for channel in channels])


def remind(owner: Person, facts: Facts, *, now: datetime) -> int:
    """Post the reminders that are due, each once however often this is called; how many are new."""
    notices = due_notices(facts, wishes_of(owner), now)
    n_new = sum([post(owner, notice, now=now) for notice in notices])
    # Last of all: whoever is killed before leaves it to be done again, which repeats nothing.
    Reminding.objects.update_or_create(owner=owner, defaults={"planned_at": now})
    return n_new


def drop_old_notices(*, now: datetime) -> int:
    """Forget notices that were sent, or not, long ago; returns how many. Letters are kept."""
    old = Delivery.objects.filter(asked_at__lt=now - KEPT_FOR).exclude(target=Delivery.LETTER)
    return old.delete()[0]


def try_channel(owner: Person, channel_id: int, *, now: datetime) -> bool:
    """Send a word of proof by one channel, at most one in a minute. False if there is none such."""
    channel = Channel.objects.select_related("owner").filter(owner=owner, pk=channel_id).first()
    if channel is None:
        return False
    switch(owner, channel_id, is_on=True, shows_names=channel.shows_names)
    said = proof_saying(Language(owner.language))
    notice = Notice(
        key=f"test:{now:%Y-%m-%dT%H:%M}",
        title=said.title,
        glance=said.glance,
        body=said.body,
        path="/settings/notices/",
        good_until=now + TEST_GOOD_FOR,
        may_ring=True,
    )
    _queue_notice(channel, notice, now)
    return True


def send_letter(
    owner: Person,
    *,
    key: str,
    to: str,
    subject: str,
    body: str,
    about: dict[str, Any],
    now: datetime,
) -> None:
    """Send this text to an employer from the person's own address, once for each `key`.

    Asked again with the same key, nothing more is sent. `about` comes back with the signal
    `letter_sent` when it went out. How it fares: `queries.letter_delivery`.

    Raises NoMailAccountError, BadAddressError.
    """
    channel = Channel.objects.filter(owner=owner, kind=Kind.OWN_MAIL).first()
    if channel is None:
        raise NoMailAccountError
    if not to:
        raise BadAddressError(address=to)
    try:
        plain_mail(subject, body, sender=channel.name, to=to)
    except BadFactError as error:
        raise BadAddressError(address=error.value) from error
    payload = {"to": to, "title": subject, "body": body, "about": about}
    letter = Delivery(
        owner=owner,
        key=key,
        target=Delivery.LETTER,
        channel=channel,
        payload=payload,
        next_try_at=now,
        good_until=now + LETTER_GOOD_FOR,
        may_ring=True,
    )
    _queue(letter, now)


def send_letter_again(owner: Person, key: str, *, now: datetime) -> None:
    """Try a letter again that failed, or that by its writer's word did not arrive.

    Raises NoSuchDeliveryError, NoMailAccountError.
    """
    channel = Channel.objects.filter(owner=owner, kind=Kind.OWN_MAIL).first()
    if channel is None:
        raise NoMailAccountError
    with transaction.atomic():
        again = _undecided(owner, key, now).update(
            state=State.WAITING,
            channel=channel,
            next_try_at=now,
            changed_at=now,
            good_until=now + LETTER_GOOD_FOR,
        )
        if not again:
            raise NoSuchDeliveryError
        deliver_notices.enqueue()


def letter_arrived(owner: Person, key: str, *, now: datetime) -> None:
    """By its writer's word a letter arrived of which the server had said nothing.

    Raises NoSuchDeliveryError.
    """
    with transaction.atomic():
        undecided = _undecided(owner, key, now).filter(state=State.UNCERTAIN)
        row = undecided.select_related("owner").select_for_update(of=("self",)).first()
        if row is None:
            raise NoSuchDeliveryError
        row.state, row.changed_at, row.problem, row.said = State.SENT, now, "", ""
        row.save(update_fields=["state", "changed_at", "problem", "said"])
        tell_of_letter(row, now)


def _keep(channel: Channel, address: str, fields: Mapping[str, str | int]) -> Channel:
    """Keep the channel, in the place of the one that is there for the same address.

    Of mail accounts a person has one of a kind, whatever its address.
    """
    owner = channel.owner
    channel.print, channel.sealed = print_of(address), seal(owner.pk, fields)
    with transaction.atomic():
        same = Channel.objects.select_for_update().filter(owner=owner, kind=channel.kind)
        if channel.kind in (Kind.PUSH, Kind.CHAT):
            same = same.filter(print=channel.print)
        if before := same.first():
            channel.pk, channel.added_at = before.pk, before.added_at
        channel.save()
        # What had its moment before there was any way to say it is not said now.
        Reminding.objects.get_or_create(owner=owner, defaults={"planned_at": channel.added_at})
    return channel


def _queue_notice(channel: Channel, notice: Notice, now: datetime) -> bool:
    quiet_until = None if notice.may_ring else end_of_quiet(channel.owner, now)
    body = notice.body if channel.shows_names else notice.glance
    delivery = Delivery(
        owner=channel.owner,
        key=notice.key,
        target=str(channel.pk),
        channel=channel,
        payload={"title": notice.title, "body": body, "path": notice.path},
        next_try_at=quiet_until or now,
        good_until=notice.good_until,
        may_ring=notice.may_ring,
    )
    return _queue(delivery, now)


def _queue(delivery: Delivery, now: datetime) -> bool:
    """Into the outbox, and a job for it, in one transaction. False if it was there already."""
    delivery.asked_at = delivery.changed_at = now
    delivery.payload["message_id"] = _message_id(delivery)
    try:
        with transaction.atomic():
            delivery.save(force_insert=True)
            if delivery.next_try_at <= now:
                deliver_notices.enqueue()
    except IntegrityError:
        return False
    return True


def _message_id(delivery: Delivery) -> str:
    """The same for the same effect, and it tells nobody what that is."""
    assert delivery.channel is not None
    about = f"{delivery.owner_id} {delivery.target} {delivery.key}"
    digest = salted_hmac("yokame.message-id", about, algorithm="sha256").hexdigest()[:40]
    is_own = delivery.channel.kind == Kind.OWN_MAIL
    domain = delivery.channel.name.rpartition("@")[2] if is_own else "yokame.invalid"
    return f"<{digest}@{domain}>"


def _undecided(owner: Person, key: str, now: datetime) -> QuerySet[Delivery]:
    """The letter, if it failed or its outcome is unknown, and nobody is at work on it."""
    silent = Q(changed_at__lte=now - HANDING_OVER) | ~Q(problem="")
    return Delivery.objects.filter(
        Q(state=State.FAILED) | (Q(state=State.UNCERTAIN) & silent),
        owner=owner,
        key=key,
        target=Delivery.LETTER,
    )
