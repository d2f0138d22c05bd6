"""An application enters by one short form, or from a question's link."""

import re
from typing import Any

import pytest

from tests.tracker.writing import held_interview
from tests.web.applications.owner import HTMX, Owner
from tests.web.visitor import field, html, text
from yokame.tracker import queries
from yokame.tracker.payloads import (
    Added,
    Applied,
    ContactCame,
    EmployersJoined,
    LetterSent,
    PromiseHeard,
    RoundHeld,
    SignalsNoticed,
)

ADD = "/applications/new/"
SHORT = {
    "employer": "株式会社みほん",
    "begun": "applied",
    "applied_on": "11/18",
    "track": "new_grad",
}


def test_one_who_applied_waits_for_the_documents(owner: Owner) -> None:
    page = owner.follow(owner.send(ADD, SHORT))

    assert [type(payload) for payload in owner.told()] == [Added, Applied, RoundHeld]
    assert "書類選考の連絡を待っています" in text(page)
    assert "株式会社みほん：応募を書きとめました" in text(page)


def test_what_one_only_thinks_of_is_planned(owner: Owner) -> None:
    typed = {**SHORT, "begun": "planned", "entry_due_on": "2026-11-30"}

    page = owner.follow(owner.send(ADD, typed))

    assert [type(payload) for payload in owner.told()] == [Added]
    assert "締切は11月30日(月)、あと10日です" in text(page)


def test_a_questions_link_fills_in_the_form(owner: Owner) -> None:
    query = (
        "said=1週間以内に&held=2026-11-13&track=mid_career&stage=final&signal=own_feeling_good"
        "&signal=longer_than_planned&contact=phone&contact_on=2026-11-19&size=2000"
        "&public_sector=on&policy=everyone&asked=2026-11-18"
    )

    page = html(owner.open(f"{ADD}?{query}"))

    for told in ('name="begun" value="held"', 'name="stage" value="final"',
                 'name="track" value="mid_career"', 'name="signal" value="own_feeling_good"',
                 'name="signal" value="longer_than_planned"', 'name="contact" value="phone"',
                 'name="policy" value="everyone"'):  # fmt: skip
        assert "checked" in page.partition(told)[2].partition(">")[0], told
    for value in ("2026-11-13", "2026-11-19", "2026-11-18", "2000"):
        assert f'value="{value}"' in page
    assert "1週間以内に</textarea>" in page


def test_all_that_a_question_knows_is_remembered(owner: Owner) -> None:
    typed = {
        **SHORT,
        "begun": "held",
        "stage": "final",
        "held": "2026-11-13",
        "said": "1週間以内に",
        "signal": ["own_feeling_good"],
        "contact": "phone",
        "contact_on": "2026-11-19",
        "asked": "2026-11-18",
        "size": "2000",
        "via_agent": "on",
    }

    page = owner.follow(owner.send(ADD, typed))

    added, held, promise, signals, letter, contact = owner.told()
    assert isinstance(added, Added)
    assert (added.facts.size, added.facts.via_agent) == (2000, True)
    kinds = [type(payload) for payload in (held, promise, signals, letter, contact)]
    assert kinds == [RoundHeld, PromiseHeard, SignalsNoticed, LetterSent, ContactCame]
    assert "連絡の中身を確かめて、書きとめる" in text(page)


def test_a_form_sent_twice_adds_one_application(owner: Owner) -> None:
    shown = owner.open(ADD)
    hidden = {name: field(shown, name) for name in ("csrfmiddlewaretoken", "change")}

    first, second = (owner.post(ADD, {**SHORT, **hidden}) for _ in range(2))

    assert [payload.kind for payload in owner.told()].count("added") == 1
    assert first.headers["Location"] == second.headers["Location"]


def test_an_employer_one_applied_to_before_is_said_before_a_second_entry(owner: Owner) -> None:
    uid, _round = held_interview(owner.person, employer="見本商事株式会社")
    typed = {**SHORT, "employer": "㈱見本商事", "course": "夏インターン"}

    asked = owner.send(ADD, typed)
    written = owner.send(ADD, {**typed, "known": "1"})

    assert "ここには前にも応募しています" in text(asked)
    assert f'href="/applications/{uid}/"' in html(asked)
    assert "別の応募として書きとめる" in text(asked)
    assert 'value="夏インターン"' in html(asked)
    page = owner.follow(written)
    assert "この会社への、ほかの応募" in text(page)


def test_what_is_there_already_is_said_while_the_name_is_typed(owner: Owner) -> None:
    held_interview(owner.person, employer="見本商事株式会社")

    part = owner.open("/applications/new/before/?employer=見本商事", **HTMX)
    nothing = owner.open("/applications/new/before/?employer=ほかの会社", **HTMX)

    assert "ここには前にも応募しています" in text(part)
    assert text(nothing).strip() == ""


def test_another_name_of_an_employer_is_suggested_and_joined_on_ones_word(owner: Owner) -> None:
    held_interview(owner.person, employer="見本製作所")
    typed = {**SHORT, "employer": "見本"}

    asked = owner.send(ADD, typed)
    key = field(asked, "same")
    page = owner.follow(owner.send(ADD, {**typed, "known": "1", "same": key}))

    assert "「見本製作所」と同じ会社" in text(asked)
    assert isinstance(owner.told()[-1], EmployersJoined)
    assert "この会社への、ほかの応募" in text(page)
    assert "別の会社に分ける" in text(page)


def test_joined_employers_are_taken_apart_again(owner: Owner) -> None:
    uid, _round = held_interview(owner.person, employer="見本製作所")
    other, _round = held_interview(owner.person, employer="みほん")
    url = f"/applications/{other}/same-employer/"
    key = field(owner.open(url), "into")

    joined = owner.follow(owner.send(url, {"into": key}))
    change = field(joined, "undo")
    apart = owner.follow(owner.undo(change, next=f"/applications/{uid}/"))

    assert "この会社への、ほかの応募" in text(joined)
    assert "この会社への、ほかの応募" not in text(apart)


def test_a_third_name_joins_both_that_are_one_already(owner: Owner) -> None:
    first, _round = held_interview(owner.person, employer="見本製作所")
    held_interview(owner.person, employer="みほん")
    held_interview(owner.person, employer="MIHON精機")
    url = f"/applications/{first}/same-employer/"
    offered = re.findall(r'name="into" value="([^"]*)"', html(owner.open(url)))

    for key in offered:
        owner.send(url, {"into": key})

    [last] = queries.employers(owner.person)
    assert len(offered) == 2
    assert last == offered[-1]


@pytest.mark.parametrize(
    ("typed", "place", "said"),
    [
        ({"employer": ""}, "id_employer", "ここを入れてください"),
        ({"applied_on": ""}, "id_applied_on", "日にちを入れてください"),
        ({"applied_on": "2026-11-21"}, "id_applied_on", "まだ来ていません"),
        ({"begun": "held", "held": "1950-01-01"}, "id_held", "遠すぎます"),
        ({"begun": "held", "held": "11/13", "contact": "phone"}, "id_contact_on", "連絡のあった日"),
        ({"begun": "held", "held": "11/13", "contact": "phone", "contact_on": "11/12"},
         "id_contact_on", "より前です"),
        ({"size": "0"}, "id_size", "1以上"),
        ({"url": "あ" * 1001}, "id_url", "長すぎます（1001字）"),
        ({"same": "nobody", "known": "1"}, "id_same", "選べないもの"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_beside_its_field_and_nothing_is_written(
    owner: Owner, typed: dict[str, Any], place: str, said: str
) -> None:
    response = owner.send(ADD, {**SHORT, **typed})

    assert response.status_code == 200
    assert said in html(response).partition(f'id="{place}_error"')[2].partition("</ul>")[0]
    assert owner.told() == []


def test_the_kind_of_hiring_is_that_of_the_last_application(owner: Owner) -> None:
    owner.send(ADD, {**SHORT, "track": "mid_career"})

    assert 'name="track" value="mid_career" id="id_track_1" checked' in html(owner.open(ADD))
