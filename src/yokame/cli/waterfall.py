"""The evidence as a waterfall: each step begins where the one before it ended."""

from yokame.cli.columns import padded, width
from yokame.cli.layout import indented, paragraph
from yokame.cli.terminal import bold, columns
from yokame.cli.texts import say
from yokame.forecast import Answer, Evidence
from yokame.reports import Policy
from yokame.wording import Language, label, say_evidence, whole_points

_GAP = 2
_NUMBER_WIDTH = 4


def waterfall(answer: Answer, lang: Language) -> list[str]:
    """A bar per step with its sentence, and the sum."""
    labels = [label(item.source, lang) for item in answer.evidence]
    total = say(lang, "show.total")
    left = max(width(name) for name in [*labels, total]) + _GAP
    room = columns() - left - _NUMBER_WIDTH - 2 * _GAP
    lines: list[str] = []
    height = 0
    for item, name, points in zip(answer.evidence, labels, whole_points(answer), strict=True):
        sign = "+" if lines and points > 0 else ""
        number = padded(f"{sign}{points}", _NUMBER_WIDTH, right=True)
        bar = _bar(height, height + points, room)
        lines.append(indented(f"{padded(name, left)}{number}{' ' * _GAP}{bar}".rstrip()))
        height += points
        if _has_something_to_say(item):
            lines += paragraph(say_evidence(item, lang), indent=2 * _GAP, dimmed=True)
    number = padded(str(height), _NUMBER_WIDTH, right=True)
    bar = _bar(0, height, room)
    return [*lines, indented(f"{bold(padded(total, left) + number)}{' ' * _GAP}{bar}".rstrip())]


def _bar(begin: int, end: int, room: int) -> str:
    """A bar between two heights of 100: full where it rises, shaded where it falls."""
    low, high = (round(room * points / 100) for points in sorted((begin, end)))
    return " " * low + ("█" if end > begin else "▒") * (high - low)


def _has_something_to_say(item: Evidence) -> bool:
    """Whether a step moved the chance or rests on something the person entered."""
    facts = [value for value in item.facts.values() if value is not Policy.UNKNOWN]
    return item.points != 0 or any(facts)
