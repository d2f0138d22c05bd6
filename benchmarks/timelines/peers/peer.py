"""The one interface of all peers, and who they are."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec

import pandas as pd

from benchmarks.timelines.columns import TimelineError

Answer = Callable[[pd.DataFrame, pd.DataFrame | None], pd.DataFrame]


@dataclass(frozen=True)
class Learned:
    """What was learned from one set's history.

    `answer(questions, live)` gives the columns `ANSWER_COLUMNS` in the order of the questions;
    of the live rows it uses those reported before a question's day, or none. `settings` are those
    chosen on earlier seasons, which took `tuning_seconds` of the learning.
    """

    answer: Answer
    settings: str = ""
    tuning_seconds: float = 0.0


@dataclass(frozen=True)
class Peer:
    """A name on the command line, a label in the table, and where the peer is."""

    name: str
    label: str
    function: str
    library: str | None = None
    live: bool = False

    def learn(self, history: pd.DataFrame) -> Learned:
        """Learn from the rows of one set, all of them with their outcomes."""
        module, function = self.function.split(":")
        found: Learned = getattr(import_module(f"{__package__}.{module}"), function)(history)
        return found


PEERS = [
    Peer("share_per_t", "share of acceptances per t", "shares:learn"),
    Peer("aalen_johansen", "Aalen–Johansen (lifelines)", "aalen_johansen:learn", "lifelines"),
    Peer("cox", "cause-specific Cox (lifelines)", "cox:learn", "lifelines"),
    Peer("forest", "random survival forest (scikit-survival)", "forest:learn", "sksurv"),
    Peer("survival_boost", "SurvivalBoost (hazardous)", "survival_boost:learn", "hazardous"),
    Peer("lightgbm", "LightGBM on landmark rows", "landmark_trees:learn", "lightgbm"),
    Peer(
        *("lightgbm_live", "LightGBM, with live reports", "landmark_trees:learn_live", "lightgbm"),
        live=True,
    ),
    Peer("hazards", "hazard shrinkage", "hazards:learn"),
    Peer("yokame", "yokame", "own:learn"),
    Peer("yokame_live", "yokame, with live reports", "own:learn_live", live=True),
]


def chosen(names: list[str]) -> list[Peer]:
    """The peers of these names, all if there is none; `yokame` brings `yokame_live` along.

    Raises TimelineError for a name that no peer has, or a peer whose library is not installed.
    """
    known = {name for peer in PEERS for name in (peer.name, _family(peer))}
    unknown = sorted(set(names) - known)
    if unknown:
        raise TimelineError(f"{', '.join(unknown)}: no such peer, only {', '.join(sorted(known))}.")
    found = [peer for peer in PEERS if not names or {peer.name, _family(peer)} & set(names)]
    missing = sorted({peer.library for peer in found if peer.library and not is_there(peer)})
    if missing:
        raise TimelineError(
            f"{', '.join(missing)}: not installed here. `make bench` makes the environment "
            ".venv-bench, which has what the peers need."
        )
    return found


def is_there(peer: Peer) -> bool:
    """True if the peer's library is installed."""
    return peer.library is None or find_spec(peer.library) is not None


def _family(peer: Peer) -> str:
    return peer.name.removesuffix("_live")
