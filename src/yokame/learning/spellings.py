"""Names that are spelled in many ways: families of names that look alike.

A board where people type the employer's name holds thousands of spellings, most of them rare. A
rare spelling joins the family of the most similar commoner one, if that is similar enough;
similar means the cosine of their letter triples, weighted by how rare a triple is (Salton and
Buckley 1988, Term-weighting approaches in automatic text retrieval). A wrong join costs little:
the spelling keeps effects of its own, and how far to trust the family is estimated.
"""

import math
from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np

from yokame.stats import FloatArray, IntArray

SIMILAR_ENOUGH = 0.7


def _triples(name: str) -> Counter[str]:
    padded = f" {' '.join(name.lower().split())} "
    return Counter(padded[i : i + 3] for i in range(len(padded) - 2))


class Families:
    """The families of the names of a history; asked about a new name, the nearest or None."""

    def __init__(
        self, counts: Mapping[str, float], *, similar_enough: float = SIMILAR_ENOUGH
    ) -> None:
        self._names = sorted(counts, key=lambda name: (-counts[name], name))
        self._similar_enough = similar_enough
        triples = [_triples(name) for name in self._names]
        seen_in = Counter(triple for found in triples for triple in found)
        n_names = len(self._names) + 1
        self._rarity = {t: max(math.log(n_names / (n + 0.5)), 0.0) for t, n in seen_in.items()}
        self._places, self._weights = self._index(triples)
        self._family: dict[str, str | None] = {}
        for place, name in enumerate(self._names):
            # commonest first: each joins the family of the most similar one before it
            near = self._nearest(triples[place], place)
            self._family[name] = name if near is None else self._family[near]

    def of(self, names: Sequence[str]) -> list[str | None]:
        """The commonest name of each name's family; None if nothing known is similar enough."""
        for name in names:
            if name not in self._family:
                near = self._nearest(_triples(name), len(self._names))
                self._family[name] = None if near is None else self._family[near]
        return [self._family[name] for name in names]

    def _index(
        self, triples: list[Counter[str]]
    ) -> tuple[dict[str, IntArray], dict[str, FloatArray]]:
        """For each triple the places of the names that have it, and its weight in each."""
        places: dict[str, list[int]] = {triple: [] for triple in self._rarity}
        weights: dict[str, list[float]] = {triple: [] for triple in self._rarity}
        for place, found in enumerate(triples):
            for triple, weight in self._weighted(found).items():
                places[triple].append(place)
                weights[triple].append(weight)
        return (
            {triple: np.array(found, dtype=np.int64) for triple, found in places.items()},
            {triple: np.array(found) for triple, found in weights.items()},
        )

    def _weighted(self, triples: Counter[str]) -> dict[str, float]:
        """Counts times rarity of the known triples, of length 1."""
        known = {t: n * self._rarity[t] for t, n in triples.items() if t in self._rarity}
        length = math.sqrt(sum(weight * weight for weight in known.values()))
        return {t: weight / length for t, weight in known.items()} if length > 0 else {}

    def _nearest(self, triples: Counter[str], n_before: int) -> str | None:
        """The most similar of the first names, None if it is not similar enough."""
        weighted = self._weighted(triples)
        if not weighted or n_before == 0:
            return None
        places = np.concatenate([self._places[triple] for triple in weighted])
        parts = [self._weights[triple] * weight for triple, weight in weighted.items()]
        similar = np.bincount(places, np.concatenate(parts), minlength=n_before)[:n_before]
        nearest = int(similar.argmax())
        return self._names[nearest] if similar[nearest] >= self._similar_enough else None
