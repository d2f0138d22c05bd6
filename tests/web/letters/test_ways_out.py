"""A letter goes out by copy, link, file or call, is recorded, and can be read again."""

from datetime import date
from html import unescape
from urllib.parse import unquote
from uuid import UUID, uuid4

import pytest
from pytest_django import DjangoAssertNumQueries

from tests.tracker.writing import held_interview, pen
from tests.web.applications.owner import Owner
from tests.web.letters.desk import body_of, desk_url, fields, mail_text, press, read_mail
from tests.web.visitor import html, text
from yokame.accounts.queries import Person
from yokame.letters import Medium, Situation
from yokame.tracker import actions, queries

DAY_EIGHT = date(2026, 11, 24)


@pytest.fixture
def uid(owner: Owner) -> UUID:
    return held_interview(owner.person, employer="株式会社見本商事")[0]


def letters(person: Person, uid: UUID) -> list[tuple[str, str, str]]:
    story = queries.story(person, uid, DAY_EIGHT)
    assert story is not None
    return [(str(one.situation), str(one.medium), one.body) for one in story.state.letters]


def test_what_was_sent_is_kept_word_for_word_and_counts_as_asked(owner: Owner, uid: UUID) -> None:
    url = desk_url(uid, "inquiry")
    page = owner.open(url)

    after = owner.follow(press(owner, url, page, "record", to="saiyo@example.jp"))

    story = queries.story(owner.person, uid, DAY_EIGHT)
    assert story is not None
    [letter] = story.state.letters
    assert (letter.situation, letter.medium, letter.to) == (
        Situation.INQUIRY,
        Medium.MAIL,
        "saiyo@example.jp",
    )
    assert letter.body == body_of(page)
    assert story.state.rounds[0].asked == (DAY_EIGHT,)
    assert "連絡文を送ったことを書きとめました" in text(after)
    shown = owner.open(f"/applications/{uid}/letters/{letter.number}/")
    assert body_of(page) in unescape(html(shown))
    assert letter.subject in text(shown)


def test_what_is_recorded_twice_is_written_once(owner: Owner, uid: UUID) -> None:
    url = desk_url(uid, "inquiry")
    page = owner.open(url)

    for _ in range(2):
        press(owner, url, page, "record")

    assert len(letters(owner.person, uid)) == 1


@pytest.mark.parametrize(
    ("sent_on", "said"),
    [
        ("2026-12-01", "まだ来ていません"),
        ("2026-11-01", "（2026年11月13日(金)）より前です"),
        ("なるはや", "日にちとして読めません"),
    ],
)
def test_an_impossible_day_is_said_and_the_text_stays(
    owner: Owner, uid: UUID, sent_on: str, said: str
) -> None:
    url = desk_url(uid, "inquiry")
    page = owner.open(url)

    refused = press(owner, url, page, "record", sent_on=sent_on, body="わたしの文面")

    assert refused.status_code == 422
    assert said in text(refused)
    assert body_of(refused) == "わたしの文面"
    assert letters(owner.person, uid) == []


def test_the_link_for_a_mail_program_holds_the_whole_letter(owner: Owner, uid: UUID) -> None:
    page = owner.open(desk_url(uid, "inquiry"))

    link = unquote(unescape(html(page).partition('href="mailto:')[2].partition('"')[0]))

    assert fields(page)["subject"] in link
    assert body_of(page).replace("\n", "\r\n") in link


def test_the_file_opens_as_a_draft_with_the_text_as_edited(owner: Owner, uid: UUID) -> None:
    url = desk_url(uid, "inquiry")
    page = owner.open(url)
    edited = body_of(page) + "\n追伸"

    file = press(owner, url, page, "download", body=edited, to="saiyo@example.jp")

    mail = read_mail(file.content)
    assert file.headers["Content-Type"] == "message/rfc822"
    assert (mail["To"], mail["X-Unsent"]) == ("saiyo@example.jp", "1")
    assert "hanako@example.jp" in mail["From"]
    assert mail_text(mail) == edited


def test_a_file_without_a_sender_says_what_is_missing(owner: Owner, uid: UUID) -> None:
    url = desk_url(uid, "inquiry")

    page = press(owner, url, owner.open(url), "download", sender_mail="")

    assert "差出人のメールアドレスを入れると" in text(page)


def test_a_call_has_its_steps_to_the_one_that_hangs_up(owner: Owner, uid: UUID) -> None:
    url = desk_url(uid, "inquiry", medium="phone")
    page = owner.open(url)

    script = press(owner, url, page, "speak")
    called = press(owner, url, script, "record")

    said = text(script)
    for step in ("つながったら", "担当の方に代わったら", "担当の方がご不在なら", "終わりに"):
        assert step in said
    assert "10:00-11:45" in said
    assert called.status_code == 303
    assert letters(owner.person, uid) == [("inquiry", "phone", body_of(page))]


def test_a_script_says_what_to_dial(owner: Owner) -> None:
    facts = actions.Facts(employer="見本商事", phone="０３-1234-5678")
    uid = actions.add(pen(owner.person, DAY_EIGHT), facts, applied_on=DAY_EIGHT)
    url = desk_url(uid, "decline_selection", medium="phone")

    assert 'href="tel:0312345678"' in html(press(owner, url, owner.open(url), "speak"))


def test_a_letter_that_was_not_kept_says_so(owner: Owner, uid: UUID) -> None:
    actions.letter_sent(pen(owner.person, DAY_EIGHT), uid, situation=Situation.THANKS, on=DAY_EIGHT)
    story = queries.story(owner.person, uid, DAY_EIGHT)
    assert story is not None

    shown = owner.open(f"/applications/{uid}/letters/{story.state.letters[0].number}/")

    assert "文面は残されていません" in text(shown)


def test_what_is_not_there_or_another_s_is_404(owner: Owner, uid: UUID, ren: Person) -> None:
    others, _ = held_interview(ren, employer="株式会社見本食品")
    actions.letter_sent(
        pen(ren, DAY_EIGHT), others, situation=Situation.THANKS, on=DAY_EIGHT, body="秘密"
    )
    story = queries.story(ren, others, DAY_EIGHT)
    assert story is not None
    number = story.state.letters[0].number

    for path in (
        f"/applications/{others}/letters/new/",
        f"/applications/{others}/letters/new/?situation=inquiry",
        f"/applications/{others}/letters/{number}/",
        f"/applications/{uid}/letters/{number + 99}/",
        f"/applications/{uid}/letters/outbox/{uuid4()}/",
        f"/applications/{uuid4()}/letters/new/",
    ):
        assert owner.open(path).status_code == 404, path
    url = desk_url(others, "inquiry")
    sent = {**fields(owner.open(desk_url(uid, "inquiry"))), "do": "record"}
    assert owner.post(url, sent).status_code == 404
    assert len(letters(ren, others)) == 1


def test_a_desk_takes_as_many_queries_whatever_the_season_holds(
    owner: Owner, uid: UUID, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for n in range(12):
        held_interview(owner.person, employer="見本" + "第" * n + "商事")
        actions.letter_sent(
            pen(owner.person, DAY_EIGHT), uid, situation=Situation.THANKS, on=DAY_EIGHT
        )
    owner.open(desk_url(uid, "inquiry"))

    for url in (f"/applications/{uid}/letters/new/", desk_url(uid, "inquiry")):
        with django_assert_max_num_queries(13):
            owner.open(url)
