"""What a wait's own groups say: counted one by one."""

from dataclasses import replace

import numpy as np
import pytest

from tests.learning.made_reports import made_reports
from yokame.learning.grid import Grid
from yokame.learning.groups import Codes
from yokame.learning.own_groups import OwnGroups
from yokame.reports.counts import count_in_memory, delay_counts
from yokame.reports.table import Coded

REPORTS = made_reports(800)
GRID = Grid.of(*delay_counts(REPORTS))
COUNTS = count_in_memory(REPORTS, GRID.edges)
OWN = OwnGroups.learn(COUNTS, Codes.learn(COUNTS), GRID)
EMPLOYER_LEVEL = 2 * 4  # the fifth level: employer × industry × stage, by all reports


@pytest.mark.parametrize("column", [0, 2])
def test_log_odds_are_those_counted_in_the_group_with_one_of_all_added(column: int) -> None:
    edge = GRID.edges[OWN.columns[column]]
    first = REPORTS.take(np.arange(1))
    alike = np.ones(len(REPORTS), bool)
    for name in ("employer", "industry", "stage"):
        alike &= getattr(REPORTS, name).code == getattr(first, name).code[0]
    still = REPORTS.days > edge
    share = (REPORTS.is_pass[still].sum() + 0.5) / (still.sum() + 1)
    passed, seen = (REPORTS.is_pass & still & alike).sum(), (still & alike).sum()

    found = OWN.features(first.as_asked(float(edge)))[0, EMPLOYER_LEVEL]

    odds = (passed + share) / (seen - passed + 1 - share)
    assert found == pytest.approx(np.log(odds) - np.log(share / (1 - share)))


def test_a_group_that_is_not_known_says_nothing() -> None:
    stranger = replace(REPORTS.take(np.arange(1)), employer=Coded(("zzz",), np.zeros(1, np.int64)))

    assert (OWN.features(stranger.as_asked(3.0)) == 0).all()


def test_an_average_season_says_the_same_less_loudly() -> None:
    asked = REPORTS.as_asked(0.0)

    found = OWN.features(asked)

    by_all, by_season = found[:, 0::2], found[:, 1::2]
    loud = np.abs(by_all) > 0.2
    assert loud.any()
    assert (np.abs(by_season)[loud] < np.abs(by_all)[loud]).all()
