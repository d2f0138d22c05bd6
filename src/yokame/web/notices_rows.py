"""Channels and deliveries as the page lists them."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from yokame.accounts.queries import Person
from yokame.notices import queries
from yokame.notices.queries import Channel, Delivery, Kind, State
from yokame.wording import Language, say_day, text


@dataclass(frozen=True)
class ChannelRow:
    """A way to be told; `problem` says what is wrong and what to do, `said` repeats the server."""

    id: int
    name: str
    is_on: bool
    shows_names: bool
    problem: str
    said: str


@dataclass(frozen=True)
class DeliveryRow:
    """A notice or letter by one way, and how it fared."""

    title: str
    at: str
    way: str
    state: str
    is_well: bool
    problem: str


def channel_rows(person: Person, lang: Language) -> list[ChannelRow]:
    """A person's channels."""
    return [
        ChannelRow(
            id=channel.pk,
            name=channel_name(channel),
            is_on=channel.is_on,
            shows_names=channel.shows_names,
            problem=_problem(channel.problem, lang),
            said=channel.said,
        )
        for channel in queries.channels(person)
    ]


def delivery_rows(person: Person, lang: Language, now: datetime) -> list[DeliveryRow]:
    """What was sent last, the newest first."""
    return [_delivery_row(row, lang, now) for row in queries.recent_deliveries(person)]


def channel_name(channel: Channel) -> str:
    """How a person knows it."""
    names = {
        Kind.OWN_MAIL: _("メール（%(name)s）") % {"name": channel.name},
        Kind.HOUSE_MAIL: _("メール（ログインに使うアドレス）"),
        Kind.PUSH: _("ブラウザー（%(name)s）") % {"name": channel.name},
        Kind.CHAT: _("Apprise（%(name)s）") % {"name": channel.name},
    }
    return names[Kind(channel.kind)]


def _delivery_row(row: Delivery, lang: Language, now: datetime) -> DeliveryRow:
    state = queries.shown_state(row, now)
    at = timezone.localtime(row.asked_at)
    to = {"to": row.payload["to"]} if row.is_letter else {}
    return DeliveryRow(
        title=row.payload["title"],
        at=f"{say_day(at.date(), lang)} {at:%H:%M}",
        way=_("%(to)sへの連絡文") % to if row.is_letter else _way(row.channel),
        state=say_state(state),
        is_well=state in (State.SENT, State.WAITING, State.SENDING) and not row.problem,
        problem=_problem(row.problem, lang),
    )


def say_state(state: State) -> str:
    """How a delivery fares, in a word."""
    return {
        State.WAITING: _("順番を待っています"),
        State.SENDING: _("送っています"),
        State.SENT: _("送りました"),
        State.UNCERTAIN: _("届いたか、わかりません"),
        State.FAILED: _("送れませんでした"),
        State.EXPIRED: _("時機が過ぎたので、送りませんでした"),
    }[state]


def _way(channel: Channel | None) -> str:
    return channel_name(channel) if channel else _("いまはない方法")


def _problem(code: str, lang: Language) -> str:
    return text(lang, f"problem.{code}") if code else ""
