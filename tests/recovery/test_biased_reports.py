"""Reports distorted as real ones are: a count of them misleads, the model finds the truth.

Errors in log-odds, of 24 employers in two worlds with some 6,700 reports each. Measured when
the tolerances were set: up to 10 days of silence a root mean square of .37, the priors .84, a
count .81; after 28 days .71 and .98, for few words are left then and nobody's silence is explained.
"""

from functools import cache

import numpy as np
import pytest

from tests.recovery.measured import SILENCE_DAYS, Measured, measured
from tests.recovery.simulation import World, happened
from tests.recovery.telling import Biases, reported, without
from yokame.stats import FloatArray

pytestmark = pytest.mark.slow
TERMS = ("abandoned", "who tells", "when they tell", "heaped", "told afterwards")
N_EMPLOYERS, N_WAITS = 24, 12_000
# Silences in which most questions are asked, and reports are many.
EARLY = SILENCE_DAYS <= 10


@cache
def worlds(switched_off: str = "", n_waits: int = N_WAITS) -> Measured:
    """Two worlds with the same waits whatever is distorted in their reports."""
    biases = without(Biases(), switched_off) if switched_off else Biases()
    found = []
    for seed in (1, 2):
        rng = np.random.default_rng(seed)
        world = World.drawn(rng, n_employers=N_EMPLOYERS)
        waits = happened(rng, world, n_waits)
        found.append(measured(world, reported(np.random.default_rng(seed), world, waits, biases)))
    return found[0].followed_by(found[1])


def early_error(found: Measured, of: FloatArray) -> float:
    """Root mean square error over the early silences."""
    return float(np.sqrt((found.error(of)[EARLY] ** 2).mean()))


def test_a_count_is_misled_and_the_model_is_not() -> None:
    found = worlds()

    # measured .19 .40 .45 against -.04 -.01 .05
    assert (found.bias(found.count)[EARLY] > 0.15).all()
    assert (np.abs(found.bias(found.answer)[EARLY]) < 0.5 * found.bias(found.count)[EARLY]).all()


def test_answers_are_nearer_the_truth_than_the_priors_and_than_a_count() -> None:
    found = worlds()
    error = early_error(found, found.answer)

    assert error < 0.55 * early_error(found, found.prior)
    assert error < 0.55 * early_error(found, found.count)


def test_so_are_those_about_long_silences_though_less() -> None:
    found = worlds()

    late = found.error(found.answer)[~EARLY]
    assert (late < 0.85 * found.error(found.prior)[~EARLY]).all()
    assert (late < found.error(found.count)[~EARLY]).all()


def test_ranges_hold_the_truth_as_often_as_they_say() -> None:
    found = worlds()

    # 80 % are meant: 144 stages of employers, of which those of one world share its seasons
    assert (found.coverage() > 0.7).all()
    assert (found.coverage() < 0.93).all()


@pytest.mark.parametrize("term", TERMS)
def test_a_term_that_is_not_needed_does_no_harm(term: str) -> None:
    found, distorted = worlds(term), worlds()

    error = early_error(found, found.answer)
    assert error < early_error(distorted, distorted.answer) + 0.05
    assert error < 0.55 * early_error(found, found.prior)


def test_more_reports_bring_answers_nearer() -> None:
    few, many = worlds(n_waits=1000), worlds()

    # measured .61 and .37
    assert early_error(many, many.answer) < 0.8 * early_error(few, few.answer)
    assert early_error(few, few.answer) < 0.85 * early_error(few, few.prior)
