"""Strengths of nested levels: each found with the others integrated out."""

import numpy as np
import pytest

from yokame.stats.levels import Level
from yokame.stats.pooled_odds import Usual, fit_pooled_odds

N_EMPLOYERS, N_STAGES, N_COLUMNS = 200, 3, 4
TRUTH = {"employer": 0.75, "employer, stage": 0.3}


def nested(seed: int) -> tuple[np.ndarray, np.ndarray, list[Level]]:
    """Events, numbers at risk and levels of employers with stages of their own."""
    rng, columns = np.random.default_rng(seed), np.arange(N_COLUMNS)
    employer = np.repeat(np.arange(N_EMPLOYERS), N_STAGES)
    at_risk = rng.integers(1, 40, (employer.size, 1)) * np.ones(N_COLUMNS)
    truth = rng.normal(0, 0.75, (N_EMPLOYERS, N_COLUMNS))[employer]
    truth = truth + rng.normal(0, 0.3, truth.shape) - 1.0
    events = rng.binomial(at_risk.astype(int), 1 / (1 + np.exp(-truth))).astype(float)
    levels = [
        Level("employer", employer, N_EMPLOYERS, columns),
        Level("employer, stage", np.arange(employer.size), employer.size, columns),
    ]
    return events, at_risk, levels


@pytest.mark.parametrize("usual_sd", [0.1, 0.5, 1.4])
def test_what_is_usual_gives_way_to_what_many_groups_show(usual_sd: float) -> None:
    events, at_risk, levels = nested(3)
    usual: dict[str, Usual] = dict.fromkeys(TRUTH, (usual_sd, 5.0))

    fit = fit_pooled_odds(events, at_risk, levels, usual=usual)

    assert fit.strengths["employer"] in (0.6, 0.75, 0.9)  # the grid's neighbours of the truth
    assert fit.strengths["employer, stage"] in (0.2, 0.3, 0.4)


def test_a_fine_level_is_not_lost_in_the_coarse_one_above_it() -> None:
    events, at_risk, levels = nested(3)

    alone = fit_pooled_odds(events, at_risk, levels).strengths["employer, stage"]
    usual: dict[str, Usual] = dict.fromkeys(TRUTH, (0.3, 1.0))
    found = fit_pooled_odds(events, at_risk, levels, usual=usual).strengths["employer, stage"]

    assert isinstance(alone, float)
    assert isinstance(found, float)
    assert abs(found - 0.3) < abs(alone - 0.3)


def test_a_group_that_a_level_does_not_touch_says_nothing_of_its_strength() -> None:
    events, at_risk, levels = nested(3)
    many = np.full((1, N_COLUMNS), 1e6)
    outer = [
        Level(lv.name, np.append(lv.group, lv.n_groups), lv.n_groups + 1, lv.block) for lv in levels
    ]
    untouched = [
        Level(lv.name, lv.group, lv.n_groups, lv.block, outside=lv.n_groups - 1) for lv in outer
    ]
    with_many = np.concatenate([events, many * 0.9]), np.concatenate([at_risk, many])
    usual: dict[str, Usual] = dict.fromkeys(TRUTH, (0.5, 5.0))
    offset = np.full(with_many[0].shape, -1.0)

    found = fit_pooled_odds(*with_many, untouched, offset=offset, base_sd=1e-6, usual=usual)
    plain = fit_pooled_odds(events, at_risk, levels, offset=offset[:-1], base_sd=1e-6, usual=usual)

    for name, strength in plain.strengths.items():
        assert found.strengths[name] == strength
