"""What a person asks: one wait, as it stands on one day."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from yokame.promise import Promise
from yokame.reports import HeardByOthers, Policy, Stage, Track


class ContactBy(StrEnum):
    """How a contact of unknown content came: a missed call, or a mail or notice not opened yet."""

    PHONE = "phone"
    MAIL = "mail"


@dataclass(frozen=True)
class Contact:
    """The employer was in touch on `on`; what it wants to say is not known yet."""

    by: ContactBy
    on: date


@dataclass(frozen=True)
class Question:
    """One wait: a stage held on a day, what was said about word, and what was noticed since.

    `policy` is used where the promise names none. `size` counts employees. `signals` are keys of
    `priors.toml [signals.lr]`. `asked` are the days on which the person inquired.
    """

    stage: Stage
    held: date
    today: date
    track: Track = Track.NEW_GRAD
    promise: Promise | None = None
    policy: Policy = Policy.UNKNOWN
    employer: str = ""
    size: int | None = None
    public_sector: bool = False
    via_agent: bool = False
    signals: tuple[str, ...] = ()
    contact: Contact | None = None
    asked: tuple[date, ...] = ()
    others: tuple[HeardByOthers, ...] = ()
