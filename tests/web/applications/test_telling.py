"""Whatever was recorded can be told, in both languages."""

import re
from datetime import date, time
from uuid import UUID, uuid4

import pytest
from django.utils import translation

from yokame.forecast import ContactBy
from yokame.letters import Medium, Situation
from yokame.reports import Channel, Outcome, Policy, Stage
from yokame.tracker.payloads import (
    KINDS,
    Added,
    AnyPayload,
    Applied,
    ContactCame,
    Corrected,
    Described,
    EmployersJoined,
    Facts,
    Imported,
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
from yokame.web.applications.deeds import CORRECTED_BY
from yokame.web.applications.names import MEDIA, SITUATIONS
from yokame.web.applications.telling import tell

ROUND = UUID(int=1)
DAY = date(2026, 11, 24)
_JAPANESE = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")
_PAYLOADS: list[AnyPayload] = [
    Added(facts=Facts(employer="Mihon", course="IT")),
    Described(facts=Facts(employer="Mihon")),
    Applied(),
    RoundScheduled(round=ROUND, stage=Stage.FIRST, on=DAY, starts_at=time(13), place="3F"),
    RoundScheduled(round=ROUND, stage=Stage.FIRST),
    RoundHeld(round=ROUND, stage=Stage.FINAL),
    RoundHeld(round=ROUND, stage=Stage.DOCUMENT, name="ES"),
    PromiseHeard(round=ROUND, said="within a week", policy=Policy.EVERYONE),
    PromiseHeard(round=ROUND),
    SignalsNoticed(round=ROUND, signals=("longer_than_planned",)),
    SignalsNoticed(round=ROUND),
    ContactCame(round=ROUND, by=ContactBy.PHONE),
    *(WordCame(round=ROUND, said=said, channel=Channel.PHONE, answer_by=DAY) for said in Said),
    LetterSent(round=ROUND, situation=Situation.INQUIRY, medium=Medium.MAIL, subject="Result"),
    ReplyCame(round=ROUND, channel=Channel.MAIL, text="soon"),
    *(OthersHeard(round=ROUND, said=said, count=2, held_on=DAY) for said in Outcome),
    OfferDueSet(answer_by=DAY),
    OfferDueSet(),
    OfferAccepted(),
    OfferDeclined(),
    Withdrew(),
    Noted(text="speak slower"),
    Corrected(event=1, to=Withdrew()),
    Removed(),
    EmployersJoined(key="a", into="b"),
    Undone(changes=(uuid4(),)),
    Imported(name="season.csv", n_applications=40),
]


def test_every_kind_of_event_is_told_here() -> None:
    assert {payload.kind for payload in _PAYLOADS} == set(KINDS)


@pytest.mark.parametrize("payload", _PAYLOADS, ids=lambda payload: payload.kind)
def test_an_event_has_words_in_both_languages(payload: AnyPayload) -> None:
    with translation.override("ja"):
        japanese = tell(payload)
    with translation.override("en"):
        english = tell(payload)

    assert _JAPANESE.search(japanese.title)
    assert english.title
    assert not _JAPANESE.search(" ".join((english.title, *english.details)))
    assert all(japanese.details)


def test_what_was_said_is_told_as_it_was_said() -> None:
    with translation.override("ja"):
        told = tell(PromiseHeard(round=ROUND, said="1週間以内に"))

    assert told.details == ("「1週間以内に」",)


def test_every_kind_about_an_application_can_be_corrected() -> None:
    about_application = set(KINDS) - {
        "corrected",
        "removed",
        "employers_joined",
        "undone",
        "imported",
    }

    assert set(CORRECTED_BY) == about_application


def test_every_letter_and_every_way_it_goes_has_a_name() -> None:
    assert set(SITUATIONS) == set(Situation)
    assert set(MEDIA) == set(Medium)
