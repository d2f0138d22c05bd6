"""The coming days in the terminal: when word is likely, and how the chance moves without it."""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from yokame.cli.columns import padded, width
from yokame.cli.layout import indented, paragraph
from yokame.cli.terminal import columns, dim
from yokame.cli.texts import say
from yokame.forecast import Answer
from yokame.promise import is_business_day
from yokame.wording import Language, say_day

N_DAYS = 14
_GAP = "  "
# A bar is full at this chance at least, so that small ones look small.
_LEAST_FULL = 0.10


@dataclass(frozen=True)
class _Row:
    """A day: what it is, the chance of a pass if it ends in silence, the chance of word on it."""

    day: date
    mark: str
    path_prob: float
    word_prob: float


def days_chart(answer: Answer, lang: Language) -> list[str]:
    """A line for each of the next days. The bars stand last, so that nothing after them moves."""
    days = _rows(answer, lang)
    names = [say(lang, f"show.days_{name}") for name in ("date", "path", "word")]
    day_width = max(width(names[0]), *(width(say_day(row.day, lang)) for row in days))
    mark_width = max(width(row.mark) for row in days)
    path_width = max(width(names[1]), 3)
    before_bar = 2 + day_width + mark_width + path_width + 3 * len(_GAP) + 3
    most = max(_LEAST_FULL, *(row.word_prob for row in days))
    heading = _GAP.join(
        [padded(names[0], day_width), " " * mark_width, padded(names[1], path_width), names[2]]
    )
    room = columns() - before_bar - 1
    legend = paragraph(say(lang, "show.days_legend"), dimmed=True)
    lines = [*legend, indented(dim(heading))]
    for row in days:
        cells = [
            padded(say_day(row.day, lang), day_width),
            padded(row.mark, mark_width),
            padded(f"{round(100 * row.path_prob)}", path_width, right=True),
            _bar(row.word_prob, most, room),
        ]
        shown = _GAP.join(cells).rstrip()
        lines.append(indented(shown if is_business_day(row.day) else dim(shown)))
    return lines


def _bar(prob: float, most: float, room: int) -> str:
    """The chance in whole times out of 100, and as a bar that fills `room` where it is `most`."""
    return f"{round(100 * prob):>3} {'█' * round(room * prob / most)}"


def _rows(answer: Answer, lang: Language) -> list[_Row]:
    """Today, of which a part is left, and the days after it."""
    today, word = answer.today, answer.word
    by_date = [0.0, word.today_prob, *word.by_date_prob[:N_DAYS].tolist()]
    marks = [say(lang, "show.today")]
    marks += [_mark(today + timedelta(days=n), answer, lang) for n in range(1, N_DAYS + 1)]
    paths = [answer.passed.prob, *answer.path_prob[:N_DAYS].tolist()]
    return [
        _Row(today + timedelta(days=n), mark, path, after - before)
        for n, (mark, path, (before, after)) in enumerate(
            zip(marks, paths, pairwise(by_date), strict=True)
        )
    ]


def _mark(day: date, answer: Answer, lang: Language) -> str:
    if day == answer.deadline.ask_from:
        return say(lang, "show.eighth_day")
    if day == answer.deadline.on:
        return say(lang, "show.deadline")
    return "" if is_business_day(day) else say(lang, "show.day_off")
