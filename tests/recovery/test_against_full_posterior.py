"""The closed form beside the whole posterior, sampled by numpyro, on a small case."""

import numpy as np
import pytest

from tests.recovery.full_posterior import sampled
from tests.recovery.hierarchy import SDS, Drawn, Shape
from yokame.stats.pooled_odds import Usual

pytestmark = pytest.mark.slow
SMALL = Shape(300, 12, 3, n_columns=3, levels=("stage", "trade", "employer"))


def test_with_known_strengths_mean_and_sd_agree() -> None:
    drawn = Drawn.of(SMALL, 4)
    expected, expected_sd, r_hat = sampled(drawn, learned=False)

    mean, sd = drawn.answers(drawn.fit(strengths=dict(SDS)))

    assert r_hat < 1.01
    apart = (mean - expected) / expected_sd
    # the mode lies a tenth of a sd or two beside the mean; sampling adds 4 / sqrt(1,000 draws)
    assert np.abs(apart).max() < 0.4
    np.testing.assert_allclose(sd / expected_sd, 1, atol=0.15)


def test_with_learned_strengths_they_agree_as_far_as_strengths_are_known() -> None:
    drawn = Drawn.of(SMALL, 4)
    expected, expected_sd, r_hat = sampled(drawn, learned=True)
    usual: dict[str, Usual] = {name: (sd, 4.0) for name, sd in SDS.items()}

    mean, sd = drawn.answers(drawn.fit(usual=usual))

    assert r_hat < 1.01
    apart = (mean - expected) / expected_sd
    # one strength a level is taken as known, where the posterior is a mixture over all
    assert np.abs(apart).max() < 0.7
    np.testing.assert_allclose(sd / expected_sd, 1, atol=0.3)
