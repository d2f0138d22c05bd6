"""Days at which a wait is looked at, and what was true of it then."""

import numpy as np
import pandas as pd

from yokame.stats.normal import FloatArray

# The scorer's landmark days for the sets it knows.
LANDMARKS = {
    "gradcafe": (45, 60, 75, 90, 105, 120, 135),
    "lsdata_t11": (15, 30, 45, 60, 90, 120, 150),
    "apa_journals": (10, 25, 40, 55, 85, 115, 175, 235),
    "visa_i140": (7, 15, 30, 60, 120, 180, 270, 365),
    "visa_check": (3, 7, 14, 21, 30, 45, 60),
}


def asked_at(rows: pd.DataFrame, days: FloatArray) -> pd.DataFrame:
    """Each row once for each day on which it was still waiting, with the day as column t."""
    parts = [rows[rows.observed_days > day].assign(t=day) for day in days]
    return pd.concat(parts, ignore_index=True)


def accepted(rows: pd.DataFrame) -> FloatArray:
    """1 where the outcome is accepted, else 0; a wait without a decision is not accepted."""
    found: FloatArray = (rows.outcome == "accepted").to_numpy().astype(float)
    return found


def remaining(rows: pd.DataFrame) -> FloatArray:
    """Days from t to the decision, nan where none came."""
    return np.where(rows.outcome == "none", np.nan, rows.delay_days - rows.t).astype(float)
