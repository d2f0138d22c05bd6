"""From reports of waits in Japan to what they teach about the priors."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import numpy as np

from yokame.forecast.clock import OfficeCalendar
from yokame.forecast.lessons import employer_key, trade_key
from yokame.forecast.posting import Posting, unfinished_made_whole
from yokame.forecast.prior_clock import PriorClock
from yokame.learning import SHARES, Grid, PriorCurve, Taught
from yokame.priors import Priors
from yokame.reports import Track
from yokame.reports.counts import count_in_memory
from yokame.reports.table import Coded, Reports
from yokame.stats import FloatArray

# A rounded length stands for lengths spread evenly over its span.
_SPREAD = np.array([-0.8, -0.4, 0.0, 0.4, 0.8])


def teach(reports: Reports, priors: Priors, calendar: OfficeCalendar, *, today: date) -> Taught:
    """What reports, put together on `today`, say beyond the priors.

    Raises
    ------
    ValueError
        If a report names a track or stage that is not one of the vocabulary.
    """
    clock, grid = PriorClock(priors, calendar), Grid.of_shares(SHARES)
    named = replace(
        reports,
        employer=_named(reports.employer, employer_key),
        industry=_named(reports.industry, trade_key),
        track=_named(reports.track, lambda track: track or Track.NEW_GRAD),
    )
    spread = _heaps_spread(named)
    on_clock = replace(spread, days=positions(spread, clock))
    posting = Posting.of(named, today)
    whole = unfinished_made_whole(spread, on_clock, posting, clock, grid.edges)

    def prior(track: str, stage: str, size: int) -> PriorCurve:
        return clock.kind(track, stage, size).curve(grid.edges)

    return Taught.learn(count_in_memory(whole, grid.edges), prior, grid, named)


def _named(column: Coded, name_of: Callable[[str], str]) -> Coded:
    """One name for all that mean the same: for all spellings of an employer, and for no track."""
    names = Coded.of([str(name_of(name)) for name in column.names])
    return Coded(names.names, names.code[column.code])


def positions(reports: Reports, clock: PriorClock) -> FloatArray:
    """How far each wait had got on its own prior curve, (n,)."""
    worked = clock.worked(reports.held, reports.days, at_the_end=~reports.is_decided)
    found = np.zeros(len(reports))
    for rows, kind in clock.kinds_of(reports):
        found[rows] = kind.position(worked[rows])
    return found


def _heaps_spread(reports: Reports) -> Reports:
    """Each rounded length as a few lengths that share its weight."""
    rounded = reports.width > 0
    if not rounded.any():
        return reports
    exact, rough = reports.take(~rounded), reports.take(rounded)
    for part in _SPREAD:
        days = np.maximum(rough.days + part * rough.width, 0.0)
        exact = exact.followed_by(replace(rough, days=days, count=rough.count / _SPREAD.size))
    return exact
