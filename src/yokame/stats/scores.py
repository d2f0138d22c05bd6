"""How good stated chances and days were, once the truth is known.

Many answers about one wait share its outcome: they are weighed so that each wait counts once, and
every interval counts waits.
"""

from dataclasses import dataclass

import numpy as np

from yokame.stats.normal import FloatArray, normal_quantiles
from yokame.stats.time_to_word import IntArray

# A chance nearer to certainty is scored as this: one surprise must not weigh more than all else.
_NEAREST_TO_CERTAIN = 1e-4


def log_loss(happened: FloatArray, prob: FloatArray) -> FloatArray:
    """-ln of the chance given to what happened (0 or 1), capped at 1e-4 from certainty, (n,).

    Good (1952), Rational decisions, Journal of the Royal Statistical Society B 14, 107-114.
    """
    prob = np.clip(prob, _NEAREST_TO_CERTAIN, 1 - _NEAREST_TO_CERTAIN)
    return -(happened * np.log(prob) + (1 - happened) * np.log(1 - prob))


def brier(happened: FloatArray, prob: FloatArray) -> FloatArray:
    """Squared distance of the chance from what happened (0 or 1), (n,).

    Brier (1950), Verification of forecasts expressed in terms of probability, Monthly Weather
    Review 78, 1-3.
    """
    return np.square(prob - happened)


def once_each(wait: IntArray) -> FloatArray:
    """Weights (n,) of answers by which each wait counts once: 1 / answers of its wait.

    `wait` numbers the waits from 0.
    """
    counted: FloatArray = 1 / np.bincount(wait)[wait]
    return counted


def weighted_mean(values: FloatArray, weight: FloatArray | None = None) -> float:
    """Mean with weights, all equal without any."""
    return float(np.average(values, weights=weight))


def equal_part(prob: FloatArray, n_bins: int) -> IntArray:
    """Which of `n_bins` equal parts of 0 to 1 each chance lies in, (n,); 1 lies in the last."""
    return np.minimum((prob * n_bins).astype(np.int64), n_bins - 1)


def calibration_error(
    happened: FloatArray, prob: FloatArray, weight: FloatArray | None = None, *, n_bins: int = 10
) -> float:
    """Mean distance of chance and frequency over equal bins of the chance (ECE).

    Naeini, Cooper and Hauskrecht (2015), Obtaining well calibrated probabilities using Bayesian
    binning, AAAI 29, 2901-2907.
    """
    weight = np.ones_like(prob) if weight is None else weight
    gap = np.bincount(equal_part(prob, n_bins), weight * (happened - prob), minlength=n_bins)
    return float(np.abs(gap).sum() / weight.sum())


@dataclass(frozen=True, eq=False)
class Reliability:
    """What was said against what happened, a row for each bin that has any wait.

    Parameters
    ----------
    part : (n_rows,)
        Which of the equal parts of 0 to 1, ascending from 0.
    n_waits, n_happened : (n_rows,)
        Waits with an answer in this part, and for how many of them it happened.
    prob : (n_rows,)
        Mean chance, each wait counted once by the mean of its answers here.
    share, low, high : (n_rows,)
        n_happened / n_waits and the ends of an interval for it.
    """

    part: IntArray
    n_waits: IntArray
    n_happened: IntArray
    prob: FloatArray
    share: FloatArray
    low: FloatArray
    high: FloatArray


def reliability(
    happened: FloatArray, prob: FloatArray, wait: IntArray, *, n_bins: int, level: float = 0.8
) -> Reliability:
    """The table behind a reliability diagram.

    A wait stands in every part in which it had an answer, once: its answers there are one
    statement, by their mean. `wait` numbers the waits from 0; `happened` is the same for all
    answers of a wait.
    """
    n_all = int(wait.max(initial=-1)) + 1
    cell = equal_part(prob, n_bins) * n_all + wait
    n_answers = np.bincount(cell, minlength=n_bins * n_all)
    held = np.flatnonzero(n_answers)
    n_answers = n_answers[held]
    prob_here = np.bincount(cell, prob, minlength=n_bins * n_all)[held] / n_answers
    happened_here = np.bincount(cell, happened, minlength=n_bins * n_all)[held] / n_answers
    of = held // max(n_all, 1)
    n_waits = np.bincount(of, minlength=n_bins)
    part = np.flatnonzero(n_waits)
    n_waits = n_waits[part]
    n_happened = np.rint(np.bincount(of, happened_here, minlength=n_bins)[part]).astype(np.int64)
    low, high = share_interval(n_happened, n_waits, level)
    return Reliability(
        part=part,
        n_waits=n_waits,
        n_happened=n_happened,
        prob=np.bincount(of, prob_here, minlength=n_bins)[part] / n_waits,
        share=n_happened / n_waits,
        low=low,
        high=high,
    )


def share_interval(
    n_happened: IntArray, n: IntArray, level: float
) -> tuple[FloatArray, FloatArray]:
    """Ends of Wilson's interval for a share of which `n_happened` of `n` were seen; any shape.

    Wilson (1927), Probable inference, the law of succession, and statistical inference, Journal of
    the American Statistical Association 22, 209-212. Its coverage holds for few cases too: Brown,
    Cai and DasGupta (2001), Interval estimation for a binomial proportion, Statistical Science 16.
    """
    z = float(normal_quantiles(np.array([(1 + level) / 2]))[0])
    share = n_happened / n
    middle = (share + z**2 / (2 * n)) / (1 + z**2 / n)
    reach = z / (1 + z**2 / n) * np.sqrt(share * (1 - share) / n + z**2 / (4 * n**2))
    # At 0 and at n the two parts are equal, and rounding must not go beyond what can be.
    low, high = np.maximum(middle - reach, 0.0), np.minimum(middle + reach, 1.0)
    return np.where(n_happened == 0, 0.0, low), np.where(n_happened == n, 1.0, high)


def pinball(days: FloatArray, quantiles: FloatArray, shares: FloatArray) -> FloatArray:
    """Mean pinball loss over the quantiles (n, n_shares) of each wait, (n,), in days.

    Koenker and Bassett (1978), Regression quantiles, Econometrica 46, 33-50.
    """
    miss = days[:, None] - quantiles
    loss: FloatArray = np.maximum(shares * miss, (shares - 1) * miss).mean(axis=1)
    return loss


def coverage(days: FloatArray, quantiles: FloatArray, weight: FloatArray | None = None) -> float:
    """Share of the waits between the first and the last quantile, both included."""
    inside = (days >= quantiles[:, 0]) & (days <= quantiles[:, -1])
    return weighted_mean(inside.astype(np.float64), weight)


@dataclass(frozen=True)
class BrierParts:
    """A mean Brier score taken apart: miscalibration - discrimination + uncertainty."""

    miscalibration: float
    discrimination: float
    uncertainty: float


def brier_parts(
    happened: FloatArray, prob: FloatArray, weight: FloatArray | None = None
) -> BrierParts:
    """The score's parts by isotonic recalibration, without bins (CORP).

    Miscalibration: what the best rising curve through the answers would gain. Discrimination: what
    those recalibrated answers gain over saying the overall share each time. Uncertainty: the score
    of that share. The first two are never negative.

    Dimitriadis, Gneiting and Jordan (2021), Stable reliability diagrams for probabilistic
    classifiers, Proceedings of the National Academy of Sciences 118(8), e2016191118.
    """
    weight = np.ones_like(prob) if weight is None else weight
    overall = weighted_mean(happened, weight)
    told = weighted_mean(brier(happened, prob), weight)
    best = weighted_mean(brier(happened, isotonic(prob, happened, weight)), weight)
    base = weighted_mean(brier(happened, np.full_like(prob, overall)), weight)
    return BrierParts(told - best, base - best, base)


def isotonic(x: FloatArray, y: FloatArray, weight: FloatArray) -> FloatArray:
    """The never falling function of x nearest to y in weighted squares, at each x, (n,).

    Pool adjacent violators: Ayer, Brunk, Ewing, Reid and Silverman (1955), An empirical
    distribution function for sampling with incomplete information, Annals of Mathematical
    Statistics 26, 641-647. Equal x have equal values.
    """
    order = np.argsort(x, kind="stable")
    group = np.empty(x.size, dtype=np.int64)
    group[order] = np.cumsum(np.diff(x[order], prepend=x[order][:1]) > 0)
    mass, total = np.bincount(group, weight), np.bincount(group, weight * y)
    pooled: list[tuple[float, float, int]] = []
    for one_total, one_mass in zip(total.tolist(), mass.tolist(), strict=True):
        block = (one_total, one_mass, 1)
        while pooled and pooled[-1][0] * block[1] >= block[0] * pooled[-1][1]:
            before = pooled.pop()
            block = (before[0] + block[0], before[1] + block[1], before[2] + block[2])
        pooled.append(block)
    level = np.repeat([t / m for t, m, _ in pooled], [n for _, _, n in pooled])
    fitted: FloatArray = level[group]
    return fitted
