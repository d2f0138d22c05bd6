"""Names that are spelled in many ways: families of names that look alike.

A board where people type the employer's name holds thousands of spellings, most of them rare. A
rare spelling joins the family of the most similar commoner one, if that is similar enough;
similar means the cosine of their letter triples, weighted by how rare a triple is (Salton and
Buckley 1988, Term-weighting approaches in automatic text retrieval). A wrong join costs little:
the spelling keeps effects of its own, and how far to trust the family is estimated.
"""

from collections import Counter
from collections.abc import Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray

SIMILAR_ENOUGH = 0.7
_CHUNK = 512


def _triples(name: str) -> Counter[str]:
    padded = f" {' '.join(name.lower().split())} "
    return Counter(padded[i : i + 3] for i in range(len(padded) - 2))


class Families:
    """The families of the names of a history; asked about a new name, the nearest or None."""

    def __init__(self, names: pd.Series, *, similar_enough: float = SIMILAR_ENOUGH) -> None:
        counts = names.value_counts()
        self._names = sorted(counts.index, key=lambda name: (-counts[name], name))
        self._similar_enough = similar_enough
        triples = [_triples(name) for name in self._names]
        seen_in = Counter(triple for found in triples for triple in found)
        self._place = {triple: i for i, triple in enumerate(seen_in)}
        shares = (np.array(list(seen_in.values())) + 0.5) / (len(self._names) + 1)
        self._rarity = (-np.log(np.minimum(shares, 1.0))).astype(np.float32)
        self._vectors = np.stack([self._vector(found) for found in triples])
        self._family = self._join()

    def of(self, names: Sequence[str]) -> list[str | None]:
        """The commonest name of each name's family; None if nothing known is similar enough."""
        new = sorted({name for name in names if name not in self._family})
        for start in range(0, len(new), _CHUNK):
            part = new[start : start + _CHUNK]
            similar = np.stack([self._vector(_triples(name)) for name in part]) @ self._vectors.T
            for name, row in zip(part, similar, strict=True):
                nearest = int(row.argmax())
                near = row[nearest] >= self._similar_enough
                self._family[name] = self._family[self._names[nearest]] if near else None
        return [self._family[name] for name in names]

    def _vector(self, triples: Counter[str]) -> NDArray[np.float32]:
        vector = np.zeros(self._rarity.size, np.float32)
        for triple, count in triples.items():
            if triple in self._place:
                vector[self._place[triple]] = count
        vector *= self._rarity
        length = float(np.linalg.norm(vector))
        return vector / length if length > 0 else vector

    def _join(self) -> dict[str, str | None]:
        """Each name, commonest first, joins the family of the most similar one before it."""
        family: dict[str, str | None] = {}
        for start in range(0, len(self._names), _CHUNK):
            chunk = self._vectors[start : start + _CHUNK] @ self._vectors[: start + _CHUNK].T
            for row, similar in enumerate(chunk):
                name, before = self._names[start + row], similar[: start + row]
                family[name] = name
                if before.size and before.max() >= self._similar_enough:
                    family[name] = family[self._names[int(before.argmax())]]
        return family
