"""yokame's own estimator, asked about a set of timelines."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from yokame.learning import LearnedModel
from yokame.reports.table import NO_DAY, Coded, DateArray, Reports, Waits, Word

ANSWER_COLUMNS = ["row_id", "t", "p_accept", "q10", "q50", "q90"]
_WORDS = {"accepted": Word.PASS, "rejected": Word.FAIL, "other": Word.OTHER, "none": Word.NONE}


@dataclass(frozen=True, eq=False)
class Estimator:
    """What was learned from one set's history."""

    model: LearnedModel

    @classmethod
    def learn(cls, history: pd.DataFrame, *, with_live: bool = False) -> "Estimator":
        """Learn from the rows of one set, all of them with their outcomes.

        `with_live`: learn too what reports of a running season are worth; this takes longer.
        """
        return cls(LearnedModel.fit(reports_of(history), with_live=with_live))

    def answer(self, questions: pd.DataFrame, live: pd.DataFrame | None = None) -> pd.DataFrame:
        """One answer a question, columns `ANSWER_COLUMNS`.

        Of the live rows a question sees those with a report_date before its day, start_date + t.
        """
        posts = None if live is None else reports_of(live)
        predicted = self.model.predict(waits_of(questions, questions.t), posts)
        answers = questions[["row_id", "t"]].reset_index(drop=True)
        answers["p_accept"] = predicted.passed_prob
        for index, column in enumerate(["q10", "q50", "q90"]):
            answers[column] = predicted.quantile_days[:, index]
        return answers


def reports_of(rows: pd.DataFrame) -> Reports:
    """Timelines as reports. Whoever is in such a file was counted, so each says how often."""
    waits = waits_of(rows, rows.observed_days)
    return Reports(
        **vars(waits),
        word=rows.outcome.map(_WORDS).to_numpy().astype(np.int64),
        reported=_dates(rows, "report_date"),
        followed=np.ones(len(rows), bool),
        width=np.zeros(len(rows)),
        count=np.ones(len(rows)),
    )


def waits_of(rows: pd.DataFrame, days: pd.Series) -> Waits:
    """Rows of timelines as waits of so many days."""
    return Waits(
        employer=_coded(rows.institution),
        industry=_coded(rows.field),
        stage=_coded(rows.stage),
        track=Coded(("",), np.zeros(len(rows), np.int64)),
        size=np.zeros(len(rows), np.int64),
        season=rows.season.to_numpy().astype(np.int64),
        held=_dates(rows, "start_date"),
        days=days.to_numpy().astype(float),
    )


def _coded(column: pd.Series) -> Coded:
    code, names = pd.factorize(column.astype(str), sort=True)
    return Coded(tuple(names), code.astype(np.int64))


def _dates(rows: pd.DataFrame, column: str) -> DateArray:
    if column not in rows.columns:
        return np.full(len(rows), NO_DAY)
    found: DateArray = pd.to_datetime(rows[column]).to_numpy().astype("datetime64[D]")
    return found
