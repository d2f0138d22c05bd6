"""The reliability diagram: what was stated against what happened, a panel a set."""

from collections.abc import Sequence
from pathlib import Path

import matplotlib
from matplotlib.figure import Figure

from benchmarks.timelines.backtest import CHANCE_SETS
from benchmarks.timelines.peers.peer import PEERS
from benchmarks.timelines.peers.results import Result

_FEWEST = 30
# Text stays text, and equal results give an equal file.
_STYLE = {"svg.fonttype": "none", "svg.hashsalt": "yokame", "font.size": 9}
_COLOURS = ["#9a9a9a", "#0072b2", "#56b4e9", "#009e73", "#e69f00", "#cc79a7", "#7a5195", "#111111"]


def draw(results: Sequence[Result], path: Path) -> None:
    """Write the diagram of all peers without live reports as SVG."""
    peers = [peer for peer in PEERS if not peer.live]
    with matplotlib.rc_context(_STYLE):
        figure = Figure(figsize=(9.6, 3.4), layout="constrained")
        panels = figure.subplots(1, len(CHANCE_SETS), sharey=True)
        for panel, name in zip(panels, CHANCE_SETS, strict=True):
            panel.plot([0, 1], [0, 1], color="#cccccc", linewidth=1)
            panel.set(title=name, xlabel="chance stated", xlim=(0, 1), ylim=(0, 1), aspect="equal")
            for peer, colour in zip(peers, _COLOURS, strict=True):
                mine = [each for each in results if (each.peer, each.dataset) == (peer.name, name)]
                points = [row for each in mine for row in each.reliability if row[0] >= _FEWEST]
                own = peer.name == "yokame"
                panel.plot(
                    *([row[1] for row in points], [row[2] for row in points], "o-"),
                    **{"color": colour, "label": peer.label, "markersize": 3},
                    **{"linewidth": 2.2 if own else 1.0, "zorder": 3 if own else 2},
                )
        panels[0].set_ylabel("share accepted")
        figure.legend(*panels[0].get_legend_handles_labels(), loc="outside lower center", ncols=4)
        figure.savefig(path, format="svg", metadata={"Date": None})
