"""`python -m benchmarks.timelines peers`: yokame and its peers in one run, and the page of it."""

import argparse
import json
import math
import os
import signal
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path

import pandas as pd

from benchmarks.timelines.backtest import SEASONS
from benchmarks.timelines.columns import TimelineError, read_history
from benchmarks.timelines.peers.last_season import LastSeason
from benchmarks.timelines.peers.machine import machine_kind
from benchmarks.timelines.peers.peer import Peer, chosen
from benchmarks.timelines.peers.results import Result, merged, read_results, write_results
from benchmarks.timelines.peers.table import page, pinball_ratio

_ROOT = Path(__file__).resolve().parents[3]
_ONE_CORE = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")


def add_to(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", timelines: Path
) -> None:
    """The words of the command."""
    asked = commands.add_parser("peers", help="yokame and its peers on the last seasons")
    asked.add_argument("--timelines", type=Path, default=timelines)
    asked.add_argument("--only", nargs="+", default=[], metavar="PEER", help="the others are kept")
    asked.add_argument("--sets", nargs="+", default=list(SEASONS), choices=list(SEASONS))
    asked.add_argument("--minutes", type=float, default=10.0, help="limit of a peer on a set")
    asked.add_argument("--date", default=date.today().isoformat())  # noqa: DTZ011
    asked.add_argument("--out", type=Path, default=_ROOT / "docs" / "benchmarks")


def run(given: argparse.Namespace) -> None:
    """Run the peers, keep the results, write the page and its picture."""
    machine = machine_kind()
    peers = chosen(given.only)
    sets = read_history(given.timelines)
    missing = sorted(set(given.sets) - set(sets))
    if missing:
        raise TimelineError(f"{given.timelines}: has no {', '.join(missing)}.")
    kept = given.out / f"timelines-{given.date}.json"
    results = read_results(kept)
    given.out.mkdir(parents=True, exist_ok=True)
    for name in given.sets:
        season = LastSeason.of(name, sets[name])
        for peer in peers:
            if peer.live and season.live.empty:
                continue
            result = measured(peer, season, given.minutes)
            print(_said(result), flush=True)
            results = merged(results, [result])
            write_results(results, kept)
    write_page(results, given.date, machine, given.out)


def write_page(results: list[Result], day: str, machine: str, folder: Path) -> None:
    """The table and the diagram of all results that are kept under this date."""
    # matplotlib comes with the peers; what is tested without them must not need it
    from benchmarks.timelines.peers.picture import draw  # noqa: PLC0415

    draw(results, folder / f"timelines-{day}.svg")
    text = page(results, date=day, machine=machine, picture=f"timelines-{day}.svg")
    (folder / f"timelines-{day}.md").write_text(text)


def measured(peer: Peer, season: LastSeason, minutes: float) -> Result:
    """Run one peer on one set in a process of its own, for so many minutes at most."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for part, rows in (
            ("history", season.history),
            ("questions", season.questions),
            ("live", season.live),
        ):
            rows.to_parquet(folder / f"{part}.parquet", index=False)
        failed = _failure(peer, folder, minutes)
        if failed:
            return Result(peer.name, season.name, failed)
        answers = pd.read_parquet(folder / "answers.parquet")
        cost = json.loads((folder / "cost.json").read_text())
    settings = cost.pop("settings")
    marks, points = season.score(answers), season.reliability(answers)
    return Result(peer.name, season.name, "", settings, marks, cost, points)


def _failure(peer: Peer, folder: Path, minutes: float) -> str:
    """Run the trial; why it gave no answers, empty if it did."""
    trial = [peer.name, str(folder), str(math.ceil(60 * minutes))]
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.timelines.peers.trial", *trial],
        cwd=_ROOT,
        env={**os.environ, **_ONE_CORE},
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    if done.returncode == -signal.SIGXCPU:
        return f"did not finish within {minutes:g} min"
    if done.returncode != 0:
        said = done.stderr.strip().splitlines() or [f"exit code {done.returncode}"]
        return f"ended with an error ({said[-1]})"
    return ""


def _said(result: Result) -> str:
    """A line of progress."""
    start = f"{result.dataset:<13} {result.peer:<15}"
    if result.failed:
        return f"{start} {result.failed}"
    loss = result.marks.get("log_loss")
    chance = "" if loss is None else f", log-loss {loss:.4f}"
    return (
        f"{start} learned in {result.cost['learn_seconds']:.1f} s{chance}, "
        f"pinball ratio {pinball_ratio(result):.3f}"
    )
