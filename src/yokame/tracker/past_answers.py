"""What past answers said, held against the word that came: for the calibration page.

The rounds are those that the events leave in force, so that a word that was undone is none, and one
that was corrected counts as corrected. Only the person's own: nobody's answers are added to
another's.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple
from uuid import UUID

from django.db.models import QuerySet

from yokame.accounts.queries import Person
from yokame.forecast import Calibration, MetAnswer, calibration_of
from yokame.tracker.application import State
from yokame.tracker.models import Round, ToldAnswer
from yokame.tracker.payloads import DatedBy, Said

_IS_PASS = {Said.PASS: True, Said.OFFER: True, Said.FAIL: False}


@dataclass(frozen=True)
class PastAnswers:
    """The scores of all that met its word, and the waits with answers that did not.

    `n_waiting` may still; `n_never_told` ended without: one withdrew, or went on without it.
    `n_supposed` of those scored have a day of word that is only supposed.
    """

    calibration: Calibration
    n_waiting: int
    n_never_told: int
    n_supposed: int


class _Round(NamedTuple):
    """What is asked of a round. `number` is that of its row."""

    number: int
    application: UUID
    uid: UUID
    state: str
    is_current: bool
    on: date | None
    word: str
    word_on: date | None
    word_dated_by: str
    word_recorded_on: date | None


@dataclass(frozen=True)
class _Wait:
    """A round as its answers are held against it.

    `passed` is None without word of a pass or a fail. Answers count that were told from `begins_on`
    to before `known_on`: the day of word, or that on which it was written down if it was earlier.
    On the day of word nobody knows which of the two was first; a supposed one says nothing.
    """

    number: int
    passed: bool | None
    is_dated: bool
    word_on: date | None
    goes_on: bool
    begins_on: date
    known_on: date

    @classmethod
    def of(cls, one: _Round) -> "_Wait":
        """The wait for word of this round; being held in reserve is no answer yet."""
        passed = _IS_PASS.get(Said(one.word)) if one.word else None
        is_dated = one.word_dated_by != DatedBy.CLOCK
        known_on = [one.word_recorded_on, one.word_on if is_dated else None]
        return cls(
            number=one.number,
            passed=passed,
            is_dated=is_dated,
            word_on=one.word_on if is_dated else None,
            goes_on=one.is_current and one.state == State.IN_ROUND,
            begins_on=one.on or date.min,
            known_on=date.max if passed is None else min(day for day in known_on if day),
        )


class _Told(NamedTuple):
    """What is asked of an answer."""

    application: UUID
    round: UUID
    told_on: date
    prob: float
    low_on: date
    median_on: date
    high_on: date


def past_answers(owner: Person) -> PastAnswers:
    """All answers of a person, scored. Two queries, however many there are."""
    rows = map(_Round._make, _rounds_of(owner))
    waits = {(one.application, one.uid): _Wait.of(one) for one in rows}
    told = ToldAnswer.objects.filter(owner=owner).order_by("told_on", "pk")
    counting = list(_counting(map(_Told._make, told.values_list(*_Told._fields)), waits))
    met = [_met(wait, it, wait.passed) for wait, it in counting if wait.passed is not None]
    had_any = {wait.number: wait for wait, _ in counting}.values()
    silent = [wait for wait in had_any if wait.passed is None]
    return PastAnswers(
        calibration=calibration_of(met),
        n_waiting=sum(wait.goes_on for wait in silent),
        n_never_told=sum(not wait.goes_on for wait in silent),
        n_supposed=sum(wait.passed is not None and not wait.is_dated for wait in had_any),
    )


def _rounds_of(owner: Person) -> QuerySet[Round, tuple[object, ...]]:
    columns = ("pk", "application__uid", "uid", "application__state", *_Round._fields[4:])
    return Round.objects.filter(application__owner=owner).values_list(*columns)


def _counting(
    told: Iterator[_Told], waits: dict[tuple[UUID, UUID], _Wait]
) -> Iterator[tuple[_Wait, _Told]]:
    """Each answer with its wait, where there is one and the answer was about its silence."""
    for it in told:
        wait = waits.get((it.application, it.round))
        if wait is not None and wait.begins_on <= it.told_on < wait.known_on:
            yield wait, it


def _met(wait: _Wait, it: _Told, passed: bool) -> MetAnswer:
    return MetAnswer(
        wait=wait.number,
        told_on=it.told_on,
        prob=it.prob,
        low_on=it.low_on,
        median_on=it.median_on,
        high_on=it.high_on,
        passed=passed,
        word_on=wait.word_on,
    )
