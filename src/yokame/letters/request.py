"""What a letter is written from, and the letter."""

from dataclasses import dataclass, field
from datetime import date, time

from yokame.letters.situations import Item, Medium, Reason, Situation
from yokame.promise import Promise
from yokame.reports import Language, Policy, Stage, Track


@dataclass(frozen=True)
class Sender:
    """Who writes. `reading` is the name in kana; `year` as one says it: 4年, 修士1年, 4th year."""

    name: str
    reading: str = ""
    university: str = ""
    faculty: str = ""
    year: str = ""
    phone: str = ""
    mail: str = ""
    address: str = ""


@dataclass(frozen=True)
class Recipient:
    """Who is written to. `agency` and `agent` are used only by letters through an agent."""

    employer: str
    department: str = ""
    title: str = ""
    person: str = ""
    agency: str = ""
    agent: str = ""


@dataclass(frozen=True)
class Slot:
    """A day, with hours where they are known."""

    on: date
    start: time | None = None
    end: time | None = None


@dataclass(frozen=True)
class LetterRequest:
    """All that a letter may say. What is left out is not said; nothing is made up.

    `stage_name` is what the employer calls the round (二次面接) where `stage` is too coarse.
    `today` is the day of writing: it turns a date into 本日 or 昨日 in a thank-you.
    `asked` are the days of inquiries already made. `first_choice` and `keener` are the person's
    own words, never supposed. `wording` asks for another choice of words for the same facts.
    """

    situation: Situation
    sender: Sender
    recipient: Recipient
    medium: Medium = Medium.MAIL
    language: Language = Language.JA
    track: Track = Track.NEW_GRAD
    today: date | None = None
    stage: Stage | None = None
    stage_name: str = ""
    held: date | None = None
    promise: Promise | None = None
    policy: Policy = Policy.UNKNOWN
    asked: tuple[date, ...] = ()
    answer_by: date | None = None
    extend_to: date | None = None
    other_answer_by: date | None = None
    first_choice: bool = False
    keener: bool = False
    reason: Reason | None = None
    position: str = ""
    topic: str = ""
    slots: tuple[Slot, ...] = ()
    chosen: Slot | None = None
    scheduled: Slot | None = None
    called: Slot | None = None
    item: Item | None = None
    old: str = ""
    new: str = ""
    mistyped: bool = False
    documents: tuple[str, ...] = field(default=())
    wording: int = 0

    @property
    def told(self) -> Policy:
        """Who is told, as far as it is known."""
        if self.policy is not Policy.UNKNOWN or self.promise is None:
            return self.policy
        return self.promise.policy


@dataclass(frozen=True)
class Letter:
    """A finished text. `subject` is empty where the way has none (phone)."""

    situation: Situation
    medium: Medium
    language: Language
    subject: str
    body: str
