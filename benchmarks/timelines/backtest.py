"""Each season predicted from the earlier ones."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from benchmarks.timelines.estimator import Estimator
from benchmarks.timelines.landmarks import LANDMARKS, accepted, asked_at, remaining
from yokame.learning import QUANTILES
from yokame.stats.scores import calibration_error, coverage, log_loss, pinball

# The seasons that are predicted, set by set.
SEASONS = {
    "gradcafe": (2013, 2014, 2015, 2016, 2017),
    "lsdata_t11": (2020,),
    "apa_journals": (2012, 2013, 2014),
    "visa_i140": (2008, 2009, 2010, 2011),
    "visa_check": (2012, 2013, 2014, 2015, 2016),
}
# Sets with more than one outcome.
CHANCE_SETS = ("gradcafe", "lsdata_t11", "apa_journals", "visa_i140")
_HIDDEN = [
    "outcome",
    "delay_days",
    "observed_days",
    "decision_date",
    "decision_weekday",
    "report_date",
]


@dataclass(frozen=True)
class Score:
    """How one season was predicted; `log_loss` and `ece` are nan where all are accepted.

    `live_log_loss`: with the season's own reports up to each question's day; nan without any.
    """

    dataset: str
    season: int
    n: int
    log_loss: float
    ece: float
    pinball: float
    base_pinball: float
    coverage: float
    live_log_loss: float = np.nan

    @property
    def pinball_ratio(self) -> float:
        """Pinball against the quantiles of everybody who waited as long."""
        return self.pinball / self.base_pinball


def backtest(sets: dict[str, pd.DataFrame]) -> Iterator[Score]:
    """Scores of all seasons, each predicted from the earlier ones of its set."""
    for name, seasons in SEASONS.items():
        for season in seasons:
            if name in sets and (sets[name].season == season).any():
                yield score_season(sets[name], name, season)


def score_season(rows: pd.DataFrame, name: str, season: int) -> Score:
    """Learn from what came before, answer without seeing outcomes, score."""
    history = rows[rows.season < season].reset_index(drop=True)
    truth = asked_at(rows[rows.season == season], np.array(LANDMARKS[name]))
    seen = hidden(truth)
    estimator = Estimator.learn(history, with_live=True)
    found = score_answers(truth, estimator.answer(seen), history, name, season)
    if estimator.model.live is None:
        return found
    told = estimator.answer(seen, rows[rows.season == season]).p_accept.to_numpy()
    return replace(found, live_log_loss=float(log_loss(accepted(truth), told).mean()))


def hidden(truth: pd.DataFrame) -> pd.DataFrame:
    """The questions without anything that came after they were asked."""
    return truth.drop(columns=[column for column in _HIDDEN if column in truth.columns])


def score_answers(
    truth: pd.DataFrame, answers: pd.DataFrame, history: pd.DataFrame, name: str, season: int
) -> Score:
    """Score answers that stand in the order of the truth."""
    happened, prob = accepted(truth), answers.p_accept.to_numpy()
    days = remaining(truth)
    told = ~np.isnan(days)
    quantiles = answers[["q10", "q50", "q90"]].to_numpy()[told]
    everyone = everybody(history, truth)[told]
    many = name in CHANCE_SETS
    return Score(
        name,
        season,
        len(truth),
        float(log_loss(happened, prob).mean()) if many else np.nan,
        calibration_error(happened, prob) if many else np.nan,
        float(pinball(days[told], quantiles, QUANTILES).mean()),
        float(pinball(days[told], everyone, QUANTILES).mean()),
        coverage(days[told], quantiles),
    )


def everybody(history: pd.DataFrame, questions: pd.DataFrame) -> np.ndarray:
    """Quantiles of the rest of all earlier waits of at least t: what a pinball is held against."""
    delays = history.delay_days.dropna().to_numpy()
    found = np.zeros((len(questions), QUANTILES.size))
    for day in questions.t.unique():
        rest = delays[delays > day] - day
        found[(questions.t == day).to_numpy()] = np.quantile(rest, QUANTILES) if rest.size else 0.0
    return found


def macro(scores: list[Score]) -> float:
    """Mean over the sets of the mean over their seasons of the log-loss."""
    sets = [[s.log_loss for s in scores if s.dataset == name] for name in CHANCE_SETS]
    return float(np.mean([np.mean(losses) for losses in sets if losses]))
