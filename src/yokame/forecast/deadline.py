"""Where a wait stands against what was promised."""

from dataclasses import replace
from datetime import date

from yokame.forecast.answer import Deadline, State
from yokame.forecast.question import Question
from yokame.forecast.rows import no_promise_business_days
from yokame.priors import Priors
from yokame.promise import Promise, add_business_days
from yokame.reports import Policy

# Where only passes are told, a window that is over says it all after so many business days.
_PASSED_ONLY_GRACE_BUSINESS_DAYS = 3


def deadline_of(question: Question, priors: Priors) -> Deadline:
    """The promise of a question as dates, and its state on the day of the question."""
    promise = _promise_as_told(question)
    deadline_on, ask_from = promise.deadline_on, promise.ask_from
    if deadline_on is None and question.told is not Policy.PASSED_ONLY:
        usual = no_promise_business_days(question, priors)
        ask_from = add_business_days(question.held, usual + 1)
    closed_from = close_from(question, deadline_on, priors)
    return Deadline(
        on=deadline_on,
        ask_from=ask_from,
        state=_state(question.today, deadline_on, ask_from, closed_from),
        readings=promise.readings,
        policy=question.told,
        not_understood=promise.not_understood,
    )


def close_from(question: Question, deadline_on: date | None, priors: Priors) -> date | None:
    """The day from which a wait is better planned as over; None if nothing says so yet."""
    inquiry = priors.inquiry
    if question.told is Policy.PASSED_ONLY:
        if deadline_on is None:
            return None
        return add_business_days(deadline_on, _PASSED_ONLY_GRACE_BUSINESS_DAYS)
    if len(question.asked) < inquiry.at_most:
        return None
    last_asked = sorted(question.asked)[inquiry.at_most - 1]
    return add_business_days(last_asked, inquiry.again_after_business_days)


def _promise_as_told(question: Question) -> Promise:
    promise = question.promise or Promise(held=question.held)
    if promise.policy is question.told:
        return promise
    return replace(promise, policy=question.told)


def _state(
    today: date, deadline_on: date | None, ask_from: date | None, closed_from: date | None
) -> State:
    if closed_from is not None and today >= closed_from:
        return State.CLOSED
    if deadline_on is None:
        return State.NO_DEADLINE
    if today <= deadline_on:
        return State.ON_TIME
    if ask_from is None or today < ask_from:
        return State.GRACE
    return State.OVERDUE
