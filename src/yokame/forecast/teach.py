"""From reports of waits in Japan to what they teach about the priors."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import numpy as np

from yokame.forecast.clock import OfficeCalendar
from yokame.forecast.lessons import employer_key, trade_key
from yokame.forecast.posting import Posting, not_ended_yet
from yokame.forecast.prior_clock import PriorClock
from yokame.learning import SHARES, Grid, Prior, PriorCurve, Taught, heard
from yokame.priors import Priors
from yokame.reports import Track
from yokame.reports.counts import count_in_memory
from yokame.reports.table import Coded, Reports

# Beyond the slowest hundredth stand those who may never hear: a column nearer to the end is theirs.
_SHARES = np.append(SHARES, 0.999)
# A rounded length stands for lengths spread evenly over its span, a day for the word in its course.
_SPREAD = np.array([-0.8, -0.4, 0.0, 0.4, 0.8])
_PARTS = (np.arange(8) + 0.5) / 8


def teach(
    reports: Reports, priors: Priors, calendar: OfficeCalendar, *, today: date
) -> Taught | None:
    """What reports, put together on `today`, say beyond the priors; None if there are none.

    Raises
    ------
    ValueError
        If a report names a track or stage that is not one of the vocabulary.
    """
    if not len(reports):
        return None
    clock, grid = PriorClock(priors, calendar), Grid.of_shares(_SHARES)
    named = _all_named(reports)
    posted = Posting.of(named, today).weighed(_heaps_spread(named))
    later = not_ended_yet(posted, clock, grid.edges, today)
    whole = on_clock(posted, clock).followed_by(later)

    return Taught.learn(count_in_memory(whole, grid.edges), _prior(clock, grid), grid, named)


def hear(reports: Reports, taught: Taught, priors: Priors, calendar: OfficeCalendar) -> Taught:
    """What is taught once some reports more are heard, without a fit.

    Raises
    ------
    ValueError
        If a report names a track or stage that is not one of the vocabulary.
    """
    clock = PriorClock(priors, calendar)
    return heard(taught, on_clock(_all_named(reports), clock), _prior(clock, taught.grid))


def _prior(clock: PriorClock, grid: Grid) -> Prior:
    """What is known beforehand of each kind of wait, at the edges of a grid."""

    def prior(track: str, stage: str, size: int) -> PriorCurve:
        return clock.kind(track, stage, size).curve(grid.edges)

    return prior


def _all_named(reports: Reports) -> Reports:
    """Reports under the names by which they are told apart."""
    return replace(
        reports,
        employer=_named(reports.employer, employer_key),
        industry=_named(reports.industry, trade_key),
        track=_named(reports.track, lambda track: track or Track.NEW_GRAD),
    )


def _named(column: Coded, name_of: Callable[[str], str]) -> Coded:
    """One name for all that mean the same: for all spellings of an employer, and for no track."""
    names = Coded.of([str(name_of(name)) for name in column.names])
    return Coded(names.names, names.code[column.code])


def on_clock(reports: Reports, clock: PriorClock) -> Reports:
    """The reports with positions on their own prior curves in place of days.

    Word comes on a day, and half of all word within a few days: taken for a moment, each would be
    a heap on the curve. So a word is parted over its day as the curve of its outcome has it.
    """
    start, end = clock.day_of_word(reports.held, reports.days)
    # a word on a day off belongs to the next business day, as a contact does
    end = np.where(reports.is_decided & (end <= start), start + 1, end)
    rows, days, count = [], [], []
    for mine, kind in clock.kinds_of(reports):
        told = reports.is_decided[mine]
        still, word = mine[~told], mine[told]
        found = kind.word_positions(start[word], end[word], reports.is_pass[word], _PARTS)
        rows += [still, word.repeat(_PARTS.size)]
        days += [kind.position(end[still]), found.ravel()]
        count += [reports.count[still], (reports.count[word] / _PARTS.size).repeat(_PARTS.size)]
    taken = reports.take(np.concatenate(rows))
    return replace(taken, days=np.concatenate(days), count=np.concatenate(count))


def _heaps_spread(reports: Reports) -> Reports:
    """Each rounded length as a few lengths that share its weight."""
    rounded = reports.width > 0
    if not rounded.any():
        return reports
    exact, rough = reports.take(~rounded), reports.take(rounded)
    for part in _SPREAD:
        days = np.maximum(np.round(rough.days + part * rough.width), 0.0)
        exact = exact.followed_by(replace(rough, days=days, count=rough.count / _SPREAD.size))
    return exact
