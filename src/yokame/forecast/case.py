"""A question made ready to be computed: its priors, its clock, its curves."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import numpy as np

from yokame.forecast.clock import Clock, OfficeCalendar
from yokame.forecast.curves import usual_curves, window_curves
from yokame.forecast.noticed import Noticed, noticed_in
from yokame.forecast.others import Others, others_in, timings_of
from yokame.forecast.question import ContactBy, Question
from yokame.forecast.rows import Rows, contact_channel, rows_for
from yokame.priors import LikelihoodRatio, Priors
from yokame.promise import on_or_after_business_day
from yokame.stats import DelayCurves, learned

if TYPE_CHECKING:
    from yokame.learning import TaughtWait


@dataclass(frozen=True)
class ContactSeen:
    """A contact of unknown content: how it came, its day, the likelihood ratio of its channel,
    and the working time at which its step ends (on a day off, that of the next business day).
    """

    by: ContactBy
    on: date
    channel: LikelihoodRatio
    until: float


@dataclass(frozen=True)
class Case:
    """One question with all that is looked up for it.

    `usual` are the curves where no window is known, `promised` those of the readable window
    (the usual ones if there is none), `curves` those of the answer: `promised` once it is heeded
    how long this employer took in earlier seasons. `survived` is the working time that was silent
    for sure: up to today, or up to a contact. `taught` is what reports say of such a wait.
    """

    question: Question
    rows: Rows
    others: Others
    noticed: Noticed
    clock: Clock
    usual: DelayCurves
    promised: DelayCurves
    curves: DelayCurves
    survived: float
    contact: ContactSeen | None
    taught: "TaughtWait | None"


def prepare(
    question: Question,
    priors: Priors,
    calendar: OfficeCalendar,
    taught: "TaughtWait | None" = None,
) -> Case:
    """Look up what a question needs; `taught` is what reports say of it, if any do."""
    rows = rows_for(question, priors)
    clock = Clock(question.held, calendar)
    survived, contact = _seen(question, clock, priors)
    usual = usual_curves(
        rows.delay, priors.delay_tail, size_factor=rows.size_factor, gap_sd=priors.gap_log_sd
    )
    promised = _promised(question, clock, priors) or usual
    others, curves = others_in(question, priors.others), promised
    if others.earlier:
        timings = timings_of(
            others.earlier, question, priors.others, calendar, has_window=promised is not usual
        )
        curves = learned(promised, timings)
    return Case(
        question=question,
        rows=rows,
        others=others,
        noticed=noticed_in(question, others.same_slot, priors),
        clock=clock,
        usual=usual,
        promised=promised,
        curves=curves,
        survived=survived,
        contact=contact,
        taught=taught,
    )


def _seen(question: Question, clock: Clock, priors: Priors) -> tuple[float, ContactSeen | None]:
    """How long it was silent, and the contact that ended it, if one did."""
    if question.contact is None:
        return clock.silent_for(question.today), None
    by, on = question.contact.by, question.contact.on
    survived, until = 0.0, 0.5
    if on > question.held:
        step = [on.toordinal() - 1, on_or_after_business_day(on).toordinal()]
        survived, until = clock.closed_until(np.array(step)).tolist()
    return survived, ContactSeen(by, on, contact_channel(question, by, priors), until)


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
