"""A report more, heard at once: its own groups move, everything else waits for the next fit."""

from dataclasses import replace

import numpy as np

from yokame.learning.prior import Prior, PriorRows, log_odds
from yokame.learning.taught import Taught
from yokame.learning.teaching import FIRST, Chance
from yokame.reports.counts import distinct_rows
from yokame.reports.table import Reports
from yokame.stats import FloatArray, IntArray, absorbed


def heard(taught: Taught, reports: Reports, prior: Prior) -> Taught:
    """What is taught after some reports more, whose `days` are positions on their prior curves.

    Only waits that were followed and ended with word are heard before a fit: they move the chance
    of a pass. An employer nobody told of yet is not learned about until then, nor are days.
    """
    parts = reports.take(reports.followed & reports.is_decided)
    if not len(parts):
        return taught
    # one report may stand in several rows, parted over the day on which word came
    first, report = distinct_rows(parts, without=("days", "count"))
    told = parts.take(first)
    rows = PriorRows.of(
        [
            prior(told.track.names[track], told.stage.names[stage], int(size))
            for track, stage, size in zip(told.track.code, told.stage.code, told.size, strict=True)
        ]
    )
    groups, horizon = taught.groups_of(told)
    columns = taught.grid.columns
    waiting = _summed(
        parts.count[:, None] * (parts.days[:, None] > taught.grid.edges[columns]), report
    )
    # before any silence there is no change: what is seen there is how often
    waiting[:, 0] = 0.0
    count, won = _summed(parts.count[:, None], report), told.is_pass[:, None]
    before = log_odds(rows.passed_prob)
    often = absorbed(
        *(taught.chance.often, won * count, count, groups), offset=before[:, :1], horizon=horizon
    )
    level, _ = often.log_odds(groups, FIRST, horizon)
    change = absorbed(
        *(taught.chance.change, won * waiting, waiting, groups),
        offset=before[:, columns] + level[:, None],
        horizon=horizon,
    )
    n_reports = {
        name: _with_more(n, groups[name], count[:, 0]) for name, n in taught.n_reports.items()
    }
    return replace(taught, chance=Chance(often, change), n_reports=n_reports)


def _summed(rows: FloatArray, report: IntArray) -> FloatArray:
    """Sums over the rows of each report, (n_reports, n_columns)."""
    summed = np.zeros((int(report.max()) + 1, rows.shape[1]))
    np.add.at(summed, report, rows)
    return summed


def _with_more(n_reports: FloatArray, group: IntArray, count: FloatArray) -> FloatArray:
    known = group >= 0
    return n_reports + np.bincount(group[known], count[known], n_reports.size)
