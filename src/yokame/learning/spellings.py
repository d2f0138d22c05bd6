"""Names that are spelled in many ways: families of names that look alike.

A board where people type the employer's name holds thousands of spellings, most of them rare. A
rare spelling joins the family of the most similar commoner one, if that is similar enough;
similar means the cosine of their letter triples, weighted by how rare a triple is (Salton and
Buckley 1988, Term-weighting approaches in automatic text retrieval). A wrong join costs little:
the spelling keeps effects of its own, and how far to trust the family is estimated.
"""

import math
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

import numpy as np

from yokame.stats import FloatArray, IntArray

SIMILAR_ENOUGH = 0.7
# New names whose nearest is remembered: one question looks each of its own up many times.
_REMEMBERED = 4096


def _triples(name: str) -> Counter[str]:
    padded = f" {' '.join(name.lower().split())} "
    return Counter(padded[i : i + 3] for i in range(len(padded) - 2))


@dataclass(frozen=True, eq=False)
class Families:
    """The families of the names of a history; asked about a new name, the nearest or None.

    `names` the commonest first; `family` (n_names,): the place of each one's family among them.
    """

    names: tuple[str, ...]
    family: IntArray
    similar_enough: float = SIMILAR_ENOUGH

    @classmethod
    def learn(
        cls, counts: Mapping[str, float], *, similar_enough: float = SIMILAR_ENOUGH
    ) -> "Families":
        """Join names, the commonest first: each the family of the most similar one before it."""
        names = tuple(sorted(counts, key=lambda name: (-counts[name], name)))
        alone = cls(names, np.arange(len(names)), similar_enough)
        family = alone.family.copy()
        for place, name in enumerate(names):
            near = alone._index.nearest(_triples(name), place, similar_enough)
            family[place] = place if near is None else family[near]
        return replace(alone, family=family)

    def of(self, names: Sequence[str]) -> list[str | None]:
        """The commonest name of each name's family; None if nothing known is similar enough."""
        found: list[str | None] = []
        for name in names:
            place = self._place.get(name)
            near = self._nearest(name) if place is None else place
            found.append(None if near is None else self.names[self.family[near]])
        return found

    @cached_property
    def _place(self) -> dict[str, int]:
        return {name: place for place, name in enumerate(self.names)}

    @cached_property
    def _index(self) -> "_Index":
        return _Index(self.names)

    @cached_property
    def _nearest(self) -> Callable[[str], int | None]:
        def nearest(name: str) -> int | None:
            return self._index.nearest(_triples(name), len(self.names), self.similar_enough)

        return lru_cache(maxsize=_REMEMBERED)(nearest)


class _Index:
    """For each triple of letters the places of the names that have it, and its weight in each."""

    def __init__(self, names: Sequence[str]) -> None:
        triples = [_triples(name) for name in names]
        seen_in = Counter(triple for found in triples for triple in found)
        n_names = len(names) + 1
        self._rarity = {t: max(math.log(n_names / (n + 0.5)), 0.0) for t, n in seen_in.items()}
        places: dict[str, list[int]] = {triple: [] for triple in self._rarity}
        weights: dict[str, list[float]] = {triple: [] for triple in self._rarity}
        for place, found in enumerate(triples):
            for triple, weight in self._weighted(found).items():
                places[triple].append(place)
                weights[triple].append(weight)
        self._places: dict[str, IntArray] = {
            triple: np.array(found, dtype=np.int64) for triple, found in places.items()
        }
        self._weights: dict[str, FloatArray] = {
            triple: np.array(found) for triple, found in weights.items()
        }

    def nearest(self, triples: Counter[str], n_before: int, similar_enough: float) -> int | None:
        """The place of the most similar of the first names, None if not similar enough."""
        weighted = self._weighted(triples)
        if not weighted or n_before == 0:
            return None
        places = np.concatenate([self._places[triple] for triple in weighted])
        parts = [self._weights[triple] * weight for triple, weight in weighted.items()]
        similar = np.bincount(places, np.concatenate(parts), minlength=n_before)[:n_before]
        nearest = int(similar.argmax())
        return nearest if similar[nearest] >= similar_enough else None

    def _weighted(self, triples: Counter[str]) -> dict[str, float]:
        """Counts times rarity of the known triples, of length 1."""
        known = {t: n * self._rarity[t] for t, n in triples.items() if t in self._rarity}
        length = math.sqrt(sum(weight * weight for weight in known.values()))
        return {t: weight / length for t, weight in known.items()} if length > 0 else {}
