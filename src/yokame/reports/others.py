"""What others who wait for the same word have heard, as a person wrote it down."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from yokame.reports.vocabulary import Outcome, Stage, Trust

_KEYS = ("stage", "held", "word", "on", "count")
MOST_ROWS = 1000
LARGEST_COUNT = 100_000


@dataclass(frozen=True)
class HeardByOthers:
    """`count` people of the stage held on `held` had `word` on `on` (`NONE`: still silent then).

    They applied to the same employer. `held` may be a day of an earlier season.
    """

    stage: Stage
    held: date
    word: Outcome
    on: date
    count: int
    trust: Trust = Trust.SURE


class OthersError(ValueError):
    """A list of what others heard that can't be read. `row` counts from 1; 0 is the whole."""

    code = "others"

    def __init__(self, *, row: int, key: str, value: object, expected: str) -> None:
        self.row, self.key, self.value, self.expected = row, key, value, expected
        where = f"row {row}, {key}" if row else key
        super().__init__(f"What others heard: {where} is {value!r}, expected {expected}.")


def read_others(path: Path) -> tuple[HeardByOthers, ...]:
    """The rows of a JSON file: a list of {"stage", "held", "word", "on", "count"}.

    Raises
    ------
    OSError
        If the file can't be opened.
    OthersError
        If it is not such a list; says which row and key, and what was expected.
    """
    try:
        rows = json.loads(path.read_text(encoding="utf-8-sig"))
    except (ValueError, RecursionError):  # no JSON, no UTF-8, or nested beyond all reason
        raise OthersError(row=0, key="file", value=path.name, expected="a JSON list") from None
    if not isinstance(rows, list) or len(rows) > MOST_ROWS:
        raise OthersError(
            row=0, key="file", value=path.name, expected=f"a list of at most {MOST_ROWS} rows"
        )
    return tuple(heard_from(row, number) for number, row in enumerate(rows, start=1))


def heard_from(row: object, number: int) -> HeardByOthers:
    """One row of such a list, checked; `number` is where it stands, for the message.

    Raises
    ------
    OthersError
        If a key is missing, unknown, or has a value that can't be.
    """
    if not isinstance(row, Mapping) or set(row) != set(_KEYS):
        raise OthersError(row=number, key="row", value=row, expected="the keys " + ", ".join(_KEYS))
    held, on = _date(row, "held", number), _date(row, "on", number)
    if on < held:
        raise OthersError(row=number, key="on", value=row["on"], expected=f"{held} or later")
    count = row["count"]
    if type(count) is not int or not 1 <= count <= LARGEST_COUNT:
        raise OthersError(
            row=number, key="count", value=count, expected=f"a whole number, 1 to {LARGEST_COUNT}"
        )
    return HeardByOthers(_stage(row, number), held, _word(row, number), on, count)


def _date(row: Mapping[str, object], key: str, number: int) -> date:
    try:
        return date.fromisoformat(str(row[key]))
    except ValueError:
        expected = "a date like 2026-11-13"
        raise OthersError(row=number, key=key, value=row[key], expected=expected) from None


def _stage(row: Mapping[str, object], number: int) -> Stage:
    try:
        return Stage(str(row["stage"]))
    except ValueError:
        raise OthersError(
            row=number, key="stage", value=row["stage"], expected="one of " + ", ".join(Stage)
        ) from None


def _word(row: Mapping[str, object], number: int) -> Outcome:
    try:
        return Outcome(str(row["word"]))
    except ValueError:
        raise OthersError(
            row=number, key="word", value=row["word"], expected="one of " + ", ".join(Outcome)
        ) from None
