"""`python -m benchmarks.timelines predict|score|density|peers|calibration`: answers and marks."""

import argparse
import os
import sys
import time
from datetime import date
from pathlib import Path

import numpy as np
import pandas as pd

from benchmarks.timelines import calibration
from benchmarks.timelines.backtest import CHANCE_SETS, SEASONS, Score, backtest, macro
from benchmarks.timelines.columns import (
    TimelineError,
    read_history,
    read_live,
    read_questions,
    write_table,
)
from benchmarks.timelines.density import LIVE_SET, worth_by_density
from benchmarks.timelines.estimator import ANSWER_COLUMNS, Estimator
from benchmarks.timelines.peers import command as peers
from yokame.forecast.known_scores import PACKAGED, read_known_scores

_BESIDE_THE_CHECKOUT = Path(__file__).resolve().parents[3] / "shared" / "data" / "timelines"


def default_folder() -> Path:
    """Where the timelines are: $YOKAME_TIMELINES, else beside the checkout."""
    return Path(os.environ.get("YOKAME_TIMELINES", _BESIDE_THE_CHECKOUT))


def predict(history: Path, questions: Path, live: Path | None, out: Path) -> None:
    """Learn from the folder, answer the file, write the answers in the order of the questions."""
    sets, asked = read_history(history), read_questions(questions)
    missing = sorted(set(asked.dataset) - set(sets))
    if missing:
        raise TimelineError(f"{history}: has no history for {', '.join(missing)}.")
    posts = None if live is None else read_live(live)
    parts = []
    for name, rows in asked.groupby("dataset", sort=True):
        began = time.perf_counter()
        mine = None if posts is None else posts[posts.dataset == name]
        estimator = Estimator.learn(sets[str(name)], with_live=mine is not None and len(mine) > 0)
        fitted = time.perf_counter()
        answers = estimator.answer(rows, mine)
        answers.index = rows.index
        parts.append(answers)
        took = time.perf_counter() - fitted
        print(f"{name}: learned in {fitted - began:.1f} s, {len(rows)} answers in {took:.1f} s")
    write_table(pd.concat(parts).sort_index()[ANSWER_COLUMNS], out)


def score(folder: Path) -> None:
    """Print how well each season is predicted from the earlier ones."""
    print(
        "set           season  questions  log-loss    ECE  pinball ratio  coverage  live log-loss"
    )
    scores: list[Score] = []
    for found in backtest(read_history(folder)):
        scores.append(found)
        print(
            f"{found.dataset:<13} {found.season}  {found.n:>9}  {found.log_loss:>8.4f}"
            f"  {found.ece:.3f}  {found.pinball_ratio:>13.3f}  {found.coverage:>8.3f}"
            f"  {found.live_log_loss:>13.4f}",
            flush=True,
        )
    for name in SEASONS:
        mine = [s for s in scores if s.dataset == name]
        loss, ratio = np.mean([s.log_loss for s in mine]), np.mean([s.pinball_ratio for s in mine])
        print(f"{name:<13} mean log-loss {loss:.4f}, mean pinball ratio {ratio:.4f}")
    ratios = [np.mean([s.pinball_ratio for s in scores if s.dataset == name]) for name in SEASONS]
    print(f"macro log-loss over {', '.join(CHANCE_SETS)}: {macro(scores):.4f}")
    print(f"mean pinball ratio over the five sets: {np.mean(ratios):.4f}")


def density(folder: Path) -> None:
    """Print what live posts are worth, by how many of one's own group there are."""
    print(f"{LIVE_SET}: posts of one's own group so far  questions  log-loss  with live  gained")
    for row in worth_by_density(read_history(folder)[LIVE_SET]):
        gained = row.without - row.with_live
        print(
            f"{row.posts:>3} or more{row.n:>12}{row.without:>10.4f}{row.with_live:>10.4f}"
            f"{gained:>+10.4f}"
        )


def main() -> None:
    """Read the arguments and run one command."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.timelines", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    asking = commands.add_parser("predict", help="answer a file of questions")
    asking.add_argument("--history", type=Path, required=True, help="folder of timelines")
    asking.add_argument("--questions", type=Path, required=True)
    asking.add_argument("--live", type=Path, help="reports of the seasons asked about")
    asking.add_argument("--out", type=Path, required=True)
    scoring = commands.add_parser("score", help="predict each season from the earlier ones")
    scoring.add_argument("--timelines", type=Path, default=default_folder())
    dense = commands.add_parser("density", help="what live posts are worth, by how many there are")
    dense.add_argument("--timelines", type=Path, default=default_folder())
    peers.add_to(commands, default_folder())
    knowing = commands.add_parser("calibration", help="write the scores that yokame carries")
    knowing.add_argument("--timelines", type=Path, default=default_folder())
    knowing.add_argument("--made", type=date.fromisoformat, required=True, help="today, ISO")
    knowing.add_argument("--out", type=Path, default=PACKAGED)
    given = parser.parse_args()
    try:
        if given.command == "predict":
            predict(given.history, given.questions, given.live, given.out)
        elif given.command == "peers":
            peers.run(given)
        elif given.command == "density":
            density(given.timelines)
        elif given.command == "score":
            score(given.timelines)
        else:
            calibration.write(read_history(given.timelines), given.out, given.made)
            print(f"{given.out}: {len(read_known_scores(given.out).sets)} sets")
    except TimelineError as error:
        sys.exit(f"error: {error}")


if __name__ == "__main__":
    main()
