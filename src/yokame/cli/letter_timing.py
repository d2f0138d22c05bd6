"""When a letter may go: the days that the answer advises, for the check of its timing."""

from dataclasses import replace
from datetime import date

from yokame.cli.letter_facts import LetterFacts
from yokame.cli.mistakes import WrongInputError
from yokame.forecast import Answer, Model, Question, QuestionError
from yokame.letters import INQUIRIES, Situation, Timing
from yokame.priors import read_priors
from yokame.reports import Language, Stage, Track
from yokame.wording import say_error


def timing_for(facts: LetterFacts, situation: Situation | None) -> Timing:
    """When it goes, and from which day on the answer advises to ask.

    Raises
    ------
    WrongInputError
        If the days contradict each other.
    """
    held = facts.day("held")
    timing = Timing(
        send_on=facts.days.today,
        send_at=facts.send_at(),
        n_asked=len(facts.asked()),
        answer_by=facts.day("answer_by", ahead=True),
        held=held,
        hours=read_priors().inquiry.hours,
    )
    if held is None or (situation is not None and situation not in INQUIRIES):
        return timing
    try:
        answer = Model.from_priors().answer(_question(facts, held))
    except QuestionError as error:
        message = say_error(error, Language(facts.days.lang))
        raise WrongInputError("other", message=message) from error
    return _as_advised(timing, answer)


def _question(facts: LetterFacts, held: date) -> Question:
    return Question(
        stage=Stage(facts.code("stage") or Stage.INTERVIEW),
        held=held,
        today=facts.days.today,
        track=Track(facts.code("track") or Track.NEW_GRAD),
        promise=facts.promise(),
        policy=facts.policy(),
        asked=facts.asked(),
    )


def _as_advised(timing: Timing, answer: Answer) -> Timing:
    """The answer's days: from when to ask, to ask again, and whether it is over."""
    return replace(
        timing,
        ask_from=answer.deadline.ask_from,
        ask_again_from=answer.ask_again_from,
        closed_from=answer.closed_from,
    )
