"""The page of one application says what comes next, and everything that is known."""

from datetime import date, time
from uuid import UUID

import pytest
from pytest_django import DjangoAssertNumQueries

from tests.tracker.writing import held_interview, pen
from tests.web.applications.owner import Owner
from tests.web.visitor import answer, html, text
from yokame.accounts import actions as account_actions
from yokame.accounts.queries import Person
from yokame.forecast import Model
from yokame.reports import Outcome, Stage, Trust
from yokame.tracker import actions, queries
from yokame.tracker.actions import Facts
from yokame.tracker.payloads import Said, Source
from yokame.wording import Language, say_people

TODAY = date(2026, 11, 20)
DAY = date(2026, 11, 19)


def heard(owner: Owner, said: Said, *, answer_by: date | None = None) -> UUID:
    """An application with word of this kind."""
    uid, round_uid = held_interview(owner.person)
    actions.record_word(
        pen(owner.person, TODAY), uid, round_uid, said=said, on=DAY, answer_by=answer_by
    )
    return uid


def test_a_wait_shows_its_answer_of_the_day(owner: Owner) -> None:
    uid, _round = held_interview(owner.person)
    story = queries.story(owner.person, uid, TODAY)
    assert story is not None
    assert story.current_round is not None
    question = queries.question_of(story.current_round, TODAY)
    assert question is not None

    page = owner.page(uid)

    assert say_people(Model.from_priors().answer(question).passed.prob, Language.JA) in text(page)
    assert "連絡の見落としがないか確かめる" in answer(page)


def test_the_answer_takes_no_focus_and_carries_no_link(owner: Owner) -> None:
    uid, _round = held_interview(owner.person)

    shown = answer(owner.page(uid))

    assert "autofocus" not in shown
    assert "data-copy" not in shown


def test_one_who_wants_no_numbers_sees_none(owner: Owner) -> None:
    uid, _round = held_interview(owner.person)
    account_actions.change_settings(owner.person, shows_numbers=False)

    assert "人くらい" not in text(owner.page(uid))


def test_what_others_heard_stands_with_its_round_and_in_the_answer(owner: Owner) -> None:
    uid, round_uid = held_interview(owner.person)
    actions.others_heard(
        pen(owner.person, TODAY),
        uid,
        round_uid,
        said=Outcome.PASS,
        on=DAY,
        count=2,
        source=Source.X,
        trust=Trust.SURE,
    )

    page = text(owner.page(uid))

    assert "ほかの2人に合格の連絡" in page
    assert "合格2人" in page


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_word_is_two_taps_away(owner: Owner, lang: str) -> None:
    uid, round_uid = held_interview(owner.person)

    page = html(owner.open(f"/applications/{uid}/?lang={lang}"))

    taps = page.partition('<details class="taps">')[2].partition("</details>")[0]
    assert f'action="/applications/{uid}/rounds/{round_uid}/word/"' in taps
    assert 'name="on" value="2026-11-20"' in taps
    for said in Said:
        assert f'type="submit" name="said" value="{said}"' in taps


def test_after_a_no_the_page_is_calm_and_offers_one_thing(owner: Owner) -> None:
    uid = heard(owner, Said.FAIL)

    page = owner.page(uid)
    shown = html(page).partition('<section class="next')[2].partition("</section>")[0]

    assert "お疲れさまでした" in shown
    assert "つらいとき" in shown
    assert shown.count('class="way"') == 1
    assert "今日すること" not in text(page)


def test_after_a_pass_the_day_of_the_next_round_is_asked(owner: Owner) -> None:
    uid = heard(owner, Said.PASS)

    page = owner.page(uid)

    assert "通過しました。次の選考の日は？" in text(page)
    assert f'action="/applications/{uid}/schedule/"' in html(page)


def test_after_an_offer_its_deadline_is_asked(owner: Owner) -> None:
    uid = heard(owner, Said.OFFER)

    page = owner.page(uid)

    assert "いつまでに返事をしますか" in text(page)
    assert f'action="/applications/{uid}/offer-due/"' in html(page)


@pytest.mark.parametrize(
    ("answer_by", "said"),
    [
        (date(2026, 11, 30), "返事は 11月30日(月) まで。あと10日あります"),
        (TODAY, "返事は今日までです"),
        (date(2026, 11, 19), "返事の期限（ 11月19日(木) ）を過ぎています"),
    ],
)
def test_an_offer_counts_down_to_its_deadline(owner: Owner, answer_by: date, said: str) -> None:
    uid = heard(owner, Said.OFFER, answer_by=answer_by)

    assert said in text(owner.page(uid))


def test_a_round_ahead_shows_its_day_hour_and_place(owner: Owner) -> None:
    uid = heard(owner, Said.PASS)
    actions.schedule_round(
        pen(owner.person, TODAY),
        uid,
        stage=Stage.FINAL,
        on=date(2026, 11, 26),
        starts_at=time(13),
        ends_at=time(14),
        place="本社3階",
    )

    page = text(owner.page(uid))

    assert "次は最終面接" in page
    assert "11月26日(木) 13:00〜14:00" in page
    assert "本社3階" in page


def test_a_round_whose_day_has_come_asks_what_was_said(owner: Owner) -> None:
    uid = heard(owner, Said.PASS)
    actions.schedule_round(pen(owner.person, TODAY), uid, stage=Stage.FINAL, on=DAY)

    page = owner.page(uid)

    assert "最終面接、お疲れさまでした" in text(page)
    assert 'name="said"' in html(page)


@pytest.mark.parametrize("said", Said)
def test_every_state_has_its_page(owner: Owner, said: Said) -> None:
    page = owner.page(heard(owner, said))

    assert page.status_code == 200
    assert 'id="next-title"' in html(page)


def test_a_promise_heard_later_counts_from_its_day(owner: Owner) -> None:
    uid, round_uid = held_interview(owner.person, said="")
    url = f"/applications/{uid}/rounds/{round_uid}/promise/"

    page = owner.follow(owner.send(url, {"said": "1週間以内に", "on": "2026-11-16"}))

    assert "11月24日(火)" in text(page)


def test_the_story_says_when_each_thing_was_recorded_and_by_whom_it_was_dated(
    owner: Owner,
) -> None:
    uid = heard(owner, Said.PASS)

    page = text(owner.page(uid))

    assert "書きとめた時刻：2026-11-20 12:00・自分で入れた日" in page
    assert "同時に書きとめた3件ごと" in page


def test_what_is_known_of_the_employer_is_shown_whole(owner: Owner) -> None:
    facts = Facts(
        employer="株式会社北関東見本エレクトロニクスホールディングス",
        department="人事部",
        person="見本 太郎",
        mail="saiyo@mihon.example",
        phone="03-0000-0000",
        agency="見本エージェント",
        url="https://mihon.example/mypage",
        documents=("エントリーシート", "成績証明書"),
    )
    uid = actions.add(pen(owner.person, TODAY), facts)

    page = text(owner.page(uid))

    for known in (facts.employer, facts.department, facts.person, facts.mail, *facts.documents):
        assert known in page


def test_a_link_that_is_no_web_address_is_not_followed(owner: Owner) -> None:
    facts = Facts(employer="見本商事", url="javascript:alert(1)")
    uid = actions.add(pen(owner.person, TODAY), facts)

    page = html(owner.page(uid))

    assert 'href="javascript:' not in page


def test_the_page_takes_the_same_queries_however_long_the_story(
    owner: Owner, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    uid, round_uid = held_interview(owner.person)
    for n in range(40):
        actions.note(pen(owner.person, TODAY), uid, f"メモ{n}", round_uid=round_uid)
    owner.page(uid)

    with django_assert_max_num_queries(10):
        owner.page(uid)


def test_an_offer_that_is_due_before_others_have_spoken_says_so_on_both_pages(
    owner: Owner,
) -> None:
    wait, _round = held_interview(owner.person, employer="見本製作所", said="年内に連絡します")
    offer = heard(owner, Said.OFFER, answer_by=date(2026, 11, 27))

    held_interview(owner.person, employer="見本銀行本店", said="年内に連絡します")

    for uid, n_waits in ((wait, 1), (offer, 2)):
        page = owner.page(uid)

        shown = html(page).partition('class="sheet clash"')[2].partition("</section>")[0]
        assert "見本製作所" in shown
        assert shown.count("<li>") == n_waits
    assert "situation=extension" in html(owner.page(offer))


def test_where_one_may_ask_the_letter_is_one_tap_away(owner: Owner) -> None:
    uid, round_uid = held_interview(owner.person, said="3日以内に連絡します")

    page = owner.page(uid)

    assert f'href="/applications/{uid}/letters/new/?round={round_uid}"' in html(page)
    assert "問い合わせ文を書く" in text(page)


def test_an_inquiry_made_elsewhere_is_about_the_round_that_waits(owner: Owner) -> None:
    uid, _round = held_interview(owner.person)
    url = f"/applications/{uid}/letter/"

    page = owner.follow(
        owner.send(url, {"situation": "inquiry", "on": "2026-11-20", "medium": "phone"})
    )

    assert "問い合わせた日 11月20日(金)" in text(page)


def test_an_application_of_somebody_else_is_not_there(owner: Owner) -> None:
    ren = Person.objects.create(email="ren@example.jp")
    uid, round_uid = held_interview(ren)

    for url in ("", "note/", "events/1/", f"rounds/{round_uid}/word/", "same-employer/"):
        assert owner.open(f"/applications/{uid}/{url}").status_code == 404, url
