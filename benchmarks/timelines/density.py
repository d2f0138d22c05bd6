"""What live posts are worth, by how many of one's own group there are."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from benchmarks.timelines.backtest import SEASONS, hidden
from benchmarks.timelines.estimator import Estimator
from benchmarks.timelines.landmarks import LANDMARKS, accepted, asked_at
from yokame.stats import FloatArray
from yokame.stats.scores import log_loss

# The one set with days of word and of its post.
LIVE_SET = "gradcafe"
_OWN_GROUP = ["institution", "field", "stage"]
# Posts of one's own group before one's day: none, one or two, three to nine, more.
STEPS = (1, 3, 10)


@dataclass(frozen=True)
class Worth:
    """Questions with at least `posts` posts: log-loss without and with what is posted live."""

    posts: int
    n: int
    without: float
    with_live: float


def worth_by_density(rows: pd.DataFrame, seasons: tuple[int, ...] | None = None) -> list[Worth]:
    """One row for each class of density, over all seasons, each predicted from earlier ones."""
    parts = [_season(rows, season) for season in seasons or SEASONS[LIVE_SET]]
    posts, without, with_live = (np.concatenate(part) for part in zip(*parts, strict=True))
    kind = np.digitize(posts, STEPS)
    return [
        Worth(
            least,
            int((kind == index).sum()),
            float(without[kind == index].mean()),
            float(with_live[kind == index].mean()),
        )
        for index, least in enumerate((0, *STEPS))
        if (kind == index).any()
    ]


def _season(rows: pd.DataFrame, season: int) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Posts of one's own group, and log-loss without and with them, each (n_questions,)."""
    now = rows[rows.season == season]
    truth = asked_at(now, np.array(LANDMARKS[LIVE_SET]))
    asked, happened = hidden(truth), accepted(truth)
    estimator = Estimator.learn(rows[rows.season < season].reset_index(drop=True), with_live=True)
    plain, live = estimator.answer(asked), estimator.answer(asked, now)
    return (
        _posts_before(asked, now),
        log_loss(happened, plain.p_accept.to_numpy()),
        log_loss(happened, live.p_accept.to_numpy()),
    )


def _posts_before(asked: pd.DataFrame, posts: pd.DataFrame) -> FloatArray:
    """How many posts of its own group each question could see, (n,)."""
    dated = posts[posts.report_date.notna()]
    by_group = {
        key: np.sort(rows.to_numpy()) for key, rows in dated.groupby(_OWN_GROUP).report_date
    }
    day = asked.start_date + pd.to_timedelta(asked.t, "D")
    nothing = np.array([], dtype="datetime64[ns]")
    return np.array(
        [
            np.searchsorted(by_group.get(key, nothing), when.to_datetime64(), side="left")
            for key, when in zip(
                zip(*(asked[c] for c in _OWN_GROUP), strict=True), day, strict=True
            )
        ],
        dtype=float,
    )
