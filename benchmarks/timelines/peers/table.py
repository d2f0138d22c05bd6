"""The page of the peers: tables of what was measured, in Markdown."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from benchmarks.timelines.backtest import CHANCE_SETS, SEASONS
from benchmarks.timelines.peers.peer import PEERS, Peer
from benchmarks.timelines.peers.results import Result

_SHORT = {
    "gradcafe": "gradcafe",
    "lsdata_t11": "lsdata",
    "apa_journals": "apa",
    "visa_i140": "i140",
    "visa_check": "visa_check",
}
_NONE = "–"
_UNFINISHED = "did not finish"


@dataclass(frozen=True)
class Figure:
    """One column group of the page: a number of each result, and the mean over the sets."""

    title: str
    sets: Sequence[str]
    value: Callable[[Result], float]
    form: str
    mean: str | None = None
    best: Callable[[Sequence[float]], float] | None = None


def pinball_ratio(result: Result) -> float:
    """Pinball against that of everybody's quantiles, on the same questions."""
    return result.marks["pinball"] / result.marks["base_pinball"]


FIGURES = [
    Figure(
        "Log-loss of “accepted, given still waiting”",
        *(CHANCE_SETS, lambda each: each.marks["log_loss"], "{:.4f}", "macro", min),
    ),
    Figure("Brier score", CHANCE_SETS, lambda each: each.marks["brier"], "{:.4f}", "mean", min),
    Figure(
        "Calibration error (ECE, ten bins)",
        *(CHANCE_SETS, lambda each: each.marks["ece"], "{:.3f}", None, min),
    ),
    Figure(
        "Area under the curve (AUC)",
        *(CHANCE_SETS, lambda each: each.marks["auc"], "{:.3f}", "mean", max),
    ),
    Figure(
        "Days still to wait: pinball loss over that of the share per t",
        *(tuple(SEASONS), pinball_ratio, "{:.3f}", "mean", min),
    ),
    Figure(
        "Days still to wait: share of waits inside the 80 % interval",
        *(tuple(SEASONS), lambda each: each.marks["coverage"], "{:.3f}"),
    ),
]


def page(results: Sequence[Result], *, date: str, machine: str, picture: str) -> str:
    """The whole page."""
    parts = [
        f"# yokame and its peers, {date}",
        f"{machine}. Remake with `make bench`, or `python -m benchmarks.timelines peers`.",
        "The last season of every set of timelines, learned from the seasons before it. Each peer "
        "ran on each set in a process of its own, on one core; what a peer is and what was tuned "
        "stands in its module in `benchmarks/timelines/peers/`. Rows “with live reports” also saw "
        "the season's own reports up to the day before each question; only gradcafe has their "
        "dates. Bold: the best without them; –: not run.",
        *(table(figure, results) for figure in FIGURES),
        costs(results),
        f"## Reliability\n\n![Share accepted against the chance stated]({picture})\n\n"
        "Each point is a tenth of the chances with at least 30 questions; on the line, chances "
        "mean what they say.",
        chosen_settings(results),
    ]
    left = unfinished(results)
    return "\n\n".join([*parts, *([left] if left else [])]) + "\n"


def table(figure: Figure, results: Sequence[Result]) -> str:
    """One figure of every peer on every set."""
    found = {(each.peer, each.dataset): each for each in results}
    mean = [figure.mean] if figure.mean else []
    lines = [_line(["", *(_SHORT[name] for name in figure.sets), *mean])]
    lines.append(_line(["---"] * (1 + len(figure.sets) + len(mean))))
    rows = {peer: _row(peer, figure, found) for peer in _ran(results)}
    best = _best(figure, {peer: row for peer, row in rows.items() if not peer.live})
    for peer, row in rows.items():
        beaten = [np.nan] * len(row) if peer.live else best
        cells = [_cell(value, figure.form, top) for value, top in zip(row, beaten, strict=True)]
        for at, name in enumerate(figure.sets):
            result = found.get((peer.name, name))
            if result is not None and result.failed:
                cells[at] = _UNFINISHED
        lines.append(_line([peer.label, *cells]))
    return f"## {figure.title}\n\n" + "\n".join(lines)


def _row(peer: Peer, figure: Figure, found: dict[tuple[str, str], Result]) -> list[float]:
    """The figure on each set and their mean; nan where there is none."""
    results = [found.get((peer.name, name)) for name in figure.sets]
    row = [np.nan if each is None or each.failed else figure.value(each) for each in results]
    return [*row, float(np.mean(row))] if figure.mean else row


def _best(figure: Figure, rows: dict[Peer, list[float]]) -> list[float]:
    """The best of each column, nan where no value is better than another."""
    columns = np.array(list(rows.values())).T
    if figure.best is None:
        return [np.nan] * len(columns)
    there = [column[~np.isnan(column)] for column in columns]
    return [figure.best(column.tolist()) if column.size else np.nan for column in there]


def _cell(value: float, form: str, best: float) -> str:
    if np.isnan(value):
        return _NONE
    said = form.format(value)
    return f"**{said}**" if said == form.format(best) else said


def costs(results: Sequence[Result]) -> str:
    """What each peer took over all its sets."""
    head = ["", "learn, s", "of it settings, s", "answers/s", "once more", "peak MB"]
    lines = [_line(head), _line(["---"] * len(head))]
    for peer in _ran(results):
        mine = [each for each in results if each.peer == peer.name and not each.failed]
        if not mine:
            lines.append(_line([peer.label, *[_UNFINISHED] * (len(head) - 1)]))
            continue
        asked = sum(each.marks["questions"] for each in mine)
        took = {name: sum(each.cost[name] for each in mine) for name in mine[0].cost}
        cells = [
            f"{took['learn_seconds']:.1f}",
            f"{took['tuning_seconds']:.1f}",
            f"{asked / took['first_answer_seconds']:,.0f}",
            f"{asked / took['answer_seconds']:,.0f}",
            f"{max(each.cost['peak_mb'] for each in mine):.0f}",
        ]
        lines.append(_line([f"{peer.label}{_how_many(mine)}", *cells]))
    return (
        "## Cost\n\nSeconds of one core and answers over all sets; memory on the set that took "
        "most, with Python and its libraries. “Once more”: the same questions again.\n\n"
    ) + "\n".join(lines)


def _how_many(results: Sequence[Result]) -> str:
    n = len(results)
    return "" if n == len(SEASONS) else f" ({n} set{'s' if n > 1 else ''})"


def chosen_settings(results: Sequence[Result]) -> str:
    """The settings that were chosen on earlier seasons."""
    labels = {peer.name: peer.label for peer in PEERS}
    lines = [
        _line(["", "set", "settings, chosen on the season before the last"]),
        _line(["---"] * 3),
        *(
            _line([labels[each.peer], _SHORT[each.dataset], each.settings])
            for each in _sorted(results)
            if each.settings
        ),
    ]
    return "## Settings\n\n`seasons 0` is all of them.\n\n" + "\n".join(lines)


def unfinished(results: Sequence[Result]) -> str:
    """Who did not finish, and why; empty if all did."""
    labels = {peer.name: peer.label for peer in PEERS}
    lines = [
        f"- {labels[each.peer]} on {_SHORT[each.dataset]} {each.failed}."
        for each in _sorted(results)
        if each.failed
    ]
    return "## Not finished\n\n" + "\n".join(lines) if lines else ""


def _ran(results: Sequence[Result]) -> list[Peer]:
    there = {each.peer for each in results}
    return [peer for peer in PEERS if peer.name in there]


def _sorted(results: Sequence[Result]) -> list[Result]:
    peers, sets = [peer.name for peer in PEERS], list(_SHORT)
    return sorted(results, key=lambda each: (peers.index(each.peer), sets.index(each.dataset)))


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
