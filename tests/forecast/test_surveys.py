"""The priors, put together, reproduce the surveys that no single one of them was taken from."""

import tomllib
from typing import Any

import numpy as np
import pytest

from yokame.forecast.curves import usual_curves
from yokame.priors import read_priors
from yokame.priors.reading import DATA

PRIORS = read_priors()
TABLE: dict[str, Any] = tomllib.loads((DATA / "priors.toml").read_text(encoding="utf-8"))
CHECKS = TABLE["delay"]["checks"]
# The surveys tell employers' usual ceiling; the curves sit a little below it on purpose.
TOLERANCE = CHECKS["tolerance"]
POINTS = [
    (stage, int(name[1:]), share)
    for stage, table in (
        ("first", "interview_calendar_days"),
        ("middle", "interview_calendar_days"),
        ("document", "document_calendar_days"),
    )
    for name, share in CHECKS[table].items()
]


def told_within(stage: str, n_days: int) -> float:
    """Share told within `n_days` calendar days of a start spread over Monday to Friday.

    No holidays; passes and fails mixed by the mean pass rate; word by business day k is
    T <= k + 1/2.
    """
    key = f"mid_career.{stage}"
    curves = usual_curves(
        PRIORS.delay[key], PRIORS.delay_tail, size_factor=1.0, gap_sd=PRIORS.gap_log_sd
    )
    still = np.zeros(1)
    rate = PRIORS.pass_rate[key].mean
    shares = []
    for weekday in range(5):
        business_days = sum((weekday + day) % 7 < 5 for day in range(1, n_days + 1))
        passed, failed = curves.drawn_survivors(business_days + 0.5, still, still)[:, 0]
        shares.append(1 - rate * passed - (1 - rate) * failed)
    return float(np.mean(shares))


@pytest.mark.parametrize(("stage", "n_days", "share"), POINTS)
def test_word_comes_as_soon_as_employers_say_it_does(stage: str, n_days: int, share: float) -> None:
    assert told_within(stage, n_days) == pytest.approx(share, abs=TOLERANCE)


@pytest.mark.parametrize("track", ["new_grad", "mid_career"])
def test_offers_per_employer_interviewed_lie_between_the_surveys(track: str) -> None:
    """The surveys contradict each other, from .09 to .25; a first, half a middle, a final."""
    rates = PRIORS.pass_rate
    surveys = [row["rate"] for row in TABLE["pass_rate"]["checks"]["interview_to_offer_per_firm"]]
    n_middle = TABLE["pass_rate"]["checks"]["mean_interview_rounds_new_grad"] - 2

    first, middle, final = (
        rates[f"{track}.{stage}"].mean for stage in ("first", "middle", "final")
    )
    implied = first * middle**n_middle * final

    assert 0.09 <= min(surveys) <= max(surveys) <= 0.25
    assert 0.09 <= implied <= 0.25
