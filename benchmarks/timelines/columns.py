"""The columns of the timelines, read and checked."""

from pathlib import Path

import pandas as pd

GROUP_COLUMNS = ("institution", "field", "stage")
QUESTION_COLUMNS = ("row_id", "dataset", *GROUP_COLUMNS, "season", "start_date", "t")
HISTORY_COLUMNS = (
    *("row_id", "dataset", *GROUP_COLUMNS, "season", "start_date"),
    *("outcome", "delay_days", "observed_days"),
)
LIVE_COLUMNS = (*HISTORY_COLUMNS, "report_date")
OUTCOMES = ("accepted", "rejected", "other", "none")


class TimelineError(Exception):
    """A file of timelines, or of questions about them, that cannot be used as it is."""


def read_table(path: Path) -> pd.DataFrame:
    """A table from parquet or CSV, by the file's ending."""
    if not path.is_file():
        raise TimelineError(f"{path}: there is no such file.")
    if path.suffix == ".parquet":
        return pd.read_parquet(path)
    dates = ["start_date", "decision_date", "report_date"]
    table = pd.read_csv(
        path, dtype={"row_id": str, "dataset": str} | dict.fromkeys(GROUP_COLUMNS, str)
    )
    for column in set(dates) & set(table.columns):
        table[column] = pd.to_datetime(table[column])
    return table


def write_table(table: pd.DataFrame, path: Path) -> None:
    """Write parquet or CSV, by the file's ending."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.suffix == ".parquet":
        table.to_parquet(path, index=False)
    else:
        table.to_csv(path, index=False)


def read_history(folder: Path) -> dict[str, pd.DataFrame]:
    """All sets of a folder by name; files without an outcome column are other things."""
    if not folder.is_dir():
        raise TimelineError(f"{folder}: there is no such folder of timelines.")
    sets: dict[str, pd.DataFrame] = {}
    for path in sorted([*folder.glob("*.parquet"), *folder.glob("*.csv")]):
        table = read_table(path)
        if "outcome" not in table.columns or "dataset" not in table.columns:
            continue
        check_history(table, path)
        for name, rows in table.groupby("dataset", sort=True):
            sets[str(name)] = rows.reset_index(drop=True)
    if not sets:
        raise TimelineError(f"{folder}: holds no timelines (*.parquet or *.csv with outcomes).")
    return sets


def read_questions(path: Path) -> pd.DataFrame:
    """Questions, one row each."""
    table = read_table(path)
    require(table, QUESTION_COLUMNS, path)
    twice = table.duplicated(["row_id", "t"])
    if twice.any():
        row = table[twice].iloc[0]
        raise TimelineError(f"{path}: asks about {row.row_id} at t = {row.t} twice.")
    return table


def read_live(path: Path) -> pd.DataFrame:
    """Reports of seasons still running; those without a day of report are of no use and go."""
    table = read_table(path)
    require(table, LIVE_COLUMNS, path)
    return table[table.report_date.notna()].reset_index(drop=True)


def check_history(table: pd.DataFrame, path: Path) -> None:
    """Raise TimelineError, with file, row and column, if a row cannot be learned from."""
    require(table, HISTORY_COLUMNS, path)
    unknown = ~table.outcome.isin(OUTCOMES)
    if unknown.any():
        row = table[unknown].iloc[0]
        expected = ", ".join(OUTCOMES)
        raise TimelineError(
            f"{path}: {row.row_id}: outcome is {row.outcome!r}, not one of {expected}."
        )
    undated = table.observed_days.isna() | (table.observed_days < 0)
    if undated.any():
        row = table[undated].iloc[0]
        raise TimelineError(
            f"{path}: {row.row_id}: observed_days is {row.observed_days}, not 0 or more."
        )
    decided_without_day = (table.outcome != "none") & table.delay_days.isna()
    if decided_without_day.any():
        row = table[decided_without_day].iloc[0]
        raise TimelineError(f"{path}: {row.row_id}: is {row.outcome} but has no delay_days.")


def require(table: pd.DataFrame, columns: tuple[str, ...], path: Path) -> None:
    """Raise TimelineError unless all columns are there."""
    missing = [column for column in columns if column not in table.columns]
    if missing:
        raise TimelineError(f"{path}: has no column {', '.join(missing)}.")
