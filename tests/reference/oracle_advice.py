"""State and action of a wait once more: a little state machine written from section 6 alone."""

from datetime import date

from tests.reference.oracle_clock import PRIORS, is_working, nth_working
from yokame.forecast import Action, Question, State
from yokame.reports import Policy, Stage, Track

_LIKE_FIRST = {Stage.GROUP_DISCUSSION, Stage.INTERVIEW}


def deadline_on(question: Question) -> date | None:
    """The latest reading of weight 0.4 or more; if none has that, the heaviest."""
    readings = question.promise.readings if question.promise else ()
    if not readings:
        return None
    common = [row.on for row in readings if row.weight >= 0.4]
    return max(common) if common else max((row.weight, row.on) for row in readings)[1]


def ask_from(question: Question) -> date | None:
    """The eighth day; without a deadline, the business day after the usual ones of the stage."""
    if question.told is Policy.PASSED_ONLY:
        return None
    deadline = deadline_on(question)
    if deadline is not None:
        return nth_working(deadline, 1)
    usual = PRIORS["inquiry"]["no_promise_business_days"][_row(question)]
    return nth_working(question.held, usual + 1)


def _row(question: Question) -> str:
    if question.track is Track.PART_TIME:
        return "part_time"
    if question.stage is Stage.WEB_TEST:
        return "document"
    return "first" if question.stage in _LIKE_FIRST else str(question.stage)


def _is_closed(question: Question) -> bool:
    asked, deadline = sorted(question.asked), deadline_on(question)
    if len(asked) >= 2 and question.today >= nth_working(asked[1], 5):
        return True
    if deadline is None or question.told is not Policy.PASSED_ONLY:
        return False
    return question.today >= nth_working(deadline, 3)


def state(question: Question) -> State:
    """Where the wait stands against its deadline."""
    deadline, eighth_day = deadline_on(question), ask_from(question)
    if _is_closed(question):
        return State.CLOSED
    if deadline is None:
        return State.NO_DEADLINE
    if question.today <= deadline:
        return State.ON_TIME
    overdue = eighth_day is not None and question.today >= eighth_day
    return State.OVERDUE if overdue else State.GRACE


def action(question: Question) -> Action:
    """The first that applies, in the design's order."""
    today, deadline = question.today, deadline_on(question)
    if question.contact is not None:
        return Action.RECORD_WORD
    if _is_closed(question):
        return Action.CLOSE
    if _may_ask_again(question):
        return Action.ASK_AGAIN
    if _may_ask(question):
        return Action.ASK
    # "Until `ask`": once an inquiry is out, it is the inquiry that is waited for.
    window_ends = deadline is not None and today >= deadline and not question.asked
    return Action.CHECK if window_ends or not is_working(today) else Action.WAIT


def _may_ask_again(question: Question) -> bool:
    """Never before the eighth day either, even if the first inquiry came too early."""
    eighth_day = ask_from(question)
    if len(question.asked) != 1 or eighth_day is None or not is_working(question.today):
        return False
    return question.today >= max(eighth_day, nth_working(question.asked[0], 5))


def _may_ask(question: Question) -> bool:
    eighth_day = ask_from(question)
    if question.asked or eighth_day is None:
        return False
    return is_working(question.today) and question.today >= eighth_day
