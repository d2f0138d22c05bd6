"""Each season predicted from the earlier ones, and scored beside what anybody could count."""

from dataclasses import dataclass

import numpy as np

from yokame.learning.delay import QUANTILES
from yokame.learning.model import LearnedModel, Predicted
from yokame.reports.counts import delay_counts
from yokame.reports.table import Reports, Waits
from yokame.stats import FloatArray, IntArray
from yokame.stats.scores import (
    brier,
    calibration_error,
    coverage,
    log_loss,
    pinball,
    weighted_mean,
)

# Waits are looked at when such shares of all earlier word had come.
_SHARES = np.array([0.05, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9])


@dataclass(frozen=True, eq=False)
class Landmarks:
    """Waits, each at every day on which it still went on: (n,) questions and what was true.

    `row`: which report it is; `happened`: 1 for a pass (a wait without word is none); `days_left`:
    days to word, nan where none came; `weight`: how many waits the row stands for.
    """

    waits: Waits
    row: IntArray
    happened: FloatArray
    days_left: FloatArray
    weight: FloatArray

    @classmethod
    def of(cls, reports: Reports, days: FloatArray) -> "Landmarks":
        """Look at the reports on these days."""
        rows = [np.flatnonzero(reports.days > day) for day in days]
        row = np.concatenate([*rows, np.zeros(0, np.int64)])
        asked_on = np.repeat(days, [some.size for some in rows])
        mine = reports.take(row)
        return cls(
            waits=mine.asked_on(asked_on),
            row=row,
            happened=mine.is_pass.astype(np.float64),
            days_left=np.where(mine.is_decided, mine.days - asked_on, np.nan),
            weight=mine.count,
        )


@dataclass(frozen=True)
class SeasonScore:
    """How one season was predicted from the earlier ones; smaller is better but for `coverage`.

    `log_loss`, `brier`, `ece`: of the chance of a pass, None where all waits ended alike.
    `share_log_loss`: of the share that passed among earlier waits as long. `incidence_log_loss`:
    of the same share with waits without word taken as cut off (Aalen and Johansen 1978).
    `live_log_loss`: with the season's own posts up to each day; None without any.
    `pinball`, `base_pinball`: of the 10, 50 and 90 % points of the days left, in days; of the
    model, and of all earlier waits as long. `coverage`: share of the days between the outer two.
    """

    season: int
    n_waits: int
    n_answers: int
    log_loss: float | None
    brier: float | None
    ece: float | None
    share_log_loss: float | None
    incidence_log_loss: float | None
    live_log_loss: float | None
    pinball: float | None
    base_pinball: float | None
    coverage: float | None

    @property
    def pinball_ratio(self) -> float | None:
        """The model's pinball over that of all earlier waits."""
        if self.pinball is None or not self.base_pinball:
            return None
        return float(self.pinball / self.base_pinball)


def seasons_to_predict(reports: Reports) -> list[int]:
    """All but the first in which word came."""
    return [int(season) for season in np.unique(reports.season[reports.is_decided])[1:]]


def backtest(
    reports: Reports, season: int, *, days: FloatArray | None = None, with_live: bool = False
) -> SeasonScore:
    """Learn from the seasons before, answer without seeing outcomes, score.

    Asked on `days` of each wait; without them, on those by which certain shares of all earlier word
    had come.
    """
    history = reports.take(reports.season < season)
    truth = reports.take(reports.season == season)
    asked = Landmarks.of(truth, landmark_days(history) if days is None else days)
    model = LearnedModel.fit(history, with_live=with_live)
    live = None
    if model.live is not None:
        live = model.predict(asked.waits, truth).passed_prob
    return score(asked, model.predict(asked.waits), history, season, live)


def landmark_days(history: Reports) -> FloatArray:
    """Whole days by which certain shares of all word had come."""
    days, count = delay_counts(history)
    at = np.searchsorted(np.cumsum(count) / count.sum(), _SHARES - 1e-12)
    return np.unique(np.floor(days[np.minimum(at, days.size - 1)]))


def score(
    asked: Landmarks,
    answers: Predicted,
    history: Reports,
    season: int,
    live_prob: FloatArray | None = None,
) -> SeasonScore:
    """Score answers that stand in the order of the questions."""
    told = ~np.isnan(asked.days_left)
    left, weight = asked.days_left[told], asked.weight[told]
    model = answers.quantile_days[told]
    everybody = days_left_of_all(history, asked.waits.days)[told]
    many = _ends_differ(history) and _ends_differ_in(asked)

    def loss(prob: FloatArray | None) -> float | None:
        if prob is None or not many:
            return None
        return weighted_mean(log_loss(asked.happened, prob), asked.weight)

    prob = answers.passed_prob
    return SeasonScore(
        season=season,
        n_waits=np.unique(asked.row).size,
        n_answers=asked.row.size,
        log_loss=loss(prob),
        brier=weighted_mean(brier(asked.happened, prob), asked.weight) if many else None,
        ece=calibration_error(asked.happened, prob, asked.weight) if many else None,
        share_log_loss=loss(share_passed(history, asked.waits.days)),
        incidence_log_loss=loss(incidence_of_pass(history, asked.waits.days)),
        live_log_loss=loss(live_prob),
        pinball=weighted_mean(pinball(left, model, QUANTILES), weight) if left.size else None,
        base_pinball=(
            weighted_mean(pinball(left, everybody, QUANTILES), weight) if left.size else None
        ),
        coverage=coverage(left, model, weight) if left.size else None,
    )


def _ends_differ(history: Reports) -> bool:
    return bool(history.is_pass.any() and not history.is_pass.all())


def _ends_differ_in(asked: Landmarks) -> bool:
    return bool(np.unique(asked.happened).size > 1)


def share_passed(history: Reports, days: FloatArray) -> FloatArray:
    """The share of passes among earlier waits that lasted longer than each of `days`, (n,)."""
    at, which = np.unique(days, return_inverse=True)
    share = np.empty(at.size)
    for index, day in enumerate(at):
        longer = history.days > day
        passed, seen = (history.count[longer & of].sum() for of in (history.is_pass, longer))
        share[index] = (passed + 0.5) / (seen + 1)
    return share[which.ravel()]


def incidence_of_pass(history: Reports, days: FloatArray) -> FloatArray:
    """The chance of a pass after each of `days`, given none before: sum of S(s-) h_pass(s) / S(t).

    (n,); waits without word count as cut off when last seen (Aalen and Johansen 1978, An empirical
    transition matrix for nonhomogeneous Markov chains based on censored observations, Scandinavian
    Journal of Statistics 5, 141-150).
    """
    on_day, which = np.unique(history.days, return_inverse=True)
    which = which.ravel()
    ended = np.bincount(which, history.count * history.is_decided, on_day.size)
    passed = np.bincount(which, history.count * history.is_pass, on_day.size)
    at_risk = np.bincount(which, history.count, on_day.size)[::-1].cumsum()[::-1]
    silent = np.cumprod(1 - ended / at_risk)
    before = np.concatenate([[1.0], silent[:-1]])
    later = np.concatenate([(before * passed / at_risk)[::-1].cumsum()[::-1], [0.0]])
    at = np.searchsorted(on_day, days, side="right")
    still = np.concatenate([[1.0], silent])[at]
    return np.where(still > 0, later[at] / np.maximum(still, 1e-12), share_passed(history, days))


def days_left_of_all(history: Reports, days: FloatArray) -> FloatArray:
    """The 10, 50 and 90 % points of what was left of earlier waits that lasted longer, (n, 3)."""
    told = history.take(history.is_decided)
    lengths = np.repeat(told.days, told.count.astype(np.int64))
    at, which = np.unique(days, return_inverse=True)
    found = np.zeros((at.size, QUANTILES.size))
    for index, day in enumerate(at):
        rest = lengths[lengths > day] - day
        if rest.size:
            found[index] = np.quantile(rest, QUANTILES)
    return found[which.ravel()]
