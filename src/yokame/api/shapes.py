"""What the API sends: the machine form of `yokame.wording`, described for the API's document."""

from datetime import date
from typing import Annotated

from ninja import Schema
from pydantic import Field

from yokame.accounts.tokens import Scope
from yokame.forecast import Action, EvidenceSource, State
from yokame.promise import Rule, Unit
from yokame.reports import Channel, Policy
from yokame.wording import Language

Share = Annotated[float, Field(ge=0, le=1)]


class Passed(Schema):
    """Chance of having passed, with the range that holds 80 %."""

    prob: Share
    low: Share
    high: Share
    in_100: int
    words: str


class DayProb(Schema):
    """A chance on a day."""

    date: date
    prob: Share


class Word(Schema):
    """Chance of word by the end of each coming day, its 50, 10 and 90 % days, and of none."""

    by_date: list[DayProb]
    median_on: date
    low_on: date
    high_on: date
    never_prob: Share


class Reading(Schema):
    """One way to count what was said."""

    rule: Rule
    on: date
    weight: Share


class Deadline(Schema):
    """When the promise ends, from when one may ask, and where the wait stands."""

    on: date | None
    ask_from: date | None
    state: State
    readings: list[Reading]
    policy: Policy
    not_understood: list[str]


class Advice(Schema):
    """The one thing to do today."""

    action: Action
    on: date
    hours: str | None
    why: str
    changes_if: list[str]


class Evidence(Schema):
    """How far one step moved the chance; all steps add up to it."""

    source: EvidenceSource
    log_odds: float
    points: float
    note: str


class Prior(Schema):
    """A number behind the answer."""

    name: str
    grade: str
    source: str


class Basis(Schema):
    """Where the numbers come from."""

    reports: int
    priors: list[Prior]
    model: str


class AnswerShape(Schema):
    """The answer, as the command line's `--json` has it."""

    passed: Passed
    word: Word
    path: list[DayProb]
    deadline: Deadline
    advice: Advice
    evidence: list[Evidence]
    basis: Basis


class Window(Schema):
    """The time that was named."""

    text: str
    unit: Unit
    count: int | None


class PromiseShape(Schema):
    """A promise as it was read."""

    window: Window | None
    readings: list[Reading]
    deadline_on: date | None
    ask_from: date | None
    policy: Policy
    channel: Channel | None
    not_understood: list[str]


class Mistake(Schema):
    """One thing that is wrong. `field` is a path like `others.0.count`, or empty for the whole."""

    field: str
    code: str
    message: str


class ErrorShape(Schema):
    """Every error: `code` is kept for programs, `message` is for people, in `lang` if known."""

    code: str
    message: str
    mistakes: list[Mistake]


class MeShape(Schema):
    """Whose token it is. On one's own machine there is no address to sign in with."""

    name: str
    email: str | None
    language: Language
    scope: Scope
