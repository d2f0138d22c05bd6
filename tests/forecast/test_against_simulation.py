"""A third way: live through waits one by one, cross out those that got word, count the passes.

Each simulated person draws parameters, an outcome, whether it is ever told, and the working time
of word. Nothing here knows A, B or a survivor.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta

import numpy as np
import pytest
from numpy.typing import NDArray

from tests.forecast.asking import FRIDAY, by, weeks
from tests.reference.oracle import Lognormals, draw
from tests.reference.oracle_clock import ends, survived
from yokame.forecast import Model, Question
from yokame.reports import Policy, Stage, Track

N_WAITS = 600_000
# What the design grants the chance's own numerical error.
OWN_ERROR = 0.002
_FIRST = Question(Stage.FIRST, FRIDAY, date(2026, 11, 20), promise=weeks(FRIDAY, 1))
_GOLDEN = date(2027, 4, 28)
QUESTIONS = {
    "a first interview on the deadline": _FIRST,
    "a final on day eight": replace(_FIRST, stage=Stage.FINAL, today=date(2026, 11, 24)),
    "only passes are told": replace(_FIRST, policy=Policy.PASSED_ONLY),
    "a named date inside Golden Week": Question(
        Stage.MIDDLE, _GOLDEN, date(2027, 5, 8), promise=by(_GOLDEN, date(2027, 5, 6))
    ),
    "mid-career documents of a large firm, nothing said": Question(
        Stage.DOCUMENT, FRIDAY, date(2026, 11, 19), track=Track.MID_CAREER, size=2000
    ),
    "a good sign, over New Year": Question(
        Stage.FIRST, date(2026, 12, 25), date(2027, 1, 6), signals=("longer_than_planned",)
    ),
}


@dataclass(frozen=True)
class Waits:
    """What happened to each simulated person; `word_after` is infinite where none ever came."""

    passed: NDArray[np.bool_]
    word_after: NDArray[np.float64]


def simulate(question: Question, seed: int) -> Waits:
    rng = np.random.default_rng(seed)
    people = draw(question, seed + 1, N_WAITS)
    passed = rng.random(N_WAITS) < people.pi
    forgotten = np.where(passed, people.lost_if_passed, people.silent_if_failed)
    told = rng.random(N_WAITS) >= forgotten
    after = np.where(passed, _times(people.passed, rng), _times(people.failed, rng))
    return Waits(passed, np.where(told, after, np.inf))


def _times(curve: Lognormals, rng: np.random.Generator) -> NDArray[np.float64]:
    """A working time for each person: one part of the mixture by its weight, then a lognormal."""
    part = rng.choice(len(curve.weights), size=N_WAITS, p=curve.weights)
    medians = np.choose(part, [np.broadcast_to(mu, N_WAITS) for mu in curve.ln_medians])
    times: NDArray[np.float64] = np.exp(
        medians + np.take(curve.sigmas, part) * rng.normal(size=N_WAITS)
    )
    return times


def four_errors_of(share: float, n: int) -> float:
    """4 binomial standard errors of a share counted among n."""
    return 4 * float(np.sqrt(share * (1 - share) / n))


@pytest.mark.parametrize("name", QUESTIONS)
def test_counting_simulated_waits_gives_the_same_shares(name: str) -> None:
    question = QUESTIONS[name]
    answer, waits = Model.from_priors().answer(question), simulate(question, seed=8)
    in_a_week = question.today + timedelta(days=7)

    still_silent = waits.word_after > survived(question.held, question.today)
    later = waits.word_after > survived(question.held, in_a_week)
    word = waits.word_after[still_silent]
    n = word.size

    counted = {
        "passed": float(waits.passed[still_silent].mean()),
        "never": float(np.isinf(word).mean()),
        "word in a week": float((word <= ends(question.held, in_a_week)).mean()),
    }
    computed = {
        "passed": answer.passed.prob,
        "never": answer.word.never_prob,
        "word in a week": float(answer.word.by_date_prob[6]),
    }
    for key, share in counted.items():
        granted = OWN_ERROR + four_errors_of(share, n)
        assert computed[key] == pytest.approx(share, abs=granted), key
    share = float(waits.passed[later].mean())
    granted = OWN_ERROR + four_errors_of(share, int(later.sum()))
    assert answer.path_prob[6] == pytest.approx(share, abs=granted)
