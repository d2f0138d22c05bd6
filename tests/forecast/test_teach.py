"""Reports of Japan taught to the model of the priors: known truth found again, nothing invented."""

from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest

from tests.forecast.told_in_japan import MODEL, afterwards, drawn, held_between
from yokame.forecast import Question
from yokame.forecast.teach import teach
from yokame.learning import Taught
from yokame.reports import Stage, Track
from yokame.reports.table import FloatArray, Reports

TODAY = date(2026, 11, 24)
ALONG = np.array([0.0, 0.2, 0.4, 0.6, 0.8, 0.9])
N = 20_000


def first_interviews(seed: int, *, n: int = N, pass_prob: float | None = None) -> Reports:
    rng = np.random.default_rng(seed)
    held = held_between(n, "2024-04-01", "2025-09-30", rng)
    return drawn(held, rng, pass_prob=pass_prob)


def learned(reports: Reports) -> Taught:
    taught = teach(reports, MODEL.priors, MODEL.calendar, today=TODAY)
    assert taught is not None
    return taught


def shifts(reports: Reports) -> tuple[FloatArray, FloatArray]:
    """Of the log-odds of a pass, and of the share of word still to come, along a wait."""
    wait = learned(reports).about(reports.take(np.arange(1)))
    return wait.passed_shift(ALONG), wait.silent_share(1 - ALONG) - (1 - ALONG)


@pytest.mark.parametrize("seed", [1, 2])
def test_waits_as_the_priors_have_them_move_nothing(seed: int) -> None:
    reports = first_interviews(seed)

    passed, waiting = shifts(reports)

    # 4 standard errors of log-odds, and of a share, of those still silent late in the wait
    silent = (reports.days > 14).sum()
    assert np.abs(passed).max() < 4 / np.sqrt(silent * 0.2)
    assert np.abs(waiting).max() < 4 * 0.5 / np.sqrt(reports.is_decided.sum())


def test_told_afterwards_they_move_nothing_either() -> None:
    reports = afterwards(first_interviews(3))

    passed, waiting = shifts(reports)

    assert passed[0] == pytest.approx(0, abs=1e-12)
    # 4 standard errors of log-odds of the tenth of words that comes last
    assert np.abs(passed).max() < 4 / np.sqrt(0.1 * len(reports) * 0.2)
    assert np.abs(waiting).max() < 4 * 0.5 / np.sqrt(len(reports))


def test_an_employer_that_passes_more_is_found_out_through_followed_waits() -> None:
    passed, _ = shifts(first_interviews(4, pass_prob=0.7))

    # 4 standard errors at the last column, of a tenth of all; and a twentieth that strengths take
    truth = np.log(0.7 / 0.3) - np.log(0.45 / 0.55)
    assert passed == pytest.approx(truth, abs=0.05 + 4 / np.sqrt(0.1 * N * 0.2))


def test_a_model_that_was_taught_nothing_answers_as_the_priors_do() -> None:
    nothing = first_interviews(5, n=10).take(np.zeros(0, np.int64))
    question = Question(Stage.FIRST, TODAY - timedelta(days=6), TODAY, employer="Made-up")

    trained = MODEL.train(nothing, today=TODAY)

    one, two = trained.answer(question), MODEL.answer(question)
    assert (one.passed, one.evidence, one.basis) == (two.passed, two.evidence, two.basis)


def test_a_track_nobody_reported_keeps_its_chance() -> None:
    trained = MODEL.train(first_interviews(6, n=400, pass_prob=0.7), today=TODAY)
    question = Question(
        Stage.FINAL, TODAY - timedelta(days=6), TODAY, track=Track.MID_CAREER, size=5000
    )

    one, two = trained.answer(question), MODEL.answer(question)

    assert one.passed.prob == pytest.approx(two.passed.prob, abs=1e-9)
    assert one.word.median_on == two.word.median_on
    assert one.basis.reports == 0


@pytest.mark.parametrize("days", [0, 40, 400, 3000])
@pytest.mark.parametrize("stage", [Stage.GROUP_DISCUSSION, Stage.FIRST, Stage.FINAL])
def test_silences_of_any_length_are_answered(stage: Stage, days: int) -> None:
    trained = MODEL.train(first_interviews(7, n=200), today=TODAY)

    answer = trained.answer(Question(stage, TODAY - timedelta(days=days), TODAY))

    assert 0 <= answer.passed.low <= answer.passed.prob <= answer.passed.high <= 1
    assert (np.diff(answer.word.by_date_prob) >= 0).all()
    assert answer.word.low_on <= answer.word.median_on <= answer.word.high_on


def test_about_two_weeks_is_spread_over_the_days_it_may_mean() -> None:
    exact = afterwards(first_interviews(8, n=4000))
    near = np.abs(exact.days - 14) <= 3
    rounded = replace(exact, days=np.where(near, 14.0, exact.days), width=np.where(near, 3.5, 0.0))
    heaped = replace(rounded, width=np.zeros(len(exact)))
    late = np.array([0.9, 0.95])

    shares = [
        learned(each).about(exact.take(np.arange(1))).silent_share(1 - late)
        for each in (exact, rounded, heaped)
    ]

    assert near.sum() > 100
    assert np.abs(shares[1] - shares[0]).max() < np.abs(shares[2] - shares[0]).max()


def test_a_report_of_no_known_stage_is_refused() -> None:
    reports = first_interviews(9, n=10)
    unknown = replace(reports, stage=replace(reports.stage, names=("zzz",)))

    with pytest.raises(ValueError, match="zzz"):
        teach(unknown, MODEL.priors, MODEL.calendar, today=TODAY)
