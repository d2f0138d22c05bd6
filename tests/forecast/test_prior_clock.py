"""The priors' own curves as a clock."""

from datetime import date, timedelta

import numpy as np
import pytest

from tests.forecast.told_in_japan import CLOCK, KIND, MODEL, drawn, held_between
from yokame.forecast.clock import Clock
from yokame.reports.table import NO_DAY

SHARES = np.array([0.1, 0.3, 0.5, 0.8, 0.95, 0.99])


def test_times_and_positions_are_each_others_way_back() -> None:
    assert KIND.position(KIND.times(SHARES)) == pytest.approx(SHARES, abs=1e-6)


def test_the_curve_is_bayes_rule_over_what_the_priors_say() -> None:
    curve = KIND.curve(SHARES)
    passed, failed = KIND.curves.mean_survivors(KIND.times(SHARES))
    pi, lost = KIND.rows.pass_rate.mean, MODEL.priors.silent_if_passed.mean
    never = KIND.rows.silent_by_custom.mean
    a, b = pi * (lost + (1 - lost) * passed), (1 - pi) * (never + (1 - never) * failed)

    assert curve.passed_prob == pytest.approx(a / (a + b))
    assert curve.silent_prob == pytest.approx(a + b)
    assert curve.told_prob == pytest.approx(1 - (pi * lost + (1 - pi) * never) / (a + b))
    assert (curve.never_if_passed, curve.never_if_failed) == (lost, never)


def test_a_days_working_time_is_that_of_the_answers_clock() -> None:
    """A Friday, a Saturday, the eve of New Year's days off: day by day for a month."""
    for held in (date(2026, 11, 13), date(2026, 11, 14), date(2026, 12, 28)):
        days = np.arange(0.0, 31)
        start, end = CLOCK.day_of_word(np.full(31, np.datetime64(held)), days)

        clock = Clock(held, MODEL.calendar)
        on = np.array([(held + timedelta(days=int(day))).toordinal() for day in days])
        assert end == pytest.approx(clock.closed_until(on))
        assert start[1:] == pytest.approx(clock.closed_until(on[:-1]))
        assert start[0] == 0


def test_without_day_zero_a_day_is_an_average_one() -> None:
    start, end = CLOCK.day_of_word(np.full(3, NO_DAY), np.array([0.0, 7.0, 365.0]))

    assert end - 0.5 == pytest.approx(np.array([0, 7, 365]) * 245 / 365)
    assert start[0] == 0
    assert end[1] - start[1] == pytest.approx(245 / 365)


def test_word_is_parted_over_its_day_as_the_curve_of_its_outcome_has_it() -> None:
    start, end, parts = np.array([0.0, 2.5]), np.array([0.5, 3.5]), np.array([0.0, 0.5, 1.0])

    found = KIND.word_positions(start, end, np.array([False, True]), parts)

    assert found[:, 0] == pytest.approx(
        KIND.position(start), abs=1e-6
    )  # the curve is read off a fine grid
    assert found[:, 2] == pytest.approx(KIND.position(end), abs=1e-6)
    first, last = 1 - KIND.curves.mean_survivors(np.array([2.5, 3.5]))[0]
    half = np.interp((first + last) / 2, 1 - KIND.curves.mean_survivors(FINE)[0], FINE)
    assert found[1, 1] == pytest.approx(float(KIND.position(np.array([half]))[0]), abs=1e-4)


FINE = np.linspace(2.5, 3.5, 2001)


def test_rows_are_gathered_by_what_the_priors_tell_apart() -> None:
    rng = np.random.default_rng(1)
    waits = drawn(held_between(8, "2025-04-01", "2025-05-01", rng), rng)
    sizes = np.array([0, 10, 59, 60, 299, 300, 301, 900_000_000])

    found = {
        tuple(rows.tolist())
        for rows, _ in CLOCK.kinds_of(type(waits)(**vars(waits) | {"size": sizes}))
    }

    assert found == {(0,), (1, 2), (3, 4), (5,), (6,), (7,)}


def test_a_stage_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="zzz"):
        CLOCK.kind("new_grad", "zzz", 0)
