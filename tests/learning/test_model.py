"""A learned model as statisticians use it."""

from dataclasses import replace

import numpy as np
import pytest

from tests.learning.made_reports import made_reports
from yokame.learning import LearnedModel
from yokame.reports.table import Reports, Waits, Word

BEFORE, LATER = made_reports(), made_reports(seed=9, seasons=(2025,))


@pytest.fixture(scope="module")
def model() -> LearnedModel:
    return LearnedModel.fit(BEFORE)


def asked(days: float, n: int = 60) -> Waits:
    return LATER.take(np.arange(n)).as_asked(days)


def test_an_answer_depends_on_its_own_question_only(model: LearnedModel) -> None:
    waits = asked(5)
    rng = np.random.default_rng(2)
    order = rng.permutation(len(waits))

    together, alone = model.predict(waits), model.predict(waits.take(np.array([7])))
    shuffled = model.predict(waits.take(order))

    assert alone.passed_prob[0] == together.passed_prob[7]
    assert (alone.quantile_days[0] == together.quantile_days[7]).all()
    assert (shuffled.passed_prob == together.passed_prob[order]).all()


def test_survivors_fall_from_one_to_nothing(model: LearnedModel) -> None:
    waiting = model.predict_survival_function(asked(5))

    assert waiting.shape == (60, model.times.size)
    assert (waiting[:, model.times <= 5] == 1).all()
    assert (np.diff(waiting, axis=1) <= 0).all()
    assert (waiting[:, -1] == 0).all()


def test_survivors_of_word_agree_with_counting(model: LearnedModel) -> None:
    """Of all the later season's words, asked at once: the mean survivor is their own curve."""
    told = LATER.take(LATER.is_decided)

    waiting = model.predict_survival_function(told.as_asked(0.0)).mean(axis=0)

    counted = np.array([(told.days > day).mean() for day in model.times])
    # 4 standard errors of a share counted from 1,500 words
    assert waiting == pytest.approx(counted, abs=4 * 0.5 / np.sqrt(len(told)))


def test_a_wait_longer_than_any_that_ended_is_answered_all_the_same(model: LearnedModel) -> None:
    found = model.predict(asked(5000.0))

    assert ((found.passed_prob > 0) & (found.passed_prob < 1)).all()
    assert (found.quantile_days == 0).all()
    assert (model.predict_survival_function(asked(5000.0)) == 1).all()


def test_reports_without_a_single_word_are_refused() -> None:
    silent = replace(BEFORE, word=np.full(len(BEFORE), int(Word.NONE)))

    with pytest.raises(ValueError, match="No wait ended with word"):
        LearnedModel.fit(silent)


def test_what_comes_after_a_questions_day_cannot_reach_it(model: LearnedModel) -> None:
    waits = asked(5)
    hidden = Reports(**vars(LATER) | {"word": np.zeros_like(LATER.word), "days": LATER.days + 99})

    again = hidden.take(np.arange(60)).as_asked(5)

    assert (model.predict(again).passed_prob == model.predict(waits).passed_prob).all()
