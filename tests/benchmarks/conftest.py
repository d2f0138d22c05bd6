"""Small made-up timelines with the columns of the real ones."""

import numpy as np
import pandas as pd
import pytest

N_A_SEASON = 400
INSTITUTIONS = np.array(["north university", "south college", "east institute", "west academy"])


def season_rows(season: int, rng: np.random.Generator) -> pd.DataFrame:
    """A season of decisions; the north accepts most, and acceptances come and are told sooner."""
    n = N_A_SEASON
    institution = rng.choice(4, n)
    outcome = rng.random(n) < np.array([0.8, 0.5, 0.4, 0.2])[institution]
    delay = np.ceil(rng.gamma(4, np.where(outcome, 12.0, 18.0))) + 1
    start = pd.Timestamp(season - 1, 12, 1)
    decided = start + pd.to_timedelta(delay, "D")
    return pd.DataFrame(
        {
            "row_id": [f"made-{season}-{i}" for i in range(n)],
            "dataset": "made",
            "institution": INSTITUTIONS[institution],
            "field": rng.choice(["law", "art"], n),
            "stage": rng.choice(["first", "final"], n),
            "season": season,
            "start_date": start,
            "decision_date": decided,
            "report_date": decided + pd.to_timedelta(rng.integers(0, 10, n), "D"),
            "outcome": np.where(outcome, "accepted", "rejected"),
            "delay_days": delay,
            "observed_days": delay,
        }
    )


@pytest.fixture(scope="session")
def timelines() -> pd.DataFrame:
    """Four seasons of 400 waits."""
    rng = np.random.default_rng(8)
    return pd.concat([season_rows(season, rng) for season in range(2011, 2015)], ignore_index=True)


@pytest.fixture(scope="session")
def history(timelines: pd.DataFrame) -> pd.DataFrame:
    """All but the last season."""
    return timelines[timelines.season < 2014].reset_index(drop=True)


@pytest.fixture(scope="session")
def last_season(timelines: pd.DataFrame) -> pd.DataFrame:
    """The season that is asked about."""
    return timelines[timelines.season == 2014].reset_index(drop=True)
