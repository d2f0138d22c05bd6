"""Points that fill a cube more evenly than random ones."""

import numpy as np

from yokame.stats.normal import FloatArray

# Of all generators of a Korobov lattice of N_POINTS points in N_DIMENSIONS dimensions, the one of
# least worst-case error (`lattice_error`); a test searches them all again.
N_POINTS = 1021
N_DIMENSIONS = 8
_GENERATOR = 346


def lattice(generator: int = _GENERATOR) -> FloatArray:
    """A rank-1 lattice, shape (N_POINTS, N_DIMENSIONS), every coordinate inside (0, 1).

    x_ij = frac(i a**j / N) + 1 / 2N. Each coordinate alone is the N midpoints of equal cells.

    Source
    ------
    Korobov (1959), The approximate computation of multiple integrals, Doklady Akademii Nauk
    SSSR 124, 1207-1210.
    """
    steps = np.array([pow(generator, j, N_POINTS) for j in range(N_DIMENSIONS)])
    points: FloatArray = (np.arange(N_POINTS)[:, None] * steps % N_POINTS + 0.5) / N_POINTS
    return points


def lattice_error(generator: int) -> float:
    """Squared worst-case error over periodic functions with square-integrable mixed derivatives.

    mean_i prod_j (1 + 2 pi**2 w_j B2(x_ij)) - 1, B2(x) = x**2 - x + 1/6, with weights
    w_j = 1 / (j + 1)**2: the first dimensions matter most.

    Source
    ------
    Sloan and Joe (1994), Lattice Methods for Multiple Integration, section 4.
    """
    steps = np.array([pow(generator, j, N_POINTS) for j in range(N_DIMENSIONS)])
    x = (np.arange(N_POINTS)[:, None] * steps % N_POINTS) / N_POINTS
    weights = 1 / np.arange(1, N_DIMENSIONS + 1) ** 2
    terms = 1 + 2 * np.pi**2 * weights * (x * x - x + 1 / 6)
    return float(terms.prod(axis=1).mean() - 1)
