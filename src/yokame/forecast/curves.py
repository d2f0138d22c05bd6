"""From priors and a promise to the delay curves of one question."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from yokame.priors import Delay, Lognormal, Tail
from yokame.stats import DelayCurve, FloatArray, mixture


@dataclass(frozen=True)
class CurvePair:
    """When word comes, if passed and if failed."""

    passed: DelayCurve
    failed: DelayCurve
    passed_ln_median_sd: float
    failed_ln_median_sd: float
    gap_sd: float

    def survivors(self, times: FloatArray) -> tuple[FloatArray, FloatArray]:
        """Mean P(T > t) for business days `times`, if passed and if failed."""
        return self.passed.mean_survivor(times), self.failed.mean_survivor(times)

    def drawn_survivors(
        self, time: float, median_z: FloatArray, gap_z: FloatArray
    ) -> tuple[FloatArray, FloatArray]:
        """P(T > time) under each draw. One z moves both medians; the gap moves them apart."""
        half_gap = gap_z * self.gap_sd / 2
        return (
            self.passed.drawn_survivor(time, median_z * self.passed_ln_median_sd - half_gap),
            self.failed.drawn_survivor(time, median_z * self.failed_ln_median_sd + half_gap),
        )


@lru_cache(maxsize=4096)
def usual_curves(delay: Delay, tail: Tail, *, size_factor: float, gap_sd: float) -> CurvePair:
    """The curves where no window was named: medians times the size factor, the tail as it is."""
    return _pair(delay, tail, gap_sd, main_scale=size_factor, tail_scale=1.0)


@lru_cache(maxsize=4096)
def window_curves(
    delay: Delay, tail: Tail, *, lengths: tuple[tuple[float, float], ...], gap_sd: float
) -> CurvePair:
    """The curves under a promise: a mixture over its readings.

    `lengths` are pairs of W, working time to the reading's deadline, and the reading's weight.
    `delay` and `tail` are in T / (W + 1/2), which is 1 when the day of the deadline ends.
    """
    pairs = [
        (weight, _pair(delay, tail, gap_sd, main_scale=length + 0.5, tail_scale=length + 0.5))
        for length, weight in lengths
    ]
    first = pairs[0][1]
    return CurvePair(
        mixture([(weight, pair.passed) for weight, pair in pairs]),
        mixture([(weight, pair.failed) for weight, pair in pairs]),
        first.passed_ln_median_sd,
        first.failed_ln_median_sd,
        gap_sd,
    )


def _pair(
    delay: Delay, tail: Tail, gap_sd: float, *, main_scale: float, tail_scale: float
) -> CurvePair:
    def curve(main: Lognormal, tail_weight: float) -> DelayCurve:
        ln_median_sd = main.sigma / delay.ess**0.5
        return DelayCurve(
            weight=np.array([1 - tail_weight, tail_weight]),
            ln_median=np.log([main.median * main_scale, tail.curve.median * tail_scale]),
            sigma=np.array([main.sigma, tail.curve.sigma]),
            is_drawn=np.array([1.0, 0.0]),
            shift_sd=float(np.hypot(ln_median_sd, gap_sd / 2)),
        )

    return CurvePair(
        curve(delay.passed, tail.passed_weight),
        curve(delay.failed, tail.failed_weight),
        delay.passed.sigma / delay.ess**0.5,
        delay.failed.sigma / delay.ess**0.5,
        gap_sd,
    )
