"""Reports of made-up waits in Japan, one row at a time, and models that learned from them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import numpy as np

from yokame.forecast import Model, Question
from yokame.learning import model_file
from yokame.learning.about import About
from yokame.reports import Stage
from yokame.reports.table import Coded, Reports, Word

MADE = date(2026, 11, 24)
SPRING = date(2026, 4, 10)
AOZORA = Question(
    Stage.FIRST, date(2026, 11, 13), date(2026, 11, 20), employer="青空商事", industry="商社"
)


@dataclass(frozen=True)
class Told:
    """`count` alike reports."""

    word: Word = Word.PASS
    days: float = 7.0
    count: float = 1.0
    followed: bool = True
    employer: str = "株式会社青空商事"
    industry: str = "商社"
    stage: str = "first"
    size: int = 0
    held: date = SPRING
    track: str = "new_grad"


def table(told: Iterable[Told]) -> Reports:
    """The reports as columns; each was posted three days after its word."""
    rows = tuple(told)
    held = np.array([row.held for row in rows], dtype="datetime64[D]")
    posted = [row.held + timedelta(days=int(row.days) + 3) for row in rows]
    return Reports(
        employer=Coded.of([row.employer for row in rows]),
        industry=Coded.of([row.industry for row in rows]),
        stage=Coded.of([row.stage for row in rows]),
        track=Coded.of([row.track for row in rows]),
        size=np.array([row.size for row in rows]),
        season=np.array([row.held.year for row in rows]),
        held=held,
        days=np.array([row.days for row in rows]),
        word=np.array([int(row.word) for row in rows]),
        reported=np.array(posted, dtype="datetime64[D]"),
        followed=np.array([row.followed for row in rows]),
        width=np.zeros(len(rows)),
        count=np.array([row.count for row in rows]),
    )


def half_and_half(n: float, *, passed: float = 0.5, followed: bool = True) -> list[Told]:
    """`n` reports on the employer asked about, that share of them a pass, after a week or so."""
    return [Told(Word.PASS, days, n * passed / 3, followed) for days in (5.0, 7.0, 10.0)] + [
        Told(Word.FAIL, days, n * (1 - passed) / 3, followed) for days in (7.0, 10.0, 14.0)
    ]


def trained(told: Iterable[Told], *, today: date = MADE) -> Model:
    """The priors and what these reports teach."""
    return Model.from_priors().train(table(told), today=today)


@cache
def a_season() -> tuple[Told, ...]:
    """Some hundred reports on three employers of two trades, of which one passes few."""
    told = []
    for employer, industry, share, n in (
        ("株式会社青空商事", "商社", 0.2, 60),
        ("花丸商事", "商社", 0.5, 90),
        ("白波システム", "IT", 0.6, 150),
        ("緑野システム", "IT", 0.6, 2),
    ):
        for stage in ("first", "final"):
            told += [
                Told(word, days, n * part / 4, followed, employer, industry, stage)
                for followed in (True, False)
                for word, part in ((Word.PASS, share), (Word.FAIL, 1 - share))
                for days in (6.0, 11.0)
            ]
    return tuple(told)


@cache
def season_model() -> Model:
    """The model of that season."""
    return trained(a_season())


def write_model(path: Path) -> Path:
    """The file of that model."""
    model = season_model()
    assert model.lessons is not None
    about = About.of(table(a_season()), made=MADE, reference="priors")
    model_file.save(model.lessons.taught, path, about)
    return path
