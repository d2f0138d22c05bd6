"""Waits in Japan drawn from the priors: by an office's calendar, told of on days."""

from dataclasses import replace

import numpy as np

from yokame.forecast import Model
from yokame.forecast.prior_clock import KindOfWait, PriorClock
from yokame.reports.table import NO_DAY, Coded, DateArray, FloatArray, Reports, Word

MODEL = Model.from_priors()
CLOCK = PriorClock(MODEL.priors, MODEL.calendar)
KIND = CLOCK.kind("new_grad", "first", 0)
_TIMES = np.concatenate([[0.0], np.geomspace(0.01, 2000, 6000)])
_FIRST_MONTH = 2024 * 12  # January 2024
_ORIGIN = np.datetime64("2024-01-01")
_SUMMED = np.concatenate([[0.0], MODEL.calendar.summed(_FIRST_MONTH, _FIRST_MONTH + 59)])


def held_between(n: int, first: str, last: str, rng: np.random.Generator) -> DateArray:
    """Days zero, evenly between two days."""
    start = np.datetime64(first)
    span = int((np.datetime64(last) - start).astype(int))
    return np.asarray(start + rng.integers(0, span, n).astype("timedelta64[D]"))


def drawn(
    held: DateArray,
    rng: np.random.Generator,
    *,
    pass_prob: float | None = None,
    seen_for: int = 180,
    kind: KindOfWait = KIND,
) -> Reports:
    """First interviews with these days zero, followed until word came or for `seen_for` days."""
    n = held.size
    passed = rng.random(n) < (kind.rows.pass_rate.mean if pass_prob is None else pass_prob)
    lost, never = kind.priors.silent_if_passed.mean, kind.rows.silent_by_custom.mean
    told = rng.random(n) >= np.where(passed, lost, never)
    gone, u = 1 - kind.curves.mean_survivors(_TIMES), rng.random(n)
    worked = np.where(passed, np.interp(u, gone[0], _TIMES), np.interp(u, gone[1], _TIMES))
    days = _days_until(held, worked)
    silent = ~told | (days > seen_for)
    nothing = np.zeros(n, np.int64)
    return Reports(
        employer=Coded(("Made-up",), nothing),
        industry=Coded(("trade",), nothing),
        stage=Coded(("first",), nothing),
        track=Coded(("new_grad",), nothing),
        size=nothing,
        season=held.astype("datetime64[Y]").astype(np.int64) + 1970,
        held=held,
        days=np.where(silent, float(seen_for), days),
        word=np.where(silent, Word.NONE, np.where(passed, Word.PASS, Word.FAIL)).astype(np.int64),
        reported=np.full(n, NO_DAY),
        followed=np.ones(n, bool),
        width=np.zeros(n),
        count=np.ones(n),
    )


def afterwards(reports: Reports) -> Reports:
    """Those that had word, as told of afterwards."""
    told = reports.take(reports.is_decided)
    return replace(told, followed=np.zeros(len(told), bool))


def _days_until(held: DateArray, worked: FloatArray) -> FloatArray:
    """Word after so much working time comes on date d with worked in (w(d-1) + ½, w(d) + ½]."""
    day_zero = (held - _ORIGIN).astype(np.int64) + 1
    on = np.searchsorted(_SUMMED, _SUMMED[day_zero] + worked - 0.5 - 1e-9, side="left")
    return np.asarray(np.maximum(on - day_zero, 0), float)
