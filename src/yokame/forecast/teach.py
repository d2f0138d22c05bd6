"""From reports of waits in Japan to what they teach about the priors."""

from dataclasses import replace
from datetime import date

import numpy as np

from yokame.employers import key_of
from yokame.forecast.clock import OfficeCalendar
from yokame.forecast.posting import Posting, not_ended_yet
from yokame.forecast.prior_clock import PriorClock
from yokame.forecast.question import Question
from yokame.learning import SHARES, Grid, PriorCurve, Taught
from yokame.priors import Priors
from yokame.reports import Track
from yokame.reports.counts import count_in_memory
from yokame.reports.table import Coded, Reports, Waits

# Beyond the slowest hundredth stand those who may never hear: a column nearer to the end is theirs.
_SHARES = np.append(SHARES, 0.999)
# What no report calls an employer or a trade: who names none belongs to no group.
_NOBODY = "\0"
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
    named = replace(reports, employer=_keyed(reports.employer), track=_tracked(reports.track))
    posted = Posting.of(named, today).weighed(_heaps_spread(named))
    later = not_ended_yet(posted, clock, grid.edges, today)
    whole = on_clock(posted, clock).followed_by(later)

    def prior(track: str, stage: str, size: int) -> PriorCurve:
        return clock.kind(track, stage, size).curve(grid.edges)

    return Taught.learn(count_in_memory(whole, grid.edges), prior, grid, reports=named)


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
