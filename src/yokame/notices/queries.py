"""Every read of channels and deliveries. What belongs to another is not there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db.models import QuerySet
from django.utils.module_loading import import_string

from yokame.accounts.queries import Person
from yokame.notices.mail_account import MailAccount, mail_account
from yokame.notices.models import Channel, Delivery, Reminding
from yokame.notices.notice import HANDING_OVER, Kind, State
from yokame.notices.planning import Wishes, last_moment
from yokame.notices.sealing import unseal
from yokame.outbound import RefusedError
from yokame.wording import Language

__all__ = ["Channel", "Delivery", "Kind", "LetterDelivery", "State"]

_UNDER_WAY = (State.WAITING, State.SENDING, State.UNCERTAIN)


@dataclass(frozen=True)
class LetterDelivery:
    """How a letter fares. `problem` has its sentence in `wording` ("problem.<problem>")."""

    key: str
    state: State
    to: str
    subject: str
    body: str
    asked_at: datetime
    changed_at: datetime
    next_try_at: datetime | None
    problem: str
    said: str

    @property
    def needs_person(self) -> bool:
        """Whether it goes on only when the person says how."""
        return self.state in (State.FAILED, State.UNCERTAIN)


def letter_delivery(owner: Person, key: str, now: datetime) -> LetterDelivery | None:
    """How the letter of this key fares; None if none was asked for.

    A message is UNCERTAIN from the moment it is handed over; for three minutes that reads SENDING.
    """
    row = Delivery.objects.filter(owner=owner, key=key, target=Delivery.LETTER).first()
    if row is None:
        return None
    return LetterDelivery(
        key=row.key,
        state=shown_state(row, now),
        to=row.payload["to"],
        subject=row.payload["title"],
        body=row.payload["body"],
        asked_at=row.asked_at,
        changed_at=row.changed_at,
        next_try_at=row.next_try_at if row.state == State.WAITING else None,
        problem=row.problem,
        said=row.said,
    )


def letters_under_way(owner: Person, about: Mapping[str, Sequence[str]], *, but: str) -> int:
    """Letters that may still arrive, or did and nobody knows, whose `about` has these values.

    `but`: the key of a letter that is not counted.
    """
    having = {f"payload__about__{name}__in": list(values) for name, values in about.items()}
    rows = Delivery.objects.filter(owner=owner, target=Delivery.LETTER, state__in=_UNDER_WAY)
    return rows.filter(**having).exclude(key=but).count()


def shown_state(row: Delivery, now: datetime) -> State:
    """The state as people are told it."""
    is_handed_over = row.state == State.UNCERTAIN and not row.problem
    if is_handed_over and now - row.changed_at < HANDING_OVER:
        return State.SENDING
    return State(row.state)


def to_be_reminded(now: datetime) -> list[Person]:
    """Everybody with a channel for whom a moment has come since their reminders were planned."""
    reached = Channel.objects.filter(is_on=True).values("owner")
    planned = dict(Reminding.objects.values_list("owner", "planned_at"))
    return [
        person
        for person in Person.objects.filter(pk__in=reached, is_active=True).order_by("pk")
        if (at := planned.get(person.pk)) is None or at < last_moment(wishes_of(person), now)
    ]


def wishes_of(person: Person) -> Wishes:
    """How this person wants to be told."""
    return Wishes(lang=Language(person.language), digest_at=person.digest_at)


def channels(owner: Person) -> QuerySet[Channel]:
    """A person's channels, the oldest first."""
    return Channel.objects.filter(owner=owner).select_related("owner").order_by("pk")


def has(owner: Person, kind: Kind, **further: bool) -> bool:
    """Whether a person has a channel of this kind."""
    return Channel.objects.filter(owner=owner, kind=kind, **further).exists()


def broken_channels(owner: Person) -> list[Channel]:
    """Channels by which nothing comes any more until their owner changes something."""
    return list(Channel.objects.filter(owner=owner, is_on=False).exclude(problem=""))


def recent_deliveries(owner: Person, limit: int = 20) -> list[Delivery]:
    """The last deliveries, notices and letters, the newest first."""
    rows = Delivery.objects.filter(owner=owner).select_related("channel")
    return list(rows.order_by("-asked_at", "-pk")[:limit])


def own_mail(owner: Person) -> MailAccount | None:
    """The account that a person's letters go out from; None if there is none, or none readable."""
    channel = Channel.objects.filter(owner=owner, kind=Kind.OWN_MAIL).first()
    if channel is None:
        return None
    try:
        return mail_account(unseal(owner.pk, channel.sealed))
    except RefusedError:
        return None


def house_can_mail() -> bool:
    """Whether this house has a mail server of its own, for the people who sign in."""
    return bool(settings.ONLY_PUBLIC_HOSTS and settings.EMAIL_HOST)


def key_for_browsers() -> str:
    """What a browser is given when it subscribes (`applicationServerKey`)."""
    key: str = import_string("yokame.notices.carriers.push.key_for_browsers")()
    return key
