"""A second fold, written from docs/ledger.md and the vocabulary alone: slow and without cleverness.

Each question about an application is answered by going through all its events anew. It shares
nothing with `tracker.fold` but the names of what comes out.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TypeVar
from uuid import UUID

from yokame.forecast import Contact
from yokame.letters import INQUIRIES, Situation
from yokame.tracker.application import (
    ApplicationState,
    Letter,
    Note,
    Offer,
    Others,
    Promised,
    Round,
    State,
    Word,
)
from yokame.tracker.events import Event
from yokame.tracker.payloads import (
    Added,
    AnyPayload,
    Applied,
    ContactCame,
    Corrected,
    Described,
    LetterSent,
    Noted,
    OfferAccepted,
    OfferDeclined,
    OfferDueSet,
    OthersHeard,
    Payload,
    PromiseHeard,
    Removed,
    ReplyCame,
    RoundHeld,
    RoundScheduled,
    Said,
    SignalsNoticed,
    Undone,
    Withdrew,
    WordCame,
)

P = TypeVar("P", bound=Payload)
Told = list[tuple[int, date, AnyPayload]]  # number, day and what it says now


def is_taken_back(change: UUID, ledger: Sequence[Event]) -> bool:
    """Whether some undo names this change, and that undo was not taken back itself."""
    return any(
        isinstance(event.payload, Undone)
        and change in event.payload.changes
        and not is_taken_back(event.change, ledger)
        for event in ledger
    )


def naive_fold(ledger: Sequence[Event], application: UUID) -> ApplicationState | None:
    """What the application is, or None where nothing that counts has added it."""
    counting = [
        event
        for event in ledger
        if event.application == application and not is_taken_back(event.change, ledger)
    ]
    told = as_corrected(counting)
    if not of_kind(told, Added):
        return None
    rounds = rounds_of(told, counting)
    state, state_on = stands(told, rounds)
    applied = of_kind(told, Applied)
    described = [what for _, _, what in told if isinstance(what, Added | Described)]
    return ApplicationState(
        uid=application,
        facts=described[-1].facts,
        added_on=of_kind(told, Added)[0][1],
        applied_on=applied[-1][1] if applied else None,
        rounds=tuple(rounds),
        offer=offer_of(told, rounds, state, state_on),
        letters=tuple(
            Letter(number, it.round, it.situation, it.medium, on, it.to, it.subject, it.body)
            for number, on, it in of_kind(told, LetterSent)
        ),
        notes=tuple(Note(number, it.round, on, it.text) for number, on, it in of_kind(told, Noted)),
        state=state,
        state_on=state_on,
        is_removed=bool(of_kind(told, Removed)),
        last_number=max(event.number for event in counting),
    )


def as_corrected(counting: list[Event]) -> Told:
    """Each event in the order recorded, as its last correction has it."""
    told: Told = []
    for event in counting:
        on, what = event.happened_on, event.payload
        if isinstance(what, Corrected):
            continue
        for later in counting:
            if isinstance(later.payload, Corrected) and later.payload.event == event.number:
                on, what = later.happened_on, later.payload.to
        told.append((event.number, on, what))
    return told


def of_kind(told: Told, kind: type[P]) -> list[tuple[int, date, P]]:
    """The events of one kind, in the order recorded."""
    return [(number, on, what) for number, on, what in told if isinstance(what, kind)]


def rounds_of(told: Told, counting: list[Event]) -> list[Round]:
    """Every round, in the order of their days; one whose day is unknown is still to come."""
    entered = {what.round for _, _, what in told if isinstance(what, RoundHeld | RoundScheduled)}
    rounds = [round_of(uid, told, counting) for uid in entered]
    return sorted(rounds, key=lambda one: (one.on or date.max, one.number))


def round_of(uid: UUID, told: Told, counting: list[Event]) -> Round:
    """One round, each of its fields from the last event that speaks of it."""
    about = [event for event in told if getattr(event[2], "round", None) == uid]
    entries = [
        (number, on, what)
        for number, on, what in about
        if isinstance(what, RoundHeld | RoundScheduled)
    ]
    _, entered_on, entry = entries[-1]
    plans = [what for _, _, what in of_kind(about, RoundScheduled)]
    plan = plans[-1] if plans else None
    names = [what.name for _, _, what in entries if what.name]
    promises = of_kind(about, PromiseHeard)
    signals = of_kind(about, SignalsNoticed)
    return Round(
        uid=uid,
        stage=entry.stage,
        name=names[-1] if names else "",
        on=entry.on if isinstance(entry, RoundScheduled) else entered_on,
        is_held=isinstance(entry, RoundHeld),
        starts_at=plan.starts_at if plan else None,
        ends_at=plan.ends_at if plan else None,
        place=plan.place if plan else "",
        promise=Promised(promises[-1][2].said, promises[-1][1], promises[-1][2].policy)
        if promises
        else None,
        signals=signals[-1][2].signals if signals else (),
        contact=contact_of(about),
        word=word_of(about, counting),
        asked=asked_on(about),
        others=tuple(
            Others(what.said, on, what.count, what.held_on, what.source, what.trust)
            for _, on, what in of_kind(about, OthersHeard)
        ),
        number=entries[0][0],
    )


def asked_on(about: Told) -> tuple[date, ...]:
    """The days of the inquiries."""
    sent = of_kind(about, LetterSent)
    return tuple(sorted({on for _, on, what in sent if what.situation in INQUIRIES}))


def contact_of(about: Told) -> Contact | None:
    """The contact recorded last, unless something with content came on its day or later."""
    contacts = of_kind(about, ContactCame)
    if not contacts:
        return None
    _, contact_on, contact = contacts[-1]
    told_on = [on for _, on, what in about if isinstance(what, WordCame | ReplyCame)]
    if any(on >= contact_on for on in told_on):
        return None
    return Contact(contact.by, contact_on)


def word_of(about: Told, counting: list[Event]) -> Word | None:
    """The word that came last; of one day, the one that was recorded last."""
    words = of_kind(about, WordCame)
    if not words:
        return None
    number, on, word = max(words, key=lambda one: (one[1], one[0]))
    [written] = [event for event in counting if event.number == number]
    dated_by = written.dated_by
    for later in counting:
        if isinstance(later.payload, Corrected) and later.payload.event == number:
            dated_by = later.dated_by
    nine_hours_on = written.recorded_at + timedelta(hours=9)  # Japan keeps one time all year
    return Word(word.said, on, word.channel, dated_by, nine_hours_on.date())


def decisions(told: Told, rounds: list[Round]) -> Told:
    """Every event that may decide where the application stands, as they happened.

    Not a hold; not word of a round that is not there; not an answer to an offer that is not.
    """
    known = {one.uid for one in rounds}
    words = [event for event in of_kind(told, WordCame) if event[2].round in known]
    found: Told = [event for event in words if event[2].said is not Said.HOLD]
    found += of_kind(told, Withdrew)
    if any(event[2].said is Said.OFFER for event in words):
        found += [*of_kind(told, OfferAccepted), *of_kind(told, OfferDeclined)]
    return sorted(found, key=lambda event: (event[1], event[0]))


def stands(told: Told, rounds: list[Round]) -> tuple[State, date]:
    """Where the application stands, and since when."""
    decided = decisions(told, rounds)
    added_on = of_kind(told, Added)[0][1]
    going_on = [one for one in rounds if goes_on(one, decided, rounds)]
    if going_on:
        return State.IN_ROUND, going_on[-1].on or (decided[-1][1] if decided else added_on)
    if decided:
        return after(decided[-1][2]), decided[-1][1]
    applied = of_kind(told, Applied)
    return (State.APPLIED, applied[-1][1]) if applied else (State.PLANNED, added_on)


def after(what: AnyPayload) -> State:
    """Where an application stands after what decided."""
    if isinstance(what, WordCame):
        said = {Said.PASS: State.PASSED, Said.FAIL: State.FAILED, Said.OFFER: State.OFFERED}
        return said[what.said]
    if isinstance(what, Withdrew):
        return State.WITHDRAWN
    return State.ACCEPTED if isinstance(what, OfferAccepted) else State.DECLINED


def goes_on(one: Round, decided: Told, rounds: list[Round]) -> bool:
    """Whether a round without an answer is what the application hangs on."""
    if not one.is_open or not decided:
        return one.is_open
    number, _, what = decided[-1]
    if after(what) in (State.OFFERED, State.ACCEPTED, State.DECLINED):
        return False
    if isinstance(what, WordCame) and what.said is Said.PASS:
        order = [each.uid for each in rounds]
        if order.index(one.uid) > order.index(what.round):
            return True
    return one.number > number


def offer_of(told: Told, rounds: list[Round], state: State, state_on: date) -> Offer | None:
    """The offer recorded last, the last day named for it, and the answer that stands."""
    known = {one.uid for one in rounds}
    made_on, answer_by, asked_on = None, None, None
    for _, on, what in told:
        if isinstance(what, OfferDueSet):
            answer_by, asked_on = what.answer_by, None
        if isinstance(what, WordCame) and what.said is Said.OFFER and what.round in known:
            made_on, answer_by, asked_on = on, what.answer_by or answer_by, None
        if isinstance(what, LetterSent) and what.situation is Situation.EXTENSION:
            asked_on = on
    if made_on is None:
        return None
    if answer_by is not None and answer_by < made_on:
        answer_by = None
    is_answered = state in (State.ACCEPTED, State.DECLINED)
    return Offer(made_on, answer_by, state_on if is_answered else None, asked_on)
