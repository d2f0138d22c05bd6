"""The worked cases of the design: every parameter at its mean, no draws, no signals."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from yokame.forecast.case import prepare
from yokame.forecast.clock import OfficeCalendar
from yokame.forecast.draws import Draws
from yokame.forecast.model import Model
from yokame.forecast.question import Question
from yokame.priors import read_priors
from yokame.promise import Promise, Reading, Rule
from yokame.reports import Policy, Stage, Track
from yokame.stats import DelayCurves

_FILE = Path(__file__).parents[1] / "reference" / "cases.json"
CASES: list[dict[str, Any]] = json.loads(_FILE.read_text(encoding="utf-8"))["cases"]
# The cases are rounded to four places and promise no more than this.
TOLERANCE = 0.002


def question_of(case: dict[str, Any]) -> Question:
    held = date.fromisoformat(case["held"])
    readings = tuple(
        Reading(Rule(row["rule"]), date.fromisoformat(row["on"]), row["weight"])
        for row in case["readings"]
    )
    return Question(
        stage=Stage(case["stage"]),
        held=held,
        today=date.fromisoformat(case["today"]),
        track=Track(case["track"]),
        promise=Promise(held=held, readings=readings),
        policy=Policy(case["policy"]),
    )


def at_its_mean(curves: DelayCurves) -> DelayCurves:
    return replace(curves, spread=np.zeros((2, 2)))


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_a_worked_case_is_reproduced_number_by_number(case: dict[str, Any]) -> None:
    question, priors = question_of(case), read_priors()

    prepared = prepare(question, priors, OfficeCalendar(priors.slow_seasons))
    passed, failed = at_its_mean(prepared.promised).mean_survivors(np.array([prepared.survived]))
    lost, silent = priors.silent_if_passed.mean, prepared.rows.silent_as_told.mean
    rate = prepared.rows.pass_rate.mean
    a = rate * (lost + (1 - lost) * passed[0])
    b = (1 - rate) * (silent + (1 - silent) * failed[0])
    worked = prepared.clock.worked(np.array([question.today.toordinal()]))[0]

    computed = {
        "working_days": worked,
        "t": prepared.survived,
        "pass_rate": rate,
        "silent_given_fail": silent,
        "silent_given_pass": lost,
        "survivor_pass": passed[0],
        "survivor_fail": failed[0],
        "passed_prob": a / (a + b),
        "never_prob": (rate * lost + (1 - rate) * silent) / (a + b),
    }
    expected = {name: case[name] for name in computed}
    assert computed == pytest.approx(expected, abs=TOLERANCE)


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_the_answer_itself_lies_within_two_points_of_a_worked_case(case: dict[str, Any]) -> None:
    answer = Model.from_priors().answer(question_of(case))

    assert answer.passed.prob == pytest.approx(case["passed_prob"], abs=0.02)
    # Uncertain medians fatten the tails, and "never" is what the tails leave: it moves further.
    assert answer.word.never_prob == pytest.approx(case["never_prob"], abs=0.03)


def test_a_model_makes_the_same_draws_every_time() -> None:
    first, second = Draws.make(), Draws.make()

    np.testing.assert_array_equal(first.pass_prob_u, second.pass_prob_u)


def test_the_bare_chance_is_the_one_of_the_answer() -> None:
    model = Model.from_priors()

    for case in CASES:
        question = question_of(case)
        bare = model.passed_prob(question)
        assert bare == pytest.approx(model.answer(question).passed.prob, abs=1e-12)
