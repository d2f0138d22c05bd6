"""Which letters fit an application on a day, and what the ledger knows for writing one."""

from dataclasses import replace
from datetime import date, timedelta

from yokame.forecast import ContactBy
from yokame.letters import (
    INQUIRIES,
    MET_NOBODY,
    LetterRequest,
    Recipient,
    Sender,
    Situation,
    Slot,
)
from yokame.promise import add_business_days, on_or_after_business_day, read_promise
from yokame.reports import Policy
from yokame.tracker.application import ApplicationState, Round, State
from yokame.tracker.payloads import Said
from yokame.tracker.rules import MOST_INQUIRIES

# A thank-you later than this looks like an afterthought.
_THANKS_BUSINESS_DAYS = 2
# What employers usually grant who are asked for more time.
_USUAL_EXTENSION = timedelta(days=7)
_ABOUT_OFFERS = (Situation.ACCEPTANCE, Situation.EXTENSION, Situation.DECLINE_OFFER)


def fitting(state: ApplicationState, one: Round | None, today: date) -> tuple[Situation, ...]:
    """The letters that make sense now, the most pressing first. The day itself may be too early."""
    found: list[Situation] = []
    if one is not None:
        found += _about_round(one, today)
    if state.state is State.OFFERED:
        found += _ABOUT_OFFERS
    if state.state is State.PASSED:
        found.append(Situation.SCHEDULING)
    if state.state in (State.IN_ROUND, State.PASSED):
        found.append(Situation.DECLINE_SELECTION)
    return tuple(found)


def others(now: tuple[Situation, ...]) -> tuple[Situation, ...]:
    """The letters that are not among those that fit; an inquiry finds its own kind."""
    kinds = INQUIRIES - {Situation.INQUIRY, Situation.INQUIRY_OTHER_OFFER}
    return tuple(each for each in Situation if each not in now and each not in kinds)


def round_to_write_about(state: ApplicationState) -> Round | None:
    """The round that a letter is about where none was named."""
    return state.current_round


def known_request(
    state: ApplicationState, one: Round | None, situation: Situation, *, sender: Sender, today: date
) -> LetterRequest:
    """All that the ledger and the person's settings know for this letter."""
    facts = state.facts
    request = LetterRequest(
        situation=situation,
        sender=sender,
        recipient=Recipient(
            employer=facts.employer,
            department=facts.department,
            person=facts.person,
            agency=facts.agency,
            agent=facts.agent,
        ),
        track=facts.track,
        today=today,
        documents=facts.documents if situation is Situation.DOCUMENTS else (),
    )
    if state.offer is not None and state.offer.answer_by is not None:
        answer_by = state.offer.answer_by
        extend_to = on_or_after_business_day(answer_by + _USUAL_EXTENSION)
        request = replace(request, answer_by=answer_by, extend_to=extend_to)
    return request if one is None else _with_round(request, one, today)


def _with_round(request: LetterRequest, one: Round, today: date) -> LetterRequest:
    request = replace(request, stage=one.stage, stage_name=one.name, asked=one.asked)
    if one.on is not None and one.on <= today:
        request = replace(request, held=one.on)
    elif one.on is not None:
        request = replace(request, scheduled=Slot(one.on, one.starts_at, one.ends_at))
    if one.promise is not None:
        promise, policy = one.promise, one.promise.policy
        said = read_promise(promise.said, held=promise.heard_on) if promise.said else None
        request = replace(request, promise=said, policy=policy)
    if one.contact is not None and one.contact.by is ContactBy.PHONE:
        request = replace(request, called=Slot(one.contact.on))
    return request


def _about_round(one: Round, today: date) -> list[Situation]:
    found = []
    if one.contact is not None and one.contact.by is ContactBy.PHONE:
        found.append(Situation.CALL_BACK)
    if one.on is None and one.word is None:
        found.append(Situation.SCHEDULING)
    elif one.on is not None and one.on >= today and not one.is_held:
        found.append(Situation.RESCHEDULING)
    if one.on is not None and one.on <= today:
        if one.stage not in MET_NOBODY and today <= _thanks_until(one.on):
            found.append(Situation.THANKS)
        if _may_be_asked_about(one):
            found.append(Situation.SECOND_INQUIRY if one.asked else Situation.INQUIRY)
    return found


def _thanks_until(held: date) -> date:
    return add_business_days(held, _THANKS_BUSINESS_DAYS)


def _may_be_asked_about(one: Round) -> bool:
    """Silent, asked about less than twice, and not of an employer that tells only who passed."""
    told = one.promise.policy if one.promise else Policy.UNKNOWN
    if told is Policy.UNKNOWN and one.promise and one.promise.said:
        told = read_promise(one.promise.said, held=one.promise.heard_on).policy
    silent = one.word is None or one.word.said is Said.HOLD
    return silent and told is not Policy.PASSED_ONLY and len(one.asked) < MOST_INQUIRIES
