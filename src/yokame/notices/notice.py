"""What is to be said to a person, before it is known by which way."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

# While a message is handed over its outcome is unknown for a moment; that is nobody's worry yet.
# Longer than the server is given for its last word (`outbound.smtp.LAST_REPLY_SECONDS`).
HANDING_OVER = timedelta(minutes=3)


class Kind(StrEnum):
    """The ways to a person. `OWN_MAIL` also carries that person's letters."""

    OWN_MAIL = "own_mail"
    HOUSE_MAIL = "house_mail"
    PUSH = "push"
    CHAT = "chat"


class State(StrEnum):
    """Where a delivery stands.

    `SENDING`: claimed, and nothing handed over yet. `UNCERTAIN`: written down before the first
    byte is handed over, and left only when an answer comes; what stays there may have arrived.
    `EXPIRED`: its moment passed before it could be sent.
    """

    WAITING = "waiting"
    SENDING = "sending"
    SENT = "sent"
    UNCERTAIN = "uncertain"
    FAILED = "failed"
    EXPIRED = "expired"


@dataclass(frozen=True)
class Notice:
    """One thing to say. `key` names it for ever: a second notice of one key is not sent.

    `title` and `glance` may be read by whoever is near: they hold no chance and no employer. `body`
    goes where only the person reads, or where they allow it. `path` is the page to open, from `/`.
    After `good_until` it is of no use. `may_ring` lets it through a person's quiet hours.
    """

    key: str
    title: str
    glance: str
    body: str
    path: str
    good_until: datetime
    may_ring: bool = False
