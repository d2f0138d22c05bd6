"""What an employer said about word, as data."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from yokame.promise.business_days import next_business_day
from yokame.reports import Channel, Policy


class Rule(StrEnum):
    """How a window is counted; the keys of `priors.toml [window.reading]`."""

    CALENDAR = "calendar"
    BUSINESS_DAYS = "business_days"
    DAY_ZERO_COUNTED = "day_zero_counted"
    FIXED_DATE = "fixed_date"


class Unit(StrEnum):
    """What a window is made of."""

    DAYS = "days"
    BUSINESS_DAYS = "business_days"
    WEEKS = "weeks"
    MONTHS = "months"
    DATE = "date"


class Reason(StrEnum):
    """Why a part of the words is not used."""

    UNKNOWN_WORDS = "unknown_words"
    WEEKDAY_CONTRADICTS_DATE = "weekday_contradicts_date"
    DATE_IN_THE_PAST = "date_in_the_past"
    NO_SUCH_DATE = "no_such_date"
    AT_LEAST = "at_least"
    NEGATED = "negated"
    TOO_FAR = "too_far"
    CONDITIONAL = "conditional"
    SEVERAL_CHANNELS = "several_channels"
    OTHER_CHANNEL = "other_channel"
    OTHER_MATTER = "other_matter"
    TOO_LONG = "too_long"


@dataclass(frozen=True)
class Window:
    """The time that was named. `count` is null for a date; a range keeps its later bound."""

    text: str
    unit: Unit
    count: int | None


@dataclass(frozen=True)
class Reading:
    """One way to count a window, the day it ends, and how often people mean it so."""

    rule: Rule
    on: date
    weight: float


@dataclass(frozen=True)
class NotUnderstood:
    """A fragment of the words that was left out, and why."""

    text: str
    reason: Reason


@dataclass(frozen=True)
class Promise:
    """What was said about word, read for a round held on `held`.

    `readings` are in descending weight and sum to 1, or are empty where no window was named.
    `starts_on` is the first day of word where only a start was given (以降).
    """

    held: date
    window: Window | None = None
    readings: tuple[Reading, ...] = ()
    policy: Policy = Policy.UNKNOWN
    channel: Channel | None = None
    starts_on: date | None = None
    not_understood: tuple[NotUnderstood, ...] = field(default=())

    @property
    def deadline_on(self) -> date | None:
        """The latest reading that people mean often (weight 0.4 or more), else the heaviest."""
        if not self.readings:
            return None
        common = [reading for reading in self.readings if reading.weight >= 0.4]
        if common:
            return max(reading.on for reading in common)
        return max(self.readings, key=lambda reading: (reading.weight, reading.on)).on

    @property
    def ask_from(self) -> date | None:
        """Day 8: the first business day after the deadline. None where only passes are told."""
        if self.deadline_on is None or self.policy is Policy.PASSED_ONLY:
            return None
        return next_business_day(self.deadline_on)
