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

    @property
    def is_dated(self) -> bool:
        """Whether the day of its word is known."""
        return self.word_dated_by != DatedBy.CLOCK

    @property
    def has_met_word(self) -> bool:
        """Whether it was told of a pass or a fail; being held in reserve is no answer yet."""
        return self.word != "" and Said(self.word) in _IS_PASS

    @property
    def goes_on(self) -> bool:
        """Whether word of it may still come."""
        return self.is_current and self.state == State.IN_ROUND


class _Told(NamedTuple):
    """What is asked of an answer."""

    application: UUID
    round: UUID
    told_on: date
    prob: float
    low_on: date
    median_on: date
    high_on: date


_OF_ROUND = ("pk", "application__uid", "uid", "application__state", *_Round._fields[4:])


def past_answers(owner: Person) -> PastAnswers:
    """All answers of a person, scored. Two queries, however many there are."""
    rows = Round.objects.filter(application__owner=owner).values_list(*_OF_ROUND)
    rounds = {(one.application, one.uid): one for one in map(_Round._make, rows)}
    told = ToldAnswer.objects.filter(owner=owner).order_by("told_on", "pk")
    counting = list(_counting(map(_Told._make, told.values_list(*_Told._fields)), rounds))
    waits = {one.number: one for one, _ in counting}.values()
    silent = [one for one in waits if not one.has_met_word]
    return PastAnswers(
        calibration=calibration_of([_met(one, it) for one, it in counting if one.has_met_word]),
        n_waiting=sum(one.goes_on for one in silent),
        n_never_told=sum(not one.goes_on for one in silent),
        n_supposed=sum(one.has_met_word and not one.is_dated for one in waits),
    )


def _counting(
    told: Iterator[_Told], rounds: dict[tuple[UUID, UUID], _Round]
) -> Iterator[tuple[_Round, _Told]]:
    """Each answer with its round, where there is one and the answer was about its silence."""
    for it in told:
        one = rounds.get((it.application, it.round))
        if one is not None and _was_about_silence(one, it.told_on):
            yield one, it


def _was_about_silence(one: _Round, told_on: date) -> bool:
    """Told since the round was held, and on a day before word came and before it was recorded.

    On the day of word nobody knows which of the two was first. A supposed day says nothing.
    """
    if one.on is not None and told_on < one.on:
        return False
    if not one.has_met_word or one.word_on is None or one.word_recorded_on is None:
        return True
    known_on = min(one.word_on, one.word_recorded_on) if one.is_dated else one.word_recorded_on
    return told_on < known_on


def _met(one: _Round, it: _Told) -> MetAnswer:
    return MetAnswer(
        wait=one.number,
        told_on=it.told_on,
        prob=it.prob,
        low_on=it.low_on,
        median_on=it.median_on,
        high_on=it.high_on,
        passed=_IS_PASS[Said(one.word)],
        word_on=one.word_on if one.is_dated else None,
    )
