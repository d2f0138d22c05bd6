"""What an answer holds: numbers, dates and codes. `wording` turns it into sentences."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from yokame.promise import NotUnderstood, Reading
from yokame.reports import Policy


class State(StrEnum):
    """Where a wait stands against its deadline."""

    NO_DEADLINE = "no_deadline"
    ON_TIME = "on_time"
    GRACE = "grace"
    OVERDUE = "overdue"
    CLOSED = "closed"


class Action(StrEnum):
    """The one thing to do today."""

    RECORD_WORD = "record_word"
    CLOSE = "close"
    ASK_AGAIN = "ask_again"
    ASK = "ask"
    CHECK = "check"
    WAIT = "wait"


class Why(StrEnum):
    """The reason behind an action; `wording` has the sentence."""

    CONTACT_CAME = "contact_came"
    SECOND_INQUIRY_UNANSWERED = "second_inquiry_unanswered"
    PASSED_ONLY_WINDOW_OVER = "passed_only_window_over"
    FIRST_INQUIRY_UNANSWERED = "first_inquiry_unanswered"
    DEADLINE_PASSED = "deadline_passed"
    USUAL_TIME_PASSED = "usual_time_passed"
    LAST_DAY_OF_WINDOW = "last_day_of_window"
    BEFORE_DAY_EIGHT = "before_day_eight"
    PASSED_ONLY_GRACE = "passed_only_grace"
    DAY_OFF = "day_off"
    WITHIN_WINDOW = "within_window"
    NO_DATE_WAS_SAID = "no_date_was_said"
    PASSED_ONLY_NO_DATE = "passed_only_no_date"
    INQUIRY_OPEN = "inquiry_open"


class Change(StrEnum):
    """What would change the advice, each from a day on or by an event."""

    WORD_COMES = "word_comes"
    CHECK_FROM = "check_from"
    ASK_FROM = "ask_from"
    ASK_AGAIN_FROM = "ask_again_from"
    CLOSE_FROM = "close_from"
    CONTENT_KNOWN = "content_known"


class EvidenceSource(StrEnum):
    """Each step from the base rate to the answer, in this order."""

    BASE_RATE = "base_rate"
    EMPLOYER = "employer"
    SIGNALS = "signals"
    SILENCE = "silence"
    PROMISE = "promise"
    OTHERS = "others"
    CONTACT = "contact"


@dataclass(frozen=True)
class Passed:
    """Chance of having passed, with the range that holds 80 % of what the priors allow."""

    prob: float
    low: float
    high: float


@dataclass(frozen=True)
class Word:
    """When word comes: the chance by the end of today, and of today + 1 + i days.

    The three days are the 50, 10 and 90 % points given that word comes.
    """

    today_prob: float
    by_date_prob: NDArray[np.float64]
    median_on: date
    low_on: date
    high_on: date
    never_prob: float


@dataclass(frozen=True)
class Deadline:
    """What was promised and where the wait stands against it."""

    on: date | None
    ask_from: date | None
    state: State
    readings: tuple[Reading, ...]
    policy: Policy
    not_understood: tuple[NotUnderstood, ...]


@dataclass(frozen=True)
class ChangeIf:
    """One thing that would change the advice; `on` is null for an event without a day."""

    change: Change
    on: date | None = None


@dataclass(frozen=True)
class Advice:
    """One action for today. `hours` like "10:00-11:45", Asia/Tokyo, or null."""

    action: Action
    on: date
    hours: str | None
    why: Why
    changes_if: tuple[ChangeIf, ...]


@dataclass(frozen=True)
class Evidence:
    """How far one step moved the chance: log-odds, and percentage points. Both add up exactly.

    `facts` are the values its sentence needs, e.g. the signals that counted.
    """

    source: EvidenceSource
    log_odds: float
    points: float
    facts: dict[str, object]


@dataclass(frozen=True)
class PriorUsed:
    """A prior behind the answer: its key in `priors.toml`, its grade, and its sources in words."""

    name: str
    grade: str
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Basis:
    """Where the numbers come from.

    `reports`: how many tell of this stage; `reports_until`: None where none were learned from.
    """

    reports: int
    priors: tuple[PriorUsed, ...]
    priors_made_on: date
    reports_until: date | None = None

    @property
    def model(self) -> str:
        """The model's date."""
        priors = f"priors {self.priors_made_on}"
        return f"reports up to {self.reports_until} and {priors}" if self.reports_until else priors


@dataclass(frozen=True)
class Answer:
    """Have I passed, when will word come, what do I do today, and why.

    `path_prob[i]`: chance of having passed if it is still silent on today + 1 + i days.
    """

    today: date
    passed: Passed
    word: Word
    path_prob: NDArray[np.float64]
    deadline: Deadline
    advice: Advice
    evidence: tuple[Evidence, ...]
    basis: Basis

    @property
    def ask_again_from(self) -> date | None:
        """The day of a second inquiry, where one is ahead or due."""
        if self.advice.action is Action.ASK_AGAIN:
            return self.today
        changes = self.advice.changes_if
        return next((item.on for item in changes if item.change is Change.ASK_AGAIN_FROM), None)

    @property
    def closed_from(self) -> date | None:
        """The day on which asking is over, where it has come."""
        return self.today if self.deadline.state is State.CLOSED else None
