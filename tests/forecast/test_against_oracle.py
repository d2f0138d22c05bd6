"""The answer against section 6 computed a second time, by 200,000 plain draws a question.

Tolerances: the design grants the chance's own numerical error 0.2 points; the ends of the range
get one point, what an answer shows. Plain draws err too: four standard errors of the oracle, as
its own batches show them, come on top.
"""

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.forecast.asking import CORNERS, spread
from tests.reference.oracle import at_means
from tests.reference.oracle_answer import Estimate, Oracle
from tests.reference.oracle_clock import ONE_DAY, survived
from yokame.forecast import Answer, Model, Question
from yokame.promise import Promise, Reading, Rule
from yokame.reports import Policy, Stage, Track

CHANCE, RANGE_END = 0.002, 0.01
ROWS = (0, 9, 29)
QUESTIONS = CORNERS | {f"spread {i}": question for i, question in enumerate(spread(30, seed=8))}
SILENT = [name for name, question in QUESTIONS.items() if question.contact is None]
CONTACTED = [name for name in QUESTIONS if name not in SILENT]
MODEL = Model.from_priors()


# Module-wide, so that pytest runs the tests of one question in a row and draws for it once.
@pytest.fixture(scope="module")
def asked(request: pytest.FixtureRequest) -> tuple[Answer, Oracle]:
    """The answer to a question, and its oracle with a seed of its own."""
    question = QUESTIONS[request.param]
    seed = 1000 + list(QUESTIONS).index(request.param)
    return MODEL.answer(question), Oracle.of(question, seed)


def off(computed: float, oracle: Estimate, tolerance: float) -> float:
    """How far `computed` lies outside of what is granted; 0 if inside."""
    return max(0.0, abs(computed - oracle.value) - tolerance - 4 * oracle.error)


@pytest.mark.slow
@pytest.mark.parametrize("asked", QUESTIONS, indirect=True)
def test_the_chance_and_its_range_are_those_of_plain_draws(asked: tuple[Answer, Oracle]) -> None:
    answer, oracle = asked

    outside = {
        "prob": off(answer.passed.prob, oracle.passed(), CHANCE),
        "low": off(answer.passed.low, oracle.passed_point(0.1), RANGE_END),
        "high": off(answer.passed.high, oracle.passed_point(0.9), RANGE_END),
        "bare": off(MODEL.passed_prob(oracle.question), oracle.passed(), CHANCE),
    }

    assert outside == dict.fromkeys(outside, 0.0)


@pytest.mark.slow
@pytest.mark.parametrize("asked", SILENT, indirect=True)
def test_word_and_path_are_those_of_plain_draws(asked: tuple[Answer, Oracle]) -> None:
    answer, oracle = asked
    today, word = answer.today, answer.word

    outside = {"never": off(word.never_prob, oracle.never(), CHANCE)}
    for row in ROWS:
        day = today + timedelta(days=1 + row)
        outside[f"by {day}"] = off(word.by_date_prob[row], oracle.word_by(day), CHANCE)
        on_day = oracle.passed_if_silent_on(day)
        outside[f"path {day}"] = off(answer.path_prob[row], on_day, CHANCE)

    assert outside == dict.fromkeys(outside, 0.0)


@pytest.mark.slow
@pytest.mark.parametrize("asked", SILENT, indirect=True)
def test_the_three_dates_are_the_first_that_reach_their_share_of_all_word(
    asked: tuple[Answer, Oracle],
) -> None:
    answer, oracle = asked
    word = answer.word

    for on, share in ((word.low_on, 0.1), (word.median_on, 0.5), (word.high_on, 0.9)):
        reached, before = oracle.word_by_if_ever(on), oracle.word_by_if_ever(on - ONE_DAY)
        assert reached.value >= share - CHANCE - 4 * reached.error, on
        assert on == answer.today or before.value < share + CHANCE + 4 * before.error, on


@pytest.mark.parametrize("name", CONTACTED)
def test_a_contact_has_ended_the_silence(name: str) -> None:
    question = QUESTIONS[name]

    answer = MODEL.answer(question)

    assert question.contact is not None
    assert answer.word.never_prob == 0
    np.testing.assert_array_equal(answer.word.by_date_prob, 1)
    # Two ways to the same ratio round differently.
    np.testing.assert_allclose(answer.path_prob, answer.passed.prob, rtol=1e-12)
    days = {answer.word.low_on, answer.word.median_on, answer.word.high_on}
    assert days == {question.contact.on}


_FILE = Path(__file__).parents[1] / "reference" / "cases.json"
CASES: list[dict[str, Any]] = json.loads(_FILE.read_text(encoding="utf-8"))["cases"]


def question_of(case: dict[str, Any]) -> Question:
    held, today = date.fromisoformat(case["held"]), date.fromisoformat(case["today"])
    readings = tuple(
        Reading(Rule(row["rule"]), date.fromisoformat(row["on"]), row["weight"])
        for row in case["readings"]
    )
    promise = Promise(held=held, readings=readings)
    stage, track, policy = Stage(case["stage"]), Track(case["track"]), Policy(case["policy"])
    return Question(stage, held, today, track=track, promise=promise, policy=policy)


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_the_oracle_itself_reproduces_the_worked_cases(case: dict[str, Any]) -> None:
    question = question_of(case)
    drawn, t = at_means(question), survived(question.held, question.today)

    a, b = drawn.still_silent(t)

    computed = {
        "t": t,
        "survivor_pass": np.mean(drawn.passed.survivor(t)),
        "survivor_fail": np.mean(drawn.failed.survivor(t)),
        "passed_prob": np.mean(a / (a + b)),
        "never_prob": np.mean(drawn.never() / (a + b)),
    }
    # The cases are rounded to four places.
    assert computed == pytest.approx({key: case[key] for key in computed}, abs=0.0001)
