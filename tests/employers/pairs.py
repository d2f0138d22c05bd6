"""Pairs of names and what they are to each other, written before there was code to judge.

`key`: surely one firm, by spelling alone. `same`: one firm, told by a person who knows it.
`group`: two firms of one group. `different`: neither. Spellings of real firms are facts; a few
names on the different side are made up to look alike. Every second pair of a kind is held out:
thresholds and words were chosen on `pairs_to_tune.tsv` alone.
"""

import csv
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from yokame.employers import key_of, suggestions


class Pair(NamedTuple):
    relation: str
    one: str
    other: str


def pairs_of(file: str) -> list[Pair]:
    """The pairs of `pairs_to_tune.tsv` or `pairs_held_out.tsv`."""
    with (Path(__file__).parent / file).open(encoding="utf-8", newline="") as table:
        return [Pair(**row) for row in csv.DictReader(table, delimiter="\t")]


def told(one: str, other: str) -> str:
    """What yokame says two names are to each other."""
    if key_of(one) == key_of(other):
        return "key"
    found = suggestions(one, [other])
    return found[0].reason.kinship.value if found else "different"


def measured(file: str) -> dict[str, tuple[float, float]]:
    """Recall and precision for each kind; one key is more than enough for the same firm."""
    counts: Counter[tuple[str, str]] = Counter()
    for pair in pairs_of(file):
        said = told(pair.one, pair.other)
        counts[pair.relation, "same" if (pair.relation, said) == ("same", "key") else said] += 1
    return {
        kind: (
            counts[kind, kind] / sum(n for (right, _), n in counts.items() if right == kind),
            counts[kind, kind] / sum(n for (_, said), n in counts.items() if said == kind),
        )
        for kind in ("key", "same", "group")
    }


if __name__ == "__main__":
    for name in ("pairs_to_tune.tsv", "pairs_held_out.tsv"):
        print(name, f"{len(pairs_of(name))} pairs")
        for kind, (recall, precision) in measured(name).items():
            print(f"  {kind:6} recall {recall:.2f}  precision {precision:.2f}")
