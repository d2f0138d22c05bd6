"""When word comes, and how the chance goes on while it does not."""

from dataclasses import dataclass
from datetime import date

import numpy as np

from yokame.forecast.answer import Word
from yokame.forecast.case import ContactSeen
from yokame.forecast.chance import Chances
from yokame.forecast.question import LAST_DAY
from yokame.stats import FloatArray

N_COMING_DAYS = 30
_POINTS = {"low_on": 0.1, "median_on": 0.5, "high_on": 0.9}
# Dates are looked for this far ahead at once, doubling while the 90 % point lies beyond.
_FIRST_LOOK_DAYS = 2 * N_COMING_DAYS


@dataclass(frozen=True)
class Course:
    """How a wait goes on: when word comes, and the chance on each day it does not.

    `survivors` are those of the case's curves at the end of the known silence, (2,), `shift` what
    reports add to the log-odds of a pass there, `spread_left` the part of their spread that is left
    with reports: others need them as well, and they come out of the same evaluation.
    """

    survivors: FloatArray
    shift: float
    spread_left: float
    word: Word
    path_prob: FloatArray


def course_of(chances: Chances, pass_prob: float) -> Course:
    """The course from today, with a chance of `pass_prob` before any silence."""
    case = chances.case
    if case.contact is not None:
        return _ended(chances, pass_prob, case.contact)
    today = case.question.today.toordinal()
    coming = today + np.arange(1, N_COMING_DAYS + 1)
    days = today + np.arange(_FIRST_LOOK_DAYS)
    times = np.concatenate(
        ([case.survived], case.clock.silent_until(coming), case.clock.closed_until(days))
    )
    now, path, ends = np.split(case.curves.mean_survivors(times), [1, 1 + N_COMING_DAYS], axis=1)
    told_prob = chances.told_prob(pass_prob, now)
    come = chances.come(pass_prob, now, ends)
    by_date = told_prob * come[: 1 + N_COMING_DAYS]
    word = Word(
        today_prob=float(by_date[0]),
        by_date_prob=by_date[1:],
        never_prob=1 - told_prob,
        **_points(chances, pass_prob, come),
    )
    shift = chances.passed_shift(pass_prob, np.concatenate([now, path], axis=1))
    silent = chances.silent(pass_prob, case.rows.silent_as_told, path).moved(shift[1:])
    left = chances.spread_left(pass_prob, now)
    return Course(now[:, 0], float(shift[0]), left, word, silent.passed_prob)


def _ended(chances: Chances, pass_prob: float, contact: ContactSeen) -> Course:
    """The course once a contact has ended the silence: word came on its day."""
    survivors = chances.case.curves.mean_survivors(np.array([chances.case.survived]))
    shift = float(chances.passed_shift(pass_prob, survivors)[0])
    prob = float(chances.contacted(pass_prob, contact).moved(shift).passed_prob)
    word = Word(
        today_prob=1.0,
        by_date_prob=np.ones(N_COMING_DAYS),
        median_on=contact.on,
        low_on=contact.on,
        high_on=contact.on,
        never_prob=0.0,
    )
    left = chances.spread_left(pass_prob, survivors)
    return Course(survivors[:, 0], shift, left, word, np.full(N_COMING_DAYS, prob))


def _points(chances: Chances, pass_prob: float, come: FloatArray) -> dict[str, date]:
    """The days by which word has come with chances 10, 50, 90 %, given that it comes.

    `come`: that chance by the end of today, tomorrow, ... as far as it was looked for.
    """
    case, n_days = chances.case, _FIRST_LOOK_DAYS
    today = case.question.today.toordinal()
    last = LAST_DAY.toordinal()
    while come[-1] < max(_POINTS.values()) and today + n_days < last:
        n_days *= 2
        days = np.arange(today, min(today + n_days, last))
        ends = case.curves.mean_survivors(
            np.concatenate(([case.survived], case.clock.closed_until(days)))
        )
        come = chances.come(pass_prob, ends[:, :1], ends[:, 1:])
    index = np.minimum(np.searchsorted(come, list(_POINTS.values())), come.size - 1)
    found = (date.fromordinal(today + steps) for steps in index.tolist())
    return dict(zip(_POINTS, found, strict=True))
