"""How the estimator fared on other people's waiting times: aggregates packaged with yokame.

`python -m benchmarks.timelines calibration` writes the file; the waits themselves are not ours to
give and are not in it.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

PACKAGED = Path(__file__).resolve().parent / "data" / "calibration.json"


class KnownScoresError(ValueError):
    """A file of known scores that is damaged. `place` is a path like `sets.0.seasons.2.brier`."""

    def __init__(self, file: Path, place: str, expected: str) -> None:
        self.file, self.place, self.expected = file, place, expected
        super().__init__(f"{file}: {place or 'the whole'} should be {expected}.")


@dataclass(frozen=True)
class KnownRow:
    """Answers in a tenth of the chances: mean chance, share that happened, how many answers."""

    chance: float
    happened: float
    n: int


@dataclass(frozen=True)
class KnownSeason:
    """One season, predicted from the earlier ones.

    `base_log_loss` and `base_brier` are those of saying, on each day, the share of earlier seasons.
    """

    season: int
    n: int
    log_loss: float
    base_log_loss: float
    brier: float
    base_brier: float
    ece: float


@dataclass(frozen=True)
class KnownSet:
    """One set of waiting times. `n` counts answers, `n_waits` the waits that they were about."""

    name: str
    n: int
    n_waits: int
    log_loss: float
    base_log_loss: float
    brier: float
    base_brier: float
    ece: float
    seasons: tuple[KnownSeason, ...]
    reliability: tuple[KnownRow, ...]


@dataclass(frozen=True)
class KnownScores:
    """What is known of the estimator, and the day on which it was computed."""

    made_on: date
    what: str
    sets: tuple[KnownSet, ...]


@cache
def known_scores() -> KnownScores:
    """The packaged scores."""
    return read_known_scores(PACKAGED)


def read_known_scores(file: Path) -> KnownScores:
    """The scores in a file. Raises KnownScoresError."""
    try:
        whole = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise KnownScoresError(file, "", f"a readable JSON file ({error})") from error
    reading = _Reading(file)
    fields = reading.table(whole, "", ("made", "what", "sets"))
    sets = tuple(
        reading.one_set(one, f"sets.{at}")
        for at, one in enumerate(reading.rows(fields["sets"], "sets"))
    )
    if len({one.name for one in sets}) != len(sets):
        raise KnownScoresError(file, "sets", "sets of different names")
    return KnownScores(reading.day(fields["made"]), reading.text(fields["what"], "what"), sets)


_SCORES = ("n", "log_loss", "base_log_loss", "brier", "base_brier", "ece")


@dataclass(frozen=True)
class _Reading:
    """Checks one value after the other; every complaint names its place."""

    file: Path

    def one_set(self, value: object, place: str) -> KnownSet:
        keys = ("name", "n_waits", *_SCORES, "seasons", "reliability")
        fields = self.table(value, place, keys)
        seasons = tuple(
            self.season(one, f"{place}.seasons.{at}")
            for at, one in enumerate(self.rows(fields["seasons"], f"{place}.seasons"))
        )
        rows = tuple(
            self.row(one, f"{place}.reliability.{at}")
            for at, one in enumerate(self.rows(fields["reliability"], f"{place}.reliability"))
        )
        scores = self.scores(fields, place)
        years = [one.season for one in seasons]
        self.hold(years == sorted(set(years)), f"{place}.seasons", "seasons in their order")
        for part, name in ((seasons, "seasons"), (rows, "reliability")):
            n = sum(one.n for one in part)
            self.hold(n == scores["n"], f"{place}.{name}", f"{scores['n']} answers, not {n}")
        return KnownSet(
            name=self.text(fields["name"], f"{place}.name"),
            n_waits=self.count(fields["n_waits"], f"{place}.n_waits"),
            seasons=seasons,
            reliability=rows,
            **scores,
        )

    def season(self, value: object, place: str) -> KnownSeason:
        fields = self.table(value, place, ("season", *_SCORES))
        season = self.count(fields["season"], f"{place}.season")
        return KnownSeason(season=season, **self.scores(fields, place))

    def row(self, value: object, place: str) -> KnownRow:
        fields = self.table(value, place, ("chance", "happened", "n"))
        return KnownRow(
            chance=self.number(fields["chance"], f"{place}.chance", most=1),
            happened=self.number(fields["happened"], f"{place}.happened", most=1),
            n=self.count(fields["n"], f"{place}.n"),
        )

    def scores(self, fields: Mapping[str, object], place: str) -> dict[str, Any]:
        scores: dict[str, Any] = {"n": self.count(fields["n"], f"{place}.n")}
        for name in _SCORES[1:]:
            most = float("inf") if name.endswith("log_loss") else 1.0
            scores[name] = self.number(fields[name], f"{place}.{name}", most=most)
        return scores

    def table(self, value: object, place: str, keys: Sequence[str]) -> Mapping[str, object]:
        is_right = isinstance(value, dict) and set(value) == set(keys)
        self.hold(is_right, place, f"a table with the keys {', '.join(keys)}")
        assert isinstance(value, dict)
        return value

    def rows(self, value: object, place: str) -> Sequence[object]:
        self.hold(isinstance(value, list) and bool(value), place, "a list with something in it")
        assert isinstance(value, list)
        return value

    def text(self, value: object, place: str) -> str:
        self.hold(isinstance(value, str) and bool(value), place, "a text")
        return str(value)

    def day(self, value: object) -> date:
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            raise KnownScoresError(self.file, "made", "a day like 2026-11-24") from None

    def count(self, value: object, place: str) -> int:
        self.hold(type(value) is int and value >= 1, place, "a whole number, 1 or more")
        assert isinstance(value, int)
        return value

    def number(self, value: object, place: str, *, most: float) -> float:
        is_number = isinstance(value, int | float) and not isinstance(value, bool)
        upwards = f"a number from 0 to {most:g}" if most < float("inf") else "a number, 0 or more"
        self.hold(is_number, place, upwards)
        assert isinstance(value, int | float)
        self.hold(0 <= value <= most and value < float("inf"), place, upwards)
        return float(value)

    def hold(self, is_right: bool, place: str, expected: str) -> None:
        if not is_right:
            raise KnownScoresError(self.file, place, expected)
