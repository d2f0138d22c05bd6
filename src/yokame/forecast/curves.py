"""From priors and a promise to the delay curves of one question."""

from functools import lru_cache

import numpy as np

from yokame.priors import Delay, Tail
from yokame.stats import DelayCurves


@lru_cache(maxsize=4096)
def usual_curves(delay: Delay, tail: Tail, *, size_factor: float, gap_sd: float) -> DelayCurves:
    """The curves where no window was named: medians times the size factor, the tail as it is."""
    return _curves(delay, tail, gap_sd, main_scale=size_factor, tail_scale=1.0)


@lru_cache(maxsize=4096)
def window_curves(
    delay: Delay, tail: Tail, *, lengths: tuple[tuple[float, float], ...], gap_sd: float
) -> DelayCurves:
    """The curves under a promise: a mixture over its readings.

    `lengths` are pairs of W, working time to the reading's deadline, and the reading's weight.
    `delay` and `tail` are in T / (W + 1/2), which is 1 when the day of the deadline ends.
    """
    return DelayCurves.mix(
        [
            (weight, _curves(delay, tail, gap_sd, main_scale=scale, tail_scale=scale))
            for scale, weight in ((length + 0.5, weight) for length, weight in lengths)
        ]
    )


def _curves(
    delay: Delay, tail: Tail, gap_sd: float, *, main_scale: float, tail_scale: float
) -> DelayCurves:
    pairs = ((delay.passed, tail.passed_weight), (delay.failed, tail.failed_weight))
    slow = tail.curve.median * tail_scale
    return DelayCurves(
        weight=np.array([(1 - tail_weight, tail_weight) for _, tail_weight in pairs]),
        ln_median=np.log([(main.median * main_scale, slow) for main, _ in pairs]),
        sigma=np.array([(main.sigma, tail.curve.sigma) for main, _ in pairs]),
        n_drawn=1,
        spread=np.array(
            [
                (main.sigma / np.sqrt(delay.ess), half_gap)
                for (main, _), half_gap in zip(pairs, (-gap_sd / 2, gap_sd / 2), strict=True)
            ]
        ),
    )
