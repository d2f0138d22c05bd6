"""Whether the day and the hour are right: too early, too late, not now, or of no use at all."""

from collections.abc import Iterator
from datetime import date, time

from yokame.letters.checking.context import DraftContext, Timing
from yokame.letters.checking.draft import Draft
from yokame.letters.checking.finding import Finding, found
from yokame.letters.days import say_day
from yokame.letters.situations import Medium, Situation
from yokame.promise import add_business_days, is_business_day, on_or_after_business_day
from yokame.reports import Policy

_AT_MOST = 2
# Thanks are sent on the day or the day after; later than this they look like an afterthought.
_THANKS_BUSINESS_DAYS = 2
_ANSWERS_TO_OFFERS = (Situation.EXTENSION, Situation.ACCEPTANCE, Situation.DECLINE_OFFER)
# These may be written at any hour: they answer somebody or cannot wait for an office to open.
_AT_ANY_HOUR = frozenset(
    {
        Situation.THANKS,
        Situation.ACCEPTANCE,
        Situation.SCHEDULING,
        Situation.RESCHEDULING,
        Situation.DOCUMENTS,
    }
)


def check_timing(draft: Draft, context: DraftContext) -> list[Finding]:
    """What speaks against sending it then; the most serious alone."""
    if draft.asks_when() and context.policy is Policy.PASSED_ONLY:
        return [_finding("no_use", draft, context)]
    timing = context.timing
    if timing is None:
        return []
    for rule, fields in _reasons(draft, timing, context):
        return [_finding(rule, draft, context, **fields)]
    return []


def _reasons(
    draft: Draft, timing: Timing, context: DraftContext
) -> Iterator[tuple[str, dict[str, str]]]:
    def said(day: date) -> str:
        return say_day(day, context.language, Medium.MAIL)

    send_on = timing.send_on
    if draft.asks_when():
        if timing.n_asked >= _AT_MOST:
            yield "too_many", {"n": str(timing.n_asked)}
        if timing.closed_from and send_on >= timing.closed_from:
            yield "too_late", {"until": said(timing.closed_from)}
        first = timing.ask_again_from if timing.n_asked else timing.ask_from
        if first and send_on < first:
            yield "too_early", {"first": said(on_or_after_business_day(first))}
    last = _last_day(draft.situation, timing)
    if last and send_on > last:
        yield "too_late", {"until": said(last)}
    yield from _not_now(draft, timing, said(on_or_after_business_day(send_on)))


def _last_day(situation: Situation | None, timing: Timing) -> date | None:
    if situation in _ANSWERS_TO_OFFERS:
        return timing.answer_by
    if situation is Situation.THANKS and timing.held:
        return add_business_days(timing.held, _THANKS_BUSINESS_DAYS)
    return None


def _not_now(draft: Draft, timing: Timing, next_day: str) -> Iterator[tuple[str, dict[str, str]]]:
    aloud = draft.medium is Medium.PHONE
    if draft.situation in _AT_ANY_HOUR and not aloud:
        return
    hours = " / ".join(timing.hours)
    if not is_business_day(timing.send_on):
        yield "not_now", {"next": next_day, "hours": hours}
    elif timing.send_at and timing.hours and not _fits(timing.send_at, timing.hours, aloud):
        yield "not_now_hour", {"next": next_day, "hours": hours}


def _fits(at: time, hours: tuple[str, ...], aloud: bool) -> bool:
    """Whether a call fits into one of the hours, a mail between the first and the last."""
    windows = sorted(tuple(time.fromisoformat(end) for end in pair.split("-")) for pair in hours)
    if aloud:
        return any(start <= at <= end for start, end in windows)
    return windows[0][0] <= at <= windows[-1][1]


def _finding(rule: str, draft: Draft, context: DraftContext, **fields: str) -> Finding:
    note = ""
    if rule == "not_now_hour":
        rule, note = "not_now", "hour"
    text = ""
    if context.timing:
        text = say_day(context.timing.send_on, context.language, Medium.MAIL)
        if context.timing.send_at:
            text += f" {context.timing.send_at:%H:%M}"
    return found(
        rule, line=draft.first_line, text=text, language=context.language, note=note, **fields
    )
