from typing import Any

import numpy as np
import pytest
from scipy.stats import CensoredData, ecdf

from yokame.stats import STILL_WAITING, FloatArray, WaitingCurve, waiting_curve
from yokame.stats.time_to_word import IntArray

# Weeks to relapse under 6-mercaptopurine; True: still in remission when last seen. Freireich et
# al. (1963), Blood 21(6), 699-716, as printed in many textbooks with the estimate below.
REMISSION = [
    (6, False), (6, False), (6, False), (6, True), (7, False), (9, True), (10, False), (10, True),
    (11, True), (13, False), (16, False), (17, True), (19, True), (20, True), (22, False),
    (23, False), (25, True), (32, True), (32, True), (34, True), (35, True),
]  # fmt: skip


def curve_of(days: FloatArray, outcome: IntArray, n_outcomes: int = 2) -> WaitingCurve:
    return waiting_curve(days, outcome, n_outcomes=n_outcomes, level=0.8)


def waits(rng: np.random.Generator, n: int) -> tuple[FloatArray, IntArray]:
    """Two kinds of word after whole days, and an end of what is known that depends on neither."""
    outcome = rng.choice(2, size=n, p=[0.4, 0.6])
    word = np.ceil(rng.lognormal(np.where(outcome == 0, np.log(5), np.log(9)), 0.6))
    seen_until = np.floor(rng.uniform(0, 30, n))
    days = np.minimum(word, seen_until)
    return days, np.where(word <= seen_until, outcome, STILL_WAITING)


def handed_on(days: FloatArray, outcome: IntArray, up_to: float) -> list[float]:
    """Shares with word of each kind by a day: each wait that ends unseen hands its share on.

    To all that last longer, in equal parts; word of a day comes before an end on that day.
    Efron (1967), The two sample problem with censored data, Proceedings of the Fifth Berkeley
    Symposium 4, 831-853, section 7.
    """
    rows = sorted(zip(days, outcome == STILL_WAITING, outcome, strict=True))
    share = [1 / len(rows)] * len(rows)
    told = [0.0, 0.0]
    for place, (day, is_silent, kind) in enumerate(rows):
        later = len(rows) - place - 1
        if is_silent:
            for other in range(place + 1, len(rows)):
                share[other] += share[place] / later
        elif day <= up_to:
            told[int(kind)] += share[place]
    return told


def test_a_table_printed_in_textbooks_comes_out() -> None:
    days = np.array([week for week, _ in REMISSION], dtype=float)
    outcome = np.array([STILL_WAITING if unseen else 0 for _, unseen in REMISSION])

    found = curve_of(days, outcome, 1)

    assert found.on_day.tolist() == [6, 7, 10, 13, 16, 22, 23]
    printed = [0.857, 0.807, 0.753, 0.690, 0.627, 0.538, 0.448]
    np.testing.assert_allclose(found.silent_prob, printed, atol=5e-4)
    assert found.median_days() == 23


@pytest.mark.filterwarnings("ignore:The confidence interval is undefined:RuntimeWarning")
@pytest.mark.parametrize("seed", range(5))
def test_curve_and_interval_are_those_of_scipy(seed: int) -> None:
    days, outcome = waits(np.random.default_rng(seed), 60)
    unseen = outcome == STILL_WAITING
    # The stubs take its functions for numbers.
    theirs: Any = ecdf(CensoredData(uncensored=days[~unseen], right=days[unseen])).sf
    band = theirs.confidence_interval(confidence_level=0.8, method="log-log")

    found = curve_of(days, outcome)

    left = found.silent_prob > 0
    at = found.on_day
    np.testing.assert_allclose(found.silent_prob, theirs.evaluate(at), atol=1e-12)
    np.testing.assert_allclose(found.low[left], band.low.evaluate(at)[left], atol=1e-9)
    np.testing.assert_allclose(found.high[left], band.high.evaluate(at)[left], atol=1e-9)


@pytest.mark.parametrize("seed", range(5))
def test_a_share_handed_on_wait_by_wait_gives_the_same_incidence(seed: int) -> None:
    days, outcome = waits(np.random.default_rng(seed), 40)

    found = curve_of(days, outcome)

    for column, day in enumerate(found.on_day):
        told = handed_on(days, outcome, float(day))
        np.testing.assert_allclose(found.incidence[:, column], told, atol=1e-12)


def test_the_truth_is_recovered_although_a_third_of_the_waits_is_unseen() -> None:
    rng = np.random.default_rng(8)
    n = 100_000
    days, outcome = waits(rng, n)
    kind = rng.choice(2, size=n, p=[0.4, 0.6])
    truth = np.ceil(rng.lognormal(np.where(kind == 0, np.log(5), np.log(9)), 0.6))

    found = curve_of(days, outcome)

    assert 0.2 < (outcome == STILL_WAITING).mean() < 0.4
    assert found.median_days() == np.median(truth)
    for day in (3, 7, 14):
        column = int(np.searchsorted(found.on_day, day))
        counted = [((truth <= day) & (kind == k)).mean() for k in range(2)]
        # 4 standard errors of a share counted from 100,000, on both sides, widened by a third
        np.testing.assert_allclose(found.incidence[:, column], counted, atol=0.011)


def test_leaving_out_those_who_wait_would_make_the_median_too_short() -> None:
    days, outcome = waits(np.random.default_rng(8), 20_000)

    found = curve_of(days, outcome).median_days()

    assert found is not None
    assert np.median(days[outcome != STILL_WAITING]) < found


@pytest.mark.parametrize("n", [5, 10, 20])
def test_the_range_holds_the_true_median_at_least_as_often_as_it_says(n: int) -> None:
    rng = np.random.default_rng(n)
    n_tries, held, spoken = 1500, 0, 0
    for _ in range(n_tries):
        word, seen_until = np.ceil(rng.lognormal(np.log(6.5), 0.8, n)), rng.uniform(0, 25, n)
        outcome = np.where(word <= seen_until, 0, STILL_WAITING)
        if (outcome == 0).sum() < 3:
            continue
        spoken += 1
        low, high = curve_of(np.floor(np.minimum(word, seen_until)), outcome, 1).median_range()
        # P(ceil T <= 6) < 1/2 < P(ceil T <= 7), so that the true median is 7.
        held += (low is None or low <= 7) and (high is None or high >= 7)

    # Whole days make the range wider than it need be; 3 standard errors below what it says
    assert held / spoken > 0.8 - 3 * (0.16 / spoken) ** 0.5


@pytest.mark.parametrize("seed", range(5))
def test_the_shares_of_every_day_add_up_to_one_and_silence_only_falls(seed: int) -> None:
    found = curve_of(*waits(np.random.default_rng(seed), 30))

    total = found.incidence.sum(axis=0) + found.silent_prob
    np.testing.assert_allclose(total, 1, atol=1e-12)
    assert (np.diff(found.silent_prob) < 0).all()
    assert (found.low <= found.silent_prob + 1e-12).all()
    assert (found.silent_prob <= found.high + 1e-12).all()


def test_a_median_that_half_have_not_reached_is_none() -> None:
    days, outcome = np.array([3.0, *[8.0] * 9]), np.array([0, *[STILL_WAITING] * 9])

    found = curve_of(days, outcome)

    assert found.median_days() is None
    assert found.median_range() == (None, None)


def test_one_word_is_not_taken_for_certainty() -> None:
    found = curve_of(np.array([4.0]), np.array([1]))

    assert found.median_days() == 4
    assert found.median_range() == (4, None)


def test_without_a_wait_there_is_an_empty_curve() -> None:
    found = curve_of(np.array([]), np.array([], dtype=np.int64))

    assert found.on_day.size == 0
    assert found.median_days() is None
