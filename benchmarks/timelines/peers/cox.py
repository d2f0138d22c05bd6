"""Cause-specific Cox models (lifelines): acceptance, and every other decision.

Columns: one for each common field, stage and institution, the time of the year where starts are
personal; all scaled to one sd. Tuned: the ridge penalty, a baseline for each stage or one for all,
the figures of the groups (`encodings`) as further columns or not, a trend over the years or none,
and how many seasons back to learn from.

Source: Prentice et al. (1978), The analysis of failure times in the presence of competing risks,
Biometrics 34(4), 541-554.
"""

import warnings
from dataclasses import dataclass

import numpy as np
import pandas as pd
from lifelines import CoxPHFitter

from benchmarks.timelines.landmarks import accepted
from benchmarks.timelines.peers.curves import Curves
from benchmarks.timelines.peers.encodings import Encoding
from benchmarks.timelines.peers.peer import Learned
from benchmarks.timelines.peers.tuning import Setting, grid, learn_curves
from yokame.stats import FloatArray, IntArray

_SETTINGS = [
    *grid(penalty=(0.03, 0.3), by_stage=(0, 1), figures=(0, 1), trend=(0,), seasons=(0,)),
    *grid(penalty=(0.03,), by_stage=(0, 1), figures=(0,), trend=(0,), seasons=(3,)),
    *grid(penalty=(0.03,), by_stage=(1,), figures=(1,), trend=(1,), seasons=(0, 3)),
]
_FEWEST_IN_STAGE = 200


def learn(history: pd.DataFrame) -> Learned:
    """Choose on the last season, then fit both causes."""
    return learn_curves(history, CoxModel.fit, _SETTINGS)


@dataclass(frozen=True, eq=False)
class CoxModel:
    """Two Cox models over the same columns and days."""

    encoding: Encoding
    setting: Setting
    centre: FloatArray
    scale: FloatArray
    strata: IntArray
    days: FloatArray
    causes: list[CoxPHFitter | None]

    @classmethod
    def fit(cls, history: pd.DataFrame, setting: Setting) -> "CoxModel":
        """Fit each cause, the other one censored."""
        encoding = Encoding.of(history)
        columns = _columns(encoding, history, encoding.learned(history), setting)
        centre, scale = columns.mean(axis=0), columns.std(axis=0)
        days = np.unique(np.append(0.0, history.delay_days.dropna().to_numpy()))
        table = pd.DataFrame((columns - centre) / np.where(scale > 0, scale, 1.0))
        table = table.loc[:, scale > 0].rename(columns=str)
        strata = _strata(encoding, history) if setting["by_stage"] else np.array([0], np.int64)
        table["stratum"] = _stratum(encoding, history, strata)
        table["days"] = history.observed_days.to_numpy()
        causes = []
        for cause in (accepted(history) == 1, history.outcome.isin(["rejected", "other"])):
            fitter = CoxPHFitter(penalizer=setting["penalty"], strata=["stratum"])
            table["happened"] = np.asarray(cause, dtype=float)
            happens = table.happened.sum() > 0
            causes.append(_fitted(fitter, table) if happens else None)
        return cls(encoding, setting, centre, scale, strata, days, causes)

    def curves(self, questions: pd.DataFrame) -> Curves:
        """The curves of each question."""
        raw = self.encoding.asked(questions)
        columns = _columns(self.encoding, questions, raw, self.setting)
        scaled = (columns - self.centre) / np.where(self.scale > 0, self.scale, 1.0)
        scaled = scaled[:, self.scale > 0]
        stratum = _stratum(self.encoding, questions, self.strata)
        hazards = [self._hazards(cause, scaled, stratum) for cause in self.causes]
        return Curves.from_hazards(self.days, hazards[0], hazards[1])

    def _hazards(
        self, fitter: CoxPHFitter | None, scaled: FloatArray, stratum: IntArray
    ) -> FloatArray:
        """Chance of the cause on each day, given no decision before, (n, n_days - 1)."""
        steps = np.zeros((len(scaled), self.days.size - 1))
        if fitter is None:
            return steps
        relative = np.exp(scaled @ fitter.params_.to_numpy())
        for each in np.unique(stratum):
            base = fitter.baseline_cumulative_hazard_
            curve = base[each] if each in base.columns else base.iloc[:, 0]
            curve = curve.dropna()
            at = np.searchsorted(curve.index.to_numpy(), self.days, side="right") - 1
            risen = np.diff(np.where(at >= 0, curve.to_numpy()[at], 0.0))
            mine = stratum == each
            steps[mine] = -np.expm1(-relative[mine, None] * np.maximum(risen, 0.0))
        return steps


def _fitted(fitter: CoxPHFitter, table: pd.DataFrame) -> CoxPHFitter:
    with warnings.catch_warnings():
        # it warns where a name has hardly any event of a cause; the penalty is there for that
        warnings.simplefilter("ignore")
        return fitter.fit(table, "days", "happened")


def _columns(
    encoding: Encoding, rows: pd.DataFrame, numbers: FloatArray, setting: Setting
) -> FloatArray:
    """One column a name instead of code numbers; figures and the time where the setting says so."""
    columns = [numbers[:, encoding.n_figures + 3 :]]
    for column, names in encoding.names.items():
        codes = encoding.codes(rows, column)
        columns.append((codes[:, None] == np.arange(1, len(names))).astype(float))
    if setting["figures"]:
        columns.append(numbers[:, : encoding.n_figures])
    if setting["trend"]:
        columns.append(encoding.began(rows)[:, None])
    return np.column_stack(columns)


def _strata(encoding: Encoding, history: pd.DataFrame) -> IntArray:
    """The stages with a baseline of their own: all that are common enough; the rest share one."""
    codes, counts = np.unique(encoding.codes(history, "stage"), return_counts=True)
    return np.asarray(codes[counts >= _FEWEST_IN_STAGE], dtype=np.int64)


def _stratum(encoding: Encoding, rows: pd.DataFrame, strata: IntArray) -> IntArray:
    codes = encoding.codes(rows, "stage")
    return np.where(np.isin(codes, strata), codes, strata[0] if strata.size else 0)
