"""How strongly a level pulls its groups together: the sd of their effects, learned or usual."""

import numpy as np

from yokame.stats.normal import FloatArray

# Sd of the effects of a level on the log-odds scale: the strengths to choose among.
STRENGTHS = np.array(
    [0.0, 0.03, 0.06, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.6, 0.75, 0.9, 1.1, 1.4, 1.8, 2.5]
)
# Below this sds are alike: nobody's log-odds are known to a hundredth.
_ALIKE = 0.01


def oddness(sd: FloatArray, usual_sd: float) -> FloatArray:
    """-2 log density, but for a constant, of one group's effect that lies as far out as usual.

    Added to a misfit `weight` times, it is the prior (inverse gamma in sd**2) that `weight` groups
    seen before would leave; least at `sd` = `usual_sd`.
    """
    var = sd**2 + _ALIKE**2
    return np.asarray((usual_sd**2 + _ALIKE**2) / var + np.log(var))


def best_strength(
    z: FloatArray,
    var: FloatArray,
    before: float | None = None,
    usual: tuple[float, float] | None = None,
    coarser_var: FloatArray | None = None,
) -> float:
    """The strength of greatest posterior given z ~ N(0, strength**2 + var), on the grid.

    z, var : (n_groups, n_blocks). `usual`: the strength expected before data, and how many groups
    that is worth; without it, the strength of greatest likelihood. From the second time on (there
    is one from `before`) only the neighbours of the last choice are tried. `coarser_var`: how far
    off is what z is measured against. It follows the groups themselves as far as it is unknown, so
    z varies by less (as a sample does about its own mean).
    """
    n_blocks = z.shape[1]
    squares, var = (z * z).ravel(), var.ravel()
    prior = [0.0] * STRENGTHS.size
    if usual is not None:
        prior = (usual[1] * n_blocks * oddness(STRENGTHS, usual[0])).tolist()

    def misfit(index: int) -> float:
        whole = STRENGTHS[index] ** 2 + var
        total = whole if coarser_var is None else whole * _own_part(coarser_var.ravel() / whole)
        return float((squares / total + np.log(total)).sum()) + prior[index]

    if before is None:
        tried = range(STRENGTHS.size)
    else:
        at = int(np.argmin(np.abs(STRENGTHS - before)))
        tried = range(max(at - 1, 0), min(at + 2, STRENGTHS.size))
    return float(STRENGTHS[min(tried, key=misfit)])


def _own_part(follows: FloatArray) -> FloatArray:
    """Part of a group's variance that is seen against what follows it by a part of that variance.

    1 - follows; beyond a half (one group of two), where the approximations of `follows` are
    rough, it falls off as slowly as can be.
    """
    return np.where(follows <= 0.5, 1 - follows, 0.25 / np.maximum(follows, 0.5))
