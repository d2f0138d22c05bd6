"""Waits still silent, filled in with what the fits themselves say of them.

Dempster, Laird and Rubin (1977), Maximum likelihood from incomplete data via the EM algorithm,
Journal of the Royal Statistical Society B 39(1), 1-38.
"""

from collections.abc import Callable
from typing import TypeVar

import numpy as np

from yokame.learning.teaching_cells import TeachingCells
from yokame.stats import FloatArray

Fit = TypeVar("Fit")

_MOST_ROUNDS = 30
# A round that moves no chance by more is the last.
_STILL = 0.002


def settled(
    cells: TeachingCells,
    at_edges: FloatArray,
    fit: Callable[[FloatArray, Fit | None], Fit],
    chances: Callable[[Fit], FloatArray],
) -> Fit:
    """The fit that agrees with how its silent waits were filled in.

    `fit` from chances at the edges (n_cells, n_edges), and from a fit whose strengths it is to
    keep: between the first round and the last they hardly move, and are dear to choose. `chances`
    the way back.
    """
    found = fit(at_edges, None)
    for round_ in range(_MOST_ROUNDS):
        before, at_edges = at_edges, chances(found)
        if _is_still(cells, before, at_edges):
            return fit(at_edges, None) if round_ else found
        found = fit(at_edges, found)
    return fit(at_edges, None)


def _is_still(cells: TeachingCells, before: FloatArray, after: FloatArray) -> bool:
    asked = cells.silent.any(axis=1)
    return not asked.any() or bool(np.abs(after - before)[asked].max() < _STILL)


def last_seen(at_edges: FloatArray) -> FloatArray:
    """Chances at edges for waits last seen between them, (n_cells, n_edges + 1).

    In the middle of a step; whoever is silent in the last one will be for long.
    """
    middle = (at_edges[:, :-2] + at_edges[:, 1:-1]) / 2
    return np.column_stack([at_edges[:, 0], middle, at_edges[:, -1], at_edges[:, -1]])
