import re

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tests.journeys.season import NOW, TODAY, uid
from tests.tracker.writing import pen
from tests.web.applications.owner import HTMX, Owner
from tests.web.overview.many import write_many
from tests.web.overview.pressing import press, take_back
from tests.web.visitor import html, text
from yokame.notices import actions as notices
from yokame.notices.models import Channel
from yokame.reports import Stage
from yokame.tracker import actions, queries
from yokame.tracker.actions import Facts, Held
from yokame.tracker.application import State

CALLED = "見本通信"


def state_of(owner: Owner, employer: str) -> State:
    story = queries.story(owner.person, uid(employer), TODAY)
    assert story is not None
    return story.state.state


def test_the_day_begins_with_what_cannot_wait(owner: Owner) -> None:
    page = owner.open("/today/")

    titles = re.findall(r'<h2><a data-item href="[^"]*">([^<]+)</a></h2>', html(page))
    assert titles[:3] == [
        "今日は一次面接",
        "連絡の中身を確かめて、書きとめる",
        "早めに連絡をもらえるか、問い合わせる",
    ]
    assert "14:00〜15:00" in text(page)
    assert "ほかに3件" in text(page)


def test_every_task_leads_to_a_page_that_is_there(owner: Owner) -> None:
    page = html(owner.open("/today/"))

    links = set(re.findall(r'data-item href="([^"?#]+)', page))

    assert len(links) > 4
    for link in links:
        assert owner.open(link).status_code == 200, link


def test_an_inquiry_leads_to_its_letter(owner: Owner) -> None:
    page = html(owner.open("/today/"))

    desk = f"/applications/{uid('見本商事')}/letters/new/"
    query = f"situation=inquiry_other_offer&amp;round={uid('見本商事', Stage.FIRST)}"
    assert page.count(f"{desk}?{query}&amp;other_answer_by=2026-12-01") == page.count(query) > 0


def test_an_offer_that_runs_into_other_words_says_what_may_be_asked(owner: Owner) -> None:
    page = re.sub(r"\s", "", text(owner.open("/today/")))

    assert "見本銀行の返事（12月1日(火)まで）と、重なりそうな連絡" in page
    assert "最終面接は12月8日(火)で、連絡はそのあと" in page
    assert "11月26日(木)までに、返事を待ってもらえるかお願いできます" in page


def test_word_is_recorded_by_choosing_what_was_said_and_can_be_taken_back(owner: Owner) -> None:
    done = owner.follow(press(owner, owner.open("/today/"), f"pass:{uid(CALLED)}"))
    recorded = state_of(owner, CALLED)

    undone = take_back(owner, done)

    assert f"{CALLED}：連絡を書きとめました" in text(done)
    assert recorded == State.PASSED
    assert "task-record_word" in html(undone)
    assert state_of(owner, CALLED) == State.IN_ROUND


def test_one_button_pressed_twice_writes_once_and_two_buttons_write_twice(owner: Owner) -> None:
    page = owner.open("/today/")

    for button in (f"pass:{uid(CALLED)}", f"pass:{uid(CALLED)}", f"hold:{uid('見本商事')}"):
        press(owner, page, button)

    for employer, words in ((CALLED, 2), ("見本商事", 2)):
        story = queries.story(owner.person, uid(employer), TODAY)
        assert story is not None
        kinds = [event.payload.kind for event in story.events]
        assert kinds.count("word_came") == words  # of the documents, and now


def test_with_htmx_only_the_part_that_changed_comes_back(owner: Owner) -> None:
    answer = press(owner, owner.open("/today/"), f"pass:{uid(CALLED)}", **HTMX)

    part = owner.open(answer.headers["Location"], **HTMX)

    assert html(part).startswith('<form id="today"')
    assert 'id="done"' in html(part)
    assert "<html" not in html(part)


def test_an_empty_ledger_says_where_to_begin(newcomer: Owner) -> None:
    page = html(newcomer.open("/today/"))

    for place in ("/applications/new/", "/import/", 'href="/"'):
        assert place in page


def test_a_day_without_tasks_is_calm_and_says_what_is_next(newcomer: Owner) -> None:
    today = pen(newcomer.person, TODAY)
    actions.add(today, Facts(employer="見本"), held=Held(Stage.FIRST, TODAY, said="1週間以内に"))

    page = text(newcomer.open("/today/"))

    assert "今日することは、ありません。" in page
    assert "次は12月1日(火)" in page


@pytest.mark.parametrize("path", ["/today/", "/board/", "/table/"])
def test_the_number_of_queries_does_not_grow_with_the_ledger(
    newcomer: Owner, django_assert_max_num_queries: DjangoAssertNumQueries, path: str
) -> None:
    counts = []
    for n in (30, 270):
        write_many(newcomer.person, n)
        newcomer.open(path)
        with django_assert_max_num_queries(7) as made:
            newcomer.open(path)
        counts.append(len(made))

    assert counts[0] == counts[1]


def test_a_bare_visit_leads_whoever_keeps_a_ledger_to_their_day(owner: Owner) -> None:
    bare, asking = owner.open("/"), owner.open("/?held=2026-11-13&said=1週間以内に")

    assert (bare.status_code, bare.headers["Location"]) == (302, "/today/")
    assert asking.status_code == 200


def test_a_bare_visit_of_somebody_new_asks_the_question(newcomer: Owner) -> None:
    assert newcomer.open("/").status_code == 200


def test_an_answer_can_be_kept_as_an_application(db: None) -> None:  # noqa: ARG001
    page = html(Client().get("/", {"held": "2026-11-13", "said": "1週間以内に", "stage": "final"}))

    found = re.search(r'href="(/applications/new/\?[^"]+)"', page)

    assert found is not None
    assert "held=2026-11-13" in found[1]
    assert "stage=final" in found[1]


def test_a_way_of_being_told_that_is_broken_is_said(newcomer: Owner) -> None:
    well = text(newcomer.open("/today/"))
    channel = notices.save_chat(newcomer.person, "json://localhost:9/", now=NOW)
    Channel.objects.filter(pk=channel.pk).update(is_on=False, problem="service_refused")

    broken = newcomer.open("/today/")

    assert "お知らせが届かなくなっています" not in well
    assert "お知らせが届かなくなっています" in text(broken)
    assert 'href="/settings/notices/"' in html(broken)
