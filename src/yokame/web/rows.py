"""The rows of an answer's tables: evidence, ways to count, coming days, sources of the numbers.

Chances are whole people out of 100, or whole per cent.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from yokame.forecast import Answer
from yokame.web.drawings.waterfall import Bar, waterfall
from yokame.wording import Language, label, say_evidence, say_prior, whole_points


@dataclass(frozen=True)
class Step:
    """One row of the evidence."""

    title: str
    note: str
    points: int
    bar: Bar


@dataclass(frozen=True)
class ReadingRow:
    """One way to count the promise."""

    label: str
    on: date
    percent: int


@dataclass(frozen=True)
class PriorRow:
    """Where one number comes from."""

    title: str
    grade: str
    sources: tuple[str, ...]


@dataclass(frozen=True)
class DayRow:
    """One coming day: chance of word by its end, and of having passed if it stays silent."""

    on: date
    word_percent: int
    passed_percent: int


def steps(answer: Answer, lang: Language) -> list[Step]:
    """The evidence, each row with its bar."""
    bars = waterfall([step.points for step in answer.evidence])
    rows = zip(answer.evidence, whole_points(answer), bars, strict=True)
    return [
        Step(label(step.source, lang), say_evidence(step, lang), points, bar)
        for step, points, bar in rows
    ]


def readings(answer: Answer, lang: Language) -> list[ReadingRow]:
    """Every way to count the promise."""
    return [
        ReadingRow(label(reading.rule, lang), reading.on, round(100 * reading.weight))
        for reading in answer.deadline.readings
    ]


def priors(answer: Answer, lang: Language) -> list[PriorRow]:
    """Each number behind the answer."""
    return [
        PriorRow(say_prior(prior.name, lang), prior.grade, prior.sources)
        for prior in answer.basis.priors
    ]


def coming_days(answer: Answer) -> Iterator[DayRow]:
    """The days from tomorrow on."""
    chances = zip(answer.word.by_date_prob.tolist(), answer.path_prob.tolist(), strict=True)
    for ahead, (word, passed) in enumerate(chances, start=1):
        yield DayRow(answer.today + timedelta(days=ahead), round(100 * word), round(100 * passed))
