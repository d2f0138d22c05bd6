"""What an application must not come to say. Checked on the fold, before anything is written."""

from collections.abc import Iterable
from datetime import date

from yokame.priors import read_priors
from yokame.tracker.application import ApplicationState, Round
from yokame.tracker.errors import (
    AnswerBeforeOfferError,
    ContactBeforeRoundError,
    DayOutOfRangeError,
    NoOfferError,
    NoSuchApplicationError,
    NoSuchRoundError,
    NotYetError,
    TooManyInquiriesError,
    UnknownSignalError,
    WordBeforeRoundError,
)
from yokame.tracker.events import Event
from yokame.tracker.payloads import (
    Added,
    Facts,
    LetterSent,
    OfferAccepted,
    OfferDeclined,
    RoundHeld,
    RoundPayload,
    RoundScheduled,
    SignalsNoticed,
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
    if isinstance(payload, RoundScheduled) and payload.on is not None:
        _check_day(payload.on)
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


def _check_facts(facts: Facts) -> None:
    if facts.entry_due_on is not None:
        _check_day(facts.entry_due_on)


def _check_round(one: Round) -> None:
    """The days of a round must follow each other."""
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
