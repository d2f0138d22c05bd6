"""Reports of made-up waits, some hundred a season."""

import numpy as np

from yokame.reports.table import Coded, DateArray, Reports, Word

EMPLOYERS = ("north works", "south bank", "east trading", "west motors", "north workz")
SEASONS = (2021, 2022, 2023, 2024)


def made_reports(n: int = 1600, *, seed: int = 8, seasons: tuple[int, ...] = SEASONS) -> Reports:
    """Waits of which the north passes most, and of which a few never end."""
    rng = np.random.default_rng(seed)
    employer = rng.choice(len(EMPLOYERS), n, p=[0.4, 0.3, 0.18, 0.1, 0.02])
    season = rng.choice(seasons, n)
    passed = rng.random(n) < np.array([0.8, 0.5, 0.4, 0.2, 0.8])[employer]
    silent = ~passed & (rng.random(n) < 0.2)
    days = np.where(silent, 90.0, np.ceil(rng.gamma(3, np.where(passed, 3.0, 5.0))))
    starts = (season - 1970).astype("datetime64[Y]").astype("datetime64[D]")
    held: DateArray = starts + rng.integers(90, 140, n).astype("timedelta64[D]")
    reported: DateArray = held + (days + rng.integers(0, 9, n)).astype("timedelta64[D]")
    return Reports(
        employer=_in_order(EMPLOYERS, employer),
        industry=Coded(("finance", "industry"), rng.integers(0, 2, n)),
        stage=Coded(("final", "first"), rng.integers(0, 2, n)),
        track=Coded(("new_grad",), np.zeros(n, np.int64)),
        size=np.array([50, 5000, 400, 0, 50])[employer],
        season=season.astype(np.int64),
        held=held,
        days=days,
        word=np.where(silent, Word.NONE, np.where(passed, Word.PASS, Word.FAIL)).astype(np.int64),
        reported=reported,
        followed=rng.random(n) < 0.7,
        width=np.zeros(n),
        count=np.ones(n),
    )


def _in_order(names: tuple[str, ...], which: np.ndarray) -> Coded:
    return Coded.of([names[index] for index in which])
