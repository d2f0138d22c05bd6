"""The estimator: what an answer may depend on, and that it learns what there is to learn."""

import numpy as np
import pandas as pd
import pytest

from benchmarks.timelines.estimator import ANSWER_COLUMNS, Estimator
from benchmarks.timelines.landmarks import accepted, asked_at
from yokame.stats.scores import coverage, log_loss

HIDDEN = ["outcome", "delay_days", "observed_days", "decision_date", "report_date"]
DAYS = np.array([20.0, 45.0, 70.0])


@pytest.fixture(scope="module")
def truth(last_season: pd.DataFrame) -> pd.DataFrame:
    return asked_at(last_season, DAYS)


@pytest.fixture(scope="module")
def questions(truth: pd.DataFrame) -> pd.DataFrame:
    return truth.drop(columns=HIDDEN)


@pytest.fixture(scope="module")
def estimator(history: pd.DataFrame) -> Estimator:
    return Estimator.learn(history, with_live=True)


def test_answers_are_chances_and_ordered_days(
    estimator: Estimator, questions: pd.DataFrame
) -> None:
    answers = estimator.answer(questions)

    assert list(answers.columns) == ANSWER_COLUMNS
    assert answers.row_id.tolist() == questions.row_id.tolist()
    assert answers.p_accept.between(0, 1, inclusive="neither").all()
    assert (answers.q10 >= 0).all()
    assert (answers.q10 <= answers.q50).all()
    assert (answers.q50 <= answers.q90).all()


def test_it_beats_one_share_for_all_and_its_intervals_cover(
    estimator: Estimator, truth: pd.DataFrame, questions: pd.DataFrame
) -> None:
    answers = estimator.answer(questions)

    happened = accepted(truth)
    one_share = np.full(happened.size, happened.mean())
    gained = log_loss(happened, one_share) - log_loss(happened, answers.p_accept.to_numpy())
    assert gained.mean() > 0.05  # the made-up institutions differ by far more
    inside = coverage(
        (truth.delay_days - truth.t).to_numpy(), answers[["q10", "q50", "q90"]].to_numpy()
    )
    assert 0.7 < inside < 0.9  # 80 %, and four standard errors of 400 waits


def test_an_answer_depends_on_its_own_question_only(
    history: pd.DataFrame, estimator: Estimator, questions: pd.DataFrame, last_season: pd.DataFrame
) -> None:
    whole = estimator.answer(questions, last_season)
    mixed = questions.sample(frac=1, random_state=3)
    alone = Estimator.learn(history, with_live=True)

    shuffled = estimator.answer(mixed, last_season)
    single = alone.answer(questions.iloc[[700]], last_season)

    back = shuffled.set_index(["row_id", "t"]).loc[list(zip(whole.row_id, whole.t, strict=True))]
    np.testing.assert_allclose(back.to_numpy(), whole[back.columns].to_numpy(), rtol=1e-12)
    numbers = ["p_accept", "q10", "q50", "q90"]
    np.testing.assert_allclose(
        single[numbers].to_numpy(), whole[numbers].to_numpy()[[700]], rtol=1e-9
    )


def test_shuffling_what_a_question_may_not_see_changes_nothing(
    estimator: Estimator, truth: pd.DataFrame, questions: pd.DataFrame
) -> None:
    rng = np.random.default_rng(4)
    shuffled = truth.copy()
    for column in HIDDEN:
        shuffled[column] = truth[column].to_numpy()[rng.permutation(len(truth))]

    seen, blind = estimator.answer(shuffled), estimator.answer(questions)

    pd.testing.assert_frame_equal(seen, blind)


def test_live_rows_of_the_day_itself_and_later_are_not_seen(
    estimator: Estimator, questions: pd.DataFrame, last_season: pd.DataFrame
) -> None:
    asked = questions[questions.t == 45]
    day = asked.start_date.iloc[0] + pd.Timedelta(45, "D")
    later = last_season.report_date >= day
    assert later.any()
    turned = last_season.copy()
    turned.loc[later, "outcome"] = np.where(
        turned.outcome[later] == "accepted", "rejected", "accepted"
    )
    turned.loc[later, "institution"] = turned.institution[later].to_numpy()[::-1]

    with_all = estimator.answer(asked, last_season)
    with_turned = estimator.answer(asked, turned)
    with_earlier = estimator.answer(asked, last_season[~later])

    pd.testing.assert_frame_equal(with_all, with_turned)
    pd.testing.assert_frame_equal(with_all, with_earlier)


def test_live_rows_before_the_day_are_seen(
    estimator: Estimator, questions: pd.DataFrame, last_season: pd.DataFrame
) -> None:
    asked = questions[questions.t == 45]

    with_live, without = estimator.answer(asked, last_season), estimator.answer(asked)

    assert (with_live.p_accept - without.p_accept).abs().max() > 1e-4


def test_a_new_employer_falls_back_to_what_its_field_and_stage_say(
    estimator: Estimator, questions: pd.DataFrame
) -> None:
    known = questions.iloc[:200]
    unknown = known.assign(institution="zzz")

    answers = estimator.answer(unknown)

    assert answers.p_accept.nunique() <= 3 * 2 * 2  # days, fields, stages
    assert answers.p_accept.between(0.2, 0.8).all()
