"""How much one wants to go there, on the ledger's scale of 3 (most) to 1."""

import re
import unicodedata

from yokame.sheets.spelling import bare
from yokame.sheets.vocabulary import key_of

_SCALE = {"high": 3, "middle": 2, "low": 1}
_FIGURE = re.compile(r"([0-9]{1,3})(?:[./]([0-9]{1,3}))?")
_FULL, _HOLLOW = "★⭐🌟", "☆"
# Where 1 is the best; a bare 優先度 3 may be either, and is not read.
_RANKS = ("順位", "順番", "rank")
_EITHER = ("優先", "priority")
_SHORTEST_SCALE = 3


def read_priority(text: str, *, heading: str, most: int) -> int | None:
    """3, 2 or 1; None if it cannot be told. `most`: the highest figure of the column."""
    key = key_of("priorities", text)
    if key is not None:
        return _SCALE[key]
    stars = sum(text.count(star) for star in _FULL)
    if stars:
        return _of_scale(stars, stars + text.count(_HOLLOW) or most)
    figure = _FIGURE.fullmatch(unicodedata.normalize("NFKC", text).strip())
    if figure is None:
        return None
    number, plain = int(figure[1]), bare(heading)
    if figure[2]:
        return _of_scale(number, int(figure[2]))
    if any(word in plain for word in _RANKS):
        return {1: 3, 2: 2}.get(number, 1)
    return None if any(word in plain for word in _EITHER) else _of_scale(number, most)


def highest_figure(texts: list[str]) -> int:
    """The highest figure, or most stars, that a column holds: its scale goes that far at least."""
    figures = [int(text) for text in texts if text.isdecimal() and len(text) <= 3]
    stars = [sum(text.count(star) for star in _FULL + _HOLLOW) for text in texts]
    return max([*figures, *stars, _SHORTEST_SCALE])


def _of_scale(number: int, most: int) -> int | None:
    share = number / max(most, _SHORTEST_SCALE)
    if not 0 < share <= 1:
        return None
    return 3 if share > 0.7 else 2 if share > 0.45 else 1
