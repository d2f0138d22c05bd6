"""A letter is chosen, filled in from the ledger, written anew, edited and looked over."""

from collections.abc import Callable
from datetime import date, datetime
from uuid import UUID

import pytest
from django.http import HttpResponse

from tests.tracker.writing import FRIDAY_13, held_interview, pen
from tests.web.applications.owner import Owner
from tests.web.letters.desk import body_of, desk_url, fields, press, swap
from tests.web.visitor import html, text
from yokame.letters import Medium, Situation, is_used
from yokame.reports import Stage
from yokame.tracker import actions
from yokame.tracker.actions import Facts, Held
from yokame.tracker.payloads import Said

TUESDAY_24 = date(2026, 11, 24)
# What the ledger cannot know; each letter takes what it needs.
TOLD = {
    "other_answer_by": "2026-12-01",
    "answer_by": "2026-12-04",
    "extend_to": "2026-12-11",
    "asked": "2026-11-17",
    "item": "phone",
    "new": "090-1234-5678",
    "documents": "履歴書\n成績証明書",
    "slot1_on": "2026-12-02",
    "slot1_from": "10:00",
    "slot1_to": "12:00",
    "scheduled_on": "2026-11-30",
    "scheduled_from": "14:30",
    "called_on": "2026-11-24",
    "called_from": "10:05",
}
PAIRS = [(s, m) for s in Situation for m in Medium if is_used(s, m)]
NOTHING_TO_MEND = "気になるところはありません"


@pytest.fixture
def uid(owner: Owner) -> UUID:
    """An interview on Friday the 13th, and a week promised."""
    return held_interview(owner.person, employer="株式会社見本商事")[0]


@pytest.mark.parametrize(("situation", "medium"), PAIRS)
@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_letter_is_written_by_every_way_and_passes_its_own_check(
    owner: Owner, uid: UUID, situation: Situation, medium: Medium, language: str
) -> None:
    url = desk_url(uid, situation, medium=medium, language=language)
    empty = owner.open(url)

    written = press(owner, url, empty, "compose", **TOLD, stage="final", medium=medium)

    assert written.status_code == 200
    assert len(body_of(written)) > 100
    assert NOTHING_TO_MEND in text(written), text(written)


def test_the_choice_begins_with_what_makes_sense_now(owner: Owner, uid: UUID) -> None:
    page = html(owner.open(f"/applications/{uid}/letters/new/"))

    now, _fold, others = page.partition("<details")

    assert "situation=inquiry" in now
    assert "situation=acceptance" not in now
    assert "situation=acceptance" in others


def test_what_the_ledger_knows_stands_in_the_letter(owner: Owner, uid: UUID) -> None:
    body = body_of(owner.open(desk_url(uid, "inquiry")))

    for known in ("株式会社見本商事", "東都大学", "山田花子", "11月13日（金）", "1週間以内"):
        assert known in body


def test_what_is_missing_is_asked_in_place_and_kept_only_if_wanted(owner: Owner, uid: UUID) -> None:
    owner.person.name = owner.person.university = ""
    owner.person.save()
    url = desk_url(uid, "inquiry")
    page = owner.open(url)
    who = {"sender_name": "佐藤 蓮", "sender_university": "西都大学"}

    assert "あと、これだけ教えてください" in text(page)
    once = press(owner, url, page, "compose", **who)
    owner.person.refresh_from_db()
    assert owner.person.name == ""
    press(owner, url, page, "compose", **who, keep_sender="on")
    owner.person.refresh_from_db()

    assert "西都大学" in body_of(once)
    assert (owner.person.name, owner.person.university) == ("佐藤 蓮", "西都大学")
    assert owner.person.reply_mail == "hanako@example.jp"


def test_another_wording_says_the_same_in_other_words(owner: Owner, uid: UUID) -> None:
    url = desk_url(uid, "inquiry")
    first = owner.open(url)

    others = [body_of(owner.post(url, {**fields(first), "to_wording": str(n)})) for n in (1, 2, 3)]

    assert len({body_of(first), *others}) > 2
    assert all("11月13日（金）" in body for body in others)


def test_an_edited_text_stays_as_it_was_typed(owner: Owner, uid: UUID) -> None:
    url = desk_url(uid, "inquiry")
    mine = "株式会社見本商事\n採用ご担当者様\n\nわたしの言葉です。"

    checked = press(owner, url, owner.open(url), "check", body=mine.replace("\n", "\r\n"))

    assert body_of(checked) == mine


def test_writing_anew_keeps_the_edited_text_to_be_brought_back(owner: Owner, uid: UUID) -> None:
    url = desk_url(uid, "inquiry")
    page = owner.open(url)
    edited = body_of(page) + "\n追伸です。"

    anew = owner.post(url, {**fields(page), "body": edited, "to_medium": "my_page"})
    back = press(owner, url, anew, "restore")

    assert "追伸" not in body_of(anew)
    assert body_of(back) == edited


def test_writing_anew_keeps_nothing_where_nothing_was_edited(owner: Owner, uid: UUID) -> None:
    url = desk_url(uid, "inquiry")

    anew = owner.post(url, {**fields(owner.open(url)), "to_medium": "agent"})

    assert "取ってあります" not in text(anew)


@pytest.mark.parametrize("press", [press, swap])
def test_a_finding_stands_at_its_line_with_reason_and_mend(
    owner: Owner, uid: UUID, press: Callable[..., HttpResponse]
) -> None:
    url = desk_url(uid, "inquiry")
    page = owner.open(url)
    lines = body_of(page).split("\n")
    lines[4] = "東都大学の山田花子です。御社の件、了解しました。"

    checked = text(press(owner, url, page, "check", body="\n".join(lines)))

    assert "本文5行目 東都大学の山田花子です。御社の件、了解しました。" in checked
    assert "貴社" in checked


def test_the_part_for_htmx_brings_the_mail_link_along(owner: Owner, uid: UUID) -> None:
    url = desk_url(uid, "inquiry")
    page = owner.open(url)

    part = html(swap(owner, url, page, "check", body="新しい文面", to="saiyo@example.jp"))

    assert part.lstrip().startswith('<div class="letter-check"')
    assert 'hx-swap-oob="true"' in part
    assert "mailto:saiyo@example.jp?" in part
    assert "%E6%96%B0%E3%81%97%E3%81%84" in part


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        ("2026-11-20T12:00+09:00", "11月24日（火）の10時以降に送ります"),
        ("2026-11-22T12:00+09:00", "11月24日（火）の10時以降に送ります"),
        ("2026-11-28T12:00+09:00", "11月30日（月）の10時以降に送ります"),
        ("2026-11-24T23:00+09:00", "10:00-11:45"),
    ],
    ids=["too early", "a Sunday before", "a Saturday after", "at night"],
)
def test_a_wrong_day_is_said_with_the_right_one(
    owner: Owner, uid: UUID, monkeypatch: pytest.MonkeyPatch, moment: str, said: str
) -> None:
    monkeypatch.setattr("yokame.web.ledger.timezone.now", lambda: datetime.fromisoformat(moment))

    page = owner.open(desk_url(uid, "inquiry"))

    assert said in text(page)
    assert body_of(page)


def test_where_only_those_who_passed_are_told_no_inquiry_is_written(owner: Owner) -> None:
    held = Held(Stage.FINAL, FRIDAY_13, said="合格者のみ1週間以内に連絡します")
    uid = actions.add(pen(owner.person, FRIDAY_13), Facts(employer="見本商事"), held=held)

    choice = html(owner.open(f"/applications/{uid}/letters/new/")).partition("<details")[0]
    page = text(owner.open(desk_url(uid, "inquiry")))

    assert "situation=inquiry" not in choice
    assert "合格した人にだけ連絡が来ます" in page
    assert "件名" not in page


def test_a_third_inquiry_is_refused_kindly(owner: Owner) -> None:
    uid, round_uid = held_interview(owner.person)
    for day in (17, 20):
        on = date(2026, 11, day)
        actions.letter_sent(
            pen(owner.person, on), uid, situation=Situation.INQUIRY, on=on, round_uid=round_uid
        )

    page = owner.open(desk_url(uid, "inquiry", round=str(round_uid)))

    assert "もう2回問い合わせています" in text(page)


def test_after_a_first_inquiry_the_second_is_written(owner: Owner) -> None:
    uid, round_uid = held_interview(owner.person)
    on = date(2026, 11, 17)
    actions.letter_sent(
        pen(owner.person, on), uid, situation=Situation.INQUIRY, on=on, round_uid=round_uid
    )

    page = owner.open(desk_url(uid, "inquiry"))

    assert "2回目の問い合わせ" in text(page)
    assert "11月17日" in body_of(page)


def test_a_link_of_two_offers_brings_its_days_along(owner: Owner, uid: UUID) -> None:
    early = owner.open(desk_url(uid, "inquiry_other_offer", other_answer_by="2026-12-01"))
    offered = held_interview(owner.person, employer="見本食品")[0]
    round_uid = UUID(int=4 * 1000 + owner.person.pk)
    actions.record_word(
        pen(owner.person, TUESDAY_24),
        offered,
        round_uid,
        said=Said.OFFER,
        on=TUESDAY_24,
        answer_by=date(2026, 12, 4),
    )
    longer = owner.open(desk_url(offered, "extension", extend_to="2026-12-18"))

    assert "12月1日（火）" in body_of(early)
    assert "12月4日（金）" in body_of(longer)
    assert "12月18日（金）" in body_of(longer)


def test_hours_that_end_before_they_begin_are_said_at_their_field(owner: Owner, uid: UUID) -> None:
    url = desk_url(uid, "rescheduling")
    wrong = {"scheduled_on": "2026-11-30", "scheduled_from": "15:00", "scheduled_to": "14:00"}

    page = press(owner, url, owner.open(url), "compose", **wrong)

    assert "終わりの時刻が、始まりより前です" in text(page)


def test_an_unknown_situation_or_round_leads_to_the_choice_or_the_current_round(
    owner: Owner, uid: UUID
) -> None:
    choice = owner.open(desk_url(uid, "love_letter"))
    desk = owner.open(desk_url(uid, "inquiry", round="nonsense"))

    assert "連絡文を書く" in text(choice)
    assert "11月13日（金）" in body_of(desk)
