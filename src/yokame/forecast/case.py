"""A question made ready to be computed: its priors, its clock, its curves."""

from dataclasses import dataclass

import numpy as np

from yokame.forecast.clock import Clock, OfficeCalendar
from yokame.forecast.curves import usual_curves, window_curves
from yokame.forecast.noticed import Noticed, noticed_in
from yokame.forecast.question import Question
from yokame.forecast.rows import Rows, rows_for
from yokame.priors import Priors
from yokame.promise import on_or_after_business_day
from yokame.stats import DelayCurves, FloatArray


@dataclass(frozen=True)
class Case:
    """One question with all that is looked up for it.

    `usual` are the curves where no window is known, `promised` those of the readable window
    (the usual ones if there is none). `survived` is the working time that was silent for sure;
    `contact_until` ends the step in which a contact fell, if one did.
    """

    question: Question
    rows: Rows
    noticed: Noticed
    clock: Clock
    usual: DelayCurves
    promised: DelayCurves
    survived: float
    contact_until: float | None

    @property
    def seen(self) -> FloatArray:
        """The times whose survivors tell what was seen: silence until, and a contact before."""
        until = [] if self.contact_until is None else [self.contact_until]
        return np.array([self.survived, *until])


def prepare(question: Question, priors: Priors, calendar: OfficeCalendar) -> Case:
    """Look up what a question needs."""
    rows = rows_for(question, priors)
    clock = Clock(question.held, calendar)
    survived, contact_until = _seen(question, clock)
    usual = usual_curves(
        rows.delay, priors.delay_tail, size_factor=rows.size_factor, gap_sd=priors.gap_log_sd
    )
    return Case(
        question=question,
        rows=rows,
        noticed=noticed_in(question, priors),
        clock=clock,
        usual=usual,
        promised=_promised(question, clock, priors) or usual,
        survived=survived,
        contact_until=contact_until,
    )


def _seen(question: Question, clock: Clock) -> tuple[float, float | None]:
    """How long it was silent, and the end of the contact's step (that of a business day)."""
    if question.contact is None:
        if question.today == question.held:
            return 0.0, None
        return float(clock.silent_until(np.array([question.today.toordinal()]))[0]), None
    if question.contact.on == question.held:
        return 0.0, 0.5
    before = question.contact.on.toordinal() - 1
    step = on_or_after_business_day(question.contact.on).toordinal()
    survived, until = clock.closed_until(np.array([before, step])).tolist()
    return survived, until


def _promised(question: Question, clock: Clock, priors: Priors) -> DelayCurves | None:
    readings = question.promise.readings if question.promise else ()
    if not readings:
        return None
    lengths = clock.worked(np.array([reading.on.toordinal() for reading in readings]))
    return window_curves(
        priors.window,
        priors.window_tail,
        lengths=tuple(
            (length, reading.weight)
            for length, reading in zip(lengths.tolist(), readings, strict=True)
        ),
        gap_sd=priors.gap_log_sd,
    )
