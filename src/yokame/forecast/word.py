"""When word comes, and how the chance goes on while it does not."""

from datetime import date

import numpy as np

from yokame.forecast.answer import Word
from yokame.forecast.chance import Chances
from yokame.forecast.question import LAST_DAY
from yokame.stats import FloatArray

N_COMING_DAYS = 30
_POINTS = {"low_on": 0.1, "median_on": 0.5, "high_on": 0.9}
# Dates are looked for this far ahead at once, doubling while the 90 % point lies beyond.
_FIRST_LOOK_DAYS = 2 * N_COMING_DAYS


def word_and_path(chances: Chances, pass_prob: float) -> tuple[Word, FloatArray]:
    """When word comes given the silence so far, and the chance on each day it goes on.

    Both for today + 1 to today + 30. A contact ends the silence: word has come on its day.
    """
    case = chances.case
    if case.question.contact is not None:
        on = case.question.contact.on
        return Word(np.ones(N_COMING_DAYS), on, on, on, 0.0), np.array([])
    days = case.question.today.toordinal() + np.arange(1, N_COMING_DAYS + 1)
    times = np.concatenate(
        ([case.survived], case.clock.silent_until(days), case.clock.closed_until(days))
    )
    joint = chances.silent(pass_prob, case.promised, case.rows.silent_as_told, times)
    silent_now, silent_later = joint.total[0], joint.total[1 + N_COMING_DAYS :]
    told = chances.told_after(pass_prob, times[:1])[0]
    word = Word(
        by_date_prob=1 - silent_later / silent_now,
        never_prob=float(1 - told / silent_now),
        **_points(chances, pass_prob, told),
    )
    return word, joint.passed_prob[1 : 1 + N_COMING_DAYS]


def _points(chances: Chances, pass_prob: float, told: float) -> dict[str, date]:
    """The days by which word has come with chances 10, 50, 90 %, given that it comes."""
    today, n_days = chances.case.question.today.toordinal(), _FIRST_LOOK_DAYS
    while True:
        last = min(today + n_days, LAST_DAY.toordinal() + N_COMING_DAYS)
        days = np.arange(today, last + 1)
        ends = chances.case.clock.closed_until(days)
        come = 1 - chances.told_after(pass_prob, ends) / told
        if come[-1] >= max(_POINTS.values()) or last < today + n_days:
            index = np.minimum(np.searchsorted(come, list(_POINTS.values())), days.size - 1)
            found = (date.fromordinal(day) for day in days[index].tolist())
            return dict(zip(_POINTS, found, strict=True))
        n_days *= 2
