"""From reports of waits in Japan to what they teach about the priors."""

from dataclasses import replace
from datetime import date

import numpy as np

from yokame.employers import key_of
from yokame.forecast.clock import OfficeCalendar
from yokame.forecast.posting import Posting, unfinished_made_whole
from yokame.forecast.prior_clock import PriorClock
from yokame.forecast.question import Question
from yokame.learning import SHARES, Grid, PriorCurve, Taught
from yokame.priors import Priors
from yokame.reports import Track
from yokame.reports.counts import count_in_memory
from yokame.reports.table import Coded, Reports, Waits
from yokame.stats import FloatArray

# What no report calls an employer or a trade: who names none belongs to no group.
_NOBODY = "\0"
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
    named = replace(reports, employer=_keyed(reports.employer), track=_tracked(reports.track))
    spread = _heaps_spread(named)
    on_clock = replace(spread, days=positions(spread, clock))
    posting = Posting.of(named, today)
    whole = unfinished_made_whole(spread, on_clock, posting, clock, grid.edges)

    def prior(track: str, stage: str, size: int) -> PriorCurve:
        return clock.kind(track, stage, size).curve(grid.edges)

    return Taught.learn(count_in_memory(whole, grid.edges), prior, grid)


def as_wait(question: Question) -> Waits:
    """The question as a table of one row, as reports name things."""
    return Waits(
        employer=_one(key_of(question.employer) or _NOBODY),
        industry=_one(question.industry or _NOBODY),
        stage=_one(question.stage),
        track=_one(question.track),
        size=np.array([question.size or 0]),
        season=np.array([question.held.year]),
        held=np.array([question.held], dtype="datetime64[D]"),
        days=np.array([float((question.today - question.held).days)]),
    )


def _one(name: str) -> Coded:
    return Coded((name,), np.zeros(1, np.int64))


def _keyed(employer: Coded) -> Coded:
    """One name for all spellings of an employer."""
    keys = Coded.of([key_of(name) for name in employer.names])
    return Coded(keys.names, keys.code[employer.code])


def _tracked(track: Coded) -> Coded:
    """Reports that name no track are of new graduates."""
    names = Coded.of([name or Track.NEW_GRAD for name in track.names])
    return Coded(names.names, names.code[track.code])


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
