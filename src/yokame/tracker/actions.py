"""Every write of the ledger. Each is one change, may be sent twice, and returns what to undo it by.

All raise TrackerError where something cannot be, and then nothing was changed.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, time
from uuid import UUID, uuid4

from yokame.forecast import Contact, ContactBy
from yokame.letters import Medium, Situation
from yokame.reports import Channel, Outcome, Policy, Stage, Trust
from yokame.tracker.errors import NoSuchEventError, NothingToUndoError
from yokame.tracker.events import in_force
from yokame.tracker.ledger import Draft, Pen, append
from yokame.tracker.models import SavedView
from yokame.tracker.payloads import (
    Added,
    ApplicationPayload,
    Applied,
    ContactCame,
    CorrectablePayload,
    Corrected,
    Described,
    EmployersJoined,
    Facts,
    LetterSent,
    Noted,
    OfferAccepted,
    OfferDeclined,
    OfferDueSet,
    OthersHeard,
    PromiseHeard,
    Removed,
    ReplyCame,
    RoundHeld,
    RoundScheduled,
    Said,
    SignalsNoticed,
    Source,
    Undone,
    Withdrew,
    WordCame,
)
from yokame.tracker.reading import (
    changes_brought_in,
    events_of,
    has_change,
    undone_by_of,
    undone_of,
)

__all__ = ["Facts", "Held", "Pen"]


@dataclass(frozen=True)
class Held:
    """A round that was held, with what was said and noticed in it; `round` if it was scheduled."""

    stage: Stage
    on: date
    name: str = ""
    said: str = ""
    policy: Policy = Policy.UNKNOWN
    signals: tuple[str, ...] = ()
    round: UUID | None = None


def add(
    pen: Pen,
    facts: Facts,
    *,
    applied_on: date | None = None,
    held: Held | None = None,
    contact: Contact | None = None,
    asked: Sequence[date] = (),
    application: UUID | None = None,
) -> UUID:
    """A new application: planned, sent in, or with a round that was held. Returns its uid.

    Sent in and nothing held yet, the wait is for the documents. `contact` and the days `asked`, of
    inquiries already made, belong to the round that was held. A form hands over the uid of its
    `application`, so that it may be sent twice.
    """
    uid = application or uuid4()
    first_on = min(day for day in (applied_on, held.on if held else None, pen.today) if day)
    drafts = [Draft(uid, first_on, Added(facts=facts))]
    if applied_on:
        drafts.append(Draft(uid, applied_on, Applied()))
        held = held or Held(Stage.DOCUMENT, applied_on)
    if held:
        held = replace(held, round=held.round or uuid4())
        drafts += [*_held_drafts(uid, held), *_since_drafts(uid, held, contact, asked)]
    append(pen, drafts)
    return uid


def describe(pen: Pen, application: UUID, facts: Facts) -> UUID:
    """What is known of the application, all of it anew."""
    return _one(pen, application, pen.today, Described(facts=facts))


def apply(pen: Pen, application: UUID, *, on: date, awaits_documents: bool = True) -> UUID:
    """The application was sent in; usually the wait for the documents begins."""
    drafts = [Draft(application, on, Applied())]
    if awaits_documents:
        drafts += _held_drafts(application, Held(Stage.DOCUMENT, on))
    return append(pen, drafts)


def schedule_round(
    pen: Pen,
    application: UUID,
    *,
    stage: Stage,
    on: date | None,
    name: str = "",
    starts_at: time | None = None,
    ends_at: time | None = None,
    place: str = "",
    round_uid: UUID | None = None,
    passed: UUID | None = None,
) -> UUID:
    """A round that is to be held, or another day for one; `on` is None while it is not known.

    `passed` is the round of which this is the good news: word of it came with the day.
    """
    payload = RoundScheduled(
        round=round_uid or uuid4(),
        stage=stage,
        name=name,
        on=on,
        starts_at=starts_at,
        ends_at=ends_at,
        place=place,
    )
    drafts = [Draft(application, pen.today, payload)]
    if passed:
        word = WordCame(round=passed, said=Said.PASS)
        drafts.insert(0, Draft(application, pen.today, word))
    return append(pen, drafts)


def hold_round(pen: Pen, application: UUID, held: Held) -> UUID:
    """A round was held; what was said about word and what was noticed belong to it."""
    return append(pen, _held_drafts(application, held))


def hear_promise(
    pen: Pen, application: UUID, round_uid: UUID, *, said: str, on: date, policy: Policy
) -> UUID:
    """Something was said about word on a day; a count in it begins there."""
    payload = PromiseHeard(round=round_uid, said=said, policy=policy)
    return _one(pen, application, on, payload)


def notice_signals(pen: Pen, application: UUID, round_uid: UUID, signals: tuple[str, ...]) -> UUID:
    """All that was noticed in a round, in the place of what was noted before."""
    return _one(pen, application, pen.today, SignalsNoticed(round=round_uid, signals=signals))


def contact_came(pen: Pen, application: UUID, round_uid: UUID, *, by: ContactBy, on: date) -> UUID:
    """A missed call, or a mail not opened yet."""
    return _one(pen, application, on, ContactCame(round=round_uid, by=by))


def record_word(
    pen: Pen,
    application: UUID,
    round_uid: UUID,
    *,
    said: Said,
    on: date,
    channel: Channel | None = None,
    answer_by: date | None = None,
) -> UUID:
    """Word came. Of an offer, `answer_by` is the day until which it waits."""
    payload = WordCame(round=round_uid, said=said, channel=channel, answer_by=answer_by)
    return _one(pen, application, on, payload)


def letter_sent(
    pen: Pen,
    application: UUID,
    *,
    situation: Situation,
    on: date,
    round_uid: UUID | None = None,
    medium: Medium = Medium.MAIL,
    to: str = "",
    subject: str = "",
    body: str = "",
) -> UUID:
    """A letter went out; of an inquiry the ledger counts the day, at most two to a wait."""
    payload = LetterSent(
        round=round_uid, situation=situation, medium=medium, to=to, subject=subject, body=body
    )
    return _one(pen, application, on, payload)


def reply_came(
    pen: Pen,
    application: UUID,
    round_uid: UUID,
    *,
    on: date,
    channel: Channel | None = None,
    text: str = "",
    said: str = "",
) -> UUID:
    """The employer answered, and it was not word yet; `said` is a new promise in it."""
    drafts = [Draft(application, on, ReplyCame(round=round_uid, channel=channel, text=text))]
    if said:
        drafts.append(Draft(application, on, PromiseHeard(round=round_uid, said=said)))
    return append(pen, drafts)


def others_heard(
    pen: Pen,
    application: UUID,
    round_uid: UUID,
    *,
    said: Outcome,
    on: date,
    count: int = 1,
    held_on: date | None = None,
    source: Source = Source.OTHER,
    trust: Trust = Trust.LIKELY,
) -> UUID:
    """What others had heard on a day; `held_on` where their round was on another day."""
    payload = OthersHeard(
        round=round_uid, said=said, count=count, held_on=held_on, source=source, trust=trust
    )
    return _one(pen, application, on, payload)


def set_offer_due(pen: Pen, application: UUID, answer_by: date | None) -> UUID:
    """The day until which the offer waits, as it is known now."""
    return _one(pen, application, pen.today, OfferDueSet(answer_by=answer_by))


def accept_offer(pen: Pen, application: UUID, *, on: date) -> UUID:
    """The offer was accepted."""
    return _one(pen, application, on, OfferAccepted())


def decline_offer(pen: Pen, application: UUID, *, on: date) -> UUID:
    """The offer was declined."""
    return _one(pen, application, on, OfferDeclined())


def withdraw(pen: Pen, application: UUID, *, on: date) -> UUID:
    """The person withdrew from the selection."""
    return _one(pen, application, on, Withdrew())


def note(pen: Pen, application: UUID, text: str, *, round_uid: UUID | None = None) -> UUID:
    """A note of one's own."""
    return _one(pen, application, pen.today, Noted(round=round_uid, text=text))


def correct(pen: Pen, application: UUID, number: int, *, on: date, to: CorrectablePayload) -> UUID:
    """The event of this number, of the same kind as `to`, happened on `on` and said `to`."""
    standing = in_force(events_of(pen.owner, application), undone_of(pen.owner))
    if not any(event.number == number and event.payload.kind == to.kind for event in standing):
        raise NoSuchEventError
    return _one(pen, application, on, Corrected(event=number, to=to))


def record(pen: Pen, application: UUID, payload: ApplicationPayload, *, on: date) -> UUID:
    """Any event of an application that is in the ledger, as it is."""
    if isinstance(payload, Corrected):
        return correct(pen, application, payload.event, on=on, to=payload.to)
    return _one(pen, application, on, payload)


def remove(pen: Pen, application: UUID) -> UUID:
    """Take the application off every page; its events stay, and undo brings it back."""
    return _one(pen, application, pen.today, Removed())


def join_employers(pen: Pen, key: str, into: str) -> UUID:
    """Two spellings, by their keys, are one employer."""
    return append(pen, [Draft(None, pen.today, EmployersJoined(key=key, into=into))])


def undo(pen: Pen, change: UUID) -> UUID:
    """Take a change back, whole, with the changes that it brought in from another ledger.

    To undo an undo is to do it again. One that is taken back already stays so, and what took it
    back is returned.
    """
    if not has_change(pen.owner, change):
        raise NothingToUndoError
    if taken_back_by := undone_by_of(pen.owner).get(change):
        return taken_back_by
    changes = (change, *changes_brought_in(pen.owner, change))
    return append(pen, [Draft(None, pen.today, Undone(changes=changes))])


def save_view(pen: Pen, name: str, query: str) -> None:
    """Keep a filter of the table under a name; the name's old filter makes way."""
    SavedView.objects.update_or_create(owner=pen.owner, name=name, defaults={"query": query})


def forget_view(pen: Pen, name: str) -> None:
    """Drop a saved filter."""
    SavedView.objects.filter(owner=pen.owner, name=name).delete()


def _held_drafts(application: UUID, held: Held) -> list[Draft]:
    uid = held.round or uuid4()
    drafts = [Draft(application, held.on, RoundHeld(round=uid, stage=held.stage, name=held.name))]
    if held.said or held.policy is not Policy.UNKNOWN:
        promise = PromiseHeard(round=uid, said=held.said, policy=held.policy)
        drafts.append(Draft(application, held.on, promise))
    if held.signals:
        signals = SignalsNoticed(round=uid, signals=held.signals)
        drafts.append(Draft(application, held.on, signals))
    return drafts


def _since_drafts(
    application: UUID, held: Held, contact: Contact | None, asked: Sequence[date]
) -> list[Draft]:
    """What came and was asked since the round."""
    assert held.round is not None
    inquiry = LetterSent(round=held.round, situation=Situation.INQUIRY)
    drafts = [Draft(application, on, inquiry) for on in asked]
    if contact:
        drafts.append(Draft(application, contact.on, ContactCame(round=held.round, by=contact.by)))
    return drafts


def _one(pen: Pen, application: UUID, on: date, payload: ApplicationPayload) -> UUID:
    return append(pen, [Draft(application, on, payload)])
