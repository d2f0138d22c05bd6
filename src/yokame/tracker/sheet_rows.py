"""An application of a sheet as events of the ledger.

A sheet seldom says when word came or when one withdrew. Such an event is dated by the latest day
that it can have been known by (the next day that is known, else today), and says so: `clock`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid4

from yokame.reports import Outcome, Stage, Track
from yokame.sheets import SheetRound, SheetRow, StageName, State
from yokame.tracker.ledger import Draft
from yokame.tracker.payloads import (
    Added,
    AnyPayload,
    Applied,
    DatedBy,
    Facts,
    Noted,
    OfferAccepted,
    OfferDeclined,
    OfferDueSet,
    PromiseHeard,
    RoundHeld,
    RoundScheduled,
    Said,
    Withdrew,
    WordCame,
)

_LONGEST_NOTE = 10_000
_OFFERED = frozenset({State.OFFER, State.ACCEPTED, State.DECLINED})
_SENT = frozenset({State.APPLIED, State.IN_SELECTION, State.SILENT, State.REJECTED})
_ENDS: dict[State | None, AnyPayload] = {
    State.ACCEPTED: OfferAccepted(),
    State.DECLINED: OfferDeclined(),
    State.WITHDRAWN: Withdrew(),
}
_NEXT = StageName(Stage.INTERVIEW)
_DOCUMENT, _FINAL = StageName(Stage.DOCUMENT), StageName(Stage.FINAL)


@dataclass
class _Round:
    """A round on its way into the ledger; `word` is what is to be said of it."""

    uid: UUID
    of: SheetRound
    word: Said | None


def drafts_of(row: SheetRow, *, track: Track, today: date) -> list[Draft]:
    """The events of one application; `track` where its row names none."""
    return list(_Telling(row, track, today).events())


class _Telling:
    """One row told as events."""

    def __init__(self, row: SheetRow, track: Track, today: date) -> None:
        self.row, self.track, self.today = row, track, today
        self.uid = uuid4()
        self.state = row.state or (State.OFFER if row.offered_on else None)
        self.rounds = [self._round(each) for each in row.rounds]
        self._add_what_the_state_implies()

    def events(self) -> Iterator[Draft]:
        """All of them, in the order in which they happened as far as that is known."""
        row, days = self.row, self._word_days()
        yield self._draft(self._first_day(), Added(facts=self._facts()))
        if row.applied_on:
            yield self._draft(row.applied_on, Applied())
        for one, word_on in zip(self.rounds, days, strict=True):
            yield from self._round_events(one, word_on)
        if row.answer_by:
            yield self._draft(self.today, OfferDueSet(answer_by=row.answer_by))
        if self.state in _ENDS:
            yield self._supposed(self.today, _ENDS[self.state])
        for begin in range(0, len(row.note), _LONGEST_NOTE):
            yield self._draft(self.today, Noted(text=row.note[begin : begin + _LONGEST_NOTE]))

    def _facts(self) -> Facts:
        row = self.row
        return Facts(
            employer=row.employer,
            course=row.course,
            track=row.track or self.track,
            industry=row.industry,
            url=row.url,
            priority=row.priority,
            entry_due_on=row.entry_due_on,
            person=row.contact,
        )

    def _first_day(self) -> date:
        """It entered the person's life no later than the first day that the row knows."""
        days = [self.row.applied_on, *(each.held_on for each in self.row.rounds), self.today]
        return min(day for day in days if day)

    def _round(self, each: SheetRound) -> _Round:
        word = None if each.result is Outcome.NONE else Said(each.result.value)
        return _Round(uuid4(), each, word)

    def _add_what_the_state_implies(self) -> None:
        was_sent = self.row.applied_on is not None or self.state in _SENT
        if was_sent and not self.rounds and self.state not in _OFFERED:
            # Sent in and nothing held: the wait is, or was, for the documents.
            self._append(_DOCUMENT, held_on=self.row.applied_on)
        if self.state is State.REJECTED:
            self._reject()
        elif self.state in _OFFERED:
            self._offer()

    def _append(self, stage: StageName, held_on: date | None = None) -> _Round:
        added = _Round(uuid4(), SheetRound(stage, "", held_on), None)
        self.rounds.append(added)
        return added

    def _reject(self) -> None:
        """The no is of the round that has no word yet; if all have, of one the row leaves out."""
        if any(one.word is Said.FAIL for one in self.rounds):
            return
        silent = [one for one in self.rounds if one.word is None and not self._is_ahead(one)]
        (silent[-1] if silent else self._append(_NEXT)).word = Said.FAIL

    def _offer(self) -> None:
        """The yes of the last round is the offer; if that is not possible, of a final one."""
        offered_on = self.row.offered_on or self.today
        fit = [
            one
            for one in self.rounds
            if one.word is not Said.FAIL and (one.of.held_on or offered_on) <= offered_on
        ]
        (fit[-1] if fit else self._append(_FINAL)).word = Said.OFFER

    def _is_ahead(self, one: _Round) -> bool:
        return one.of.held_on is not None and one.of.held_on > self.today

    def _word_days(self) -> list[tuple[date, bool]]:
        """For each round the day of its word, and whether it is known."""
        days: list[tuple[date, bool]] = []
        latest = self.today
        for one in reversed(self.rounds):
            known = self.row.offered_on if one.word is Said.OFFER else None
            known = known or one.of.word_on
            held_on = one.of.held_on if not self._is_ahead(one) else None
            day = known or max(latest, held_on or latest)
            days.append((day, known is not None))
            latest = min(day, held_on or day)
        return days[::-1]

    def _round_events(self, one: _Round, word_on: tuple[date, bool]) -> Iterator[Draft]:
        each = one.of
        is_held = each.held_on is not None and each.held_on <= self.today
        if not is_held or each.at:
            scheduled = RoundScheduled(
                round=one.uid,
                stage=each.stage.stage,
                name=_name(each),
                on=each.held_on,
                starts_at=each.at,
            )
            yield self._supposed(each.held_on if is_held else self.today, scheduled)
        if is_held:
            held = RoundHeld(round=one.uid, stage=each.stage.stage, name=_name(each))
            yield self._draft(each.held_on, held)
        if each.said:
            yield from self._promise(one, is_held=is_held)
        if one.word is not None:
            day, is_known = word_on
            word = WordCame(round=one.uid, said=one.word)
            yield self._draft(day, word) if is_known else self._supposed(day, word)

    def _promise(self, one: _Round, *, is_held: bool) -> Iterator[Draft]:
        promise = PromiseHeard(round=one.uid, said=one.of.said)
        yield (
            self._draft(one.of.held_on, promise) if is_held else self._supposed(self.today, promise)
        )

    def _draft(self, on: date | None, payload: AnyPayload) -> Draft:
        return Draft(self.uid, on or self.today, payload)

    def _supposed(self, on: date | None, payload: AnyPayload) -> Draft:
        return Draft(self.uid, on or self.today, payload, dated_by=DatedBy.CLOCK)


def _name(each: SheetRound) -> str:
    """What a round is called beside its stage: 二次面接 of several middle ones."""
    return each.label or (each.stage.written if each.stage.number else "")


def n_rounds(rows: Sequence[SheetRow]) -> int:
    """How many rounds the rows tell of."""
    return sum(len(row.rounds) for row in rows)
