"""Codes of groups, tables to find them in, and which groupings say something new."""

from dataclasses import replace

import numpy as np

from tests.learning.made_reports import made_reports
from yokame.learning.grid import Grid
from yokame.learning.groups import Codes, Table, distinct, every
from yokame.reports.counts import count_in_memory
from yokame.reports.table import Coded

COUNTS = count_in_memory(made_reports(400), Grid.of_shares().edges)
CODES = Codes.learn(COUNTS)


def test_what_was_never_seen_has_no_group() -> None:
    stranger = replace(
        COUNTS.take(np.arange(1)),
        employer=Coded(("zzz",), np.zeros(1, np.int64)),
        industry=Coded(("zzz",), np.zeros(1, np.int64)),
        stage=Coded(("zzz",), np.zeros(1, np.int64)),
        size=np.zeros(1, np.int64),
    )

    found = CODES.of(stranger)

    unknown = ("employer", "family", "industry", "stage", "size")
    assert [int(found[key][0]) for key in unknown] == [-1] * 5
    assert int(found["volume"][0]) >= 0  # rarely reported, like all that are rare


def test_a_stage_is_another_one_in_another_track() -> None:
    other = replace(COUNTS, track=Coded(("mid_career",), COUNTS.track.code))

    assert (CODES.of(COUNTS)["stage"] >= 0).all()
    assert (CODES.of(other)["stage"] == -1).all()


def test_a_spelling_shares_the_family_of_the_commoner_one_and_not_the_employer() -> None:
    names = ("university of michigan", "university of michigann", "ohio state", "oxford", "york")
    which = np.array([0, 0, 1, 2, 3, 4])
    twice = replace(COUNTS.take(np.arange(which.size)), employer=Coded(names, which))

    found = Codes.learn(twice).of(twice)

    assert found["family"][1] == found["family"][2] != found["family"][3]
    assert found["employer"][1] != found["employer"][2]


def test_sizes_fall_into_classes() -> None:
    sizes = np.array([0, 1, 59, 60, 300, 301, 1000, 1001])
    rows = replace(COUNTS.take(np.zeros(8, np.int64)), size=sizes)

    assert CODES.of(rows)["size"].tolist() == [-1, 0, 0, 1, 1, 2, 2, 3]


def test_a_table_finds_the_pairs_it_was_made_of_and_no_others() -> None:
    made_of = {"a": np.array([0, 1, 1, -1]), "b": np.array([2, 0, 2, 1])}
    table = Table.of(("a", "b"), made_of)

    asked = {"a": np.array([0, 1, 0, 1, -1, 5]), "b": np.array([2, 2, 0, 0, 2, 0])}

    assert table.n_groups == 3
    found = table.find(asked)
    assert (found[[0, 1, 3]] >= 0).all()
    assert len(set(found[[0, 1, 3]].tolist())) == 3
    assert found[[2, 4, 5]].tolist() == [-1, -1, -1]


def test_a_grouping_that_divides_as_an_earlier_one_does_says_nothing_new() -> None:
    codes = {
        "a": np.array([0, 0, 1, 1]),
        "same": np.array([7, 7, 3, 3]),
        "one": np.zeros(4, np.int64),
        "finer": np.array([0, 1, 2, 3]),
    }
    keys = [("a",), ("same",), ("one",), ("finer",), ("a", "finer")]

    assert [key for key, _, _ in distinct(keys, codes)] == [("a",), ("finer",)]
    assert [key for key, _, _ in every(keys, codes)] == keys
