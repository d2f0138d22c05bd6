"""Points that fill a cube more evenly than random ones."""

import numpy as np

from yokame.stats.normal import FloatArray

# Of all generators of a Korobov lattice of N_POINTS points in N_DIMENSIONS dimensions, the one of
# least worst-case error (`lattice_error`); a test searches them all again.
N_POINTS = 2039
N_DIMENSIONS = 8
_GENERATOR = 760


def lattice(generator: int = _GENERATOR) -> FloatArray:
    """A shifted rank-1 lattice, shape (N_POINTS, N_DIMENSIONS), every coordinate inside (0, 1).

    x_ij = frac(i a**j / N + d_j), moved to the middle of its cell of width 1 / N: each coordinate
    alone visits every cell once. The shift d_j, the square root of the j-th prime, keeps the
    lattice's point at the origin out of the corner where all parameters are extreme.

    Source
    ------
    Korobov (1959), The approximate computation of multiple integrals, Doklady Akademii Nauk
    SSSR 124, 1207-1210.
    """
    steps = np.array([pow(generator, j, N_POINTS) for j in range(N_DIMENSIONS)])
    shift = np.floor(np.sqrt([2, 3, 5, 7, 11, 13, 17, 19]) % 1 * N_POINTS).astype(int)
    cells = (np.arange(N_POINTS)[:, None] * steps + shift) % N_POINTS
    points: FloatArray = (cells + 0.5) / N_POINTS
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
