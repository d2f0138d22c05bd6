"""How DuckDB checks the rows of a file, and what a row means that has passed."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import duckdb

from yokame.reports.cells import Called
from yokame.reports.columns import QUESTION_COLUMNS, REPORT_COLUMNS, Cell, Column
from yokame.reports.vocabulary import Track


@dataclass(frozen=True)
class Rule:
    """What no row may be. `is_broken` and `found` are SQL over a row's texts and values."""

    column: str
    is_broken: str
    found: str
    expected: str


@dataclass(frozen=True)
class Checks:
    """What a kind of file may have, what its rows must not be, and what they mean.

    `means` gives, for what the file calls its columns, each column of the result in SQL. A cell's
    text stands in SQL under the column's name, its value under `<name>_value`; `between` is how
    many days lie between the two days of a row.
    """

    columns: tuple[Column, ...]
    between: str
    more_rules: tuple[Rule, ...]
    means: Callable[[Called], Mapping[str, str]]

    @property
    def rules(self) -> tuple[Rule, ...]:
        """All of them; of those that a row breaks, the first is told."""
        return (*_cell_rules(self.columns), *self.more_rules)

    def make_views(self, database: duckdb.DuckDBPyConnection, called: Called) -> None:
        """Make of `cells` the views `faults` (row, rule, found) and `rows_read`."""
        values = ", ".join(f"{column.value_sql} AS {column.name}_value" for column in self.columns)
        rules = list(enumerate(self.rules))
        rule = " ".join(f"WHEN {rule.is_broken} THEN {number}" for number, rule in rules)
        found = " ".join(f"WHEN {number} THEN {rule.found}" for number, rule in rules)
        means = ", ".join(f"{sql} AS {name}" for name, sql in self.means(called).items())
        database.execute(f"CREATE VIEW valued AS SELECT *, {values} FROM cells")
        database.execute(f"CREATE VIEW spanned AS SELECT *, {self.between} AS between FROM valued")
        database.execute(f"CREATE VIEW ruled AS SELECT *, CASE {rule} END AS rule FROM spanned")
        database.execute(
            f"CREATE VIEW faults AS SELECT row, rule, CASE rule {found} END AS found "
            "FROM ruled WHERE rule IS NOT NULL"
        )
        database.execute(f"CREATE VIEW rows_read AS SELECT {means} FROM ruled WHERE rule IS NULL")


def _cell_rules(columns: Sequence[Column]) -> list[Rule]:
    """Each required cell is filled, and each filled cell can be read."""
    missing = [
        Rule(column.name, f"{column.name} IS NULL", "'nothing'", column.cell.expected)
        for column in columns
        if column.is_required
    ]
    unread = [
        Rule(
            column.name,
            f"{column.name} IS NOT NULL AND {column.name}_value IS NULL",
            column.name,
            column.cell.expected,
        )
        for column in columns
        if column.cell is not Cell.NAME
    ]
    return missing + unread


_SEASON = Rule("season", "season IS NULL AND held IS NULL", "'nothing'", "a year, or a day in held")
_WHOSE = {
    "row": "row",
    "employer": "employer",
    "industry": "coalesce(industry, '')",
    "stage": "coalesce(stage, '')",
    "track": f"coalesce(track_value, '{Track.NEW_GRAD}')",
    "size": "CAST(coalesce(size_value, 0) AS BIGINT)",
    "season": "CAST(coalesce(season_value, year(held_value)) AS BIGINT)",
    "held": "held_value",
}
_LENGTH = "coalesce(days_value, observed_days_value, between)"
_WIDTH = "coalesce(about_days_value, 0)"


def _report_means(called: Called) -> Mapping[str, str]:
    # The timelines hold waits that were followed to their end, and do not say so row by row.
    kind = "followed" if called["word"].strip().lower() == "outcome" else "afterwards"
    return {
        **_WHOSE,
        "days": f"CAST({_LENGTH} AS DOUBLE)",
        "word": "CASE word_value WHEN 'accepted' THEN 'pass' WHEN 'rejected' THEN 'fail' "
        "ELSE word_value END",
        "reported": "reported_on_value",
        "followed": f"coalesce(kind_value, '{kind}') <> 'afterwards'",
        "width": f"CAST({_WIDTH} AS DOUBLE)",
        "count": "CAST(coalesce(count_value, 1) AS DOUBLE)",
    }


def _question_means(_: Called) -> Mapping[str, str]:
    return {
        **_WHOSE,
        "days": "CAST(coalesce(days_value, between) AS DOUBLE)",
        "row_id": "coalesce(row_id, CAST(row AS VARCHAR))",
    }


REPORT_CHECKS = Checks(
    columns=REPORT_COLUMNS,
    between="CASE word_value WHEN 'none' THEN seen_until_value ELSE word_on_value END - held_value",
    more_rules=(
        _SEASON,
        Rule(
            "word_on",
            "word_value = 'none' AND word_on IS NOT NULL",
            "word_on",
            "no day, for a wait without word",
        ),
        Rule(
            "days",
            f"{_LENGTH} IS NULL",
            "'nothing'",
            "a number of days, or held with word_on (without word: with seen_until)",
        ),
        Rule("held", "between < 0", "held", "a day that is not after the wait's last"),
        Rule(
            "days",
            # A day of slack: lengths are rounded, or counted from the evening before.
            f"abs({_LENGTH} - between) > 1 + {_WIDTH}",
            f"CAST({_LENGTH} AS VARCHAR)",
            "as many days as between the two days of the row",
        ),
        Rule(
            "reported_on",
            "reported_on_value < held_value OR (word_value <> 'none' AND "
            f"reported_on_value - held_value < {_LENGTH} - 1 - {_WIDTH})",
            "reported_on",
            "a day that is not before what it tells of",
        ),
    ),
    means=_report_means,
)
QUESTION_CHECKS = Checks(
    columns=QUESTION_COLUMNS,
    between="today_value - held_value",
    more_rules=(
        _SEASON,
        Rule(
            "days",
            "coalesce(days_value, between) IS NULL",
            "'nothing'",
            "a number of days, or held with today",
        ),
        Rule("held", "days IS NULL AND between < 0", "held", "a day that is not after today's"),
    ),
    means=_question_means,
)
