"""The model: answers questions from priors, and from what reports taught it."""

from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Self

import numpy as np

from yokame.forecast.advice import advice_for
from yokame.forecast.answer import Answer, Basis, PriorUsed
from yokame.forecast.case import Case, prepare
from yokame.forecast.chance import Chances
from yokame.forecast.clock import OfficeCalendar
from yokame.forecast.deadline import deadline_of
from yokame.forecast.draws import Draws
from yokame.forecast.evidence import evidence_of
from yokame.forecast.question import Question
from yokame.forecast.word import course_of
from yokame.priors import Origin, Priors, read_priors
from yokame.promise import Unit
from yokame.reports import Trust

if TYPE_CHECKING:
    # What learns takes as long to load as all that answers: only who has reports waits for it.
    from yokame.forecast.lessons import Lessons
    from yokame.reports.table import Reports


@dataclass(frozen=True)
class Model:
    """Answers questions. Make one and keep it: what it looks up is remembered.

    Equal questions get equal answers, in any order and on any machine.
    """

    priors: Priors
    draws: Draws
    calendar: OfficeCalendar
    lessons: "Lessons | None" = None

    @classmethod
    def from_priors(cls, priors: Priors | None = None) -> Self:
        """A model that has read no report yet: `priors`, or the packaged ones, alone."""
        priors = priors or read_priors()
        return cls(priors, Draws.make(), OfficeCalendar(priors.slow_seasons))

    def train(self, reports: "Reports", *, today: date) -> "Model":
        """The model that has read these reports, put together on `today`, and no others.

        Raises
        ------
        ValueError
            If a report names a track or stage that is not one of the vocabulary.
        """
        from yokame.forecast.lessons import Lessons  # noqa: PLC0415
        from yokame.forecast.teach import teach  # noqa: PLC0415

        taught = teach(reports, self.priors, self.calendar, today=today)
        return replace(self, lessons=None if taught is None else Lessons(taught, today))

    def hear(self, reports: "Reports") -> "Model":
        """The model that has heard some reports more, at once: a fit would take seconds.

        Only followed waits that ended with word are heard, and only of employers it knows; the next
        `train` hears all. Until then the chance may have moved up to half too far. A model without
        reports stays as it is.

        Raises
        ------
        ValueError
            If a report names a track or stage that is not one of the vocabulary.
        """
        from yokame.forecast.teach import hear  # noqa: PLC0415

        if self.lessons is None:
            return self
        taught = hear(reports, self.lessons.taught, self.priors, self.calendar)
        return replace(self, lessons=replace(self.lessons, taught=taught))

    def passed_prob(self, question: Question) -> float:
        """The bare chance of having passed: the same number as in `answer`, and no more.

        Raises
        ------
        QuestionError
            If a signal is not known.
        """
        chances = self._chances(question)
        case = chances.case
        pass_prob = chances.pass_prob(case.noticed.counted)
        survivors = case.curves.mean_survivors(np.array([case.survived]))
        shift = float(chances.passed_shift(pass_prob, survivors)[0])
        if case.contact is not None:
            return float(chances.contacted(pass_prob, case.contact).moved(shift).passed_prob)
        joint = chances.silent(pass_prob, case.rows.silent_as_told, survivors[:, 0])
        return float(joint.moved(shift).passed_prob)

    def answer(self, question: Question) -> Answer:
        """Have I passed, when will word come, what do I do today, and why.

        Raises
        ------
        QuestionError
            If a signal is not known.
        """
        chances = self._chances(question)
        signals = chances.case.noticed.counted
        course = course_of(chances, chances.pass_prob(signals))
        evidence = evidence_of(chances, course)
        deadline = deadline_of(question, self.priors)
        return Answer(
            today=question.today,
            passed=chances.range(
                signals,
                sum(step.points for step in evidence) / 100,
                shift=course.shift,
                spread_left=course.spread_left,
            ),
            word=course.word,
            path_prob=course.path_prob,
            deadline=deadline,
            advice=advice_for(question, deadline, self.priors),
            evidence=evidence,
            basis=self._basis(chances.case),
        )

    def _chances(self, question: Question) -> Chances:
        taught = None if self.lessons is None else self.lessons.about(question)
        case = prepare(question, self.priors, self.calendar, taught)
        return Chances(case, self.priors, self.draws)

    def _basis(self, case: Case) -> Basis:
        return Basis(
            reports=0 if case.taught is None else round(case.taught.n_reports("stage")),
            priors=tuple(
                PriorUsed(origin.name, origin.grade, origin.sources)
                for origin in dict.fromkeys(self._origins(case))
            ),
            priors_made_on=self.priors.made_on,
            reports_until=None if self.lessons is None else self.lessons.made,
        )

    def _origins(self, case: Case) -> list[Origin]:
        """Where each number behind an answer comes from, in the order of the evidence."""
        priors, rows, promise = self.priors, case.rows, case.question.promise
        origins = [rows.pass_rate.origin]
        origins += [signal.origin for signal in case.noticed.counted]
        origins += [rows.delay.origin, priors.delay_tail.origin]
        if rows.size_factor != 1:
            origins.append(priors.size_factor_origin)
        origins += [rows.silent_by_custom.origin, priors.silent_if_passed.origin]
        if case.promised is not case.usual:
            origins += [priors.window.origin, priors.readings_origin]
        # The well-known share of those told "within a week" who had passed: it stands among the
        # sources with its grade, and moves no number: it is nobody's own chance.
        if promise and promise.window and promise.window.unit is Unit.WEEKS:
            origins.append(priors.signals["said_within_one_week"].origin)
        if rows.silent_as_told is not rows.silent_by_custom:
            origins.append(rows.silent_as_told.origin)
        if case.others.earlier or any(h.trust is not Trust.SURE for h in case.others.same_slot):
            origins.append(priors.others.origin)
        if case.contact is not None:
            origins.append(case.contact.channel.origin)
        return [*origins, priors.inquiry.origin]


def load(path: Path | None = None) -> Model:
    """The model in a file that `yokame train` wrote; without one, of the packaged priors alone.

    What it looks up is remembered for the whole process. A file is read once for each version of
    it, and may be replaced at any time.

    Raises
    ------
    ModelUnusableError
        If the file cannot be read, or holds no sound model of this kind.
    """
    if path is None:
        return _of_priors()
    from yokame.forecast.lessons import read_lessons  # noqa: PLC0415

    return replace(_of_priors(), lessons=read_lessons(path))


def check(path: Path) -> None:
    """Look at every number of a model file. Raises ModelUnusableError."""
    from yokame.forecast.lessons import check_lessons  # noqa: PLC0415

    check_lessons(path)


@cache
def _of_priors() -> Model:
    return Model.from_priors()
