"""The fold against a second one, on histories of every kind."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.tracker.naive_fold import is_taken_back, naive_fold
from yokame.forecast import ContactBy
from yokame.letters import Situation
from yokame.reports import Channel, Outcome, Policy, Stage
from yokame.tracker.events import Event, undone_changes
from yokame.tracker.fold import fold
from yokame.tracker.payloads import (
    Added,
    AnyPayload,
    Applied,
    ContactCame,
    CorrectablePayload,
    Corrected,
    DatedBy,
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
    RoundScheduled,
    Said,
    SignalsNoticed,
    Undone,
    Withdrew,
    WordCame,
)

APPLICATION = UUID(int=1)
RECORDED = datetime(2026, 11, 30, tzinfo=UTC)
ROUNDS = st.sampled_from([UUID(int=11), UUID(int=12), UUID(int=13)])
DAYS = st.integers(0, 20).map(lambda day: date(2026, 11, 1) + timedelta(day))
STAGES = st.sampled_from([Stage.DOCUMENT, Stage.FIRST, Stage.FINAL])
NAMES = st.sampled_from(["", "一次", "社長と"])

FACTS = st.builds(Facts, employer=st.sampled_from(["見本商事", "みほん"]), course=NAMES)
HELD = st.builds(RoundHeld, round=ROUNDS, stage=STAGES, name=NAMES)
SCHEDULED = st.builds(
    RoundScheduled, round=ROUNDS, stage=STAGES, name=NAMES, on=st.none() | DAYS, place=NAMES
)
WORDS = st.builds(
    WordCame,
    round=ROUNDS,
    said=st.sampled_from(Said),
    channel=st.none() | st.sampled_from(Channel),
    answer_by=st.none() | DAYS,
)
OTHER_EVENTS = st.one_of(
    st.builds(Described, facts=FACTS),
    st.builds(Applied),
    st.builds(
        PromiseHeard,
        round=ROUNDS,
        said=st.sampled_from(["", "1週間以内", "来週中"]),
        policy=st.sampled_from(Policy),
    ),
    st.builds(SignalsNoticed, round=ROUNDS, signals=st.sampled_from([(), ("a",), ("a", "b")])),
    st.builds(ContactCame, round=ROUNDS, by=st.sampled_from(ContactBy)),
    st.builds(
        LetterSent,
        round=st.none() | ROUNDS,
        situation=st.sampled_from([Situation.INQUIRY, Situation.SECOND_INQUIRY, Situation.THANKS]),
    ),
    st.builds(ReplyCame, round=ROUNDS),
    st.builds(OthersHeard, round=ROUNDS, said=st.sampled_from(Outcome), held_on=st.none() | DAYS),
    st.builds(OfferDueSet, answer_by=st.none() | DAYS),
    st.builds(OfferAccepted),
    st.builds(OfferDeclined),
    st.builds(Withdrew),
    st.builds(Noted, text=NAMES),
)
ANY_EVENT: st.SearchStrategy[CorrectablePayload] = st.one_of(HELD, SCHEDULED, WORDS, OTHER_EVENTS)


@st.composite
def ledgers(draw: st.DrawFn) -> list[Event]:
    """A history of one application: what happened in any order, corrected, undone, redone."""
    events: list[Event] = []

    def record(payload: AnyPayload, on: date, change: int) -> None:
        about = None if isinstance(payload, Undone) else APPLICATION
        number = len(events) + 1
        moment = RECORDED + number * timedelta(hours=5)
        by = list(DatedBy)[number % len(DatedBy)]
        events.append(Event(number, UUID(int=1000 + change), about, on, moment, by, payload))

    record(Added(facts=draw(FACTS)), draw(DAYS), 0)
    for change in range(1, draw(st.integers(1, 14))):
        match draw(st.sampled_from(["event"] * 6 + ["pair", "correction", "undo", "removal"])):
            case "event":
                record(draw(ANY_EVENT), draw(DAYS), change)
            case "pair":
                record(draw(ANY_EVENT), draw(DAYS), change)
                record(draw(ANY_EVENT), draw(DAYS), change)
            case "correction":
                number = draw(st.integers(1, len(events)))
                payload = draw(of_its_kind(events[number - 1].payload))
                record(Corrected(event=number, to=payload), draw(DAYS), change)
            case "undo":
                named = draw(st.lists(st.sampled_from(events), min_size=1, max_size=2))
                record(Undone(changes=tuple(one.change for one in named)), draw(DAYS), change)
            case "removal":
                record(Removed(), draw(DAYS), change)
    return events


def of_its_kind(payload: AnyPayload) -> st.SearchStrategy[Any]:
    """What a correction may put in the place of this: mostly the same kind of thing."""
    if isinstance(payload, Added):
        return st.builds(Added, facts=FACTS)
    return ANY_EVENT


def both(ledger: list[Event]) -> Iterator[Any]:
    """The application by the fold and by the naive one."""
    about = [event for event in ledger if event.application == APPLICATION]
    yield fold(about, undone_changes(ledger))
    yield naive_fold(ledger, APPLICATION)


@settings(max_examples=600, deadline=None)
@given(ledgers())
def test_the_changes_in_force_are_those_that_no_standing_undo_names(ledger: list[Event]) -> None:
    one_by_one = {e.change for e in ledger if is_taken_back(e.change, ledger)}

    assert undone_changes(ledger) & {e.change for e in ledger} == one_by_one


@settings(max_examples=1500, deadline=None)
@given(ledgers())
def test_two_folds_agree_on_any_history(ledger: list[Event]) -> None:
    folded, naive = both(ledger)

    assert folded == naive
