"""How long this employer took in earlier seasons, a second time: Bayes' rule by weighting draws.

The product moves a normal distribution in closed form; here each draw of the medians is weighed by
how well it foretells what others heard, and nothing is moved.
"""

import math
from collections.abc import Sequence
from datetime import timedelta

import numpy as np
from scipy import stats

from tests.reference.oracle_clock import ONE_DAY, PRIORS, ends, rolled, worked
from yokame.forecast import Question
from yokame.reports import HeardByOthers, Outcome, Track

RULE = PRIORS["others"]
_GAP = PRIORS["delay"]["gap_uncertainty"]["sd_log_ratio"]


def of_earlier_seasons(question: Question) -> list[HeardByOthers]:
    """Who tells of timing: word of the same stage, of a season that was over, known by today."""
    long_ago = question.held - timedelta(days=RULE["earlier_season_after_days"])
    return [
        row
        for row in question.others
        if (row.stage is question.stage or question.track is Track.PART_TIME)
        and row.word is not Outcome.NONE
        and row.held <= long_ago
        and row.on < question.today
        and (row.on - row.held).days <= 366
    ]


def ln_time(row: HeardByOthers) -> float:
    """ln T in the middle of the stretch of the day on which word came."""
    if row.on == row.held:
        return math.log(0.25)
    day = rolled(row.on)
    start, end = worked(row.held, day - ONE_DAY) + 0.5, ends(row.held, day)
    return math.log((start + end) / 2)


def people(question: Question, rows: Sequence[HeardByOthers]) -> list[float]:
    """For how many each entry counts: few of one day, fewer if not sure, or of long ago."""
    has_window = bool(question.promise and question.promise.readings)
    kept = RULE["timing_weight_under_a_promise"] if has_window else 1.0
    each = [
        min(row.count, RULE["timing_people_of_one_day"])
        * RULE["trust"][row.trust]
        * RULE["timing_weight_per_year"] ** ((question.held - row.held).days / 365.25)
        * kept
        for row in rows
    ]
    scale = min(1.0, RULE["timing_people_in_all"] / sum(each))
    return [n * scale for n in each]


# (share, ln median, sigma) of each part of a curve, those with an uncertain median first.
Parts = Sequence[tuple[float, float, float]]


def ln_likelihood(
    question: Question,
    main: dict[Outcome, Parts],
    tails: dict[Outcome, Parts],
    ess: float,
    shifts: dict[Outcome, np.ndarray],
) -> np.ndarray:
    """ln of how well each draw, whose ln medians lie `shifts` off, foretells the earlier seasons.

    Each report belongs to a part with the chance that this part, its uncertain median included,
    made it; it tells of that part's median as much as it belongs there.
    """
    rows = of_earlier_seasons(question)
    total = np.zeros_like(shifts[Outcome.PASS])
    if not rows:
        return total
    for row, n in zip(rows, people(question, rows), strict=True):
        y, parts = ln_time(row), main[row.word]
        densities = [
            share * stats.norm(mu, math.hypot(sigma, sigma / math.sqrt(ess), _GAP / 2)).pdf(y)
            for share, mu, sigma in parts
        ]
        of_tails = sum(share * stats.norm(mu, sigma).pdf(y) for share, mu, sigma in tails[row.word])
        for (_, mu, sigma), density in zip(parts, densities, strict=True):
            belongs = density / (sum(densities) + of_tails)
            total = total + n * belongs * stats.norm(mu + shifts[row.word], sigma).logpdf(y)
    return total
