"""How many go from layer to layer: the counts behind a drawing of streams, before any size."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class Tone(StrEnum):
    """What a stage or an end means for its person; the page gives each a colour."""

    STAGE = "stage"
    GOOD = "good"
    AHEAD = "ahead"
    WAITING = "waiting"
    LEFT = "left"
    OVER = "over"


@dataclass(frozen=True)
class Node:
    """A stage, or an end in the last layer. `depth` is its layer, from 0."""

    key: str
    name: str
    depth: int
    tone: Tone


@dataclass(frozen=True)
class Flow:
    """`count` went from one node to another of a later layer."""

    start: str
    end: str
    count: int


@dataclass(frozen=True)
class Item:
    """What takes up room in a layer: a node, or all that passes it on the way to that node."""

    node: Node
    is_passing: bool
    count: int


@dataclass(frozen=True)
class Link:
    """`count` go from the item of node `start` to that of `end` in the next layer."""

    start: str
    end: str
    count: int


@dataclass(frozen=True)
class Layer:
    """Items in their order: nodes first, then what passes; and the links to the next layer."""

    items: tuple[Item, ...]
    links: tuple[Link, ...]


def layers(nodes: Sequence[Node], flows: Sequence[Flow]) -> list[Layer]:
    """The layers of all nodes that something reaches or leaves.

    What passes a layer by, passes beside its nodes, together with all else on the way to the same
    node: so nothing crosses a node. Links stand in the order of their items, on both sides.
    """
    depth_of = {node.key: node.depth for node in nodes}
    n_layers = 1 + max(depth_of.values(), default=0)
    counts: list[Counter[tuple[str, str]]] = [Counter() for _ in range(n_layers)]
    for flow in flows:
        first, last = depth_of[flow.start], depth_of[flow.end]
        for depth in range(first, last):
            here = flow.start if depth == first else flow.end
            counts[depth][here, flow.end] += flow.count
    return [
        Layer(
            _items(nodes, depth, counts[depth - 1] if depth else Counter(), counts[depth]),
            _links(nodes, counts[depth]),
        )
        for depth in range(n_layers)
    ]


def _items(
    nodes: Sequence[Node],
    depth: int,
    arriving: Counter[tuple[str, str]],
    leaving: Counter[tuple[str, str]],
) -> tuple[Item, ...]:
    into, out_of = Counter[str](), Counter[str]()
    for (_, end), count in arriving.items():
        into[end] += count
    for (start, _), count in leaving.items():
        out_of[start] += count
    found = [
        Item(node, node.depth != depth, count)
        for node in nodes
        if (count := max(into[node.key], out_of[node.key]))
    ]
    return tuple(sorted(found, key=lambda item: item.is_passing))


def _links(nodes: Sequence[Node], leaving: Counter[tuple[str, str]]) -> tuple[Link, ...]:
    """Nodes are given in their order, ends last, so that a link's order is that of its nodes."""
    order = {node.key: place for place, node in enumerate(nodes)}
    pairs = sorted(leaving, key=lambda pair: (order[pair[0]], order[pair[1]]))
    return tuple(Link(*pair, leaving[pair]) for pair in pairs)
