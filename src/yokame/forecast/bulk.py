"""Many questions at once, as a file of them asks: nothing known of each but what a file holds."""

from datetime import timedelta

import numpy as np

from yokame.forecast.errors import QuestionError
from yokame.forecast.model import Model
from yokame.forecast.question import Question
from yokame.learning import QUANTILES, Predicted
from yokame.reports import Stage, Track
from yokame.reports.counts import distinct_rows
from yokame.reports.table import Waits
from yokame.stats import FloatArray

_NO_ANSWER = np.full(1 + QUANTILES.size, np.nan)


def predict(model: Model, waits: Waits) -> Predicted:
    """Answer each wait by itself; all nan for one that is no question.

    A question needs its day zero and a stage of the vocabulary; no track is that of new graduates.
    """
    first, row = distinct_rows(waits, without=())
    found = np.stack([_answer(model, waits, int(at)) for at in first] or [_NO_ANSWER])[row]
    return Predicted(found[:, 0], found[:, 1:])


def _answer(model: Model, waits: Waits, at: int) -> FloatArray:
    """The chance of a pass, and the days left by 10, 50 and 90 %, (4,)."""
    question = _question(waits, at)
    if question is None:
        return _NO_ANSWER
    word = model.answer(question).word
    left = [(day - question.today).days for day in (word.low_on, word.median_on, word.high_on)]
    return np.array([model.passed_prob(question), *left])


def _question(waits: Waits, at: int) -> Question | None:
    if np.isnat(waits.held[at]):
        return None
    held = waits.held[at].astype("datetime64[D]").item()
    track = waits.track.names[waits.track.code[at]]
    try:
        return Question(
            stage=Stage(waits.stage.names[waits.stage.code[at]]),
            held=held,
            today=held + timedelta(days=int(waits.days[at])),
            track=Track(track or Track.NEW_GRAD),
            employer=waits.employer.names[waits.employer.code[at]],
            industry=waits.industry.names[waits.industry.code[at]],
            size=int(waits.size[at]) or None,
        )
    except (ValueError, QuestionError):
        return None
