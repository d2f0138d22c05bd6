"""Sent from the person's own address to a real SMTP server: shown once more, once, followed up."""

import re
from datetime import date, datetime
from uuid import UUID

import pytest
from django.http import HttpResponse

from tests.notices.writing import own_mail
from tests.outbound.mail_server import Postbox, mail_server
from tests.tracker.writing import held_interview, pen
from tests.web.applications.owner import Owner
from tests.web.letters.conftest import DAY_EIGHT
from tests.web.letters.desk import body_of, desk_url, fields, mail_text, press, read_mail
from tests.web.visitor import html, text
from yokame.letters import Situation
from yokame.notices.delivering import deliver_all_due
from yokame.notices.models import Delivery
from yokame.tracker import actions, queries

TO = "saiyo@example.co.jp"


@pytest.fixture
def uid(owner: Owner) -> UUID:
    return held_interview(owner.person, employer="株式会社見本商事")[0]


def deliver(now: datetime = DAY_EIGHT) -> None:
    deliver_all_due(lambda: now)


def n_recorded(owner: Owner, uid: UUID) -> int:
    story = queries.story(owner.person, uid, date(2026, 11, 24))
    assert story is not None
    return len(story.state.letters)


def to_review(owner: Owner, uid: UUID, **typed: str) -> tuple[str, HttpResponse]:
    url = desk_url(uid, "inquiry")
    return url, press(owner, url, owner.open(url), "review", **{"to": TO, **typed})


def test_nothing_is_sent_before_it_was_shown_and_send_was_pressed(owner: Owner, uid: UUID) -> None:
    own_mail(owner.person, 1, DAY_EIGHT)
    written = owner.open(desk_url(uid, "inquiry"))

    _url, review = to_review(owner, uid)

    shown = text(review)
    assert body_of(written).split("\n")[4] in shown
    for part in ("この内容で送ります", TO, "hana@example.ac.jp", fields(written)["subject"]):
        assert part in shown
    assert not Delivery.objects.exists()


def test_the_letter_reaches_a_real_server_once_and_is_recorded(owner: Owner, uid: UUID) -> None:
    postbox = Postbox()
    with mail_server(postbox) as port:
        own_mail(owner.person, port, DAY_EIGHT)
        url, review = to_review(owner, uid)
        sent = press(owner, url, review, "send")
        press(owner, url, review, "send")
        on_its_way = owner.follow(sent)
        deliver()
        deliver()

    arrived = owner.open(sent.headers["Location"])
    [message] = postbox.messages
    mail = read_mail(message)
    assert "送っています" in text(on_its_way)
    assert "送りました" in text(arrived)
    assert mail_text(mail) == body_of(review)
    assert (mail["To"], postbox.recipients) == (TO, [[TO]])
    assert n_recorded(owner, uid) == 1
    [number] = re.findall(rf"/applications/{uid}/letters/(\d+)/", html(arrived))
    record = owner.open(f"/applications/{uid}/letters/{number}/")
    assert body_of(review).split("\n")[4] in text(record)


def test_a_refusal_says_what_to_do_and_keeps_the_text(owner: Owner, uid: UUID) -> None:
    with mail_server(Postbox(answers={"RCPT": "550 no such person"})) as port:
        own_mail(owner.person, port, DAY_EIGHT)
        url, review = to_review(owner, uid, body="わたしの大事な文面")
        sent = press(owner, url, review, "send")
        deliver()

    failed = owner.open(sent.headers["Location"])
    back = html(failed).partition('class="way" href="')[2].partition('"')[0]
    assert "送れませんでした" in text(failed)
    assert "宛先のアドレスを確かめてください" in text(failed)
    assert "550 no such person" in text(failed)
    assert body_of(owner.open(back)) == "わたしの大事な文面"
    assert n_recorded(owner, uid) == 0


def test_a_failed_letter_can_be_sent_again(owner: Owner, uid: UUID) -> None:
    postbox = Postbox(answers={"DATA": "554 not now"})
    with mail_server(postbox) as port:
        own_mail(owner.person, port, DAY_EIGHT)
        url, review = to_review(owner, uid)
        place = press(owner, url, review, "send").headers["Location"]
        deliver()
        failed = owner.open(place)
        postbox.answers.clear()
        press(owner, place, failed, "again")
        deliver()

    assert "もう一度送る" in text(failed)
    assert len(postbox.messages) == 1
    assert "送りました" in text(owner.open(place))


@pytest.mark.parametrize(("do", "n_messages"), [("arrived", 1), ("again", 2)])
def test_of_an_uncertain_letter_the_person_says_whether_it_arrived(
    owner: Owner, uid: UUID, do: str, n_messages: int
) -> None:
    postbox = Postbox(falls_silent=True)
    with mail_server(postbox) as port:
        own_mail(owner.person, port, DAY_EIGHT)
        url, review = to_review(owner, uid)
        place = press(owner, url, review, "send").headers["Location"]
        deliver()
        uncertain = owner.open(place)
        deliver()
        postbox.falls_silent = False
        press(owner, place, uncertain, do)
        deliver()

    assert "届いたかどうか、わかりません" in text(uncertain)
    assert len(postbox.messages) == n_messages
    assert "送りました" in text(owner.open(place))
    assert n_recorded(owner, uid) == 1


def test_a_text_changed_after_it_went_is_not_taken_for_sent(owner: Owner, uid: UUID) -> None:
    own_mail(owner.person, 1, DAY_EIGHT)
    url, review = to_review(owner, uid)
    press(owner, url, review, "send")

    changed = press(owner, url, review, "send", body="あとで直した文面")

    assert "直した文面は送られていません" in text(changed)
    assert body_of(changed) == "あとで直した文面"
    assert Delivery.objects.count() == 1


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"to": ""}, "あて先のメールアドレスを入れてください"),
        ({"to": "だれか"}, "メールアドレスの形になっていません"),
        ({"subject": ""}, "件名と本文を入れてください"),
        ({"body": " "}, "件名と本文を入れてください"),
    ],
)
def test_what_is_missing_for_a_mail_is_said_and_nothing_is_sent(
    owner: Owner, uid: UUID, typed: dict[str, str], said: str
) -> None:
    own_mail(owner.person, 1, DAY_EIGHT)

    _url, refused = to_review(owner, uid, **typed)

    assert said in text(refused)
    assert not Delivery.objects.exists()


def test_without_a_mail_account_the_way_there_is_shown(owner: Owner, uid: UUID) -> None:
    page = owner.open(desk_url(uid, "inquiry"))

    _url, refused = to_review(owner, uid)

    assert "自分のメールの設定が要ります" in text(page)
    assert "まだ設定されていません" in text(refused)


def test_a_third_inquiry_is_not_sent(owner: Owner, uid: UUID) -> None:
    own_mail(owner.person, 1, DAY_EIGHT)
    url, review = to_review(owner, uid)
    story = queries.story(owner.person, uid, date(2026, 11, 24))
    assert story is not None
    for day in (17, 20):
        on = date(2026, 11, day)
        actions.letter_sent(
            pen(owner.person, on),
            uid,
            situation=Situation.INQUIRY,
            on=on,
            round_uid=story.state.rounds[0].uid,
        )

    refused = press(owner, url, review, "send")

    assert "もう2回問い合わせています" in text(refused)
    assert not Delivery.objects.exists()
