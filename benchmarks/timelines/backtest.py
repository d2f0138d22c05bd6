"""Each season predicted from the earlier ones."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd

from benchmarks.timelines.estimator import reports_of, waits_of
from benchmarks.timelines.landmarks import LANDMARKS, accepted, remaining
from yokame.learning import Predicted
from yokame.learning import backtest as learned
from yokame.stats import FloatArray

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

    @classmethod
    def of(cls, found: learned.SeasonScore, dataset: str) -> "Score":
        """The score of a season of a set."""
        many = dataset in CHANCE_SETS

        def number(value: float | None, is_said: bool = True) -> float:
            return np.nan if value is None or not is_said else value

        return cls(
            dataset,
            found.season,
            found.n_answers,
            number(found.log_loss, many),
            number(found.ece, many),
            number(found.pinball),
            number(found.base_pinball),
            number(found.coverage),
            number(found.live_log_loss, many),
        )

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
    found = learned.backtest(
        reports_of(rows), season, days=np.array(LANDMARKS[name], float), with_live=True
    )
    return Score.of(found, name)


def hidden(truth: pd.DataFrame) -> pd.DataFrame:
    """The questions without anything that came after they were asked."""
    return truth.drop(columns=[column for column in _HIDDEN if column in truth.columns])


def score_answers(
    truth: pd.DataFrame, answers: pd.DataFrame, history: pd.DataFrame, name: str, season: int
) -> Score:
    """Score answers that stand in the order of the truth."""
    asked = learned.Landmarks(
        waits_of(truth, truth.t),
        np.arange(len(truth)),
        accepted(truth),
        remaining(truth),
        np.ones(len(truth)),
    )
    said = Predicted(answers.p_accept.to_numpy(), answers[["q10", "q50", "q90"]].to_numpy())
    return Score.of(learned.score(asked, said, reports_of(history), season), name)


def everybody(history: pd.DataFrame, questions: pd.DataFrame) -> FloatArray:
    """Quantiles of the rest of all earlier waits of at least t: what a pinball is held against."""
    return learned.days_left_of_all(reports_of(history), questions.t.to_numpy().astype(float))


def macro(scores: list[Score]) -> float:
    """Mean over the sets of the mean over their seasons of the log-loss."""
    sets = [[s.log_loss for s in scores if s.dataset == name] for name in CHANCE_SETS]
    return float(np.mean([np.mean(losses) for losses in sets if losses]))
