"""What others heard: who of them speaks of this wait, and who of how long this employer takes."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

import numpy as np

from yokame.forecast.clock import Clock, OfficeCalendar
from yokame.forecast.question import FIRST_DAY, LONGEST_WAIT, Question
from yokame.priors import OthersRule
from yokame.promise import on_or_after_business_day
from yokame.reports import HeardByOthers, Outcome, Track
from yokame.stats import Timings

_ROW = {Outcome.PASS: 0, Outcome.FAIL: 1}
# Word after more than a year answers another question, or a day was mistyped.
_LONGEST_TIMING = timedelta(days=366)


@dataclass(frozen=True)
class Others:
    """The entries of others, sorted by what they speak of; the order they came in is forgotten.

    `same_slot` took the same stage on the same day, `earlier` in an earlier season; of both, only
    with what they had heard before the day of the question. The rest is `left_out`.
    """

    same_slot: tuple[HeardByOthers, ...]
    earlier: tuple[HeardByOthers, ...]
    left_out: tuple[HeardByOthers, ...]


def others_in(question: Question, rule: OthersRule) -> Others:
    """Sort out what others heard. What is trusted with nothing is left out."""
    heard_by = sorted(question.others, key=_order)
    of_stage = [
        heard
        for heard in heard_by
        if (heard.stage is question.stage or question.track is Track.PART_TIME)
        and heard.on < question.today
        and heard.count > 0
        and rule.trust[heard.trust] > 0
    ]
    same_slot = tuple(heard for heard in of_stage if heard.held == question.held)
    earlier = tuple(heard for heard in of_stage if _is_timing(heard, question, rule))
    used = {*same_slot, *earlier}
    return Others(same_slot, earlier, tuple(heard for heard in heard_by if heard not in used))


def timings_of(
    earlier: Iterable[HeardByOthers],
    question: Question,
    rule: OthersRule,
    calendar: OfficeCalendar,
    *,
    has_window: bool,
) -> Timings:
    """The waits of earlier seasons, on the clock of this one."""
    entries = tuple(earlier)
    weight = np.array([_weight(heard, question, rule) for heard in entries])
    if has_window:
        weight *= rule.promised_weight
    return Timings(
        time=np.array([_worked(heard, calendar) for heard in entries]),
        row=np.array([_ROW[heard.word] for heard in entries]),
        weight=weight * min(1.0, rule.at_most / weight.sum()),
    )


def _order(heard: HeardByOthers) -> tuple[object, ...]:
    return heard.held, heard.on, heard.word, heard.stage, heard.trust, heard.count


def _is_timing(heard: HeardByOthers, question: Question, rule: OthersRule) -> bool:
    """Word of a season that is over. Silence of that time says nothing: it was told or not."""
    before = question.held - heard.held
    return (
        heard.word in _ROW
        and timedelta(days=rule.earlier_season_after_days) <= before <= LONGEST_WAIT
        and heard.held >= FIRST_DAY
        and heard.on - heard.held <= _LONGEST_TIMING
    )


def _weight(heard: HeardByOthers, question: Question, rule: OthersRule) -> float:
    """For how many people's word this entry counts."""
    years = (question.held - heard.held).days / 365.25
    people = min(float(heard.count), rule.one_day_at_most)
    aged: float = rule.yearly_weight**years
    return people * rule.trust[heard.trust] * aged


def _worked(heard: HeardByOthers, calendar: OfficeCalendar) -> float:
    """T at the middle of the step in which word came; on a day off, of the next business day's."""
    clock = Clock(heard.held, calendar)
    if heard.on == heard.held:
        return 0.25
    day = on_or_after_business_day(heard.on).toordinal()
    silent_until: float = clock.silent_until(np.array([day])).item()
    return silent_until
