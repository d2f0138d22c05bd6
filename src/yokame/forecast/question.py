"""What a person asks: one wait, as it stands on one day."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from yokame.forecast.errors import (
    AskedOutsideWaitError,
    ContactOutsideWaitError,
    DateOutOfRangeError,
    HeldInFutureError,
    SizeError,
)
from yokame.promise import Promise
from yokame.reports import HeardByOthers, Policy, Stage, Track

# National holidays are defined by law from 1948; beyond 2099 the equinoxes are not computed.
FIRST_DAY, LAST_DAY = date(1950, 1, 1), date(2090, 12, 31)
# Beyond ten years of silence there is nothing to tell, and each month more has its holidays to be
# looked up: 140 years of them would take a server seconds.
LONGEST_WAIT = timedelta(days=3653)
# Japan's whole working population is some 70 million.
LARGEST_SIZE = 10_000_000


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

    `policy`, unless unknown, overrides what the promise was read as. `size` counts employees.
    `signals` are keys of `priors.toml [signals.lr]`. `asked` are the days of inquiries made,
    kept in order; two on one day are one.

    Raises
    ------
    QuestionError
        If its dates contradict each other, or lie outside what is known.
    """

    stage: Stage
    held: date
    today: date
    track: Track = Track.NEW_GRAD
    promise: Promise | None = None
    policy: Policy = Policy.UNKNOWN
    employer: str = ""
    industry: str = ""
    size: int | None = None
    public_sector: bool = False
    via_agent: bool = False
    signals: tuple[str, ...] = ()
    contact: Contact | None = None
    asked: tuple[date, ...] = ()
    others: tuple[HeardByOthers, ...] = ()

    def __post_init__(self) -> None:
        for day in (self.held, self.today):
            if not FIRST_DAY <= day <= LAST_DAY:
                raise DateOutOfRangeError(day=day, first=FIRST_DAY, last=LAST_DAY)
        if self.held > self.today:
            raise HeldInFutureError(held=self.held, today=self.today)
        if self.today - self.held > LONGEST_WAIT:
            first = self.today - LONGEST_WAIT
            raise DateOutOfRangeError(day=self.held, first=first, last=self.today)
        if self.contact and not self.held <= self.contact.on <= self.today:
            raise ContactOutsideWaitError(on=self.contact.on, held=self.held, today=self.today)
        for day in self.asked:
            if not self.held <= day <= self.today:
                raise AskedOutsideWaitError(on=day, held=self.held, today=self.today)
        object.__setattr__(self, "asked", tuple(sorted(set(self.asked))))
        if self.size is not None and not 1 <= self.size <= LARGEST_SIZE:
            raise SizeError(size=self.size, largest=LARGEST_SIZE)

    @property
    def told(self) -> Policy:
        """Who is told, as far as it is known."""
        if self.policy is not Policy.UNKNOWN or self.promise is None:
            return self.policy
        return self.promise.policy
