"""The one thing to do today."""

from dataclasses import dataclass
from datetime import date, timedelta

from yokame.forecast.answer import Action, Advice, Change, ChangeIf, Deadline, Why
from yokame.forecast.deadline import closes_by
from yokame.forecast.question import Question
from yokame.priors import Inquiry, Priors
from yokame.promise import add_business_days, is_business_day, on_or_after_business_day
from yokame.reports import Policy

_MONDAY = 0
# A holiday of so many days on end leaves a pile on the desk of whoever comes back.
_LONG_HOLIDAY_DAYS = 4


@dataclass(frozen=True)
class _Dates:
    """Days on which the advice changes, None where it never does; closing with its reason."""

    ask: date | None
    ask_again: date | None
    close: tuple[date, Why] | None


def advice_for(question: Question, deadline: Deadline, priors: Priors) -> Advice:
    """The first action that applies, of: record word, close, ask again, ask, check, wait."""
    dates = _dates(question, deadline, priors)
    action, why = _action(question, deadline, dates)
    asks = action in (Action.ASK, Action.ASK_AGAIN)
    return Advice(
        action=action,
        on=question.today,
        hours=good_hours(question.today, priors.inquiry) if asks else None,
        why=why,
        changes_if=_changes(action, question, deadline, dates),
    )


def good_hours(day: date, inquiry: Inquiry) -> str:
    """When to ask on a business day: the morning, but the afternoon where mornings are full."""
    morning, afternoon = inquiry.hours
    is_full = day.weekday() == _MONDAY or _days_off_before(day) >= _LONG_HOLIDAY_DAYS
    return afternoon if is_full else morning


def _days_off_before(day: date) -> int:
    n_days = 0
    while not is_business_day(day - timedelta(days=n_days + 1)):
        n_days += 1
    return n_days


def _dates(question: Question, deadline: Deadline, priors: Priors) -> _Dates:
    ask_from, asked = deadline.ask_from, question.asked
    ask_again = None
    if ask_from and len(asked) == 1:
        after = add_business_days(asked[0], priors.inquiry.again_after_business_days)
        ask_again = max(after, ask_from)
    return _Dates(
        ask=ask_from if not asked else None,
        ask_again=ask_again,
        close=closes_by(question, deadline.on, priors),
    )


def _action(question: Question, deadline: Deadline, dates: _Dates) -> tuple[Action, Why]:
    """The first that applies; to check or to wait is left where nothing is to be asked."""
    today = question.today
    if question.contact:
        return Action.RECORD_WORD, Why.CONTACT_CAME
    if dates.close and today >= dates.close[0]:
        return Action.CLOSE, dates.close[1]
    if not is_business_day(today):
        return Action.CHECK, Why.DAY_OFF
    if dates.ask_again and today >= dates.ask_again:
        return Action.ASK_AGAIN, Why.FIRST_INQUIRY_UNANSWERED
    if dates.ask and today >= dates.ask:
        return Action.ASK, Why.DEADLINE_PASSED if deadline.on else Why.USUAL_TIME_PASSED
    return _check_or_wait(question, deadline)


def _check_or_wait(question: Question, deadline: Deadline) -> tuple[Action, Why]:
    today, passed_only = question.today, deadline.policy is Policy.PASSED_ONLY
    if question.asked:
        return Action.WAIT, Why.INQUIRY_OPEN
    if deadline.on is None:
        return Action.WAIT, Why.PASSED_ONLY_NO_DATE if passed_only else Why.NO_DATE_WAS_SAID
    if today < deadline.on:
        return Action.WAIT, Why.WITHIN_WINDOW
    if today == deadline.on:
        return Action.CHECK, Why.LAST_DAY_OF_WINDOW
    return Action.CHECK, Why.PASSED_ONLY_GRACE if passed_only else Why.BEFORE_DAY_EIGHT


def _changes(
    action: Action, question: Question, deadline: Deadline, dates: _Dates
) -> tuple[ChangeIf, ...]:
    """What would change the advice: an event first, then the days to come, in order."""
    if action is Action.RECORD_WORD:
        return (ChangeIf(Change.CONTENT_KNOWN),)
    today = question.today
    check_from = deadline.on if not question.asked else None
    coming = [
        (Change.CHECK_FROM, check_from if action is Action.WAIT else None),
        (Change.ASK_FROM, _askable(dates.ask, today)),
        (Change.ASK_AGAIN_FROM, _askable(dates.ask_again, today)),
        (Change.CLOSE_FROM, dates.close[0] if dates.close else None),
    ]
    days = [ChangeIf(change, on) for change, on in coming if on is not None and on > today]
    return (ChangeIf(Change.WORD_COMES), *days)


def _askable(on: date | None, today: date) -> date | None:
    """The next day on which one may ask, from `on` and from today on."""
    return on_or_after_business_day(max(on, today)) if on else None
