"""Where a wait stands against what was promised."""

from dataclasses import replace
from datetime import date

from yokame.forecast.answer import Deadline, State, Why
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
    closing = closes_by(question, deadline_on, priors)
    closed_from = closing[0] if closing else None
    return Deadline(
        on=deadline_on,
        ask_from=ask_from,
        state=_state(question.today, deadline_on, ask_from, closed_from),
        readings=promise.readings,
        policy=question.told,
        not_understood=promise.not_understood,
    )


def closes_by(
    question: Question, deadline_on: date | None, priors: Priors
) -> tuple[date, Why] | None:
    """The first day on which a wait is better planned as over, and why; None if nothing says so.

    Five business days after the second inquiry, or, where only passes are told, three after the
    deadline, whichever comes first.
    """
    inquiry, days = priors.inquiry, []
    if question.told is Policy.PASSED_ONLY and deadline_on is not None:
        over = add_business_days(deadline_on, _PASSED_ONLY_GRACE_BUSINESS_DAYS)
        days.append((over, Why.PASSED_ONLY_WINDOW_OVER))
    if len(question.asked) >= inquiry.at_most:
        last_asked = question.asked[inquiry.at_most - 1]
        unanswered = add_business_days(last_asked, inquiry.again_after_business_days)
        days.append((unanswered, Why.SECOND_INQUIRY_UNANSWERED))
    return min(days, default=None)


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
