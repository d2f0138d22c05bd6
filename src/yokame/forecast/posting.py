"""What is told afterwards comes late, and later for some outcomes: unfinished seasons made whole.

Of the waits of a season that still runs only those are posted that ended early and whose people
were quick to write. Each such report stands for itself, for those that ended as it did but are not
posted yet (their share by the delay of posting, counted by outcome), and for those that will end
so and have not yet (their share by the priors' curve of that outcome).
"""

from collections.abc import Iterator
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
# A curve that is so far through needs nothing more.
_FINISHED = 0.995


@dataclass(frozen=True, eq=False)
class Posting:
    """The delay from word to its post: `share` (2, n_days) of passes and of others by each day."""

    today: np.datetime64
    share: FloatArray

    @classmethod
    def of(cls, reports: Reports, today: date) -> Self:
        """Count it, in words old enough that their posts are in."""
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

    def posted_share(self, reports: Reports) -> FloatArray:
        """Of words like each one's, the share that is posted by today, (n,)."""
        since = (self.today - _told_on(reports)).astype(np.float64)
        day = np.clip(np.nan_to_num(since, nan=_LONGEST_LAG), 0, _LONGEST_LAG).astype(np.int64)
        return np.asarray(self.share[np.where(reports.is_pass, 0, 1), day])


def unfinished_made_whole(
    reports: Reports, on_clock: Reports, posting: Posting, clock: PriorClock, edges: FloatArray
) -> Reports:
    """The reports on the priors' clock, with weights and with those that can't be posted yet.

    `reports` and `on_clock` are the same rows, in days and in positions.
    """
    after = _afterwards(reports) & ~np.isnat(reports.held)
    stands_for = np.where(after, 1 / np.maximum(posting.posted_share(reports), _LEAST_SHARE), 1.0)
    weighed = replace(on_clock, count=on_clock.count * stands_for)
    so_far = (posting.today - reports.held).astype(np.float64)
    open_ = after & (so_far >= 0) & (so_far <= _LONGEST_LAG)
    whole = weighed
    if open_.any():
        mine = weighed.take(open_)
        worked = clock.worked(mine.held, so_far[open_], at_the_end=np.ones(len(mine), bool))
        for rows, kind in clock.kinds_of(mine):
            for later in _not_ended(mine.take(rows), kind, worked[rows], edges):
                whole = whole.followed_by(later)
    return whole


def _not_ended(
    reports: Reports, kind: KindOfWait, worked: FloatArray, edges: FloatArray
) -> Iterator[Reports]:
    """Waits that will end as these did, later than can be known, by the priors' curve."""
    outcome: IntArray = np.where(reports.is_pass, 0, 1)
    row = np.arange(len(reports))
    known = kind.outcome_position(worked)[outcome, row]
    unfinished = known < _FINISHED
    in_time = kind.outcome_position(kind.times(edges))[outcome]
    rest = np.clip(np.diff(in_time, axis=1), 0, None)
    step_from = in_time[:, :-1]
    part = np.clip((in_time[:, 1:] - np.maximum(step_from, known[:, None])), 0, rest)
    weight = reports.count[:, None] * part / np.maximum(known, _LEAST_SHARE)[:, None]
    middle = (edges[:-1] + edges[1:]) / 2
    for step in range(middle.size):
        some: BoolArray = unfinished & (weight[:, step] > 0)
        if some.any():
            mine = reports.take(some)
            yield replace(mine, days=np.full(len(mine), middle[step]), count=weight[some, step])


def _afterwards(reports: Reports) -> BoolArray:
    return np.asarray(~reports.followed & reports.is_decided)


def _told_on(reports: Reports) -> DateArray:
    return np.asarray(reports.held + np.ceil(reports.days).astype("timedelta64[D]"))
