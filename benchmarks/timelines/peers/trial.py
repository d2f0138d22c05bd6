"""One peer on one set, in a process of its own: learn, answer, answer again, say what it took.

    python -m benchmarks.timelines.peers.trial PEER FOLDER SECONDS

FOLDER holds history.parquet, questions.parquet and live.parquet, none with an outcome that is
asked about; answers.parquet and cost.json are written beside them. Seconds are those of the
processor, which other work on the machine does not lengthen; past them the process ends.
"""

import json
import resource
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path

import pandas as pd

from benchmarks.timelines.peers.peer import PEERS, Peer


@dataclass(frozen=True)
class Cost:
    """Seconds to learn and how many of them went into settings; seconds to answer, at first and
    once more; peak memory in units of 1,000,000 bytes; the settings that were chosen.
    """

    learn_seconds: float
    tuning_seconds: float
    first_answer_seconds: float
    answer_seconds: float
    peak_mb: float
    settings: str


def run(peer: Peer, folder: Path) -> Cost:
    """Learn and answer; the answers are written, the cost is returned."""
    history, questions = (
        pd.read_parquet(folder / f"{name}.parquet") for name in ("history", "questions")
    )
    live = pd.read_parquet(folder / "live.parquet") if peer.live else None
    began = time.process_time()
    learned = peer.learn(history)
    learn_seconds = time.process_time() - began
    seconds = []
    for _ in range(2):
        began = time.process_time()
        answers = learned.answer(questions, live)
        seconds.append(time.process_time() - began)
    answers.to_parquet(folder / "answers.parquet", index=False)
    took = (learn_seconds, learned.tuning_seconds, seconds[0], seconds[1])
    return Cost(*took, peak_mb(), learned.settings)


def peak_mb() -> float:
    """The most memory this process ever held: Linux's own mark, else getrusage's.

    The latter counts what the parent held when it started this process, where that was more.
    """
    status = Path("/proc/self/status")
    if status.is_file():
        line = next(each for each in status.read_text().splitlines() if each.startswith("VmHWM"))
        return int(line.split()[1]) * 1024 / 1e6
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6


def main() -> None:
    """Run the trial that the arguments name."""
    name, folder, seconds = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    peer = next(each for each in PEERS if each.name == name)
    (folder / "cost.json").write_text(json.dumps(asdict(run(peer, folder))))


if __name__ == "__main__":
    main()
