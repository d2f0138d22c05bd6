"""How strongly to pool: what data say, and what is expected before them."""

import numpy as np
import pytest

from yokame.stats.strengths import STRENGTHS, best_strength, oddness


def test_strengths_to_choose_among_begin_with_full_pooling() -> None:
    assert STRENGTHS[0] == 0
    assert (np.diff(STRENGTHS) > 0).all()


@pytest.mark.parametrize("usual_sd", [0.0, 0.3, 1.1])
def test_the_usual_sd_is_the_least_odd_of_all(usual_sd: float) -> None:
    found = oddness(STRENGTHS, usual_sd)

    assert STRENGTHS[found.argmin()] == usual_sd


def test_without_data_a_level_has_its_usual_strength_and_with_many_its_own() -> None:
    rng = np.random.default_rng(3)
    z, var = rng.normal(0, 1.0, size=(2000, 1)), np.full((2000, 1), 0.19)

    empty = best_strength(np.zeros((5, 2)), np.full((5, 2), 1e6), None, (0.3, 2.0))
    full = best_strength(z, var, None, (0.1, 2.0))

    assert empty == 0.3
    assert full == 0.9


def test_the_usual_strength_weighs_as_much_as_that_many_groups() -> None:
    var = np.full((10, 1), 1e-6)
    seen = np.concatenate([np.full((10, 1), 0.6), np.full((10, 1), 0.2)])

    found = best_strength(np.full((10, 1), 0.6), var, None, (0.2, 10.0))

    assert found == best_strength(seen, np.full((20, 1), 1e-6))


def test_a_strength_once_chosen_moves_by_one_step_at_a_time() -> None:
    z, var = np.full((50, 1), 1.0), np.full((50, 1), 1e-6)

    assert best_strength(z, var, 0.3) == 0.4
