"""Each form writes what it says, keeps what was typed when refused, and writes once."""

from datetime import date
from typing import Any

import pytest

from tests.tracker.writing import held_interview, pen
from tests.web.applications.owner import HTMX, Owner
from tests.web.visitor import field, html, text
from yokame.reports import Stage
from yokame.tracker import actions, queries
from yokame.tracker.actions import Facts
from yokame.tracker.payloads import Said
from yokame.web.applications.deeds import DEEDS

TODAY = date(2026, 11, 20)

# What is typed in the form of each deed about a round, and what the ledger is then told.
ABOUT_ROUND: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "hold": (
        {"stage": "final", "on": "2026-11-19", "said": "来週中に", "signals": "own_feeling_good"},
        {"kind": "signals_noticed", "signals": ["own_feeling_good"]},
    ),
    "schedule": (
        {"stage": "middle", "on": "2026-12-01", "starts_at": "13:00", "place": "本社"},
        {"kind": "round_scheduled", "stage": "middle", "on": "2026-12-01", "place": "本社"},
    ),
    "promise": (
        {"said": "今月中に", "on": "2026-11-19", "policy": "everyone"},
        {"kind": "promise_heard", "said": "今月中に", "policy": "everyone"},
    ),
    "signals": (
        {"signals": ["longer_than_planned", "small_talk_mood"]},
        {"kind": "signals_noticed", "signals": ["longer_than_planned", "small_talk_mood"]},
    ),
    "contact": ({"by": "phone", "on": "11/19"}, {"kind": "contact_came", "by": "phone"}),
    "word": (
        {"said": "offer", "on": "2026-11-20", "channel": "phone", "answer_by": "2026-12-04"},
        {"kind": "word_came", "said": "offer", "channel": "phone", "answer_by": "2026-12-04"},
    ),
    "reply": (
        {"said": "今週中に", "on": "2026-11-19", "channel": "mail", "text": "お待ちください"},
        {"kind": "promise_heard", "said": "今週中に"},
    ),
    "others": (
        {"said": "none", "on": "2025-11-20", "count": "3", "held_on": "2025-11-13",
         "source": "open_chat", "trust": "rumour"},
        {"kind": "others_heard", "said": "none", "count": 3, "held_on": "2025-11-13",
         "source": "open_chat", "trust": "rumour"},
    ),
    "letter": (
        {"situation": "inquiry", "on": "2026-11-20", "medium": "phone"},
        {"kind": "letter_sent", "situation": "inquiry", "medium": "phone"},
    ),
    "note": ({"text": "逆質問を考える"}, {"kind": "noted", "text": "逆質問を考える"}),
}  # fmt: skip
ABOUT_APPLICATION: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "apply": ({"on": "2026-11-18"}, {"kind": "applied"}),
    "facts": (
        {"employer": "株式会社みほん", "track": "mid_career", "documents": "職務経歴書\n履歴書"},
        {"kind": "described"},
    ),
    "offer-due": ({"answer_by": "2026-12-04"}, {"kind": "offer_due_set"}),
    "accept": ({"on": "2026-11-20"}, {"kind": "offer_accepted"}),
    "decline": ({"on": "2026-11-20"}, {"kind": "offer_declined"}),
    "withdraw": ({"on": "2026-11-20"}, {"kind": "withdrew"}),
    "remove": ({}, {"kind": "removed"}),
}


def test_every_deed_is_tried_here() -> None:
    assert set(ABOUT_ROUND) | set(ABOUT_APPLICATION) == set(DEEDS)


@pytest.mark.parametrize("slug", ABOUT_ROUND)
def test_a_deed_about_a_round_is_written(owner: Owner, slug: str) -> None:
    uid, round_uid = held_interview(owner.person)
    typed, told = ABOUT_ROUND[slug]

    page = owner.follow(owner.send(f"/applications/{uid}/rounds/{round_uid}/{slug}/", typed))

    written = owner.told()[-1].model_dump(mode="json")
    assert {**written, **told} == written
    assert written["round"] == str(round_uid)
    assert page.status_code == 200
    assert "元に戻す" in text(page)


@pytest.mark.parametrize("slug", ABOUT_APPLICATION)
def test_a_deed_about_an_application_is_written(owner: Owner, slug: str) -> None:
    uid, round_uid = held_interview(owner.person)
    writing = pen(owner.person, TODAY)
    actions.record_word(writing, uid, round_uid, said=Said.OFFER, on=TODAY)
    typed, told = ABOUT_APPLICATION[slug]

    response = owner.send(f"/applications/{uid}/{slug}/", typed)

    assert response.status_code == 303
    written = owner.told()[-1].model_dump(mode="json")
    assert {**written, **told} == written


@pytest.mark.parametrize("slug", DEEDS)
def test_an_empty_form_is_never_a_fault_of_the_server(owner: Owner, slug: str) -> None:
    uid, round_uid = held_interview(owner.person)
    before = len(owner.told())

    for url in (f"/applications/{uid}/{slug}/", f"/applications/{uid}/rounds/{round_uid}/{slug}/"):
        if owner.open(url).status_code == 404:
            continue
        response = owner.send(url, {})

        assert response.status_code in (200, 303)
        if response.status_code == 200:
            assert "ここだけ直してください" in text(response)
            assert len(owner.told()) == before
        before = len(owner.told())


def test_a_form_that_was_refused_keeps_what_was_typed(owner: Owner) -> None:
    uid, round_uid = held_interview(owner.person)
    url = f"/applications/{uid}/rounds/{round_uid}/word/"

    response = owner.send(url, {"said": "pass", "on": "2026-11-01", "channel": "mail"})

    assert response.status_code == 200
    assert "連絡の日（2026年11月1日(日)）が、受けた日（2026年11月13日(金)）より前です" in text(
        response
    )
    assert 'value="2026-11-01"' in html(response)
    assert 'value="pass" id="word-said_0" checked' in html(response)
    assert 'id="word-on_error"' in html(response)


@pytest.mark.parametrize(
    ("slug", "typed", "place", "said"),
    [
        ("word", {"said": "pass", "on": "2026-11-25"}, "word-on", "まだ来ていません"),
        ("hold", {"stage": "final", "on": "1950-01-01"}, "hold-on", "遠すぎます"),
        ("schedule", {"stage": "final", "on": "2150-01-01"}, "schedule-on", "遠すぎます"),
        (
            "contact",
            {"by": "mail", "on": "2026-11-12"},
            "contact-on",
            "受けた日（2026年11月13日(金)）",
        ),
        ("others", {"said": "pass", "on": "11/19", "count": "多い"}, "others-count", "数字で"),
        ("signals", {"signals": "winked"}, "signals-signals", "選べないもの"),
        ("word", {"said": "maybe", "on": "11/20"}, "word-said", "選べないもの"),
        (
            "word",
            {"said": "offer", "on": "11/20", "answer_by": "2026-11-19"},
            "word-answer_by",
            "連絡が来た日より前です",
        ),
        (
            "others",
            {"said": "pass", "on": "11/19", "count": "1", "held_on": "2026-11-20"},
            "others-held_on",
            "連絡の日より後です",
        ),
        ("offer-due", {}, "offer-due-answer_by", "日にちを入れてください"),
        ("note", {"text": "あ" * 10_001}, "note-text", "長すぎます（10001字）"),
        ("schedule", {"stage": "final", "starts_at": "昼"}, "schedule-starts_at", "13:00 のように"),
    ],
)
def test_a_mistake_is_told_beside_its_field(
    owner: Owner, slug: str, typed: dict[str, Any], place: str, said: str
) -> None:
    uid, round_uid = held_interview(owner.person)
    before = len(owner.told())

    response = owner.send(f"/applications/{uid}/rounds/{round_uid}/{slug}/", typed)

    beside = html(response).partition(f'id="{place}_error"')[2].partition("</ul>")[0]
    assert said in beside
    assert len(owner.told()) == before


def test_a_third_inquiry_is_refused_beside_what_it_is_for(owner: Owner) -> None:
    uid, round_uid = held_interview(owner.person)
    url = f"/applications/{uid}/rounds/{round_uid}/letter/"
    for day in (17, 18):
        owner.send(url, {"situation": "inquiry", "on": f"2026-11-{day}", "medium": "mail"})

    response = owner.send(url, {"situation": "inquiry", "on": "2026-11-20", "medium": "mail"})

    assert "もう2回問い合わせています" in text(response)
    assert 'id="letter-situation_error"' in html(response)


def test_an_offer_that_was_never_made_cannot_be_accepted(owner: Owner) -> None:
    uid, _round = held_interview(owner.person)

    response = owner.send(f"/applications/{uid}/accept/", {"on": "2026-11-20"})

    assert "まだ内定が書きとめられていません" in text(response)


def test_a_form_sent_twice_writes_once(owner: Owner) -> None:
    uid, round_uid = held_interview(owner.person)
    url = f"/applications/{uid}/rounds/{round_uid}/word/"
    shown = owner.open(url)
    typed = {name: field(shown, name) for name in ("csrfmiddlewaretoken", "change")}
    typed |= {"said": "fail", "on": "2026-11-20"}

    first, second = (owner.post(url, typed) for _ in range(2))

    assert [payload.kind for payload in owner.told()].count("word_came") == 1
    assert first.headers["Location"] == second.headers["Location"]


def test_a_removal_sent_twice_leads_on_both_times(owner: Owner) -> None:
    uid, _round = held_interview(owner.person)
    url = f"/applications/{uid}/remove/"
    shown = owner.open(url)
    typed = {name: field(shown, name) for name in ("csrfmiddlewaretoken", "change")}

    first, second = (owner.post(url, typed) for _ in range(2))

    assert first.status_code == second.status_code == 303
    assert first.headers["Location"].startswith("/today/?done=")
    assert owner.page(uid).status_code == 404


def test_a_list_may_send_word_and_gets_its_own_page_back(owner: Owner) -> None:
    uid, round_uid = held_interview(owner.person)
    url = f"/applications/{uid}/rounds/{round_uid}/word/"

    response = owner.send(url, {"said": "pass", "on": "2026-11-20", "next": "/board/?by=state"})

    assert response.headers["Location"].startswith("/board/?by=state&done=")


def test_no_page_of_another_site_is_gone_on_to(owner: Owner) -> None:
    uid, round_uid = held_interview(owner.person)
    url = f"/applications/{uid}/rounds/{round_uid}/word/"

    response = owner.send(
        url, {"said": "pass", "on": "2026-11-20", "next": "https://elsewhere.example/"}
    )

    assert response.headers["Location"].startswith(f"/applications/{uid}/?done=")


def test_htmx_gets_the_application_as_it_is_now_and_the_way_back(owner: Owner) -> None:
    uid, round_uid = held_interview(owner.person)
    url = f"/applications/{uid}/rounds/{round_uid}/word/"

    response = owner.send(url, {"said": "pass", "on": "2026-11-20"}, **HTMX)

    assert response.headers["HX-Retarget"] == "#application"
    assert "<html" not in html(response)
    assert "通過しました。次の選考の日は？" in text(response)
    assert 'id="done" class="done-place" role="status" hx-swap-oob="true"' in html(response)
    assert f'name="next" value="/applications/{uid}/"' in html(response)


def test_htmx_gets_a_refused_form_alone(owner: Owner) -> None:
    uid, round_uid = held_interview(owner.person)
    url = f"/applications/{uid}/rounds/{round_uid}/word/"

    response = owner.send(url, {"said": "pass", "on": "2026-11-01"}, **HTMX)

    assert html(response).lstrip().startswith('<form class="deed"')
    assert f'hx-post="{url}"' in html(response)


def test_a_tapped_example_fills_the_words_and_writes_nothing(owner: Owner) -> None:
    uid, _round = held_interview(owner.person)
    before = len(owner.told())

    response = owner.send(
        f"/applications/{uid}/hold/",
        {"stage": "final", "on": "2026-11-19", "example": "追って連絡します"},
    )

    assert "追って連絡します</textarea>" in html(response)
    assert len(owner.told()) == before


def test_a_date_for_the_next_round_says_that_the_last_one_was_passed(owner: Owner) -> None:
    uid, round_uid = held_interview(owner.person)

    owner.send(
        f"/applications/{uid}/schedule/", {"stage": "final", "on": "2026-12-01", "passed": "on"}
    )

    story = queries.story(owner.person, uid, TODAY)
    assert story is not None
    one = story.state.round(round_uid)
    assert one is not None
    assert one.word is not None
    assert (one.word.said, one.word.on) == (Said.PASS, TODAY)
    assert len({event.change for event in story.events}) == 2


def test_the_next_stage_is_supposed_and_can_be_changed(owner: Owner) -> None:
    uid = actions.add(pen(owner.person, TODAY), Facts(employer="見本商事"), applied_on=TODAY)

    page = owner.open(f"/applications/{uid}/hold/")

    assert f'value="{Stage.FIRST}" id="hold-stage_3" checked' in html(page)


@pytest.mark.parametrize("slug", ["word", "promise", "signals", "contact", "reply", "others"])
def test_what_is_about_a_round_needs_one(owner: Owner, slug: str) -> None:
    uid, _round = held_interview(owner.person)

    assert owner.open(f"/applications/{uid}/{slug}/").status_code == 404


def test_a_deed_that_nobody_knows_is_not_there(owner: Owner) -> None:
    uid, _round = held_interview(owner.person)

    assert owner.open(f"/applications/{uid}/steal/").status_code == 404


def test_the_words_are_read_while_they_are_typed(owner: Owner) -> None:
    held_interview(owner.person)

    read = owner.open("/applications/reading/?said=1週間以内に&on=2026-11-13")

    assert "11月20日(金)" in text(read)
    assert "11月24日(火) から" in text(read)


@pytest.mark.parametrize(
    "query", ["", "said=", "said=1週間&on=昨日より前", "said=1週間&on=0001-01-01"]
)
def test_reading_never_fails(owner: Owner, query: str) -> None:
    assert owner.open(f"/applications/reading/?{query}").status_code == 200
