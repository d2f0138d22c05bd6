import numpy as np

from yokame.stats import lattice
from yokame.stats.lattice import _GENERATOR, N_DIMENSIONS, N_POINTS, lattice_error


def test_no_other_generator_makes_a_better_lattice() -> None:
    best = min(lattice_error(generator) for generator in range(2, N_POINTS))

    assert lattice_error(_GENERATOR) == best


def test_every_coordinate_alone_visits_each_cell_once() -> None:
    cells = np.sort(lattice(), axis=0)

    middles = (np.arange(N_POINTS) + 0.5) / N_POINTS
    np.testing.assert_allclose(cells, np.tile(middles[:, None], N_DIMENSIONS))


def test_it_integrates_a_smooth_function_far_better_than_as_many_random_points() -> None:
    x = lattice()

    found = float(np.prod(1 + (x - 0.5) / 2, axis=1).mean())

    # The integral is 1; as many random points miss it by about sqrt((1 + 1/48)**8 - 1) / 32.
    by_chance = ((1 + 1 / 48) ** N_DIMENSIONS - 1) ** 0.5 / N_POINTS**0.5
    assert abs(found - 1) < by_chance / 10
