"""What an application must not come to say. Checked on the fold, before anything is written."""

from collections.abc import Iterable
from datetime import date

from yokame.priors import read_priors
from yokame.tracker.application import ApplicationState, Round
from yokame.tracker.errors import (
    AnswerBeforeOfferError,
    AnswerDueBeforeOfferError,
    ContactBeforeRoundError,
    DayOutOfRangeError,
    HeardBeforeRoundError,
    NoOfferError,
    NoSuchApplicationError,
    NoSuchRoundError,
    NotYetError,
    RoundEndsBeforeItStartsError,
    TooManyInquiriesError,
    UnknownSignalError,
    WordBeforeRoundError,
)
from yokame.tracker.events import Event
from yokame.tracker.payloads import (
    Added,
    Corrected,
    DatedBy,
    Facts,
    LetterSent,
    OfferAccepted,
    OfferDeclined,
    OfferDueSet,
    OthersHeard,
    RoundHeld,
    RoundPayload,
    RoundScheduled,
    SignalsNoticed,
    WordCame,
)

FIRST_DAY, LAST_DAY = date(1990, 1, 1), date(2090, 12, 31)
MOST_INQUIRIES = 2


def check_new(events: Iterable[Event], state: ApplicationState | None, today: date) -> None:
    """Check new events of one application against what it is with them. Raises TrackerError."""
    events = list(events)
    if state is None and events and not any(isinstance(e.payload, Added) for e in events):
        raise NoSuchApplicationError
    for event in events:
        _check_day(event.happened_on)
        if event.happened_on > today:
            raise NotYetError(day=event.happened_on, today=today)
        if state is not None:
            _check_fit(event, state)
    if state is not None:
        _check_facts(state.facts)
        for one in state.rounds:
            _check_round(one)


def _check_day(day: date) -> None:
    if not FIRST_DAY <= day <= LAST_DAY:
        raise DayOutOfRangeError(day=day, first=FIRST_DAY, last=LAST_DAY)


def _check_fit(event: Event, state: ApplicationState) -> None:
    """What a new event is about must be there."""
    payload = event.payload
    new_round = isinstance(payload, RoundHeld | RoundScheduled)
    about = payload.round if isinstance(payload, RoundPayload | LetterSent) else None
    if about is not None and not new_round and state.round(about) is None:
        raise NoSuchRoundError
    _check_said(event, state)
    if isinstance(payload, SignalsNoticed):
        known = tuple(read_priors().signals)
        for name in payload.signals:
            if name not in known:
                raise UnknownSignalError(name=name, known=known)
    if isinstance(payload, OfferAccepted | OfferDeclined):
        if state.offer is None:
            raise NoOfferError
        if event.happened_on < state.offer.made_on:
            raise AnswerBeforeOfferError(
                offered_on=state.offer.made_on, answered_on=event.happened_on
            )


def _check_said(event: Event, state: ApplicationState) -> None:
    """The days that an event names beside its own, also where it corrects another."""
    payload, on = event.payload, event.happened_on
    match payload.to if isinstance(payload, Corrected) else payload:
        case RoundScheduled(on=planned_on) if planned_on:
            _check_day(planned_on)
        case WordCame(answer_by=answer_by) if answer_by:
            _check_due(answer_by, on)
        case OfferDueSet(answer_by=answer_by) if answer_by:
            # Where a sheet does not know the day of its offer, a supposed one must not refuse it.
            made_on = state.offer.made_on if state.offer else FIRST_DAY
            _check_due(answer_by, made_on if event.dated_by is DatedBy.PERSON else FIRST_DAY)
        case OthersHeard(round=about, held_on=held_on):
            one = state.round(about)
            held_on = held_on or (one.on if one else None)
            if held_on and on < held_on:
                raise HeardBeforeRoundError(held_on=held_on, on=on)


def _check_due(answer_by: date, offered_on: date) -> None:
    _check_day(answer_by)
    if answer_by < offered_on:
        raise AnswerDueBeforeOfferError(offered_on=offered_on, answer_by=answer_by)


def _check_facts(facts: Facts) -> None:
    if facts.entry_due_on is not None:
        _check_day(facts.entry_due_on)


def _check_round(one: Round) -> None:
    """The hours and days of a round must follow each other."""
    if one.starts_at and one.ends_at and one.ends_at <= one.starts_at:
        raise RoundEndsBeforeItStartsError(starts_at=one.starts_at, ends_at=one.ends_at)
    if one.on is None:
        return
    if one.word and one.word.on < one.on:
        raise WordBeforeRoundError(held_on=one.on, heard_on=one.word.on)
    if one.contact and one.contact.on < one.on:
        raise ContactBeforeRoundError(held_on=one.on, on=one.contact.on)
    if one.asked and one.asked[0] < one.on:
        raise ContactBeforeRoundError(held_on=one.on, on=one.asked[0])
    if len(one.asked) > MOST_INQUIRIES:
        raise TooManyInquiriesError
