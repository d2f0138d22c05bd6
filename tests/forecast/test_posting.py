"""Seasons that still run, made whole, against the same seasons seen to their end."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from tests.forecast.told_in_japan import CLOCK, afterwards, drawn, held_between
from yokame.forecast.posting import Posting, not_ended_yet
from yokame.forecast.teach import on_clock
from yokame.learning import SHARES, Grid
from yokame.reports.table import Reports

TODAY = date(2025, 7, 15)
GRID = Grid.of_shares(SHARES)
# Passes are posted late and fails at once, as boards have it.
MEAN_LAG = {True: 12.0, False: 4.0}


def told(n: int, first: str, last: str, seed: int) -> Reports:
    """Waits told of afterwards, each with the day of its post, as will be known in the end."""
    rng = np.random.default_rng(seed)
    found = afterwards(drawn(held_between(n, first, last, rng), rng))
    mean_lag = np.where(found.is_pass, MEAN_LAG[True], MEAN_LAG[False])
    late = (found.days + rng.geometric(1 / (1 + mean_lag)) - 1).astype("timedelta64[D]")
    return replace(found, reported=found.held + late)


def posted_by_today(reports: Reports) -> Reports:
    return reports.take(reports.reported <= np.datetime64(TODAY))


OLD, RUNNING = told(6000, "2024-04-01", "2025-01-31", 1), told(6000, "2025-05-20", "2025-07-05", 2)


def test_the_delay_of_posting_is_found_for_each_outcome() -> None:
    posting = Posting.of(posted_by_today(OLD.followed_by(RUNNING)), TODAY)

    day = np.arange(posting.share.shape[1])
    truth = [1 - (1 - 1 / (1 + lag)) ** (day + 1) for lag in (MEAN_LAG[True], MEAN_LAG[False])]
    # 4 standard errors of a share counted from 2,400 words
    assert posting.share == pytest.approx(np.array(truth), abs=4 * 0.5 / np.sqrt(2400))


@pytest.mark.parametrize("is_pass", [True, False])
def test_an_unfinished_season_is_made_whole(is_pass: bool) -> None:
    seen = posted_by_today(RUNNING)
    posting = Posting.of(posted_by_today(OLD), TODAY)

    posted = posting.weighed(seen)
    later = not_ended_yet(posted, CLOCK, GRID.edges, TODAY)

    whole = on_clock(posted, CLOCK).followed_by(later)
    truth = on_clock(RUNNING, CLOCK)
    of_whole, of_truth = whole.is_pass == is_pass, truth.is_pass == is_pass
    n = of_truth.sum() / 8  # a word stands in eight parts
    n_seen = float((seen.is_pass == is_pass).sum())
    assert n_seen < 0.97 * n  # what there is to make good
    # 4 standard errors of a number known through a part of it (binomial, the part about the mean)
    assert whole.count[of_whole].sum() == pytest.approx(
        n, abs=4 * np.sqrt(n * (n / n_seen - 1) * 2)
    )
    for at in (0.25, 0.5, 0.75):
        shares = [
            table.count[rows & (table.days <= at)].sum() / table.count[rows].sum()
            for table, rows in ((whole, of_whole), (truth, of_truth))
        ]
        assert shares[0] == pytest.approx(shares[1], abs=4 * 0.5 / np.sqrt(n_seen) * 1.3)


def test_left_alone_the_running_season_would_look_quick_and_dark() -> None:
    seen = posted_by_today(RUNNING)

    late = [np.average(on_clock(each, CLOCK).days > 0.9) for each in (seen, RUNNING)]
    assert seen.is_pass.mean() < RUNNING.is_pass.mean() - 0.03
    assert late[0] < 0.9 * late[1]


def test_what_is_followed_or_long_over_stands_for_itself() -> None:
    followed = replace(RUNNING, followed=np.ones(len(RUNNING), bool))
    posting = Posting.of(OLD, TODAY)

    assert (posting.weighed(followed).count == 1).all()
    assert (posting.weighed(OLD).count == 1).all()
    assert len(not_ended_yet(followed, CLOCK, GRID.edges, TODAY)) == 0
    assert len(not_ended_yet(OLD, CLOCK, GRID.edges, TODAY)) == 0


def test_no_report_stands_for_more_than_ten_others() -> None:
    yesterday = replace(
        RUNNING.take(RUNNING.is_pass).take(np.arange(1)),
        held=np.array([np.datetime64(TODAY) - 1]),
        days=np.zeros(1),
    )

    weighed = Posting.of(OLD, TODAY).weighed(yesterday)

    assert weighed.count[0] <= 11
    assert not_ended_yet(weighed, CLOCK, GRID.edges, TODAY).count.sum() <= 11 * weighed.count[0]


def test_with_few_old_words_none_is_taken_to_be_late() -> None:
    assert (Posting.of(OLD.take(np.arange(20)), TODAY).share == 1).all()
