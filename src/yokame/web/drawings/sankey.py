"""How many went where: streams between stages, as shapes of an SVG.

Drawn across (from left to right) for a desk, or down (from top to bottom) for a phone.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from yokame.web.drawings.streams import Flow, Item, Layer, Node, Tone, layers

THICKNESS = 9
_GAP = 12.0
# Where long names alone would fill a layer, it is made wider, with this much for the bars.
_AIR = 1.15
# Neighbours overlap by half a unit: no hairline between two parts of one stream.
_OVERLAP = 0.5


@dataclass(frozen=True)
class _Shape:
    """`extent` of a layer, `step` between layers, room for the last names, size of a letter."""

    extent: float
    step: float
    end_room: float
    letter: float
    line: float


class Direction(Enum):
    """Which way the streams run."""

    ACROSS = _Shape(extent=380, step=150, end_room=140, letter=14, line=26)
    DOWN = _Shape(extent=356, step=74, end_room=46, letter=14, line=26)


@dataclass(frozen=True)
class Bar:
    """A node as drawn; `name_x` and `name_y` are where its name begins.

    Its count stands behind the name, or below it where names stand close.
    """

    node: Node
    count: int
    x: float
    y: float
    width: float
    height: float
    name_x: float
    name_y: float
    count_below: bool


@dataclass(frozen=True)
class Ribbon:
    """A stream between two layers, as an SVG path."""

    path: str
    tone: Tone


@dataclass(frozen=True)
class Sankey:
    """The drawing. Where streams run down, a name stands below its bar, else behind it."""

    width: float
    height: float
    ribbons: tuple[Ribbon, ...]
    bars: tuple[Bar, ...]


@dataclass(frozen=True)
class _Place:
    """Where an item lies in its layer."""

    item: Item
    begin: float
    size: float


def sankey(nodes: Sequence[Node], flows: Sequence[Flow], direction: Direction) -> Sankey:
    """Lay out what went from node to node; see `streams.layers` for what passes a layer by."""
    shape, is_down = direction.value, direction is Direction.DOWN
    stack = layers(nodes, flows)
    extent = max(shape.extent, _AIR * _needed(stack, 0.0, direction))
    scale = _scale(stack, extent, direction)
    placed = [_places(layer, scale, direction) for layer in stack]
    length = (len(stack) - 1) * shape.step + THICKNESS + shape.end_room
    reach = max((row[-1].begin + row[-1].size for row in placed if row), default=0.0)
    ribbons, bars = [], []
    for depth, row in enumerate(placed):
        at = depth * shape.step
        bars += [_bar(place, at, is_down=is_down) for place in row if not place.item.is_passing]
        if depth + 1 < len(placed):
            ribbons += _ribbons(
                stack[depth], row, placed[depth + 1], at=at, scale=scale, direction=direction
            )
    width, height = (extent, length) if is_down else (length, max(reach, shape.line))
    return Sankey(round(width, 1), round(height, 1), tuple(ribbons), tuple(bars))


def _scale(stack: Sequence[Layer], extent: float, direction: Direction) -> float:
    """Units a head: the most at which every layer fits, found by halving."""
    low, high = 0.0, extent
    for _ in range(40):
        middle = (low + high) / 2
        fits = _needed(stack, middle, direction) <= extent
        low, high = (middle, high) if fits else (low, middle)
    return low


def _needed(stack: Sequence[Layer], scale: float, direction: Direction) -> float:
    """How far the fullest layer reaches at a scale."""
    reach = (
        sum(_room(item, scale, direction) + _GAP for item in layer.items) - _GAP
        for layer in stack
        if layer.items
    )
    return max(reach, default=0.0)


def _room(item: Item, scale: float, direction: Direction) -> float:
    """How much of its layer an item takes, so that no name meets that of its neighbour."""
    size, shape = item.count * scale, direction.value
    if item.is_passing:
        return size
    if direction is Direction.ACROSS:
        return max(size, shape.line)
    # A stage is the only bar of its layer; ends stand side by side.
    is_end = item.node.tone is not Tone.STAGE
    return max(size, shape.letter * text_width(item.node.name)) if is_end else size


def text_width(text: str) -> float:
    """How wide a text is, in full-width letters."""
    return sum(1.0 if ord(letter) > 0x2000 else 0.6 for letter in text)


def _places(layer: Layer, scale: float, direction: Direction) -> list[_Place]:
    begin, row = 0.0, []
    for item in layer.items:
        room, size = _room(item, scale, direction), item.count * scale
        # In the middle of its name where that is higher; where streams run down, above its start.
        aside = (room - size) / 2 if direction is Direction.ACROSS else 0.0
        row.append(_Place(item, begin + aside, size))
        begin += room + _GAP
    return row


def _bar(place: _Place, at: float, *, is_down: bool) -> Bar:
    begin, size, item = round(place.begin, 1), round(place.size, 1), place.item
    if is_down:
        below = item.node.tone is not Tone.STAGE
        name_y = at + THICKNESS + 16
        return Bar(item.node, item.count, begin, at, size, THICKNESS, begin, name_y, below)
    middle, behind = round(place.begin + place.size / 2, 1), at + THICKNESS + 7
    return Bar(item.node, item.count, at, begin, THICKNESS, size, behind, middle, False)


def _ribbons(
    layer: Layer,
    row: Sequence[_Place],
    following: Sequence[_Place],
    *,
    at: float,
    scale: float,
    direction: Direction,
) -> list[Ribbon]:
    left = {place.item.node.key: place for place in row}
    right = {place.item.node.key: place for place in following}
    used_left, used_right = Counter[str](), Counter[str]()
    ribbons = []
    for link in layer.links:
        start, end = left[link.start], right[link.end]
        path = _path(
            at + (0 if start.item.is_passing else THICKNESS) - _OVERLAP,
            at + direction.value.step + _OVERLAP,
            start.begin + used_left[link.start] * scale,
            end.begin + used_right[link.end] * scale,
            link.count * scale,
            is_down=direction is Direction.DOWN,
        )
        used_left[link.start] += link.count
        used_right[link.end] += link.count
        ribbons.append(Ribbon(path, end.item.node.tone))
    return ribbons


def _path(from_: float, to: float, start: float, end: float, size: float, *, is_down: bool) -> str:
    """A band of even size from one layer to the next, leaving and arriving at right angles."""
    middle = (from_ + to) / 2

    def point(along: float, beside: float) -> str:
        x, y = (beside, along) if is_down else (along, beside)
        return f"{x:.1f} {y:.1f}"

    def bend(first: float, last: float, *, back: bool) -> str:
        goal = from_ if back else to
        return f"C{point(middle, first)} {point(middle, last)} {point(goal, last)}"

    forth = f"M{point(from_, start)}{bend(start, end, back=False)}"
    return f"{forth}L{point(to, end + size)}{bend(end + size, start + size, back=True)}Z"
