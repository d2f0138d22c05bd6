"""Reports to count, and when two counts are equal."""

from dataclasses import fields

import numpy as np
import pyarrow as pa

from yokame.reports.counts import Counts
from yokame.reports.table import Coded, Reports, Word

EDGES = np.array([3.0, 7.0, 7.5, 14.0, 30.0])


def drawn(n: int, seed: int = 0) -> Reports:
    """Reports of few kinds, so that many are alike; on the edges and between them."""
    rng = np.random.default_rng(seed)
    held = np.datetime64("2024-01-01") + rng.integers(0, 700, n)
    return Reports(
        employer=Coded.of([f"会社{k}" for k in rng.integers(0, 5, n)]),
        industry=Coded.of([("", "IT", "Food")[k] for k in rng.integers(0, 3, n)]),
        stage=Coded.of([("first", "final")[k] for k in rng.integers(0, 2, n)]),
        track=Coded.of([("new_grad", "mid_career")[k] for k in rng.integers(0, 2, n)]),
        size=np.array([0, 50, 2000])[rng.integers(0, 3, n)],
        season=rng.integers(2024, 2026, n),
        held=np.where(rng.random(n) < 0.2, np.datetime64("NaT"), held),
        days=rng.integers(0, 80, n) / 2,
        word=rng.integers(0, 4, n),
        reported=np.full(n, np.datetime64("NaT", "D")),
        followed=rng.random(n) < 0.5,
        width=np.zeros(n),
        count=rng.integers(1, 4, n).astype(np.float64),
    )


def as_table(reports: Reports) -> pa.Table:
    """As a table of checked reports, the form in which the engines have them."""
    columns = {}
    for field in fields(reports):
        column = getattr(reports, field.name)
        columns[field.name] = (
            np.array(column.names)[column.code] if isinstance(column, Coded) else column
        )
    columns["word"] = [Word(code).name.lower() for code in reports.word]
    return pa.table(columns)


def assert_equal(left: Counts, right: Counts) -> None:
    for field in fields(Counts):
        one, other = getattr(left, field.name), getattr(right, field.name)
        if isinstance(one, Coded):
            assert one.names == other.names
            one, other = one.code, other.code
        np.testing.assert_array_equal(one, other, err_msg=field.name)
