"""The standard normal distribution, in NumPy alone."""

from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]

# Press, Teukolsky, Vetterling and Flannery (1992), Numerical Recipes, 2nd edition, section 6.2:
# a Chebyshev fit of ln(erfc(x) / t) + x**2 in t = 1 / (1 + x / 2), lowest power first.
_ERFC = (
    -1.26551223,
    1.00002368,
    0.37409196,
    0.09678418,
    -0.18628806,
    0.27886807,
    -1.13520398,
    1.48851587,
    -0.82215223,
    0.17087277,
)
_SQRT_HALF = float(np.sqrt(0.5))


def survivor(z: FloatArray) -> FloatArray:
    """P(Z > z) of a standard normal Z, any shape.

    Its relative error is below 1.2e-7 everywhere, the far tail included: what is left of a
    distribution long after its middle is a ratio of two such tails.
    """
    x = np.abs(z) * _SQRT_HALF
    t = 1 / (1 + 0.5 * x)
    power = np.full_like(t, _ERFC[-1])
    for coefficient in _ERFC[-2::-1]:
        power *= t
        power += coefficient
    upper: FloatArray = 0.5 * t * np.exp(power - x * x)
    return np.where(z < 0, 1 - upper, upper)


def normal_quantiles(probs: FloatArray) -> FloatArray:
    """The points below which a standard normal lies with chances `probs`, each inside (0, 1)."""
    standard = NormalDist()
    points = [standard.inv_cdf(prob) for prob in probs.ravel().tolist()]
    return np.array(points).reshape(probs.shape)
