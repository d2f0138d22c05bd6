"""How past answers fared, once word had come: the numbers of the calibration page.

A person sees one wait through many answers, which all share its outcome. So each wait counts once,
with equal parts for its answers, and a row's interval counts waits.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from yokame.stats import (
    FloatArray,
    IntArray,
    brier,
    brier_parts,
    calibration_error,
    coverage,
    log_loss,
    once_each,
    pinball,
    reliability,
    share_interval,
    weighted_mean,
)

RANGE_LEVEL = 0.8
# With fewer waits chance alone decides every figure here.
FEWEST_WAITS = 5
# From this many waits on the diagram has tenths instead of fifths.
_MANY_WAITS = 100
_DATE_SHARES = np.array([0.1, 0.5, 0.9])


@dataclass(frozen=True)
class MetAnswer:
    """An answer of a day whose wait has met its word since.

    `wait` is any number that names the wait. `word_on` is None where the day of its word is only
    supposed: then its chance is scored and its days are not.
    """

    wait: int
    told_on: date
    prob: float
    low_on: date
    median_on: date
    high_on: date
    passed: bool
    word_on: date | None


@dataclass(frozen=True)
class ReliabilityRow:
    """Waits that were told a chance from `from_prob` to `to_prob`, and how many had passed.

    `prob` is the mean of what they were told, `low` and `high` hold 80 % of the share passed.
    """

    from_prob: float
    to_prob: float
    prob: float
    n_waits: int
    n_passed: int
    share: float
    low: float
    high: float


@dataclass(frozen=True)
class MonthScore:
    """The answers of one month; each wait counts once in each month in which it had any."""

    month: date
    n_waits: int
    brier: float
    log_loss: float


@dataclass(frozen=True)
class DateScore:
    """How well the days were met: 80 % ranges that held the day, and the miss of the middle.

    `pinball_days` is the mean pinball loss of the 10, 50 and 90 % days.
    """

    n_waits: int
    coverage: float
    mean_miss_days: float
    pinball_days: float


@dataclass(frozen=True)
class Scores:
    """How near the chances came to what happened.

    `mean_prob` is the mean chance that was told, `low` and `high` the 80 % interval of the share
    that had passed. `miscalibration`, `discrimination` and `uncertainty` are the parts of `brier`:
    first minus second plus third. A month with fewer than `FEWEST_WAITS` waits is left out.
    """

    mean_prob: float
    low: float
    high: float
    brier: float
    log_loss: float
    ece: float
    miscalibration: float
    discrimination: float
    uncertainty: float
    rows: tuple[ReliabilityRow, ...]
    months: tuple[MonthScore, ...]


@dataclass(frozen=True)
class Calibration:
    """Everything about answers that met their word.

    `scores` and `dates` are None with fewer than `FEWEST_WAITS` waits (`dates`: whose day of word
    is known).
    """

    n_waits: int
    n_answers: int
    n_passed: int
    scores: Scores | None
    dates: DateScore | None


def calibration_of(answers: Sequence[MetAnswer]) -> Calibration:
    """The scores of these answers."""
    passed = {one.wait: one.passed for one in answers}
    return Calibration(
        n_waits=len(passed),
        n_answers=len(answers),
        n_passed=sum(passed.values()),
        scores=_scores(answers) if len(passed) >= FEWEST_WAITS else None,
        dates=_dates([one for one in answers if one.word_on is not None]),
    )


def _scores(answers: Sequence[MetAnswer]) -> Scores:
    wait = _numbered(answers)
    prob = np.array([one.prob for one in answers])
    happened = np.array([float(one.passed) for one in answers])
    weight = once_each(wait)
    n_waits = int(wait.max()) + 1
    n_passed = round(float((weight * happened).sum()))
    n_bins = 10 if n_waits >= _MANY_WAITS else 5
    parts = brier_parts(happened, prob, weight)
    low, high = share_interval(np.array([n_passed]), np.array([n_waits]), RANGE_LEVEL)
    return Scores(
        mean_prob=weighted_mean(prob, weight),
        low=float(low[0]),
        high=float(high[0]),
        brier=weighted_mean(brier(happened, prob), weight),
        log_loss=weighted_mean(log_loss(happened, prob), weight),
        ece=calibration_error(happened, prob, weight, n_bins=n_bins),
        miscalibration=parts.miscalibration,
        discrimination=parts.discrimination,
        uncertainty=parts.uncertainty,
        rows=tuple(_rows(happened, prob, wait, n_bins)),
        months=tuple(_months(answers, happened, prob)),
    )


def _numbered(answers: Sequence[MetAnswer]) -> IntArray:
    """The waits of the answers, numbered from 0 in the order in which they are met."""
    numbers: dict[int, int] = {}
    return np.array([numbers.setdefault(one.wait, len(numbers)) for one in answers])


def _rows(
    happened: FloatArray, prob: FloatArray, wait: IntArray, n_bins: int
) -> Iterator[ReliabilityRow]:
    table = reliability(happened, prob, wait, n_bins=n_bins, level=RANGE_LEVEL)
    for row, part in enumerate(table.part.tolist()):
        yield ReliabilityRow(
            from_prob=part / n_bins,
            to_prob=(part + 1) / n_bins,
            prob=float(table.prob[row]),
            n_waits=int(table.n_waits[row]),
            n_passed=int(table.n_happened[row]),
            share=float(table.share[row]),
            low=float(table.low[row]),
            high=float(table.high[row]),
        )


def _months(
    answers: Sequence[MetAnswer], happened: FloatArray, prob: FloatArray
) -> Iterator[MonthScore]:
    places: dict[date, list[int]] = {}
    for place, one in enumerate(answers):
        places.setdefault(one.told_on.replace(day=1), []).append(place)
    for month, mine in sorted(places.items()):
        wait = _numbered([answers[place] for place in mine])
        n_waits, weight = int(wait.max()) + 1, once_each(wait)
        if n_waits >= FEWEST_WAITS:
            yield MonthScore(
                month=month,
                n_waits=n_waits,
                brier=weighted_mean(brier(happened[mine], prob[mine]), weight),
                log_loss=weighted_mean(log_loss(happened[mine], prob[mine]), weight),
            )


def _dates(answers: Sequence[MetAnswer]) -> DateScore | None:
    """All of `answers` have a day of word."""
    n_waits = len({one.wait for one in answers})
    if n_waits < FEWEST_WAITS:
        return None
    weight = once_each(_numbered(answers))
    days = _days_ahead(answers, [one.word_on for one in answers])
    ends = (
        [one.low_on for one in answers],
        [one.median_on for one in answers],
        [one.high_on for one in answers],
    )
    quantiles = np.stack([_days_ahead(answers, end) for end in ends], axis=1)
    return DateScore(
        n_waits=n_waits,
        coverage=coverage(days, quantiles, weight),
        mean_miss_days=weighted_mean(np.abs(days - quantiles[:, 1]), weight),
        pinball_days=weighted_mean(pinball(days, quantiles, _DATE_SHARES), weight),
    )


def _days_ahead(answers: Sequence[MetAnswer], on: Sequence[date | None]) -> FloatArray:
    """Calendar days from the day of each answer to the day in `on`."""
    told = zip(answers, on, strict=True)
    return np.array([float((day - one.told_on).days) for one, day in told if day is not None])
