"""How often people mean each way of counting a window, from the packaged priors."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from yokame.promise.promise import Rule

# How a rule of `[window.reading]` begins, the longer beginning first.
_RULE_BEGINNINGS = (
    ("calendar: day zero counted", Rule.DAY_ZERO_COUNTED),
    ("calendar", Rule.CALENDAR),
    ("business", Rule.BUSINESS_DAYS),
)

Mixture = tuple[tuple[Rule, float], ...]


@dataclass(frozen=True)
class ReadingWeights:
    """The share of people who mean each rule, by what they count. Each mixture sums to 1."""

    weeks: Mixture
    days: Mixture
    business_days: Mixture


def weights_from(table: Mapping[str, Any]) -> ReadingWeights:
    """The weights of a `[window.reading]` table. Raises ValueError for a rule it does not know."""
    return ReadingWeights(
        weeks=_mixture(table["one_week"]),
        days=_mixture(table["n_days"]),
        business_days=_mixture(table["n_business_days"]),
    )


@lru_cache(maxsize=1)
def packaged_weights() -> ReadingWeights:
    """The weights of the packaged priors."""
    text = files("yokame.priors").joinpath("data/priors.toml").read_text(encoding="utf-8")
    return weights_from(tomllib.loads(text)["window"]["reading"])


def _mixture(rows: list[dict[str, Any]]) -> Mixture:
    total = sum(float(row["weight"]) for row in rows)
    shares = [(_rule_named(str(row["rule"])), float(row["weight"]) / total) for row in rows]
    return tuple(sorted(shares, key=lambda share: -share[1]))


def _rule_named(words: str) -> Rule:
    for beginning, rule in _RULE_BEGINNINGS:
        if words.startswith(beginning):
            return rule
    raise ValueError(f"[window.reading] has a rule that is not known: {words!r}")
