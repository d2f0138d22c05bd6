"""Random survival forests (scikit-survival), one a cause: acceptance, and every other decision.

Columns: the encodings. Days are rounded up to 48 quantiles of the history's days, which bounds
what the leaves hold. Tuned, on a few of the trees: the smallest leaf, and how many seasons back to
learn from.

Source: Ishwaran, Kogalur, Blackstone and Lauer (2008), Random survival forests, Annals of Applied
Statistics 2(3), 841-860.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from sksurv.ensemble import RandomSurvivalForest
from sksurv.util import Surv

from benchmarks.timelines.landmarks import accepted
from benchmarks.timelines.peers.curves import Curves
from benchmarks.timelines.peers.encodings import Encoding
from benchmarks.timelines.peers.peer import Learned
from benchmarks.timelines.peers.tuning import Setting, grid, learn_curves
from yokame.stats import FloatArray

_SETTINGS = [*grid(least=(60, 15), seasons=(0,)), *grid(least=(60,), seasons=(3,))]
_SHARES = np.linspace(0, 1, 49)[1:]
_TREES, _TREES_TUNING = 50, 10
_SEED = 8


def learn(history: pd.DataFrame) -> Learned:
    """Choose on the last season, then grow the forests."""
    return learn_curves(history, ForestModel.fit, _SETTINGS, rough={"trees": _TREES_TUNING})


@dataclass(frozen=True, eq=False)
class ForestModel:
    """A forest for each cause that happens, over the same days."""

    encoding: Encoding
    days: FloatArray
    causes: list[RandomSurvivalForest | None]

    @classmethod
    def fit(cls, history: pd.DataFrame, setting: Setting) -> "ForestModel":
        """Grow the forest of each cause, the other one censored."""
        encoding = Encoding.of(history)
        columns = encoding.learned(history)
        edges = np.unique(np.quantile(history.delay_days.dropna(), _SHARES, method="higher"))
        observed = history.observed_days.to_numpy()
        at = np.searchsorted(edges, observed)
        # a wait that was seen past the last decision of all: censored after it
        rounded = np.append(edges, edges[-1] + 1)[at]
        causes = []
        for cause in (accepted(history) == 1, history.outcome.isin(["rejected", "other"])):
            happened = np.asarray(cause, dtype=bool)
            forest = RandomSurvivalForest(
                n_estimators=int(setting.get("trees", _TREES)),
                min_samples_leaf=int(setting["least"]),
                max_features="sqrt",
                random_state=_SEED,
            )
            seen = Surv.from_arrays(happened, rounded)
            causes.append(forest.fit(columns, seen) if happened.any() else None)
        return cls(encoding, np.append(0.0, edges), causes)

    def curves(self, questions: pd.DataFrame) -> Curves:
        """The curves of each question."""
        columns = self.encoding.asked(questions)
        yes, other = (self._hazards(forest, columns) for forest in self.causes)
        return Curves.from_hazards(self.days, yes, other)

    def _hazards(self, forest: RandomSurvivalForest | None, columns: FloatArray) -> FloatArray:
        """Chance of the cause on each day, given no decision before, (n, n_days - 1)."""
        if forest is None:
            return np.zeros((len(columns), self.days.size - 1))
        risen = forest.predict_cumulative_hazard_function(columns, return_array=True)
        at = np.searchsorted(forest.unique_times_, self.days, side="right")
        whole = np.column_stack([np.zeros(len(columns)), risen])[:, at]
        return np.diff(whole, axis=1)
