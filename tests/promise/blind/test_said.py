"""What employers say about word, read against a table made from the specification alone.

The rows of `said.tsv` were written, and their dates counted by hand and with the `holidays`
library, by somebody who had not seen the reader. `-` in a column, or `open` = yes, means that the
specification leaves it open; such a cell is not judged.
"""

import csv
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from yokame.promise import Promise, read_promise

TABLE = Path(__file__).with_name("said.tsv")
JUDGED = (
    "window",
    "deadline_on",
    "ask_from",
    "readings",
    "policy",
    "channel",
    "must_not_understand",
)
LEFT_OPEN = "-"
# A time was named: it is read, or it is told that it was not. It is never lost in silence.
NAMED_OR_READ = "if_no_window"


@dataclass(frozen=True)
class Said:
    """One row: words, the day they are about, and what each column of the reading must show."""

    id: str
    held: date
    text: str
    expected: dict[str, str]
    is_open: bool


def _rows() -> list[Said]:
    with TABLE.open(encoding="utf-8", newline="") as lines:
        table = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [
        Said(
            id=row["id"],
            held=date.fromisoformat(row["held"]),
            text=row["text"].replace(r"\n", "\n"),
            expected={column: row[column] for column in JUDGED},
            is_open=row["open"] == "yes",
        )
        for row in table
    ]


def _shown(promise: Promise) -> dict[str, str]:
    """The reading in the table's own spelling."""
    readings = sorted(f"{reading.rule.value}={reading.on}" for reading in promise.readings)
    return {
        "window": "yes" if promise.window else "no",
        "deadline_on": str(promise.deadline_on or "null"),
        "ask_from": str(promise.ask_from or "null"),
        "readings": ";".join(readings) or "none",
        "policy": promise.policy.value,
        "channel": promise.channel.value if promise.channel else "null",
        "must_not_understand": "yes" if promise.not_understood else "no",
    }


def _agrees(expected: str, shown: str, *, window: str) -> bool:
    """Whether a cell holds; `!x` means anything but x, and readings come in any order."""
    if expected == LEFT_OPEN:
        return True
    if expected == NAMED_OR_READ:
        return shown == "yes" or window == "yes"
    if expected.startswith("!"):
        return shown != expected[1:]
    return ";".join(sorted(expected.split(";"))) == shown


def disagreements(said: Said) -> dict[str, tuple[str, str]]:
    """Each column that differs, with what was expected and what was read."""
    shown = _shown(read_promise(said.text, held=said.held))
    return {
        column: (expected, shown[column])
        for column, expected in said.expected.items()
        if not _agrees(expected, shown[column], window=shown["window"])
    }


ROWS = _rows()
SPECIFIED = [said for said in ROWS if not said.is_open]
OPEN = [said for said in ROWS if said.is_open]


@pytest.mark.parametrize("said", SPECIFIED, ids=lambda said: said.id)
def test_words_are_read_as_the_specification_says(said: Said) -> None:
    """Window, deadline, day 8, readings, policy, channel, and whether something was left out."""
    assert disagreements(said) == {}, f"{said.text!r}, held {said.held}"


@pytest.mark.parametrize("said", OPEN, ids=lambda said: said.id)
def test_words_left_open_are_still_read_to_the_contract(said: Said) -> None:
    """Whatever is made of them, weights sum to 1 and day 8 lies after the deadline."""
    promise = read_promise(said.text, held=said.held)

    total = sum(reading.weight for reading in promise.readings)
    # weights are decimals with two places: their sum is 1 to rounding
    assert total == pytest.approx(1.0 if promise.readings else 0.0, abs=1e-9)
    assert promise.ask_from is None or promise.ask_from > (promise.deadline_on or date.max)


def test_the_table_names_each_row_once() -> None:
    """No id and no pair of words and day stands twice."""
    pairs = {(said.held, said.text) for said in ROWS}

    assert len({said.id for said in ROWS}) == len(pairs) == len(ROWS)
