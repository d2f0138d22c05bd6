"""What others take on the same file: `python -m benchmarks.scale.peers NAME FILE`, in `bench`."""

import argparse
import json
import resource
import time
import warnings
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pandas as pd

N_SAMPLED_GROUPS = 200
COX_PART = 0.1
Measured = dict[str, float]


def kaplan_meier_scikit_survival(waits: pd.DataFrame) -> Measured:
    """A curve for each employer and stage; competing causes are not told apart."""
    from sksurv.nonparametric import kaplan_meier_estimator  # noqa: PLC0415  # one peer a process

    groups = _groups(waits)
    began = time.process_time()
    for days, told, _ in groups:
        kaplan_meier_estimator(told, days)
    return {"seconds": time.process_time() - began, "groups": len(groups)}


def aalen_johansen_lifelines(waits: pd.DataFrame) -> Measured:
    """Passes of a sample of the groups; the seconds are scaled up to all of them."""
    from lifelines import AalenJohansenFitter  # noqa: PLC0415

    groups = _groups(waits)
    sampled = np.random.default_rng(0).permutation(len(groups))[:N_SAMPLED_GROUPS]
    began = time.process_time()
    for index in sampled:
        days, _, cause = groups[index]
        AalenJohansenFitter(calculate_variance=False, seed=0).fit(days, cause, event_of_interest=1)
    part = sampled.size / len(groups)
    return {"seconds": (time.process_time() - began) / part, "groups": len(groups), "part": part}


def landmarks_lightgbm(waits: pd.DataFrame) -> Measured:
    """100 trees on every wait at each of five days on which it still went on."""
    import lightgbm  # noqa: PLC0415

    began = time.process_time()
    parts = [waits[waits.days > day].assign(day=day) for day in (2, 5, 8, 12, 20)]
    rows = pd.concat(parts, ignore_index=True)
    columns = rows[["day", "size", "season"]].copy()
    for name in ("employer", "industry", "stage"):
        columns[name] = rows[name].cat.codes
    trees = lightgbm.LGBMClassifier(n_estimators=100, num_leaves=31, n_jobs=1, verbosity=-1)
    trees.fit(columns, rows.word == "pass", categorical_feature=["industry", "stage"])
    return {"seconds": time.process_time() - began, "rows": len(rows)}


def cox_lifelines(waits: pd.DataFrame) -> Measured:
    """Passes, a baseline for each employer, on a tenth of the rows."""
    from lifelines import CoxPHFitter  # noqa: PLC0415

    some = waits.sample(frac=COX_PART, random_state=0)
    table = pd.get_dummies(some[["stage"]], drop_first=True, dtype=float)
    table["season"] = some.season - some.season.mean()
    table["employer"] = some.employer.cat.codes
    table["days"], table["passed"] = some.days.astype(float), some.word == "pass"
    began = time.process_time()
    CoxPHFitter(penalizer=0.01).fit(table, "days", "passed", strata=["employer"])
    return {"seconds": time.process_time() - began, "rows": len(table)}


def survival_boost(waits: pd.DataFrame) -> Measured:
    """All causes at once, with 100 rounds."""
    from hazardous import SurvivalBoost  # noqa: PLC0415

    columns = waits[["size", "season"]].astype(float)
    for name in ("employer", "industry", "stage"):
        columns[name] = waits[name].cat.codes.astype(float)
    seen = pd.DataFrame({"event": _cause(waits), "duration": waits.days.astype(float)})
    began = time.process_time()
    SurvivalBoost(n_iter=100, ipcw_strategy="kaplan-meier", show_progressbar=False).fit(
        columns, seen
    )
    return {"seconds": time.process_time() - began, "rows": len(seen)}


def _groups(waits: pd.DataFrame) -> list[tuple[np.ndarray, np.ndarray, np.ndarray]]:
    """Days, whether word came, and which, of each employer and stage."""
    group = waits.employer.cat.codes.to_numpy() * np.int64(8) + waits.stage.cat.codes.to_numpy()
    order = np.argsort(group, kind="stable")
    begins = np.flatnonzero(np.diff(group[order], prepend=-1))[1:]
    days, cause = waits.days.to_numpy().astype(float)[order], _cause(waits)[order]
    parts = zip(np.split(days, begins), np.split(cause, begins), strict=True)
    return [(d, c > 0, c) for d, c in parts]


def _cause(waits: pd.DataFrame) -> np.ndarray:
    return np.asarray(waits.word.map({"none": 0, "pass": 1, "fail": 2}), dtype=np.int64)


PEERS: dict[str, Callable[[pd.DataFrame], Measured]] = {
    peer.__name__: peer
    for peer in (
        kaplan_meier_scikit_survival,
        aalen_johansen_lifelines,
        landmarks_lightgbm,
        cox_lifelines,
        survival_boost,
    )
}

if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("peer", choices=PEERS)
    parser.add_argument("file", type=Path)
    given = parser.parse_args()
    warnings.simplefilter("ignore")  # the peers' own
    told = pd.read_parquet(given.file)
    for name in ("employer", "industry", "stage"):
        told[name] = told[name].astype("category")
    measured = PEERS[given.peer](told)
    peak_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
    print(json.dumps({**measured, "peak_mb": peak_mb}))
