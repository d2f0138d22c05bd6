"""The clock on which reports are compared: how far a wait has got on its own prior curve."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

import numpy as np

from yokame.forecast.clock import OfficeCalendar
from yokame.forecast.curves import usual_curves
from yokame.forecast.question import Question
from yokame.forecast.rows import Rows, rows_for
from yokame.learning import PriorCurve
from yokame.priors import Priors
from yokame.reports import Stage, Track
from yokame.reports.table import DateArray, Waits
from yokame.stats import BoolArray, DelayCurves, FloatArray, IntArray, still_silent

# Any day will do: what is asked for does not depend on it.
_SOME_DAY = date(2026, 4, 1)
# Beyond every curve's slowest word.
_LONGEST = 2000.0
_TIMES = np.concatenate([[0.0], np.geomspace(0.01, _LONGEST, 4000)])
# The last edge stands where a trace of all word is still to come, not where none is.
_LAST_SHARE = 0.99999
# Business days of an average year, 245 of 365.
_BUSINESS_SHARE = 245 / 365
# Sizes that the priors tell apart, each with one that stands for it.
_SIZE_STEPS, _SIZES = np.array([1, 60, 300, 301, 1001]), np.array([0, 30, 100, 300, 500, 2000])
_EPOCH = date(1970, 1, 1).toordinal()


@dataclass(frozen=True, eq=False)
class KindOfWait:
    """A track, a stage and a size of employer, with all that the priors say of it."""

    priors: Priors
    rows: Rows
    curves: DelayCurves

    @classmethod
    def of(cls, priors: Priors, track: Track, stage: Stage, size: int | None) -> "KindOfWait":
        """Look it up."""
        question = Question(stage=stage, held=_SOME_DAY, today=_SOME_DAY, track=track, size=size)
        rows = rows_for(question, priors)
        curves = usual_curves(
            rows.delay, priors.delay_tail, size_factor=rows.size_factor, gap_sd=priors.gap_log_sd
        )
        return cls(priors, rows, curves)

    def position(self, worked: FloatArray) -> FloatArray:
        """Of all word that comes, the share that has come by each working time, (n,)."""
        told = self._told(worked)
        return np.asarray(np.clip(1 - told / self._told(np.zeros(1)), 0.0, 1.0))

    def outcome_position(self, worked: FloatArray) -> FloatArray:
        """The same for passes and for fails by themselves, (2, n)."""
        return np.asarray(1 - self.curves.mean_survivors(worked))

    def word_positions(
        self, start: FloatArray, end: FloatArray, is_pass: BoolArray, parts: FloatArray
    ) -> FloatArray:
        """Where word may have come in working time (start, end], (n, n_parts).

        At each of `parts` of the way through what the curve of its outcome has there.
        """
        found = np.zeros((start.size, parts.size))
        for row, mine in enumerate((is_pass, ~is_pass)):
            on_curve = self._outcome_curves[row]
            first, last = (
                np.interp(times[mine], _TIMES, on_curve)[:, None] for times in (start, end)
            )
            times = np.interp(first + parts * (last - first), on_curve, _TIMES)
            within = np.clip(times, start[mine, None], end[mine, None])
            found[mine] = self.position(within.ravel()).reshape(within.shape)
        return found

    @cached_property
    def _outcome_curves(self) -> FloatArray:
        return self.outcome_position(_TIMES)

    def times(self, shares: FloatArray) -> FloatArray:
        """The working times by which such shares of all word have come, (n,)."""
        found = np.interp(np.minimum(shares, _LAST_SHARE), self.position(_TIMES), _TIMES)
        return np.asarray(found)

    def curve(self, shares: FloatArray) -> PriorCurve:
        """What is known of those still silent when so much of all word has come."""
        times = self.times(shares)
        pass_prob, lost = self.rows.pass_rate, self.priors.silent_if_passed
        joint = still_silent(
            pass_prob.mean,
            lost.mean,
            self.rows.silent_by_custom.mean,
            self.curves.mean_survivors(times),
        )
        return PriorCurve(
            passed_prob=joint.passed_prob,
            told_prob=self._told(times) / joint.total,
            silent_prob=joint.total,
            never_if_passed=lost.mean,
            never_if_failed=self.rows.silent_by_custom.mean,
            passed_ess=pass_prob.ess,
            told_ess=self.rows.silent_by_custom.ess,
            delay_ess=self.rows.delay.ess,
        )

    def _told(self, worked: FloatArray) -> FloatArray:
        passed, failed = self.curves.mean_survivors(worked)
        pass_prob = self.rows.pass_rate.mean
        told_if_passed = 1 - self.priors.silent_if_passed.mean
        told_if_failed = 1 - self.rows.silent_by_custom.mean
        return np.asarray(
            pass_prob * told_if_passed * passed + (1 - pass_prob) * told_if_failed * failed
        )


@dataclass(eq=False)
class PriorClock:
    """Looks up kinds of waits, and where reports stand on their curves."""

    priors: Priors
    calendar: OfficeCalendar
    _kinds: dict[tuple[str, str, int], KindOfWait] = field(default_factory=dict)

    def kind(self, track: str, stage: str, size: int) -> KindOfWait:
        """The kind of a wait as reports name it; no track is that of new graduates, size 0 unknown.

        Raises
        ------
        ValueError
            If there is no such track or stage.
        """
        known = (track, stage, int(_SIZES[np.searchsorted(_SIZE_STEPS, size, side="right")]))
        if known not in self._kinds:
            self._kinds[known] = KindOfWait.of(
                self.priors, Track(track or Track.NEW_GRAD), Stage(stage), known[2] or None
            )
        return self._kinds[known]

    def kinds_of(self, waits: Waits) -> Iterator[tuple[IntArray, KindOfWait]]:
        """The rows of each kind that occurs."""
        if not len(waits):
            return
        size = np.searchsorted(_SIZE_STEPS, waits.size, side="right")
        stage = waits.track.code * len(waits.stage.names) + waits.stage.code
        joint = stage * _SIZES.size + size
        _, first, which = np.unique(joint, return_index=True, return_inverse=True)
        order = np.argsort(which.ravel(), kind="stable")
        ends = np.cumsum(np.bincount(which.ravel()))
        for row, rows in zip(first, np.split(order, ends[:-1]), strict=True):
            track = waits.track.names[waits.track.code[row]]
            stage = waits.stage.names[waits.stage.code[row]]
            yield rows, self.kind(track, stage, int(waits.size[row]))

    def silent_until(self, held: DateArray, days: FloatArray) -> FloatArray:
        """The working time at which a silence of `days` days ends, with its last day, (n,)."""
        return self.day_of_word(held, days)[1]

    def day_of_word(self, held: DateArray, days: FloatArray) -> tuple[FloatArray, FloatArray]:
        """The working times between which the day of a word `days` days later lies, each (n,).

        Where day zero is not known, an average week's share of business days.
        """
        last = np.ceil(days)
        start, end = (np.maximum(day, 0) * _BUSINESS_SHARE for day in (last - 1, last))
        dated = ~np.isnat(held)
        if dated.any():
            start[dated], end[dated] = self._dated(held[dated], last[dated].astype(np.int64))
        return np.where(last > 0, start + 0.5, 0.0), end + 0.5

    def _dated(self, held: DateArray, days: IntArray) -> tuple[FloatArray, FloatArray]:
        day_zero = held.astype(np.int64) + _EPOCH
        last = day_zero + days
        first_month, last_month = (
            date.fromordinal(int(day)).year * 12 + date.fromordinal(int(day)).month - 1
            for day in (day_zero.min(), last.max())
        )
        summed = np.concatenate([[0.0], self.calendar.summed(first_month, last_month)])
        origin = date(first_month // 12, first_month % 12 + 1, 1).toordinal() - 1
        before = summed[day_zero - origin]
        start = summed[np.maximum(last - 1, day_zero) - origin] - before
        return start, summed[last - origin] - before
