"""How long word takes, counting those who still wait: product limit and cumulative incidence."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from yokame.stats.normal import FloatArray, normal_quantiles

IntArray = NDArray[np.int64]
STILL_WAITING = -1


@dataclass(frozen=True, eq=False)
class WaitingCurve:
    """The share still without word after each day on which word came to somebody.

    Parameters
    ----------
    on_day : (n_days,)
        Days since the round on which word came to at least one wait, ascending.
    silent_prob : (n_days,)
        S(t) = prod over days i <= t of (1 - d_i / n_i): d_i had word on day i, n_i waited for it.
    low, high : (n_days,)
        Ends of an interval for S(t), taken on the scale of ln(-ln S).
    incidence : (n_outcomes, n_days)
        F_k(t) = sum over days i <= t of S(i-) d_ki / n_i, the share with word k by day t. These
        and S(t) add up to 1.

    Source
    ------
    Kaplan and Meier (1958), Nonparametric estimation from incomplete observations, Journal of the
    American Statistical Association 53, 457-481. Interval: Kalbfleisch and Prentice (1980), The
    Statistical Analysis of Failure Time Data, section 1.3, with Greenwood's variance (1926).
    Incidence: Aalen and Johansen (1978), An empirical transition matrix for nonhomogeneous Markov
    chains based on censored observations, Scandinavian Journal of Statistics 5, 141-150.
    """

    on_day: FloatArray
    silent_prob: FloatArray
    low: FloatArray
    high: FloatArray
    incidence: FloatArray

    def median_days(self) -> float | None:
        """The first day by which half of all waits have word; None where that is not reached."""
        return self._first_at_most_half(self.silent_prob)

    def median_range(self) -> tuple[float | None, float | None]:
        """The days between which the median lies, None for an end that is not reached.

        Those at which the interval of S(t) holds one half: Brookmeyer and Crowley (1982), A
        confidence interval for the median survival time, Biometrics 38, 29-41.
        """
        return self._first_at_most_half(self.low), self._first_at_most_half(self.high)

    def _first_at_most_half(self, curve: FloatArray) -> float | None:
        # Products of shares miss one half by their last digit.
        reached = np.flatnonzero(curve <= 0.5 + 1e-12)
        return float(self.on_day[reached[0]]) if reached.size else None


def waiting_curve(
    days: FloatArray, outcome: IntArray, *, n_outcomes: int, level: float
) -> WaitingCurve:
    """The curve of waits of `days`, each with its `outcome` or `STILL_WAITING`.

    Who still waits after `days` counts as waiting on that day, and no longer after it.

    Parameters
    ----------
    days : (n_waits,)
        Days from the round to word, or to the end of what is known; 0 or more.
    outcome : (n_waits,)
        0 to n_outcomes - 1, or `STILL_WAITING`.
    level
        Chance with which the interval is to hold the truth, such as 0.8.
    """
    heard = outcome != STILL_WAITING
    # np.unique would load numpy.ma, 9 MB that stay for as long as the process runs.
    on_day = np.array(sorted(set(days[heard].tolist())), dtype=np.float64)
    waiting = (days[None, :] >= on_day[:, None]).sum(axis=1)
    is_word = (days[None, :] == on_day[:, None]) & heard
    by_outcome = np.stack([(is_word & (outcome == k)).sum(axis=1) for k in range(n_outcomes)])
    got_word = by_outcome.sum(axis=0)
    silent_prob = np.cumprod(1 - got_word / waiting)
    before = np.concatenate(([1.0], silent_prob[:-1]))
    low, high = _interval(silent_prob, got_word, waiting, level)
    incidence = np.cumsum(before * by_outcome / waiting, axis=1)
    return WaitingCurve(on_day, silent_prob, low, high, incidence)


def _interval(
    silent_prob: FloatArray, got_word: IntArray, waiting: IntArray, level: float
) -> tuple[FloatArray, FloatArray]:
    """S to the power of exp(+-z s), s the sd of ln(-ln S) by Greenwood's formula.

    Once everyone has word the formula says nothing, and certainty would be false: there the
    interval reaches from zero to where its upper end stood the day before.
    """
    left = silent_prob > 0
    n_left = int(left.sum())
    shares = got_word[:n_left] / (waiting[:n_left] * (waiting - got_word)[:n_left])
    ln_silent = np.log(silent_prob[:n_left])
    z = float(normal_quantiles(np.array([(1 + level) / 2]))[0])
    reach = np.exp(z * np.sqrt(np.cumsum(shares)) / -ln_silent)
    low, high = np.zeros_like(silent_prob), np.ones_like(silent_prob)
    low[:n_left], high[:n_left] = np.exp(ln_silent * reach), np.exp(ln_silent / reach)
    if n_left:
        high[n_left:] = high[n_left - 1]
    return low, high
