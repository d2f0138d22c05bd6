"""What is timed, each in a process of its own: `python -m benchmarks.scale.tasks NAME FILE`."""

import argparse
import json
import resource
import time
from collections.abc import Callable
from pathlib import Path

import duckdb
import ibis
import numpy as np
import pyarrow.parquet as pq

from benchmarks.scale.curves import curves
from yokame.learning import Grid, LearnedModel
from yokame.reports import counting
from yokame.reports.counts import Counts, count_in_memory
from yokame.reports.reading import WORD_CODES, coded
from yokame.reports.table import Coded, Reports, Waits, Word

N_ASKED = 1_000_000
Measured = dict[str, float]


def one_pass(file: Path) -> Measured:
    """The limit: the engine reads every column once and adds up."""
    began = time.process_time()
    lengths = ", ".join(
        f"sum(length({name}))" for name in ("employer", "industry", "stage", "word")
    )
    sums = f"{lengths}, sum(length(track)), sum(size), sum(season), sum(days), sum(count)"
    with duckdb.connect() as engine:
        engine.sql(
            f"SELECT count(*), {sums}, max(held), count(*) FILTER (followed) FROM '{file}'"
        ).fetchall()
    return {"seconds": time.process_time() - began}


def count(file: Path) -> Measured:
    """Delays first, for the grid; then kinds of waits, handed over as arrays."""
    began = time.process_time()
    counts, grid = _counted(file)
    seconds = time.process_time() - began
    curves(counts, grid.edges.size + 1)
    with_curves = time.process_time() - began
    return {"seconds": seconds, "cells": len(counts), "with_curves_seconds": with_curves}


def count_out_of_core(file: Path) -> Measured:
    """The same, written to a file by the engine within 4 GB: more kinds than memory should hold."""
    began = time.process_time()
    engine = ibis.duckdb.connect(
        memory_limit="4GB", temp_directory=str(file.parent / "spilled"), threads=2
    )
    table = engine.read_parquet(file)
    grid = Grid.of(*counting.delay_counts(table))
    kinds = counting.kinds_of_waits(table, grid.edges)
    counted = file.with_suffix(".counts.parquet")
    engine.raw_sql("SET preserve_insertion_order = false")
    engine.raw_sql(f"COPY ({ibis.to_sql(kinds, dialect='duckdb')}) TO '{counted}' (FORMAT parquet)")
    seconds = time.process_time() - began
    cells = pq.read_metadata(counted).num_rows
    counted.unlink()
    return {"seconds": seconds, "cells": cells}


def count_numpy(file: Path) -> Measured:
    """Columns in memory already, as names' places: count in NumPy, then curves."""
    reports, edges = _in_memory(file), np.arange(3.0, 90, 3.0)
    began = time.process_time()
    counts = count_in_memory(reports, edges)
    seconds = time.process_time() - began
    curves(counts, edges.size + 1)
    with_curves = time.process_time() - began
    return {"seconds": seconds, "cells": len(counts), "with_curves_seconds": with_curves}


def one_pass_numpy(file: Path) -> Measured:
    """The limit in NumPy: one sum by employer, stage, word and step, the months left out."""
    reports, edges = _in_memory(file), np.arange(3.0, 90, 3.0)
    began = time.process_time()
    step = np.searchsorted(edges, reports.days)
    place = (reports.employer.code * 4 + reports.stage.code) * len(Word) + reports.word
    np.bincount(place * (edges.size + 1) + step, reports.count)
    return {"seconds": time.process_time() - began}


def fit(file: Path) -> Measured:
    """Count, fit, and answer in bulk: distinct questions."""
    began = time.process_time()
    counts, grid = _counted(file)
    counted = time.process_time()
    model = LearnedModel.fit_counts(counts, grid)
    fitted = time.process_time()
    peak_mb = _peak_mb()
    asked = _asked(counts)
    asked_at = time.process_time()
    model.predict(asked)
    return {
        "seconds": fitted - began,
        "fit_seconds": fitted - counted,
        "cells": len(counts),
        "fit_peak_mb": peak_mb,
        "answers_per_second": len(asked) / (time.process_time() - asked_at),
    }


def _counted(file: Path) -> tuple[Counts, Grid]:
    table = ibis.duckdb.connect().read_parquet(file)
    grid = Grid.of(*counting.delay_counts(table))
    return counting.count(table, grid.edges), grid


def _asked(counts: Counts) -> Waits:
    """Questions about employers and stages that were counted, on days of their own."""
    rng = np.random.default_rng(0)
    kinds = counts.take(rng.integers(0, len(counts), N_ASKED))
    held = np.datetime64("2025-03-01") + rng.integers(0, 150, N_ASKED)
    return Waits(
        employer=kinds.employer,
        industry=kinds.industry,
        stage=kinds.stage,
        track=kinds.track,
        size=kinds.size,
        season=np.full(N_ASKED, 2025),
        held=held,
        days=rng.integers(0, 60, N_ASKED).astype(np.float64),
    )


def _in_memory(file: Path) -> Reports:
    table = pq.read_table(file)
    n = table.num_rows
    word = coded(table["word"])
    codes = np.array([WORD_CODES[name] for name in word.names])
    names: dict[str, Coded] = {
        name: coded(table[name]) for name in ("employer", "industry", "stage", "track")
    }
    return Reports(
        **names,
        size=table["size"].to_numpy().astype(np.int64),
        season=table["season"].to_numpy().astype(np.int64),
        held=table["held"].to_numpy(),
        days=table["days"].to_numpy().astype(np.float64),
        word=codes[word.code],
        reported=np.full(n, np.datetime64("NaT", "D")),
        followed=table["followed"].to_numpy(),
        width=np.zeros(n),
        count=table["count"].to_numpy().astype(np.float64),
    )


def _peak_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3


TASKS: dict[str, Callable[[Path], Measured]] = {
    task.__name__: task
    for task in (one_pass, count, count_out_of_core, count_numpy, one_pass_numpy, fit)
}

if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("task", choices=TASKS)
    parser.add_argument("file", type=Path)
    given = parser.parse_args()
    # What the engine loads on its first question is loaded once, however many reports there are.
    ibis.duckdb.connect().read_parquet(given.file).limit(1).to_pyarrow()
    measured = TASKS[given.task](given.file)
    print(json.dumps({**measured, "peak_mb": _peak_mb()}))
