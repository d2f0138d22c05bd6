from collections import Counter
from itertools import pairwise

from yokame.web.drawings.streams import Flow, Layer, Node, Tone, layers

NODES = [
    Node("sent", "応募", 0, Tone.STAGE),
    Node("documents", "書類", 1, Tone.STAGE),
    Node("first", "一次", 2, Tone.STAGE),
    Node("offer", "内定", 3, Tone.GOOD),
    Node("over", "ご縁なし", 3, Tone.OVER),
]
FLOWS = [
    Flow("sent", "documents", 6),
    Flow("sent", "first", 2),
    Flow("documents", "first", 3),
    Flow("documents", "over", 3),
    Flow("first", "offer", 1),
    Flow("first", "over", 4),
]


def counts(layer: Layer) -> dict[str, int]:
    return {item.node.key: item.count for item in layer.items}


def test_every_layer_holds_everybody() -> None:
    assert [sum(counts(layer).values()) for layer in layers(NODES, FLOWS)] == [8, 8, 8, 8]


def test_what_passes_a_layer_stands_after_its_nodes_and_says_where_it_goes() -> None:
    second = layers(NODES, FLOWS)[1]

    assert [(item.node.key, item.is_passing) for item in second.items] == [
        ("documents", False),
        ("first", True),
    ]


def test_all_that_passes_on_the_way_to_one_end_is_one_stream() -> None:
    third = layers(NODES, [*FLOWS, Flow("sent", "over", 1)])[2]

    assert counts(third) == {"first": 5, "over": 4}


def test_the_links_of_an_item_add_up_to_its_count() -> None:
    stack = layers(NODES, FLOWS)

    for here, following in pairwise(stack):
        leaving, arriving = Counter[str](), Counter[str]()
        for link in here.links:
            leaving[link.start] += link.count
            arriving[link.end] += link.count
        assert leaving == counts(here)
        assert arriving == counts(following)


def test_a_node_that_nothing_reaches_is_left_out() -> None:
    stack = layers(NODES, [Flow("sent", "documents", 2), Flow("documents", "over", 2)])

    assert [list(counts(layer)) for layer in stack] == [["sent"], ["documents"], ["over"], ["over"]]
