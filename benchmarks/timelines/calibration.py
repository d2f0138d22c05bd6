"""The file of known scores that yokame carries: aggregates of the backtest, and no wait.

Each season is answered from the earlier ones, as in `score`; the base says, on each asked day, the
share that was accepted of all who waited as long in those.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from benchmarks.timelines.backtest import CHANCE_SETS, SEASONS, hidden
from benchmarks.timelines.estimator import Estimator
from benchmarks.timelines.landmarks import LANDMARKS, accepted, asked_at
from yokame.stats import FloatArray, brier, calibration_error, log_loss

WHAT = (
    "Each season of public, self-reported waiting times answered from the earlier seasons: the "
    "chance of acceptance, given no decision so far. None of them is Japanese hiring."
)
_N_BINS = 10
_DIGITS = 4


@dataclass(frozen=True, eq=False)
class Answered:
    """Answers of one season or of several, (n,) each; `wait` is the row that they are about."""

    wait: np.ndarray
    happened: FloatArray
    prob: FloatArray
    base: FloatArray


def write(sets: dict[str, pd.DataFrame], out: Path, made_on: date) -> None:
    """Backtest every set with more than one outcome, and write the aggregates."""
    found = [known_set(sets[name], name) for name in CHANCE_SETS if name in sets]
    whole = {"made": made_on.isoformat(), "what": WHAT, "sets": found}
    out.write_text(json.dumps(whole, indent=1) + "\n", encoding="utf-8")


def known_set(rows: pd.DataFrame, name: str) -> dict[str, Any]:
    """The aggregates of one set."""
    seasons = [(season, answered(rows, name, season)) for season in _seasons(rows, name)]
    together = Answered(
        *(
            np.concatenate([getattr(one, part) for _, one in seasons])
            for part in ("wait", "happened", "prob", "base")
        )
    )
    return {
        "name": name,
        "n_waits": len(set(together.wait.tolist())),
        **scores(together),
        "seasons": [{"season": season, **scores(one)} for season, one in seasons],
        "reliability": list(_reliability(together)),
    }


def _seasons(rows: pd.DataFrame, name: str) -> list[int]:
    return [season for season in SEASONS[name] if (rows.season == season).any()]


def answered(rows: pd.DataFrame, name: str, season: int) -> Answered:
    """Answers of the season's questions, learned from what came before."""
    days = np.array(LANDMARKS[name])
    history = rows[rows.season < season].reset_index(drop=True)
    truth = asked_at(rows[rows.season == season], days)
    told = Estimator.learn(history).answer(hidden(truth))
    return Answered(
        truth.row_id.to_numpy(), accepted(truth), told.p_accept.to_numpy(), _base(history, truth)
    )


def _base(history: pd.DataFrame, truth: pd.DataFrame) -> FloatArray:
    """The share of acceptances among all earlier waits of at least t."""
    shares = {day: accepted(asked_at(history, np.array([day]))).mean() for day in truth.t.unique()}
    base: FloatArray = truth.t.map(shares).to_numpy(dtype=float)
    return base


def scores(of: Answered) -> dict[str, Any]:
    """Mean scores over the answers, and those of the base."""
    return {
        "n": of.prob.size,
        "log_loss": _mean(log_loss(of.happened, of.prob)),
        "base_log_loss": _mean(log_loss(of.happened, of.base)),
        "brier": _mean(brier(of.happened, of.prob)),
        "base_brier": _mean(brier(of.happened, of.base)),
        "ece": round(calibration_error(of.happened, of.prob, n_bins=_N_BINS), _DIGITS),
    }


def _reliability(of: Answered) -> Iterator[dict[str, float | int]]:
    part = np.minimum((of.prob * _N_BINS).astype(int), _N_BINS - 1)
    for one in sorted(set(part.tolist())):
        mine = part == one
        yield {
            "chance": _mean(of.prob[mine]),
            "happened": _mean(of.happened[mine]),
            "n": int(mine.sum()),
        }


def _mean(values: FloatArray) -> float:
    return round(float(values.mean()), _DIGITS)
