"""SurvivalBoost (hazardous): boosted trees of competing incidences, by a proper score.

Columns: the encodings. Tuned, on at most 4,000 applications because a fit takes minutes: the size
of the trees, and how many seasons back to learn from. A round costs more the more went before it,
so there are half as many rounds as the library's own 100, of twice its rate. Censored waits, which
visa_i140 alone has, are weighted by Kaplan and Meier; all else is the library's own.

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

_SETTINGS = [*grid(max_leaf_nodes=(8, 31), seasons=(0,)), *grid(max_leaf_nodes=(8,), seasons=(3,))]
_ROUNDS, _RATE = 50, 0.1
_MOST_TO_TUNE = 4_000
_SEED = 8


def learn(history: pd.DataFrame) -> Learned:
    """Choose on the last season, then boost."""
    return learn_curves(history, BoostModel.fit, _SETTINGS, rough={"most": _MOST_TO_TUNE})


@dataclass(frozen=True, eq=False)
class BoostModel:
    """One boosted model of all causes."""

    encoding: Encoding
    days: FloatArray
    boost: SurvivalBoost

    @classmethod
    def fit(cls, history: pd.DataFrame, setting: Setting) -> "BoostModel":
        """Learn from all rows, or from a sample where the setting bounds them."""
        encoding = Encoding.of(history)
        columns = encoding.learned(history)
        happened = accepted(history)
        event = np.where(history.outcome == "none", 0, np.where(happened == 1, 1, 2))
        seen = pd.DataFrame({"event": event, "duration": history.observed_days.to_numpy()})
        rows = np.random.default_rng(_SEED).permutation(len(history))
        rows = rows[: int(setting.get("most", len(history)))]
        boost = SurvivalBoost(
            n_iter=_ROUNDS,
            learning_rate=_RATE,
            max_leaf_nodes=int(setting["max_leaf_nodes"]),
            ipcw_strategy="kaplan-meier",
            show_progressbar=False,
            random_state=_SEED,
        )
        # its trees draw from NumPy's own generator whatever random_state says
        np.random.seed(_SEED)
        boost.fit(columns[rows], seen.iloc[rows])
        days = np.unique(np.append(0.0, boost.time_grid_))
        return cls(encoding, days, boost)

    def curves(self, questions: pd.DataFrame) -> Curves:
        """The curves of each question: at day 0 everybody waits."""
        found = self.boost.predict_cumulative_incidence(
            self.encoding.asked(questions), times=self.days[1:]
        )
        waiting, yes = (np.asarray(found[:, cause], dtype=float) for cause in (0, 1))
        n = len(questions)
        return Curves(
            self.days,
            np.maximum.accumulate(np.column_stack([np.zeros(n), yes]), axis=1),
            np.minimum.accumulate(np.column_stack([np.ones(n), waiting]), axis=1),
        )
