"""What is read from a table: its columns, its applications, and what was not understood."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from enum import StrEnum

from yokame.reports import Outcome, Stage, Track
from yokame.sheets.stage_names import StageName


class Field(StrEnum):
    """What a column is read as."""

    EMPLOYER = "employer"
    COURSE = "course"
    TRACK = "track"
    APPLIED_ON = "applied_on"
    ENTRY_DUE_ON = "entry_due_on"
    STATE = "state"
    STAGE = "stage"
    ROUND = "round"
    HELD_ON = "held_on"
    AT = "at"
    RESULT = "result"
    WORD_ON = "word_on"
    SAID = "said"
    OFFERED_ON = "offered_on"
    ANSWER_BY = "answer_by"
    URL = "url"
    PRIORITY = "priority"
    INDUSTRY = "industry"
    CONTACT = "contact"
    NOTE = "note"
    KEPT = "kept"
    UNUSED = "unused"
    SECRET = "secret"


# Fields of a round: a column may say of which, and stand once for each.
OF_A_ROUND = frozenset(
    {Field.ROUND, Field.HELD_ON, Field.AT, Field.RESULT, Field.WORD_ON, Field.SAID}
)
# Fields whose cells are days. `ROUND` and `RESULT` may hold one beside their word.
DAYS = frozenset(
    {
        Field.APPLIED_ON,
        Field.ENTRY_DUE_ON,
        Field.HELD_ON,
        Field.WORD_ON,
        Field.OFFERED_ON,
        Field.ANSWER_BY,
        Field.ROUND,
        Field.RESULT,
    }
)


class State(StrEnum):
    """Where an application stands, in the words of its sheet."""

    INTERESTED = "interested"
    APPLIED = "applied"
    IN_SELECTION = "in_selection"
    OFFER = "offer"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    DECLINED = "declined"
    SILENT = "silent"


# There was an offer, whatever became of it.
OFFERED = frozenset({State.OFFER, State.ACCEPTED, State.DECLINED})


class DayOrder(StrEnum):
    """How days in figures alone are written: 11/13/2026 or 13/11/2026."""

    MONTH_FIRST = "month_first"
    DAY_FIRST = "day_first"


class Why(StrEnum):
    """Why a cell was not understood."""

    NOT_A_DAY = "not_a_day"
    NO_SUCH_DAY = "no_such_day"
    WRONG_WEEKDAY = "wrong_weekday"
    DAY_OR_MONTH_FIRST = "day_or_month_first"
    NOT_A_TIME = "not_a_time"
    UNKNOWN_STATE = "unknown_state"
    UNCLEAR_STATE = "unclear_state"
    UNKNOWN_STAGE = "unknown_stage"
    UNKNOWN_RESULT = "unknown_result"
    RESULT_OF_WHAT = "result_of_what"
    SAID_OF_WHAT = "said_of_what"
    UNKNOWN_PRIORITY = "unknown_priority"
    NOT_A_LINK = "not_a_link"
    NO_EMPLOYER = "no_employer"
    TOO_LONG = "too_long"
    NO_VALUE = "no_value"
    NOT_YET = "not_yet"
    TOO_FAR = "too_far"
    WORD_BEFORE_ROUND = "word_before_round"
    WORD_OF_NOTHING = "word_of_nothing"
    OTHER_LINE_DIFFERS = "other_line_differs"


@dataclass(frozen=True)
class Use:
    """What a column is read as; `stage` where its heading names one (二次面接日)."""

    field: Field
    stage: StageName | None = None

    @property
    def code(self) -> str:
        """The use as one word, for forms: `held_on`, `held_on.middle.2`."""
        if self.stage is None:
            return self.field.value
        return f"{self.field}.{self.stage.stage}.{self.stage.number}"

    @classmethod
    def of_code(cls, code: str) -> "Use":
        """The use of this code. Raises ValueError if it is none."""
        field, *stage = code.split(".")
        if not stage:
            return cls(Field(field))
        name, number = stage
        return cls(Field(field), StageName(Stage(name), int(number)))


@dataclass(frozen=True)
class Column:
    """A column: its place from 1, its heading, its use, and the first things it holds.

    `day_order` is what its own days show; `asks_day_order`: they show nothing, and it matters.
    `highest`: of a column of figures or stars, how far its scale goes at least.
    """

    place: int
    heading: str
    use: Use
    samples: tuple[str, ...] = ()
    day_order: DayOrder | None = None
    asks_day_order: bool = False
    highest: int = 0


@dataclass(frozen=True)
class Choices:
    """What a person decided about a table: by place of column, what it means and how days run."""

    uses: Mapping[int, Use] = field(default_factory=dict)
    day_orders: Mapping[int, DayOrder] = field(default_factory=dict)


@dataclass(frozen=True)
class NotRead:
    """A cell that was not understood. Where the row was read, its text is kept in the note."""

    line: int
    column: str
    text: str
    why: Why


@dataclass(frozen=True)
class SheetRound:
    """One stage of an application, as far as the sheet tells of it. `label`: its name there, if
    that says more than the stage.
    """

    stage: StageName
    label: str
    held_on: date | None = None
    at: time | None = None
    result: Outcome = Outcome.NONE
    word_on: date | None = None
    said: str = ""


@dataclass(frozen=True)
class SheetRow:
    """One application. `lines` are the rows of the sheet it was read from, from 1; `priority` is
    3 (most), 2, 1 or 0 (not said).
    """

    lines: tuple[int, ...]
    employer: str
    course: str = ""
    track: Track | None = None
    applied_on: date | None = None
    entry_due_on: date | None = None
    rounds: tuple[SheetRound, ...] = ()
    state: State | None = None
    offered_on: date | None = None
    answer_by: date | None = None
    url: str = ""
    priority: int = 0
    industry: str = ""
    contact: str = ""
    note: str = ""


@dataclass(frozen=True)
class Table:
    """A table as it was read. Without a column of employers it has no rows."""

    name: str
    heading_line: int
    columns: tuple[Column, ...]
    rows: tuple[SheetRow, ...]
    not_read: tuple[NotRead, ...]

    @property
    def has_employers(self) -> bool:
        """Whether a column names the employers; if not, one must be chosen."""
        return any(column.use.field is Field.EMPLOYER for column in self.columns)
