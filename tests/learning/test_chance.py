"""Pooled log-odds of a pass: known odds found again, each question by itself."""

from dataclasses import replace

import numpy as np
import pytest

from tests.learning.made_reports import made_reports
from yokame.learning.chance import ChanceModel
from yokame.learning.grid import Grid
from yokame.learning.groups import Codes
from yokame.reports.counts import Counts, count_in_memory, delay_counts
from yokame.reports.table import Coded, FloatArray

REPORTS = made_reports(8000)
GRID = Grid.of(*delay_counts(REPORTS))
COUNTS = count_in_memory(REPORTS, GRID.edges)


def learned(counts: Counts) -> ChanceModel:
    return ChanceModel.learn(counts, Codes.learn(counts), GRID)


def passed_prob(model: ChanceModel, day: float) -> FloatArray:
    return np.asarray(1 / (1 + np.exp(-model.log_odds(REPORTS.as_asked(day)))))


@pytest.mark.parametrize("employer", ["north works", "south bank", "east trading"])
def test_the_chance_of_an_employer_with_many_reports_is_its_own_share(employer: str) -> None:
    mine = REPORTS.employer.code == REPORTS.employer.names.index(employer)
    late = mine & (REPORTS.days > GRID.edges[GRID.columns[2]])
    shares = [REPORTS.is_pass[rows].mean() for rows in (mine, late)]

    model = learned(COUNTS)

    days = (0.0, float(GRID.edges[GRID.columns[2]]))
    found = [passed_prob(model, day)[mine].mean() for day in days]
    # 3 standard errors of a share of those hundreds, and what pooling takes of it
    atol = 3 * 0.5 / np.sqrt(late.sum()) + 0.02
    assert found == pytest.approx(shares, abs=atol)


def test_without_differences_every_employer_gets_the_share_of_all() -> None:
    rng = np.random.default_rng(3)
    n = len(REPORTS)
    drawn = REPORTS.employer.take(rng.permutation(n))
    shuffled = replace(REPORTS, employer=drawn, size=np.zeros(n, np.int64))
    model = learned(count_in_memory(shuffled, GRID.edges))

    of_employer = [passed_prob(model, 0.0)[REPORTS.employer.code == code] for code in range(5)]

    spread = [abs(float(found.mean()) - REPORTS.is_pass.mean()) for found in of_employer]
    # the rarest has 160 reports, 4 points of standard error: pooling leaves less than that
    assert max(spread) < 0.04


def test_an_employer_nobody_reported_gets_what_its_other_groups_have() -> None:
    model = learned(COUNTS)
    strangers = replace(
        REPORTS.as_asked(0.0), employer=Coded(("zzz",), np.zeros(len(REPORTS), np.int64))
    )

    found = 1 / (1 + np.exp(-model.log_odds(strangers)))

    by_employer = [REPORTS.is_pass[REPORTS.employer.code == code].mean() for code in range(5)]
    assert min(by_employer) < found.min()
    assert found.max() < max(by_employer)
