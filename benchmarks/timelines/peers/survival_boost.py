"""SurvivalBoost (hazardous): boosted trees of competing incidences, by a proper score.

Columns: the encodings, each cut into at most 128 steps of equal numbers of rows, which trees hardly
notice: the library's trees cut columns of more values anew in every round, nearly all of its time.
Tuned, on at most 3,000 applications because a fit takes long: the size of the trees. Censored
waits, which visa_i140 alone has, are weighted by Kaplan and Meier; all else is the library's own.

Source: Alberge, Maladière, Grisel, Abécassis and Varoquaux (2025), Survival models: proper scoring
rule and stochastic optimization with competing risks, AISTATS.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from hazardous import SurvivalBoost

from benchmarks.timelines.landmarks import accepted
from benchmarks.timelines.peers.curves import Curves
from benchmarks.timelines.peers.encodings import Encoding
from benchmarks.timelines.peers.peer import Learned
from benchmarks.timelines.peers.tuning import Setting, grid, learn_curves
from yokame.stats import FloatArray

_SETTINGS = grid(max_leaf_nodes=(8, 31))
_MOST_TO_TUNE = 3_000
_STEPS = np.linspace(0, 1, 129)[1:-1]
_SEED = 8


def learn(history: pd.DataFrame) -> Learned:
    """Choose on the last season, then boost."""
    return learn_curves(history, BoostModel.fit, _SETTINGS, rough={"most": _MOST_TO_TUNE})


@dataclass(frozen=True, eq=False)
class BoostModel:
    """One boosted model of all causes."""

    encoding: Encoding
    cuts: list[FloatArray]
    days: FloatArray
    boost: SurvivalBoost

    @classmethod
    def fit(cls, history: pd.DataFrame, setting: Setting) -> "BoostModel":
        """Learn from all rows, or from a sample where the setting bounds them."""
        encoding = Encoding.of(history)
        columns = encoding.learned(history)
        cuts = [np.unique(np.quantile(column, _STEPS)) for column in columns.T]
        happened = accepted(history)
        event = np.where(history.outcome == "none", 0, np.where(happened == 1, 1, 2))
        seen = pd.DataFrame({"event": event, "duration": history.observed_days.to_numpy()})
        rows = np.random.default_rng(_SEED).permutation(len(history))
        rows = rows[: int(setting.get("most", len(history)))]
        boost = SurvivalBoost(
            max_leaf_nodes=int(setting["max_leaf_nodes"]),
            ipcw_strategy="kaplan-meier",
            show_progressbar=False,
            random_state=_SEED,
        )
        # its trees draw from NumPy's own generator whatever random_state says
        np.random.seed(_SEED)
        boost.fit(_stepped(columns[rows], cuts), seen.iloc[rows])
        days = np.unique(np.append(0.0, boost.time_grid_))
        return cls(encoding, cuts, days, boost)

    def curves(self, questions: pd.DataFrame) -> Curves:
        """The curves of each question: at day 0 everybody waits."""
        columns = _stepped(self.encoding.asked(questions), self.cuts)
        found = self.boost.predict_cumulative_incidence(columns, times=self.days[1:])
        waiting, yes = (np.asarray(found[:, cause], dtype=float) for cause in (0, 1))
        n = len(questions)
        return Curves(
            self.days,
            np.maximum.accumulate(np.column_stack([np.zeros(n), yes]), axis=1),
            np.minimum.accumulate(np.column_stack([np.ones(n), waiting]), axis=1),
        )


def _stepped(columns: FloatArray, cuts: list[FloatArray]) -> FloatArray:
    """The step of each value in its column."""
    steps = [np.searchsorted(cut, column) for cut, column in zip(cuts, columns.T, strict=True)]
    return np.stack(steps, axis=1).astype(float)
