"""Levels of cells, and the way from a wait to its groups."""

import numpy as np

from tests.learning.made_reports import made_reports
from yokame.learning.cells import Cells
from yokame.learning.grid import Grid
from yokame.learning.groups import Codes
from yokame.learning.pooling import Grouping, Pooling, find_groups
from yokame.reports.counts import count_in_memory

COUNTS = count_in_memory(made_reports(400), Grid.of_shares().edges)
CODES = Codes.learn(COUNTS)
CELLS = Cells.of(COUNTS, CODES)
POOLING = Pooling(lasting=[("stage",), ("size",)], drifting=[()], seasonal=[("employer",)])


def test_cells_that_belong_to_no_group_share_one_that_nobody_asks_for() -> None:
    """West motors' number of employees is not known."""
    grouping = Grouping.of(CELLS, POOLING)

    group, n_groups, *_ = grouping.groups["size"]
    asked = find_groups(grouping.tables, CODES.of(COUNTS), len(COUNTS))["size"]

    unknown = CELLS.codes["size"] == -1
    assert unknown.any()
    assert (group[unknown] == n_groups - 1).all()
    assert (group[~unknown] < n_groups - 1).all()
    assert asked.max() == n_groups - 2
    assert (asked[COUNTS.size == 0] == -1).all()


def test_the_noise_of_seasons_is_taken_up_and_never_asked_for() -> None:
    grouping = Grouping.of(CELLS, POOLING)

    group, n_groups, drifts, lasts = grouping.groups["season of employer"]

    pairs = set(zip(CELLS.codes["employer"].tolist(), CELLS.season.tolist(), strict=True))
    assert n_groups == len(pairs) == len(set(group.tolist()))
    assert (drifts, lasts) == (False, False)
    assert "season of employer" not in grouping.tables


def test_a_question_has_a_group_in_every_level_that_answers() -> None:
    grouping = Grouping.of(CELLS, POOLING)

    found = find_groups(grouping.tables, CODES.of(COUNTS), len(COUNTS))

    levels = grouping.levels(np.arange(3))
    assert set(found) == {level.name for level in levels if level.lasting}
    assert (found["drift of all"] == 0).all()
    assert {level.name for level in levels if level.period is not None} == {"drift of all"}


def test_without_a_second_season_nothing_drifts_and_no_season_has_noise() -> None:
    one = COUNTS.take(COUNTS.season == 2024)

    grouping = Grouping.of(Cells.of(one, Codes.learn(one)), POOLING)

    assert set(grouping.groups) == {"stage", "size"}
