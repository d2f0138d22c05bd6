import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yokame.web.drawings.sankey import Direction, Sankey, sankey, text_width
from yokame.web.drawings.streams import Flow, Node, Tone

STAGES = ("応募", "書類選考", "Webテスト", "GD", "一次面接", "二次・途中", "最終面接")
ENDS = (
    ("内定", Tone.GOOD),
    ("これから", Tone.AHEAD),
    ("連絡を待つ", Tone.WAITING),
    ("辞退", Tone.LEFT),
    ("ご縁なし", Tone.OVER),
)
NODES = [
    *(Node(name, name, depth, Tone.STAGE) for depth, name in enumerate(STAGES)),
    *(Node(name, name, len(STAGES), tone) for name, tone in ENDS),
]


@st.composite
def flows(draw: st.DrawFn) -> list[Flow]:
    """What some applications went through: each from the first stage on, to one of the ends."""
    found: dict[tuple[str, str], int] = {}
    for _ in range(draw(st.integers(1, 40))):
        reached = [name for name in STAGES[1:] if draw(st.booleans())]
        path = [STAGES[0], *reached, draw(st.sampled_from([name for name, _ in ENDS]))]
        for pair in pairwise(path):
            found[pair] = found.get(pair, 0) + 1
    return [Flow(*pair, count) for pair, count in found.items()]


def name_boxes(drawing: Sankey, *, is_down: bool) -> list[tuple[float, float, float, float]]:
    """Left, top, right and bottom of each name, as 13-point letters fill them."""
    boxes = []
    for bar in drawing.bars:
        said = bar.node.name if bar.count_below else f"{bar.node.name} {bar.count}"
        top = bar.name_y - 13 if is_down else bar.name_y - 9
        height = 36 if bar.count_below else 18
        boxes.append((bar.name_x, top, bar.name_x + 13 * text_width(said), top + height))
    return boxes


@pytest.mark.parametrize("direction", Direction)
@given(flows=flows())
def test_no_name_meets_another_or_leaves_the_drawing(
    flows: list[Flow], direction: Direction
) -> None:
    drawing = sankey(NODES, flows, direction)

    boxes = name_boxes(drawing, is_down=direction is Direction.DOWN)
    for place, (left, top, right, bottom) in enumerate(boxes):
        assert right <= drawing.width + 1
        assert bottom <= drawing.height + 1
        for other in boxes[place + 1 :]:
            is_beside = right <= other[0] or other[2] <= left
            assert is_beside or bottom <= other[1] or other[3] <= top


@pytest.mark.parametrize("direction", Direction)
@given(flows=flows())
def test_bars_are_as_long_as_what_reaches_them_and_stay_inside(
    flows: list[Flow], direction: Direction
) -> None:
    drawing = sankey(NODES, flows, direction)

    is_down = direction is Direction.DOWN
    size = {bar.node.key: bar.width if is_down else bar.height for bar in drawing.bars}
    total = sum(flow.count for flow in flows if flow.start == STAGES[0])
    for bar in drawing.bars:
        assert size[bar.node.key] == pytest.approx(bar.count * size["応募"] / total, abs=0.11)
        assert bar.x + bar.width <= drawing.width + 0.1
        assert bar.y + bar.height <= drawing.height + 0.1


def test_streams_reach_from_bar_to_bar() -> None:
    drawing = sankey(NODES[:2], [Flow("応募", "書類選考", 3)], Direction.ACROSS)

    numbers = [float(n) for n in re.findall(r"[\d.]+", drawing.ribbons[0].path)]
    first, second = drawing.bars
    xs, ys = numbers[::2], numbers[1::2]
    assert min(xs) == pytest.approx(first.x + first.width, abs=1)
    assert max(xs) == pytest.approx(second.x, abs=1)
    assert (min(ys), max(ys)) == pytest.approx((first.y, first.y + first.height), abs=0.1)


def test_a_stream_has_the_tone_of_where_it_leads() -> None:
    drawing = sankey(NODES, [Flow("応募", "内定", 1), Flow("応募", "ご縁なし", 2)], Direction.DOWN)

    assert {ribbon.tone for ribbon in drawing.ribbons} == {Tone.GOOD, Tone.OVER}


@pytest.mark.parametrize("direction", Direction)
def test_nothing_to_draw_is_no_mistake(direction: Direction) -> None:
    assert sankey(NODES, [], direction).bars == ()


def test_long_names_widen_the_drawing_rather_than_meet() -> None:
    long = [
        Node(f"まだ連絡のないところ{n}", f"まだ連絡のないところ{n}", 1, Tone.OVER) for n in range(4)
    ]
    flows = [Flow("応募", node.key, 2) for node in long]

    drawing = sankey([NODES[0], *long], flows, Direction.DOWN)

    boxes = sorted(name_boxes(drawing, is_down=True)[1:])
    assert drawing.width > 356
    assert boxes[-1][2] <= drawing.width
    assert all(left[2] <= right[0] for left, right in pairwise(boxes))
    assert all(bar.width > 1 for bar in drawing.bars)
