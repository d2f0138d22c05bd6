"""What was recorded wrongly is put right, and what was right comes back."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from tests.tracker.writing import held_interview, pen
from tests.web.applications.owner import Owner
from tests.web.visitor import html, text
from yokame.forecast import ContactBy
from yokame.letters import Situation
from yokame.reports import Outcome, Stage
from yokame.tracker import actions, queries
from yokame.tracker.actions import Facts
from yokame.tracker.payloads import Corrected, Said
from yokame.web.applications.deeds import CORRECTED_BY

TODAY = date(2026, 11, 20)
DAY = date(2026, 11, 19)
CORRECTIONS: dict[str, dict[str, Any]] = {
    "added": {"employer": "見本商会", "track": "mid_career"},
    "described": {"employer": "見本商会", "track": "new_grad", "person": "見本"},
    "applied": {"on": "2026-11-10"},
    "round_scheduled": {"stage": "final", "on": "2026-12-02", "starts_at": "10:00"},
    "round_held": {"stage": "middle", "on": "2026-11-12"},
    "promise_heard": {"said": "10日以内に", "on": "2026-11-13"},
    "signals_noticed": {"signals": "own_feeling_bad"},
    "contact_came": {"by": "mail", "on": "2026-11-18"},
    "word_came": {"said": "hold", "on": "2026-11-19"},
    "letter_sent": {"situation": "thanks", "on": "2026-11-18", "medium": "mail"},
    "reply_came": {"on": "2026-11-18", "text": "もう少し"},
    "others_heard": {"said": "fail", "on": "2026-11-18", "count": "2"},
    "offer_due_set": {"answer_by": "2026-12-10"},
    "offer_accepted": {"on": "2026-11-20"},
    "offer_declined": {"on": "2026-11-20"},
    "withdrew": {"on": "2026-11-20"},
    "noted": {"text": "もっとゆっくり"},
}


def everything(owner: Owner) -> UUID:
    """An application to which one thing of each kind happened."""
    uid, one = held_interview(owner.person)

    def now() -> actions.Pen:
        return pen(owner.person, TODAY)

    actions.describe(now(), uid, Facts(employer="見本商事", course="総合職"))
    actions.apply(now(), uid, on=date(2026, 11, 9), awaits_documents=False)
    actions.schedule_round(now(), uid, stage=Stage.FINAL, on=date(2026, 12, 1))
    actions.notice_signals(now(), uid, one, ("own_feeling_good",))
    actions.contact_came(now(), uid, one, by=ContactBy.PHONE, on=DAY)
    actions.letter_sent(now(), uid, situation=Situation.THANKS, on=DAY, round_uid=one)
    actions.reply_came(now(), uid, one, on=DAY, text="まもなく")
    actions.others_heard(now(), uid, one, said=Outcome.PASS, on=DAY)
    actions.note(now(), uid, "ゆっくり話す")
    actions.record_word(now(), uid, one, said=Said.OFFER, on=DAY)
    actions.set_offer_due(now(), uid, date(2026, 12, 4))
    actions.accept_offer(now(), uid, on=TODAY)
    actions.decline_offer(now(), uid, on=TODAY)
    actions.withdraw(now(), uid, on=TODAY)
    return uid


def test_every_kind_is_corrected_here() -> None:
    assert set(CORRECTIONS) == set(CORRECTED_BY)


@pytest.mark.parametrize("kind", CORRECTIONS)
def test_an_event_is_corrected_by_the_form_that_recorded_it(owner: Owner, kind: str) -> None:
    uid = everything(owner)
    number = owner.number_of(kind)

    page = owner.follow(owner.send(f"/applications/{uid}/events/{number}/", CORRECTIONS[kind]))

    written = owner.told()[-1]
    assert isinstance(written, Corrected)
    assert (written.event, written.to.kind) == (number, kind)
    assert "訂正ずみ" in text(page)


def test_a_corrections_form_begins_with_what_the_event_says(owner: Owner) -> None:
    uid = everything(owner)
    number = owner.number_of("others_heard")

    page = html(owner.open(f"/applications/{uid}/events/{number}/"))

    assert 'value="2026-11-19"' in page
    assert 'name="said" value="pass" id="others-said_0" checked' in page


def test_a_correction_keeps_what_its_form_does_not_hold(owner: Owner) -> None:
    uid, round_uid = held_interview(owner.person)

    owner.send(f"/applications/{uid}/events/2/", {"stage": "middle", "on": "2026-11-12"})

    story = queries.story(owner.person, uid, TODAY)
    assert story is not None
    [one] = story.state.rounds
    assert (one.uid, one.stage, one.on) == (round_uid, Stage.MIDDLE, date(2026, 11, 12))
    assert one.promise is not None


def test_a_correction_is_undone_alone(owner: Owner) -> None:
    uid, round_uid = held_interview(owner.person)
    writing = pen(owner.person, TODAY)
    actions.record_word(writing, uid, round_uid, said=Said.FAIL, on=TODAY)
    owner.send(f"/applications/{uid}/events/4/", {"said": "pass", "on": "2026-11-19"})
    story = queries.story(owner.person, uid, TODAY)
    assert story is not None
    correction = story.events[-1].change

    page = owner.follow(owner.undo(str(correction), next=f"/applications/{uid}/"))

    assert "不合格" in text(page)
    assert "訂正を元に戻す" not in text(page)


def test_what_was_undone_is_told_and_can_be_done_again(owner: Owner) -> None:
    uid, round_uid = held_interview(owner.person)
    change = actions.record_word(pen(owner.person, TODAY), uid, round_uid, said=Said.FAIL, on=TODAY)

    undone = owner.follow(owner.undo(str(change), next=f"/applications/{uid}/"))
    back = queries.story(owner.person, uid, TODAY)
    assert back is not None
    again = owner.follow(owner.undo(str(back.undone_by[change]), next=f"/applications/{uid}/"))

    assert "連絡を待っています" in text(undone)
    assert "元に戻したもの" in text(undone)
    assert "やり直す" in text(undone)
    assert "ここまで、お疲れさまでした" in text(again)


def test_undoing_the_first_event_leads_home_and_its_undo_brings_it_back(owner: Owner) -> None:
    uid, _round = held_interview(owner.person)
    story = queries.story(owner.person, uid, TODAY)
    assert story is not None
    first = story.events[0].change

    response = owner.undo(str(first), next=f"/applications/{uid}/")

    gone = owner.open(response.headers["Location"])
    assert gone.status_code == 303
    assert gone.headers["Location"].startswith("/today/?done=")


@pytest.mark.parametrize("number", [0, 99])
def test_an_event_that_is_not_there_cannot_be_corrected(owner: Owner, number: int) -> None:
    uid, _round = held_interview(owner.person)

    assert owner.open(f"/applications/{uid}/events/{number}/").status_code == 404


def test_a_correction_to_an_impossible_day_is_refused(owner: Owner) -> None:
    uid, round_uid = held_interview(owner.person)
    actions.record_word(pen(owner.person, TODAY), uid, round_uid, said=Said.FAIL, on=TODAY)

    response = owner.send(f"/applications/{uid}/events/2/", {"stage": "first", "on": "2026-11-21"})

    assert response.status_code == 200
    assert "まだ来ていません" in text(response)
