"""What was measured, kept as JSON beside the table, so that single peers can be run again."""

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path

from benchmarks.timelines.columns import TimelineError


@dataclass(frozen=True)
class Result:
    """One peer on one set.

    `failed` says why there is no answer. `marks`: see `LastSeason.score`; `cost`: see
    `trial.Cost`; `reliability`: see `last_season.reliability`.
    """

    peer: str
    dataset: str
    failed: str = ""
    settings: str = ""
    marks: dict[str, float] = field(default_factory=dict)
    cost: dict[str, float] = field(default_factory=dict)
    reliability: list[tuple[int, float, float]] = field(default_factory=list)


def read_results(path: Path) -> list[Result]:
    """The results kept in a file, none if there is no file.

    Raises TimelineError if the file is not one of results.
    """
    if not path.is_file():
        return []
    try:
        return [Result(**row) for row in json.loads(path.read_text())]
    except (ValueError, TypeError) as error:
        raise TimelineError(f"{path}: is no file of results: {error}.") from error


def write_results(results: list[Result], path: Path) -> None:
    """One line a result, numbers to six digits."""
    rows = [json.dumps(_rounded(asdict(each))) for each in results]
    path.write_text("[\n" + ",\n".join(rows) + "\n]\n")


def merged(kept: list[Result], new: list[Result]) -> list[Result]:
    """The kept results, with the new ones in place of those of the same peer and set."""
    found = {(each.peer, each.dataset): each for each in [*kept, *new]}
    return list(found.values())


def _rounded(value: object) -> object:
    if isinstance(value, float):
        return float(f"{value:.6g}")
    if isinstance(value, dict):
        return {name: _rounded(each) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [_rounded(each) for each in value]
    return value
