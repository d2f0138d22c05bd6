"""Simulation-based calibration of the pooled fit: draw from its priors, fit, and compare.

Cook, Gelman and Rubin (2006), Validation of software for Bayesian models using posterior quantiles,
Journal of Computational and Graphical Statistics 15(3), 675-692; Talts, Betancourt, Simpson,
Vehtari and Gelman (2018), Validating Bayesian inference algorithms with simulation-based
calibration.
"""

from math import erf, sqrt

import numpy as np
import pytest

from tests.recovery.hierarchy import SDS, Drawn, Shape
from yokame.stats import FloatArray
from yokame.stats.local_level import Drift
from yokame.stats.pooled_odds import Strength, Usual

pytestmark = pytest.mark.slow
DRIFT = Drift(0.2, 0.1, 0.85)
FEW = Shape(200, 20, 4)
SOME = Shape(1500, 60, 8)
MANY = Shape(10_000, 200, 10)
DRIFTING = Shape(1500, 60, 8, n_periods=6, drift=DRIFT)
GIVEN: dict[str, Strength] = {**SDS, "drift": DRIFT}
USUAL: dict[str, Usual] = {**{name: (sd, 3.0) for name, sd in SDS.items()}, "drift": (DRIFT, 1.0)}


def errors(shape: Shape, n_worlds: int, *, learned: bool) -> FloatArray:
    """Errors of log-odds in sd, (n_worlds, n_questions, n_columns)."""
    found = []
    for seed in range(n_worlds):
        drawn = Drawn.of(shape, seed)
        fit = drawn.fit(usual=USUAL) if learned else drawn.fit(strengths=GIVEN)
        mean, sd = drawn.answers(fit)
        found.append((drawn.truth - mean) / sd)
    return np.array(found)


def assert_covers(error: FloatArray, half_width: float, slack: float) -> None:
    """The share of errors within the half width is that of the normal.

    Within 4 standard errors, of worlds that are each one draw (questions of a world share its
    base and stages), and `slack` for what the approximation may cost.
    """
    expected = erf(half_width / sqrt(2))
    share = (np.abs(error) < half_width).mean(axis=(1, 2))
    standard_error = share.std(ddof=1) / np.sqrt(share.size)
    assert abs(share.mean() - expected) < 4 * standard_error + slack


@pytest.mark.parametrize("shape", [FEW, SOME, MANY, DRIFTING], ids=["few", "some", "many", "drift"])
def test_with_known_strengths_intervals_cover_what_they_say(shape: Shape) -> None:
    error = errors(shape, 12 if shape is MANY else 40, learned=False)

    for half_width in (1.2816, 0.6745):  # 80 % and 50 %
        assert_covers(error, half_width, slack=0.0)


@pytest.mark.parametrize("shape", [FEW, SOME, MANY, DRIFTING], ids=["few", "some", "many", "drift"])
def test_with_learned_strengths_intervals_cover_what_they_say(shape: Shape) -> None:
    error = errors(shape, 12 if shape is MANY else 40, learned=True)

    for half_width in (1.2816, 0.6745):
        # strengths are taken as known once found: that costs up to 3 points of 80
        assert_covers(error, half_width, slack=0.03)


def test_ranks_of_the_truth_are_even() -> None:
    error = errors(SOME, 40, learned=False)

    rank = 0.5 * (1 + np.vectorize(erf)(error / sqrt(2)))
    in_tenth = np.stack([np.histogram(world, 10, (0, 1))[0] for world in rank]) / rank[0].size
    standard_error = in_tenth.std(axis=0, ddof=1) / sqrt(len(in_tenth))
    # Ten tenths, each within 4 standard errors of a tenth. The fit's answer is the mode, and where
    # passes are rarer than fails the mean lies a tenth of a sd below it: that tilts the outer
    # tenths by 0.1 x (density at 1.65 sd / 0.1), some .02.
    assert (np.abs(in_tenth.mean(axis=0) - 0.1) < 4 * standard_error + 0.02).all()


def test_strengths_and_drift_are_recovered() -> None:
    shape = Shape(10_000, 200, 10, n_periods=12, drift=DRIFT)
    far = dict.fromkeys(SDS, (0.3, 3.0))  # what is usual knows nothing of the truth
    usual: dict[str, Usual] = {**far, "drift": (Drift(0.1, 0.1, 0.85), 1.0)}

    found = [Drawn.of(shape, seed).fit(usual=usual).strengths for seed in range(8)]

    for name, sd in SDS.items():
        strengths = [one[name] for one in found]
        mean = np.mean([strength for strength in strengths if not isinstance(strength, Drift)])
        # a step of the grid to either side
        assert sd / 1.4 < mean < sd * 1.4, name
    drifts = [one["drift"] for one in found]
    wander = np.sqrt([d.variances(12)[-1] for d in drifts if isinstance(d, Drift)])
    # the base takes up the mean of the periods, so that it seems to wander less: by up to a quarter
    np.testing.assert_allclose(wander.mean(), np.sqrt(DRIFT.variances(12)[-1]), rtol=0.25)
