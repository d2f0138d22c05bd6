"""How often people mean each way of counting a window."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from yokame.priors import read_priors
from yokame.promise.promise import Rule

Mixture = tuple[tuple[Rule, float], ...]


@dataclass(frozen=True)
class ReadingWeights:
    """The share of people who mean each rule, by what they count. Each mixture sums to 1."""

    weeks: Mixture
    days: Mixture
    business_days: Mixture


@cache
def packaged_weights() -> ReadingWeights:
    """The weights of the packaged priors."""
    readings = read_priors().readings
    return ReadingWeights(
        weeks=_heaviest_first(readings["one_week"]),
        days=_heaviest_first(readings["n_days"]),
        business_days=_heaviest_first(readings["n_business_days"]),
    )


def _heaviest_first(weights: Mapping[str, float]) -> Mixture:
    shares = ((Rule(rule), weight) for rule, weight in weights.items())
    return tuple(sorted(shares, key=lambda share: -share[1]))
