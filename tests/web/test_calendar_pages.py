import re
from datetime import date

import pytest
import vobject
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tests.tracker.writing import held_interview
from tests.web.seasons import LONG_NAME, TODAY, a_season
from tests.web.visitor import html, text
from yokame.accounts.actions import ensure_local_person
from yokame.accounts.queries import Person
from yokame.web import calendar_views

pytestmark = pytest.mark.django_db
FEED = re.compile(r'id="feed-url" readonly value="([^"]+)"')


@pytest.fixture(autouse=True)
def on_friday(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(calendar_views, "today_in_japan", lambda: TODAY)


@pytest.fixture
def owner() -> Person:
    return ensure_local_person()


def test_the_calendar_names_every_employer_whole(client: Client, owner: Person) -> None:
    made = a_season(owner)

    page = client.get("/calendar/")

    assert html(page).count(LONG_NAME) >= 3
    assert f"/applications/{made[LONG_NAME]}/" in html(page)
    assert "勤労感謝の日" in text(page)
    for title in ("八日目", "連絡の期限", "内定の返事の期限", "応募の締切", "10:30 最終面接"):
        assert title in text(page)


def test_another_month_is_shown_and_leads_back(client: Client, owner: Person) -> None:
    a_season(owner)

    page = client.get("/calendar/", {"month": "2026-09"})

    assert "2026年9月" in text(page)
    assert "この月の予定" in text(page)
    assert 'href="/calendar/?month=2026-08"' in html(page)
    assert 'href="/calendar/?month=2026-10"' in html(page)


def test_an_empty_calendar_says_what_would_stand_in_it(client: Client) -> None:
    page = client.get("/calendar/")

    assert "書きとめた予定はまだありません" in text(page)
    assert "選考の日を書きとめると" in text(page)


def test_the_page_speaks_english(client: Client, owner: Person) -> None:
    held_interview(owner)

    page = client.get("/calendar/", {"lang": "en"})

    assert "November 2026" in text(page)
    assert "First interview" in text(page)


@pytest.mark.parametrize("is_full", [False, True])
def test_queries_do_not_grow_with_the_season(
    client: Client,
    owner: Person,
    is_full: bool,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    held_interview(owner)
    if is_full:
        a_season(owner)
    client.get("/calendar/")

    # The person, stale answers, the newest event, applications, rounds, the feed
    with django_assert_num_queries(6):
        client.get("/calendar/")


def test_the_file_holds_the_days_and_no_chance(client: Client, owner: Person) -> None:
    a_season(owner)

    response = client.get("/calendar/yokame.ics")

    assert response.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert "yokame.ics" in response.headers["Content-Disposition"]
    calendar = vobject.readOne(response.content.decode())
    titles = {event.summary.value: event for event in calendar.vevent_list}
    assert f"八日目：{LONG_NAME}" in titles
    assert titles["最終面接：見本印刷"].dtstart.value.isoformat() == "2026-11-26T10:30:00+09:00"
    assert titles["応募の締切：見本鉄道"].dtstart.value == date(2026, 11, 30)
    assert "%" not in response.content.decode()
    assert "人中" not in response.content.decode()


def test_a_feed_is_made_read_changed_and_stopped(client: Client, owner: Person) -> None:
    held_interview(owner)
    assert FEED.search(html(client.get("/calendar/"))) is None

    client.post("/calendar/feed/")
    first = feed_address(client)
    opened = Client().get(first)
    client.post("/calendar/feed/")
    second = feed_address(client)
    old, new = Client().get(first), Client().get(second)
    client.post("/calendar/feed/stop/")
    stopped = Client().get(second)

    assert "八日目：見本商事" in opened.content.decode()
    assert (old.status_code, new.status_code, stopped.status_code) == (404, 200, 404)
    assert opened.content == new.content


def feed_address(client: Client) -> str:
    found = FEED.search(html(client.get("/calendar/")))
    assert found is not None
    return found[1].removeprefix("http://testserver")


def test_the_feed_speaks_the_language_of_its_person(client: Client, owner: Person) -> None:
    held_interview(owner)
    client.post("/calendar/feed/")
    address = feed_address(client)
    owner.language = "en"
    owner.save()

    assert "Day 8: 見本商事" in Client().get(address).content.decode()


def test_a_feed_is_not_made_by_looking(client: Client, owner: Person) -> None:
    assert client.get("/calendar/feed/").status_code == 405
    assert client.get("/calendar/feed/stop/").status_code == 405
    assert owner.pk


@pytest.mark.parametrize("host", ["127.0.0.1:8000", "localhost", "[::1]:8000"])
def test_on_ones_own_machine_it_is_said_who_can_read_the_feed(client: Client, host: str) -> None:
    page = client.get("/calendar/", headers={"host": host})

    assert "このパソコンの中だけで動いています" in text(page)


def test_a_guessed_secret_opens_nothing() -> None:
    assert Client().get(f"/calendar/feed/{'0' * 64}.ics").status_code == 404


@pytest.mark.usefixtures("on_a_server")
def test_on_a_server_the_feed_needs_no_sign_in_and_the_page_does(hana: Person, ren: Person) -> None:
    held_interview(hana)
    held_interview(ren, employer="蓮の社")
    browser = Client()
    assert browser.get("/calendar/").status_code == 302
    browser.force_login(hana)
    browser.post("/calendar/feed/")
    address = feed_address(browser)

    opened = Client().get(address)

    assert "見本商事" in opened.content.decode()
    assert "蓮の社" not in opened.content.decode()
