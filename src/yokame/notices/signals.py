"""What others may want to know of: a letter that went out."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.dispatch import Signal

from yokame.accounts.queries import Person


@dataclass(frozen=True)
class LetterSent:
    """A letter that the server took, or that its sender says arrived.

    `about` is what was handed over with it: the sender's own note of what the letter belongs to.
    """

    owner: Person
    key: str
    sent_at: datetime
    to: str
    subject: str
    body: str
    about: dict[str, Any]


# Sent with `letter`, once a letter, inside the transaction that marks it as sent: what a receiver
# writes stands or falls together with the mark.
letter_sent = Signal()
