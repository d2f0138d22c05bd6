"""`python -m benchmarks.scale [--most N] [--peers PYTHON]`: measures, and writes the tables.

Seconds are the processors' (all cores together): other work on the machine changes them little.
"""

import argparse
import json
import signal
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path

from benchmarks.scale.simulated import N_EMPLOYERS, write_reports
from benchmarks.timelines.peers.machine import machine_kind

Measured = dict[str, float]
_CURVES = "with_curves_seconds"
# Beyond it there are more kinds of waits than are handed over as arrays: the engine keeps them.
MOST_AS_ARRAYS = 10**7
BESIDE_PEERS = 10**6
SECONDS = 120  # of the processors', for each; what takes longer is stopped
PEERS = {
    "kaplan_meier_scikit_survival": "scikit-survival, Kaplan–Meier per employer and stage",
    "aalen_johansen_lifelines": "lifelines, Aalen–Johansen per employer and stage, one cause "
    "(200 groups, scaled up)",
    "landmarks_lightgbm": "LightGBM, landmark rows, 100 trees",
    "cox_lifelines": "lifelines, Cox with a stratum per employer, a tenth of the rows",
    "survival_boost": "SurvivalBoost, 100 rounds",
}


def main() -> None:
    """Measure all sizes, then everything at 10⁶."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.scale")
    parser.add_argument("--most", type=int, default=10**7, help="largest number of reports")
    parser.add_argument("--peers", default="", help="a Python that has the group `bench`")
    parser.add_argument("--limit", type=int, default=SECONDS, help="seconds for each peer")
    parser.add_argument("--out", type=Path, default=Path("docs/benchmarks"))
    parser.add_argument("--date", type=date.fromisoformat, required=True)
    given = parser.parse_args()
    lines = [
        f"# Scale, {given.date}",
        "",
        f"Simulated reports of {N_EMPLOYERS:,} employers (`benchmarks/scale/simulated.py`): they "
        "say how fast, and nothing else.",
        f"Machine: {machine_kind()}.",
        "Seconds are the processors', over all cores, loading of libraries left out; "
        f"each peer was stopped at {given.limit}, everything else at {SECONDS}.",
        "",
    ]
    with tempfile.TemporaryDirectory() as folder:
        lines += _growth(Path(folder), given.most)
        lines += _beside_peers(Path(folder), given.peers, given.limit)
    out = given.out / f"scale-{given.date}.md"
    out.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(out.read_text(encoding="utf-8"))


def _growth(folder: Path, most: int) -> list[str]:
    lines = [
        "## Counting, from a file",
        "",
        "| reports | file, MB | one pass over it, s | counted, s | reports a second "
        "| kinds of waits | peak, MB |",
        "| --- | --- | --- | --- | --- | --- | --- |",
    ]
    size = 10**4
    while size <= most:
        file = folder / f"{size}.parquet"
        write_reports(file, size)
        task = "count" if size <= MOST_AS_ARRAYS else "count_out_of_core"
        limit, counted = _task("one_pass", file), _task(task, file)
        mb = file.stat().st_size / 1e6
        how = "" if size <= MOST_AS_ARRAYS else ", kept by the engine"
        lines.append(
            f"| {size:,}{how} | {mb:.1f} | {_cell(limit, 'seconds')} | {_cell(counted, 'seconds')} "
            f"| {size / counted['seconds'] if counted else float('nan'):,.0f} "
            f"| {_cell(counted, 'cells')} | {_cell(counted, 'peak_mb')} |"
        )
        if size != BESIDE_PEERS:
            file.unlink()
        size *= 10
    return [*lines, ""]


def _beside_peers(folder: Path, peers: str, seconds: int) -> list[str]:
    file = folder / f"{BESIDE_PEERS}.parquet"
    if not file.exists():
        write_reports(file, BESIDE_PEERS)
    numpy, fit = _task("count_numpy", file), _task("fit", file)
    rows = [
        ("NumPy, one sum, months left out", _task("one_pass_numpy", file), "seconds"),
        ("yokame, counted in NumPy, with all curves", numpy, _CURVES),
        ("yokame, counted from the file, with all curves", _task("count", file), _CURVES),
        ("yokame, the whole fit, counting included", fit, "seconds"),
    ]
    for name, label in PEERS.items() if peers else ():
        command = [peers, "-m", "benchmarks.scale.peers", name, str(file)]
        rows.append((label, _run(command, seconds), "seconds"))
    return [
        f"## {BESIDE_PEERS:,} reports, beside the peers",
        "",
        "| | s | peak of the process, MB |",
        "| --- | --- | --- |",
        *(f"| {label} | {_cell(m, key)} | {_cell(m, 'peak_mb')} |" for label, m, key in rows),
        "",
        f"Answers of the fit in bulk: {_cell(fit, 'answers_per_second')} a second.",
    ]


def _task(name: str, file: Path) -> Measured:
    return _run([sys.executable, "-m", "benchmarks.scale.tasks", name, str(file)], SECONDS)


def _run(command: list[str], seconds: int) -> Measured:
    """What a process measured; nothing if it took too long."""
    limited = ["sh", "-c", f'ulimit -t {seconds}; exec "$@"', "sh", *command]
    done = subprocess.run(limited, capture_output=True, text=True, check=False)
    if -done.returncode in {signal.SIGXCPU, signal.SIGKILL}:
        return {}
    if done.returncode:
        raise RuntimeError(done.stderr)
    measured: Measured = json.loads(done.stdout.splitlines()[-1])
    print(*command[2:4], done.stdout.splitlines()[-1], file=sys.stderr)
    return measured


def _cell(measured: Measured, key: str) -> str:
    if not measured:
        return "did not finish"
    value = measured[key]
    return f"{value:,.2f}" if value < 100 else f"{value:,.0f}"


if __name__ == "__main__":
    main()
