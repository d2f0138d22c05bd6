"""The columns of a file of reports or of questions: their names, and what a cell may be."""

from dataclasses import dataclass
from enum import Enum

from yokame.reports.vocabulary import Track

LONGEST_DAYS = 36_525  # a hundred years: what is longer is a slip, and no wait
_YEARS = "BETWEEN 1900 AND 2200"
_DAY_FORMATS = ("%Y-%m-%d", "%Y/%m/%d", "%Y-%m-%d %H:%M:%S", "%Y-%m-%d %H:%M:%S.%f")


class Cell(Enum):
    """What a cell holds: its value in DuckDB's SQL ({} is its text), and how to say so."""

    NAME = "{}", "a name"
    DAY = f"CAST(try_strptime({{}}, {list(_DAY_FORMATS)}) AS DATE)", "a date like 2026-11-13"
    YEAR = "TRY_CAST({} AS DOUBLE)", "a year like 2026"
    DAYS = "TRY_CAST({} AS DOUBLE)", f"a number of days, 0 to {LONGEST_DAYS}"
    EMPLOYEES = "TRY_CAST({} AS DOUBLE)", "a whole number of employees, 0 where it is not known"
    COUNT = "TRY_CAST({} AS DOUBLE)", "a whole number, 1 or more"
    WORD = "lower({})", "pass, fail, other or none"
    KIND = "lower({})", "followed, survey or afterwards"
    TRACK = "lower({})", "one of " + ", ".join(Track)

    def __init__(self, value_sql: str, expected: str) -> None:
        self.value_sql, self.expected = value_sql, expected


_CAN_BE = {
    Cell.NAME: "true",
    Cell.DAY: f"year({{}}) {_YEARS}",
    Cell.YEAR: f"{{0}} {_YEARS} AND {{0}} = floor({{0}})",
    Cell.DAYS: f"{{}} BETWEEN 0 AND {LONGEST_DAYS}",
    Cell.EMPLOYEES: "{0} BETWEEN 0 AND 1e9 AND {0} = floor({0})",
    Cell.COUNT: "{0} BETWEEN 1 AND 1e9 AND {0} = floor({0})",
    Cell.WORD: "{} IN ('pass', 'accepted', 'fail', 'rejected', 'other', 'none')",
    Cell.KIND: "{} IN ('followed', 'survey', 'afterwards')",
    Cell.TRACK: f"{{}} IN {tuple(str(track) for track in Track)}",
}


@dataclass(frozen=True)
class Column:
    """One column: its name, what it holds, and by which other names it is known too."""

    name: str
    cell: Cell
    also: tuple[str, ...] = ()
    is_required: bool = False

    @property
    def value_sql(self) -> str:
        """The value of its cell in SQL, NULL where the cell is empty or can't be read."""
        value = self.cell.value_sql.format(self.name)
        return f"CASE WHEN {_CAN_BE[self.cell].format(value)} THEN {value} END"

    @property
    def names(self) -> tuple[str, ...]:
        """All names by which a file may call it; the timelines' among them."""
        return (self.name, *self.also)


_WHOSE = (
    Column("employer", Cell.NAME, ("institution",), is_required=True),
    Column("industry", Cell.NAME, ("field",)),
    Column("stage", Cell.NAME),
    Column("track", Cell.TRACK),
    Column("size", Cell.EMPLOYEES),
    Column("season", Cell.YEAR),
    Column("held", Cell.DAY, ("start_date",)),
)
REPORT_COLUMNS = (
    *_WHOSE,
    Column("word", Cell.WORD, ("outcome",), is_required=True),
    Column("days", Cell.DAYS, ("delay_days",)),
    Column("observed_days", Cell.DAYS),
    Column("word_on", Cell.DAY, ("decision_date",)),
    Column("seen_until", Cell.DAY),
    Column("reported_on", Cell.DAY, ("report_date",)),
    Column("kind", Cell.KIND),
    Column("about_days", Cell.DAYS),
    Column("count", Cell.COUNT),
)
QUESTION_COLUMNS = (
    Column("row_id", Cell.NAME),
    *_WHOSE,
    Column("days", Cell.DAYS, ("t",)),
    Column("today", Cell.DAY),
)
