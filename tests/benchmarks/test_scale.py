"""What the benchmark of scale simulates and computes."""

from pathlib import Path

import numpy as np

from benchmarks.scale.curves import curves
from benchmarks.scale.simulated import write_reports
from benchmarks.scale.tasks import TASKS
from yokame.reports.counts import count_in_memory
from yokame.reports.reading import read_reports

EDGES = np.arange(3.0, 90, 3.0)


def test_the_same_number_of_reports_is_the_same_file(tmp_path: Path) -> None:
    for name in ("one", "other"):
        write_reports(tmp_path / f"{name}.parquet", 500)

    one, other = (read_reports(tmp_path / f"{name}.parquet") for name in ("one", "other"))

    assert one.left_out.n_rows == 0
    assert one.reports.days.tolist() == other.reports.days.tolist()


def test_the_curves_of_a_group_without_censoring_are_shares(tmp_path: Path) -> None:
    write_reports(tmp_path / "simulated.parquet", 2000)
    reports = read_reports(tmp_path / "simulated.parquet").reports
    counts = count_in_memory(reports.take(reports.is_decided), EDGES)
    group = (counts.employer.code == 0) & (counts.stage.code == 0)
    n, passed = counts.count[group].sum(), counts.count[group & counts.is_pass].sum()

    silent, incidence = curves(counts, EDGES.size + 1)

    np.testing.assert_allclose(incidence[0, -1], passed / n, rtol=1e-12)  # rounding alone
    np.testing.assert_allclose(silent[0, -1], 0, atol=1e-12)


def test_engine_and_numpy_meet_the_same_waits(tmp_path: Path) -> None:
    write_reports(tmp_path / "simulated.parquet", 2000)

    arrays, kept = (
        TASKS[name](tmp_path / "simulated.parquet") for name in ("count", "count_out_of_core")
    )

    assert arrays["cells"] == kept["cells"]
