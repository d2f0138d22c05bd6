"""From the events of one application to what it is. Total: any history folds, none is refused."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, time
from uuid import UUID

from yokame.forecast import Contact
from yokame.letters import INQUIRIES, Situation
from yokame.reports import Stage
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
from yokame.tracker.events import Event, in_force
from yokame.tracker.payloads import (
    Added,
    Applied,
    ContactCame,
    Described,
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
    RoundPayload,
    RoundScheduled,
    Said,
    SignalsNoticed,
    Withdrew,
    WordCame,
)

_AFTER = {Said.PASS: State.PASSED, Said.FAIL: State.FAILED, Said.OFFER: State.OFFERED}


def fold(events: Iterable[Event], undone: frozenset[UUID]) -> ApplicationState | None:
    """What an application is, given its events; None if none in force added it to the ledger.

    A later record of the same thing wins; of words and endings the one that happened last.
    """
    standing = [event for event in events if event.change not in undone]
    folding = _Folding(max((event.number for event in standing), default=0))
    # Rounds first: where the entry of one was taken back and made again, what was recorded about
    # it in between stands before it.
    for event in sorted(in_force(standing, undone), key=lambda event: not _enters_round(event)):
        folding.take(event)
    return folding.finished()


def _enters_round(event: Event) -> bool:
    return isinstance(event.payload, RoundScheduled | RoundHeld)


@dataclass
class _Turn:
    """Something that may decide the state of the whole application."""

    state: State
    on: date
    number: int
    round: UUID | None = None


@dataclass
class _Round:
    """A round while its events are read."""

    uid: UUID
    stage: Stage
    number: int
    name: str = ""
    on: date | None = None
    is_held: bool = False
    starts_at: time | None = None
    ends_at: time | None = None
    place: str = ""
    promise: Promised | None = None
    signals: tuple[str, ...] = ()
    contact: Contact | None = None
    heard_on: date | None = None
    word: Word | None = None
    asked: set[date] = field(default_factory=set)
    others: list[Others] = field(default_factory=list)

    def take(self, event: Event) -> None:
        """One event about this round."""
        on = event.happened_on
        match event.payload:
            case PromiseHeard(said=said, policy=policy):
                self.promise = Promised(said, on, policy)
            case SignalsNoticed(signals=signals):
                self.signals = signals
            case ContactCame(by=by):
                self.contact = Contact(by, on)
            case WordCame(said=said, channel=channel):
                if self.word is None or on >= self.word.on:
                    self.word = Word(said, on, channel, event.dated_by, event.recorded_on)
                self._hear(on)
            case ReplyCame():
                self._hear(on)
            case OthersHeard() as heard:
                self.others.append(
                    Others(heard.said, on, heard.count, heard.held_on, heard.source, heard.trust)
                )

    def _hear(self, on: date) -> None:
        """Something with content came: a contact up to that day is a riddle no more."""
        self.heard_on = max(on, self.heard_on or on)

    def finished(self) -> Round:
        """The round as it is."""
        solved = self.contact and self.heard_on and self.contact.on <= self.heard_on
        return Round(
            uid=self.uid,
            stage=self.stage,
            name=self.name,
            on=self.on,
            is_held=self.is_held,
            starts_at=self.starts_at,
            ends_at=self.ends_at,
            place=self.place,
            promise=self.promise,
            signals=self.signals,
            contact=None if solved else self.contact,
            word=self.word,
            asked=tuple(sorted(self.asked)),
            others=tuple(self.others),
            number=self.number,
        )


class _Folding:
    """An application while its events are read."""

    def __init__(self, last_number: int) -> None:
        self.last_number = last_number
        self.uid: UUID | None = None
        self.facts: Facts | None = None
        self.added_on: date | None = None
        self.applied_on: date | None = None
        self.rounds: dict[UUID, _Round] = {}
        self.offered_on: date | None = None
        self.answer_by: date | None = None
        self.extension_asked_on: date | None = None
        self.letters: list[Letter] = []
        self.notes: list[Note] = []
        self.turns: list[_Turn] = []
        self.is_removed = False

    def take(self, event: Event) -> None:
        """One event, in the order recorded."""
        self.uid = event.application
        on, number = event.happened_on, event.number
        match event.payload:
            case Added(facts=facts):
                self.facts = facts
                self.added_on = self.added_on or on
            case Described(facts=facts):
                self.facts = facts
            case Applied():
                self.applied_on = on
            case OfferDueSet(answer_by=answer_by):
                self.answer_by, self.extension_asked_on = answer_by, None
            case OfferAccepted():
                self.turns.append(_Turn(State.ACCEPTED, on, number))
            case OfferDeclined():
                self.turns.append(_Turn(State.DECLINED, on, number))
            case Withdrew():
                self.turns.append(_Turn(State.WITHDRAWN, on, number))
            case LetterSent() as letter:
                self._send(letter, on, number)
            case Noted(round=about, text=text):
                self.notes.append(Note(number, about, on, text))
            case Removed():
                self.is_removed = True
            case RoundPayload() as payload:
                self._take_about_round(payload, event)

    def _take_about_round(self, payload: RoundPayload, event: Event) -> None:
        """An event about a round; one about a round that is not in force says nothing."""
        if isinstance(payload, RoundScheduled | RoundHeld):
            self._set_round(payload, event.happened_on, event.number)
        elif one := self.rounds.get(payload.round):
            one.take(event)
            if isinstance(payload, WordCame):
                self._hear(payload, event.happened_on, event.number)

    def _set_round(self, payload: RoundScheduled | RoundHeld, on: date, number: int) -> None:
        one = self.rounds.setdefault(payload.round, _Round(payload.round, payload.stage, number))
        one.stage, one.name = payload.stage, payload.name or one.name
        if isinstance(payload, RoundHeld):
            one.on, one.is_held = on, True
            return
        one.on, one.is_held = payload.on, False
        one.starts_at, one.ends_at, one.place = payload.starts_at, payload.ends_at, payload.place

    def _send(self, sent: LetterSent, on: date, number: int) -> None:
        self.letters.append(
            Letter(
                number,
                sent.round,
                sent.situation,
                sent.medium,
                on,
                sent.to,
                sent.subject,
                sent.body,
            )
        )
        if sent.situation in INQUIRIES and sent.round in self.rounds:
            self.rounds[sent.round].asked.add(on)
        if sent.situation is Situation.EXTENSION:
            self.extension_asked_on = on

    def _hear(self, word: WordCame, on: date, number: int) -> None:
        if word.said in _AFTER:
            self.turns.append(_Turn(_AFTER[word.said], on, number, word.round))
        if word.said is Said.OFFER:
            self.offered_on = on
            self.answer_by = word.answer_by or self.answer_by
            self.extension_asked_on = None

    def finished(self) -> ApplicationState | None:
        """The application as it is, or None if nothing added it."""
        if self.uid is None or self.facts is None or self.added_on is None:
            return None
        rounds = sorted(
            (one.finished() for one in self.rounds.values()),
            key=lambda one: (one.on or date.max, one.number),
        )
        state, state_on = self._state(rounds)
        return ApplicationState(
            uid=self.uid,
            facts=self.facts,
            added_on=self.added_on,
            applied_on=self.applied_on,
            rounds=tuple(rounds),
            offer=self._offer(state, state_on),
            letters=tuple(self.letters),
            notes=tuple(self.notes),
            state=state,
            state_on=state_on,
            is_removed=self.is_removed,
            last_number=self.last_number,
        )

    def _state(self, rounds: list[Round]) -> tuple[State, date]:
        """The last turn decides, unless a round goes on after it."""
        assert self.added_on is not None
        still_open = [one for one in rounds if one.is_open]
        turn = max(self._turns(), key=lambda turn: (turn.on, turn.number), default=None)
        if turn is None:
            if still_open:
                return State.IN_ROUND, still_open[-1].on or self.added_on
            if self.applied_on:
                return State.APPLIED, self.applied_on
            return State.PLANNED, self.added_on
        later = _rounds_after(turn, rounds)
        goes_on = [one for one in still_open if one.number > turn.number or one in later]
        if goes_on and turn.state not in (State.OFFERED, State.ACCEPTED, State.DECLINED):
            return State.IN_ROUND, goes_on[-1].on or turn.on
        return turn.state, turn.on

    def _turns(self) -> list[_Turn]:
        """What may decide; an answer to an offer that is not in force says nothing."""
        answers = (State.ACCEPTED, State.DECLINED)
        return [t for t in self.turns if t.state not in answers or self.offered_on is not None]

    def _offer(self, state: State, state_on: date) -> Offer | None:
        if self.offered_on is None:
            return None
        answered = state in (State.ACCEPTED, State.DECLINED)
        # A last day before the offer was that of an earlier one.
        is_its_own = self.answer_by is not None and self.answer_by >= self.offered_on
        return Offer(
            made_on=self.offered_on,
            answer_by=self.answer_by if is_its_own else None,
            answered_on=state_on if answered else None,
            extension_asked_on=self.extension_asked_on,
        )


def _rounds_after(turn: _Turn, rounds: list[Round]) -> list[Round]:
    """After a pass, the rounds that stand later: they may have been scheduled before it came.

    Those that stand earlier are settled by it, also where word of them was never recorded.
    """
    if turn.state is not State.PASSED:
        return []
    at = next(at for at, one in enumerate(rounds) if one.uid == turn.round)
    return rounds[at + 1 :]
