"""What is told afterwards comes late, and later for some outcomes: unfinished seasons made whole.

Of the waits of a season that still runs only those are posted that ended early and whose people
were quick to write. Each such report stands for itself, for those that ended as it did but are not
posted yet (their share by the delay of posting, counted by outcome), and for those that will end
so and have not yet (their share by the priors' curve of that outcome).
"""

from dataclasses import dataclass, replace
from datetime import date
from typing import Self

import numpy as np

from yokame.forecast.prior_clock import KindOfWait, PriorClock
from yokame.reports.table import DateArray, Reports
from yokame.stats import BoolArray, FloatArray, IntArray

_LONGEST_LAG = 90
_FEWEST_LAGS = 30
# A report stands for at most this many that are not posted yet, and as many that have not ended.
_MOST_STOOD_FOR = 10.0
_LEAST_SHARE = 1 / (1 + _MOST_STOOD_FOR)


@dataclass(frozen=True, eq=False)
class Posting:
    """The delay from word to its post: `share` (2, n_days) of passes and of others by each day."""

    today: np.datetime64
    share: FloatArray

    @classmethod
    def of(cls, reports: Reports, today: date) -> Self:
        """Count it, in words old enough that their posts are in; too few, and none is late."""
        now, told_on = np.datetime64(today, "D"), _told_on(reports)
        lag = (reports.reported - told_on).astype(np.float64)
        is_known = _afterwards(reports) & ~np.isnat(reports.reported) & ~np.isnat(told_on)
        is_old = (now - told_on).astype(np.float64) > _LONGEST_LAG
        usable = is_known & is_old & (lag >= 0) & (lag <= _LONGEST_LAG)
        share = np.ones((2, _LONGEST_LAG + 1))
        for row, of_outcome in enumerate((reports.is_pass, ~reports.is_pass)):
            mine = usable & of_outcome
            weight = reports.count[mine]
            if weight.sum() >= _FEWEST_LAGS:
                days = lag[mine].astype(np.int64)
                counted = np.bincount(days, weight, _LONGEST_LAG + 1)
                share[row] = np.cumsum(counted) / counted.sum()
        return cls(now, share)

    def weighed(self, reports: Reports) -> Reports:
        """The reports, each standing for those that ended as it did and are not posted yet."""
        after = _afterwards(reports) & ~np.isnat(reports.held)
        share = np.where(after, np.maximum(self._posted_share(reports), _LEAST_SHARE), 1.0)
        return replace(reports, count=reports.count / share)

    def _posted_share(self, reports: Reports) -> FloatArray:
        """Of words like each one's, the share that is posted by today, (n,)."""
        since = (self.today - _told_on(reports)).astype(np.float64)
        day = np.clip(np.nan_to_num(since, nan=_LONGEST_LAG), 0, _LONGEST_LAG).astype(np.int64)
        return np.asarray(self.share[np.where(reports.is_pass, 0, 1), day])


def not_ended_yet(reports: Reports, clock: PriorClock, edges: FloatArray, today: date) -> Reports:
    """Waits that began with those told of and will end as they did, at positions on the clock."""
    so_far = (np.datetime64(today, "D") - reports.held).astype(np.float64)
    is_open = _afterwards(reports) & (so_far >= 0) & (so_far <= _LONGEST_LAG)
    began = reports.take(is_open)
    worked = clock.silent_until(began.held, so_far[is_open])
    middle = (edges[:-1] + edges[1:]) / 2
    count = np.zeros((len(began), middle.size))
    for rows, kind in clock.kinds_of(began):
        later = _later_share(kind, worked[rows], began.is_pass[rows], edges)
        count[rows] = began.count[rows, None] * later
    row, step = np.nonzero(count)
    return replace(began.take(row), days=middle[step], count=count[row, step])


def _later_share(
    kind: KindOfWait, worked: FloatArray, is_pass: BoolArray, edges: FloatArray
) -> FloatArray:
    """For one wait that has ended by now, how many of its outcome will end in each step."""
    outcome: IntArray = np.where(is_pass, 0, 1)
    by_now = kind.outcome_position(worked)[outcome, np.arange(outcome.size)][:, None]
    at_edges = kind.outcome_position(kind.times(edges))[outcome]
    later = np.diff(np.maximum(at_edges, by_now), axis=1)
    return np.asarray(later / np.maximum(by_now, _LEAST_SHARE))


def _afterwards(reports: Reports) -> BoolArray:
    return np.asarray(~reports.followed & reports.is_decided)


def _told_on(reports: Reports) -> DateArray:
    return np.asarray(reports.held + np.ceil(reports.days).astype("timedelta64[D]"))
