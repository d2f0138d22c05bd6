"""Section 6 of the design a second time: slow, plain, and written without reading the product.

Every formula is the design's, evaluated over plain pseudo-random draws, each draw a set of
parameters. `at_means` puts every parameter at its mean instead: the worked cases of the design.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtr

from tests.reference import oracle_rows, oracle_timings
from tests.reference.oracle_clock import PRIORS, worked
from yokame.forecast import Question
from yokame.reports import Outcome

Array = NDArray[np.float64]
N_DRAWS = 200_000
TOLD = (Outcome.PASS, Outcome.FAIL)


@dataclass(frozen=True)
class Lognormals:
    """A mixture of lognormals: ln medians are arrays (one per draw) or, for a tail, numbers."""

    weights: tuple[float, ...]
    ln_medians: tuple[Array | float, ...]
    sigmas: tuple[float, ...]

    def parts(self, first: int) -> list[tuple[float, float, float]]:
        """Every other part from `first` on: the uncertain ones stand before their tails."""
        medians = [float(np.max(mu)) for mu in self.ln_medians]
        return list(zip(self.weights, medians, self.sigmas, strict=True))[first::2]

    def survivor(self, t: float) -> Array | float:
        """P(T > t) in each draw: the sum of weight · Φ((ln median − ln t) / sigma)."""
        if t <= 0:
            return 1.0
        parts = zip(self.weights, self.ln_medians, self.sigmas, strict=True)
        return sum(w * ndtr((mu - math.log(t)) / sigma) for w, mu, sigma in parts)

    def between(self, start: float, end: float) -> Array | float:
        """S(start) − S(end), as a difference of lower tails: near 1 survivors lose all digits."""
        return self._reached(end) - self._reached(start)

    def _reached(self, t: float) -> Array | float:
        if t <= 0:
            return 0.0
        parts = zip(self.weights, self.ln_medians, self.sigmas, strict=True)
        return sum(w * ndtr((math.log(t) - mu) / sigma) for w, mu, sigma in parts)


@dataclass(frozen=True)
class Drawn:
    """One set of parameters per draw, for one question.

    `likely`: how well each draw foretells what others heard in earlier seasons; it is part of
    what was seen, beside the silence.
    """

    base_rate: Array
    ln_signals: Array
    silent_if_failed: Array
    lost_if_passed: Array
    passed: Lognormals
    failed: Lognormals
    channel_lr: Array
    likely: Array

    @property
    def pi(self) -> Array:
        """logit π + Σ ln LR, turned back into a chance."""
        odds_times = self.base_rate * np.exp(self.ln_signals)
        return odds_times / (odds_times + 1 - self.base_rate)

    def still_silent(self, t: float) -> tuple[Array, Array]:
        """A and B of a wait that is silent at t."""
        lost, silent = self.lost_if_passed, self.silent_if_failed
        a = self.pi * (lost + (1 - lost) * self.passed.survivor(t))
        b = (1 - self.pi) * (silent + (1 - silent) * self.failed.survivor(t))
        return a * self.likely, b * self.likely

    def still_to_come(self, t: float) -> Array:
        """Silent at t, and word will come: A + B without those who never get it."""
        told_pass = self.pi * (1 - self.lost_if_passed) * self.passed.survivor(t)
        told_fail = (1 - self.pi) * (1 - self.silent_if_failed) * self.failed.survivor(t)
        return (told_pass + told_fail) * self.likely

    def contacted(self, start: float, end: float) -> tuple[Array, Array]:
        """A and B of a wait ended by a contact with T in (start, end]."""
        came_if_passed = self.passed.between(start, end)
        came_if_failed = self.failed.between(start, end)
        a = self.pi * (1 - self.lost_if_passed) * came_if_passed * self.channel_lr
        b = (1 - self.pi) * (1 - self.silent_if_failed) * came_if_failed
        return a * self.likely, b * self.likely

    def never(self) -> Array:
        """π ℓ + (1 − π) s."""
        untold = self.pi * self.lost_if_passed + (1 - self.pi) * self.silent_if_failed
        return untold * self.likely


Normals = Callable[[], Array]
Betas = Callable[[float, float], Array]


def draw(question: Question, seed: int, n: int = N_DRAWS) -> Drawn:
    """`n` plain pseudo-random draws of everything that is uncertain."""
    rng = np.random.default_rng(seed)
    return _drawn(question, lambda: rng.normal(size=n), lambda a, b: rng.beta(a, b, n))


def at_means(question: Question) -> Drawn:
    """One draw, every parameter at its mean."""
    nothing, mean = (lambda: np.zeros(1)), (lambda a, b: np.array([a / (a + b)]))
    return _drawn(question, nothing, mean)


def _drawn(question: Question, normal: Normals, beta: Betas) -> Drawn:
    rate = oracle_rows.pass_rate(question.track, question.stage)
    silent, lost = oracle_rows.silent_given_fail(question), PRIORS["silent_given_pass"]["all"]
    base_rate = beta(*oracle_rows.beta_of(rate["mean"], rate["low"], rate["high"]))
    z, g = normal(), PRIORS["delay"]["gap_uncertainty"]["sd_log_ratio"] * normal()
    passed, failed = _curves(question, z, g)
    return Drawn(
        base_rate=base_rate,
        ln_signals=_ln_signals(question, normal),
        silent_if_failed=beta(silent["mean"] * silent["ess"], (1 - silent["mean"]) * silent["ess"]),
        lost_if_passed=beta(lost["mean"] * lost["ess"], (1 - lost["mean"]) * lost["ess"]),
        passed=passed,
        failed=failed,
        channel_lr=_channel_lr(question, normal),
        likely=_likely(question, z, g),
    )


def _ln_signals(question: Question, normal: Normals) -> Array:
    """Groups times the exponent, then the cap; direct ones whole; all of it in each draw."""
    meta = PRIORS["signals"]["meta"]
    grouped, direct = oracle_rows.signals(question, question.today)
    total = 0.0 * normal()
    for row in grouped:
        total = total + meta["group_exponent"] * (math.log(row["lr"]) + row["log_sd"] * normal())
    lowest, highest = math.log(meta["cap_total_lr_low"]), math.log(meta["cap_total_lr_high"])
    total = np.clip(total, lowest, highest)
    for row in direct:
        total = total + math.log(row["lr"]) + row["log_sd"] * normal()
    return total


def _channel_lr(question: Question, normal: Normals) -> Array:
    if question.contact is None:
        return np.exp(0.0 * normal())
    row = oracle_rows.channel(question)
    drawn: Array = np.exp(math.log(row["lr"]) + row["log_sd"] * normal())
    return drawn


def _likely(question: Question, z: Array, g: Array) -> Array:
    """The chance of what others heard in earlier seasons, up to a factor that all draws share."""
    nothing = np.zeros(1)
    curves = dict(zip(TOLD, _curves(question, nothing, nothing), strict=True))
    window = bool(question.promise and question.promise.readings)
    row = oracle_rows.delay(question.track, question.stage)
    ess = PRIORS["window"]["meta"]["ess"] if window else row["ess"]
    ln_likely = oracle_timings.ln_likelihood(
        question,
        main={word: curve.parts(0) for word, curve in curves.items()},
        tails={word: curve.parts(1) for word, curve in curves.items()},
        ess=ess,
        shifts={
            word: z * curve.sigmas[0] / math.sqrt(ess) + gap
            for (word, curve), gap in zip(curves.items(), (-g / 2, g / 2), strict=True)
        },
    )
    likely: Array = np.exp(ln_likely - ln_likely.max())
    return likely


def _curves(question: Question, z: Array, g: Array) -> tuple[Lognormals, Lognormals]:
    """The delay curves of pass and fail: one z for both, the gap between them shifted by g."""
    readings = question.promise.readings if question.promise else ()
    if readings:
        scales = [(r.weight, math.log(worked(question.held, r.on) + 0.5)) for r in readings]
        return (
            _promised(scales, PRIORS["window"]["pass"], z, -g / 2),
            _promised(scales, PRIORS["window"]["fail"], z, +g / 2),
        )
    row = oracle_rows.delay(question.track, question.stage)
    ln_factor = math.log(oracle_rows.size_factor(question))
    return (
        _usual(row["pass"], row["ess"], "weight_pass", ln_factor - g / 2, z),
        _usual(row["fail"], row["ess"], "weight_fail", ln_factor + g / 2, z),
    )


def _promised(
    scales: list[tuple[float, float]], row: oracle_rows.Row, z: Array, gap: Array
) -> Lognormals:
    """Mixture over the readings of the window's curve in T / (W + ½), each with the tail."""
    tail, ess, late = PRIORS["window"]["tail"], PRIORS["window"]["meta"]["ess"], row["tail_weight"]
    ln_ratio = math.log(row["median_ratio"]) + z * row["sigma"] / math.sqrt(ess) + gap
    weights, medians, sigmas = [], [], []
    for weight, ln_scale in scales:
        weights += [weight * (1 - late), weight * late]
        medians += [ln_ratio + ln_scale, math.log(tail["median_ratio"]) + ln_scale]
        sigmas += [row["sigma"], tail["sigma"]]
    return Lognormals(tuple(weights), tuple(medians), tuple(sigmas))


def _usual(row: oracle_rows.Row, ess: float, late_key: str, shift: Array, z: Array) -> Lognormals:
    """The usual curve of a stage, its median scaled; the tail is neither scaled nor drawn."""
    tail = PRIORS["delay"]["tail"]
    ln_median = math.log(row["median"]) + z * row["sigma"] / math.sqrt(ess) + shift
    late = tail[late_key]
    medians = (ln_median, math.log(tail["median"]))
    return Lognormals((1 - late, late), medians, (row["sigma"], tail["sigma"]))
