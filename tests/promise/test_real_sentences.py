"""Sentences as recruiters and students write them, with what they promise worked out by hand."""

import csv
from datetime import date
from pathlib import Path

import pytest

from yokame.promise import read_promise

HELD = date(2026, 11, 13)
TABLE = Path(__file__).with_name("sentences.tsv")


def _rows() -> list[dict[str, str]]:
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    return list(
        csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t")
    )


def _shown(value: object) -> str:
    return "-" if value is None else str(value)


@pytest.mark.parametrize("row", _rows(), ids=lambda row: row["said"][:40])
def test_a_real_sentence_is_read_as_a_careful_person_reads_it(row: dict[str, str]) -> None:
    expected = tuple(row[key] for key in ("unit", "count", "deadline_on", "policy", "channel"))

    promise = read_promise(row["said"].replace(r"\n", "\n"), held=HELD)

    window = promise.window
    assert expected == (
        _shown(window and window.unit),
        _shown(window and window.count),
        _shown(promise.deadline_on),
        _shown(promise.policy),
        _shown(promise.channel),
    )
    reasons = ",".join(note.reason for note in promise.not_understood) or "-"
    assert reasons == row["reasons"]
