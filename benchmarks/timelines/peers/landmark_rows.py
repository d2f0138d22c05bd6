"""Applications as rows of numbers, once for each day on which they still waited."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from benchmarks.timelines.estimator import reports_of
from benchmarks.timelines.landmarks import accepted, asked_at, remaining
from benchmarks.timelines.peers.encodings import Encoding, part_of
from benchmarks.timelines.peers.tuning import own_days
from yokame.learning.groups import Codes
from yokame.learning.posted import Evidence, Features, usable
from yokame.reports.counts import count_in_memory
from yokame.stats import FloatArray


@dataclass(frozen=True, eq=False)
class Columns:
    """How a question becomes a row: its day, its encoding, and what was reported before it."""

    encoding: Encoding
    evidence: Evidence | None

    @classmethod
    def of(cls, history: pd.DataFrame, *, with_live: bool) -> "Columns":
        """What a history says of its groups."""
        return cls(Encoding.of(history), _evidence(history) if with_live else None)

    def asked(self, questions: pd.DataFrame, live: pd.DataFrame | None) -> Features:
        """The row of each question; of the live rows it sees those of its own season."""
        day = questions.t.to_numpy(float)
        rows = np.column_stack([day, self.encoding.asked(questions)]).astype(np.float32)
        if self.evidence is None or live is None:
            return rows
        posts = usable(reports_of(live))
        waits = reports_of(questions.assign(outcome="none", observed_days=questions.t))
        seasons, which = np.unique(waits.season, return_inverse=True)
        parts = [
            self.evidence.features(
                waits.take(np.flatnonzero(which == i)), posts.take(posts.season == season)
            )
            for i, season in enumerate(seasons)
        ]
        place = np.argsort(np.argsort(which, kind="stable"), kind="stable")
        return np.column_stack([rows, np.concatenate(parts)[place]])


@dataclass(frozen=True, eq=False)
class LandmarkRows:
    """What is learned from: columns, whether accepted, and days still to wait, nan for never."""

    columns: Features
    happened: FloatArray
    days: FloatArray

    @classmethod
    def of(cls, history: pd.DataFrame, *, with_live: bool) -> "LandmarkRows":
        """The rows of a history; each of its seasons is a question to the others."""
        part, days = part_of(history), own_days(history)
        found = []
        for each in np.unique(part):
            columns = Columns.of(history[part != each].reset_index(drop=True), with_live=with_live)
            mine = history[part == each].reset_index(drop=True)
            found.append(cls.seen(columns, asked_at(mine, days), mine if with_live else None))
        return cls(
            np.concatenate([rows.columns for rows in found]),
            np.concatenate([rows.happened for rows in found]),
            np.concatenate([rows.days for rows in found]),
        )

    @classmethod
    def seen(
        cls, columns: Columns, truth: pd.DataFrame, live: pd.DataFrame | None
    ) -> "LandmarkRows":
        """Rows whose outcome is known, as questions."""
        return cls(columns.asked(truth, live), accepted(truth), remaining(truth))

    def decided(self) -> "LandmarkRows":
        """Those to which a decision came."""
        told = ~np.isnan(self.days)
        return LandmarkRows(self.columns[told], self.happened[told], self.days[told])


def _evidence(history: pd.DataFrame) -> Evidence:
    """yokame's own account of what is usual, so that both see the same of a running season."""
    reports = reports_of(history)
    return Evidence.of(reports, Codes.learn(count_in_memory(reports, np.zeros(1))))
