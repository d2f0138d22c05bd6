"""An answer as the page shows it: sentences from `wording`, pictures from the drawings here."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from yokame.forecast import Answer, Question
from yokame.reports import Track
from yokame.web import rows
from yokame.web.care import CARE
from yokame.web.drawings import people
from yokame.web.drawings.curve import Curve, curve
from yokame.web.drawings.koyomi import Koyomi, koyomi
from yokame.wording import (
    Language,
    is_low,
    label,
    say_action,
    say_basis,
    say_chance,
    say_change,
    say_grade,
    say_hours,
    say_never,
    say_not_understood,
    say_people,
    say_range,
    say_weekday,
    say_why,
    say_word,
    text,
)


@dataclass(frozen=True)
class Sheet:
    """Everything the answer's templates show. Chances are whole people out of 100."""

    question: Question
    answer: Answer
    lang: Language
    said: str
    link: str
    shows_numbers: bool

    @property
    def remember_url(self) -> str:
        """Where the question becomes an application in one's ledger."""
        return f"/applications/new/{self.link.removeprefix('/')}"

    @property
    def today(self) -> date:
        """The day the answer is for."""
        return self.answer.today

    @property
    def asked_about(self) -> str:
        """The stage and the kind of hiring; a part-time job has no stages."""
        track = label(self.question.track, self.lang)
        if self.question.track is Track.PART_TIME:
            return track
        stage = label(self.question.stage, self.lang)
        return text(self.lang, "prior_name.with_parts", head=stage, parts=track)

    @property
    def n_days(self) -> int:
        """Calendar days since the stage."""
        return (self.today - self.question.held).days

    # ---- what to do

    @property
    def action(self) -> str:
        """The code of the action, for the stylesheet."""
        return str(self.answer.advice.action)

    @property
    def action_label(self) -> str:
        """The action in words."""
        return say_action(self.answer, self.lang)

    @property
    def advice_on(self) -> date:
        """The day of the action."""
        return self.answer.advice.on

    @property
    def hours(self) -> str:
        """The hours of the action; empty where any will do."""
        hours = self.answer.advice.hours
        return say_hours(hours, self.lang) if hours else ""

    @property
    def why(self) -> str:
        """The reason, and how to do it."""
        return say_why(self.answer, self.lang)

    @property
    def changes_if(self) -> list[str]:
        """What would change the advice."""
        return [say_change(change, self.lang) for change in self.answer.advice.changes_if]

    # ---- have I passed

    @property
    def chance_headline(self) -> str:
        """The chance without a number: its first sentence."""
        return self._chance_words[0]

    @property
    def chance_rest(self) -> str:
        """How sure that is and, when it is low, what speaks for the person."""
        return self._chance_words[1]

    @cached_property
    def _chance_words(self) -> tuple[str, str]:
        words = say_chance(self.answer, self.lang)
        stop = "。" if self.lang is Language.JA else ". "
        first, dot, rest = words.partition(stop)
        return f"{first}{dot}".strip(), rest

    @property
    def passed_people(self) -> str:
        """The chance as people out of 100."""
        return say_people(self.answer.passed.prob, self.lang)

    @property
    def passed_range(self) -> str:
        """The 80 % range as people out of 100."""
        return say_range(self.answer.passed, self.lang)

    @property
    def is_low(self) -> bool:
        """Whether help must stand beside the chance."""
        return is_low(self.answer.passed)

    @property
    def in_100(self) -> int:
        """The chance of having passed."""
        return round(100 * self.answer.passed.prob)

    @property
    def low(self) -> int:
        """The lower end of the 80 % range."""
        return round(100 * self.answer.passed.low)

    @property
    def high(self) -> int:
        """The upper end of the 80 % range."""
        return round(100 * self.answer.passed.high)

    @property
    def crowds(self) -> tuple[people.Crowd, ...]:
        """The hundred people."""
        return people.crowds(low=self.low, in_100=self.in_100, high=self.high)

    people_width, people_height = people.WIDTH, people.HEIGHT

    # ---- when word comes

    @property
    def word_expected(self) -> str:
        """The day in the middle, and the range."""
        return say_word(self.answer, self.lang)

    @property
    def never(self) -> str:
        """The chance that word never comes."""
        return say_never(self.answer, self.lang)

    @property
    def is_contacted(self) -> bool:
        """Whether word is there already, only not read: no day to wait for."""
        return self.question.contact is not None

    @property
    def shows_levels(self) -> bool:
        """Whether the calendar carries the chance of word on each day."""
        return self.shows_numbers and not self.is_contacted

    @property
    def weekdays(self) -> list[str]:
        """Short names, Monday first."""
        monday = date(2026, 11, 23)
        return [say_weekday(monday + timedelta(days=i), self.lang) for i in range(7)]

    @cached_property
    def koyomi(self) -> Koyomi:
        """The coming two weeks."""
        word = self.answer.word
        return koyomi(
            self.today,
            () if self.is_contacted else (word.today_prob, *word.by_date_prob.tolist()),
            held=self.question.held,
            deadline_on=self.deadline_on,
            ask_from=self.ask_from,
        )

    @cached_property
    def curve(self) -> Curve:
        """The chance over the coming days of silence."""
        return curve(
            self.today,
            [self.answer.passed.prob, *self.answer.path_prob.tolist()],
            deadline_on=self.deadline_on,
            ask_from=self.ask_from,
        )

    @property
    def days(self) -> Iterator[rows.DayRow]:
        """The coming days in numbers."""
        return rows.coming_days(self.answer)

    @property
    def path_end_on(self) -> date:
        """The last day of the path."""
        return self.today + timedelta(days=len(self.answer.path_prob))

    @property
    def path_end_people(self) -> str:
        """The chance on the last day of the path, as people out of 100."""
        return say_people(float(self.answer.path_prob[-1]), self.lang)

    # ---- why

    @cached_property
    def steps(self) -> list[rows.Step]:
        """The evidence."""
        return rows.steps(self.answer, self.lang)

    @property
    def moving_steps(self) -> list[rows.Step]:
        """The base rate, and what moved it by a person or more."""
        return [step for n, step in enumerate(self.steps) if n == 0 or step.points]

    @property
    def still_steps(self) -> list[rows.Step]:
        """What was weighed and moved nothing that can be seen."""
        return [step for step in self.steps[1:] if not step.points]

    # ---- what was said

    @property
    def deadline_on(self) -> date | None:
        """The day the promise runs out."""
        return self.answer.deadline.on

    @property
    def ask_from(self) -> date | None:
        """The eighth day."""
        return self.answer.deadline.ask_from

    @property
    def state_label(self) -> str:
        """Where the wait stands against its deadline."""
        return label(self.answer.deadline.state, self.lang)

    @property
    def policy_label(self) -> str:
        """Who is told."""
        return label(self.answer.deadline.policy, self.lang)

    @property
    def channel_label(self) -> str:
        """By which way word comes; empty where it was not said."""
        promise = self.question.promise
        return label(promise.channel, self.lang) if promise and promise.channel else ""

    @property
    def readings(self) -> list[rows.ReadingRow]:
        """Every way to count the promise."""
        return rows.readings(self.answer, self.lang)

    @property
    def not_understood(self) -> list[str]:
        """What was left out of the words, and why."""
        return [say_not_understood(part, self.lang) for part in self.answer.deadline.not_understood]

    # ---- where it comes from

    @property
    def learned_from(self) -> str:
        """What reports were used and of when the numbers are; empty where they are priors alone."""
        basis = self.answer.basis
        return say_basis(basis, self.lang) if basis.reports_until else ""

    @property
    def priors(self) -> list[rows.PriorRow]:
        """Each number behind the answer."""
        return rows.priors(self.answer, self.lang)

    @property
    def grades(self) -> list[tuple[str, str]]:
        """What the grades in `priors` mean."""
        used = sorted({prior.grade for prior in self.answer.basis.priors})
        return [(grade, say_grade(grade, self.lang)) for grade in used]

    care = CARE
