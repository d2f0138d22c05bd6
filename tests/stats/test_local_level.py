"""A drifting level: the filter against dense algebra, and what forgetting means."""

import numpy as np
import pytest

from yokame.stats.local_level import Drift, drifting_effects, fit_drift, kalman
from yokame.stats.normal import FloatArray

PERIODS = np.arange(6)


def dense_covariance(drift: Drift) -> FloatArray:
    """Covariance of the levels of six periods, written down directly."""
    step = drift.step_sd**2
    if drift.keep == 1:
        return step * (np.minimum.outer(PERIODS, PERIODS) + 1)
    apart = np.abs(PERIODS[:, None] - PERIODS)
    return np.asarray(step / (1 - drift.keep**2) * drift.keep**apart)


@pytest.mark.parametrize("drift", [Drift(0.3, 0.2), Drift(0.3, 0.2, 0.85)])
def test_effects_agree_with_the_algebra_of_one_large_normal(drift: Drift) -> None:
    rng = np.random.default_rng(8)
    data, data_var = rng.normal(size=(4, 6)), rng.uniform(0.1, 2.0, size=(4, 6))

    found = drifting_effects(data, data_var, drift)

    level_cov = dense_covariance(drift)
    effect_cov = level_cov + drift.shock_sd**2 * np.eye(6)
    for row in range(4):
        weight = np.linalg.inv(effect_cov + np.diag(data_var[row]))
        np.testing.assert_allclose(found.effects[row], effect_cov @ weight @ data[row], rtol=1e-9)
        np.testing.assert_allclose(found.level[row], (level_cov @ weight @ data[row])[-1])
        left = level_cov - level_cov @ weight @ level_cov
        np.testing.assert_allclose(found.level_var[row], left[-1, -1])


def test_likelihood_agrees_with_the_density_of_one_large_normal() -> None:
    rng = np.random.default_rng(9)
    data, data_var = rng.normal(size=6), rng.uniform(0.1, 2.0, size=6)

    found = kalman(data, data_var, np.array(0.09), 0.85).log_likelihood

    cov = dense_covariance(Drift(0.3, 0.0, 0.85)) + np.diag(data_var)
    expected = -0.5 * (data @ np.linalg.solve(cov, data) + np.linalg.slogdet(cov)[1])
    np.testing.assert_allclose(found, expected)


def test_drift_is_found_where_it_is_and_only_there() -> None:
    rng = np.random.default_rng(10)
    noise = rng.normal(0, 0.2, size=(150, 20))
    walk = np.cumsum(rng.normal(0, 0.3, size=(150, 20)), axis=1)

    wandering = fit_drift(walk + noise, np.full((150, 20), 0.04))
    quiet = fit_drift(noise, np.full((150, 20), 0.04))

    assert wandering.step_sd == 0.3
    assert wandering.keep == 1.0
    assert quiet.step_sd <= 0.02
    assert quiet.shock_sd <= 0.1


def test_a_level_ahead_is_kept_or_forgotten_and_grows_less_certain() -> None:
    horizon = np.array([0.0, 1.0, 10.0])

    kept, kept_var = Drift(0.1, 0.0, 1.0).ahead(np.array(2.0), np.array(0.01), horizon)
    fading, fading_var = Drift(0.1, 0.0, 0.5).ahead(np.array(2.0), np.array(0.01), horizon)

    np.testing.assert_allclose(kept, [2, 2, 2])
    np.testing.assert_allclose(kept_var, [0.01, 0.02, 0.11])
    np.testing.assert_allclose(fading, [2, 1, 2 / 1024])
    np.testing.assert_allclose(fading_var[2], 0.01 / 0.75, rtol=1e-4)  # its variance at rest


def test_the_usual_drift_holds_until_data_say_otherwise() -> None:
    rng = np.random.default_rng(10)
    noise = rng.normal(0, 0.2, size=(150, 20))
    walk = np.cumsum(rng.normal(0, 0.3, size=(150, 20)), axis=1) + noise
    usual = Drift(0.04, 0.1, 0.85)

    unknown = fit_drift(np.zeros((3, 4)), np.full((3, 4), 1e6), (usual, 2.0))
    known = fit_drift(walk, np.full((150, 20), 0.04), (usual, 2.0))

    assert unknown == usual
    assert known.step_sd == 0.3
    assert known.keep == 1.0
