"""What can be read without a network: today, the board and the calendar, as they were last seen."""

import pytest
from playwright.sync_api import Page, expect

from tests.web.seasons import LONG_NAME, TODAY, a_season
from yokame.accounts.actions import ensure_local_person
from yokame.web import calendar_views

_KEPT = """async (path) => {
    for (const name of await caches.keys()) {
        if (name.startsWith("seen-") && await (await caches.open(name)).match(path)) return true;
    }
    return false;
}"""
_FOREIGN = """async (path) => {
    const cache = await caches.open("seen-somebody-else");
    await cache.put(path, new Response("<p>hers</p>", { headers: { "Yokame-Person": "x" } }));
}"""


@pytest.fixture
def at_home(page: Page, address: str, monkeypatch: pytest.MonkeyPatch) -> Page:
    """Someone with a season, whose browser has met the service worker."""
    monkeypatch.setattr(calendar_views, "today_in_japan", lambda: TODAY)
    a_season(ensure_local_person())
    page.goto(f"{address}/calendar/")
    page.evaluate("navigator.serviceWorker.ready.then(() => 0)")
    page.wait_for_function("navigator.serviceWorker.controller")
    page.wait_for_function(_KEPT, arg="/calendar/")
    return page


def test_a_page_seen_before_opens_offline_and_says_of_when_it_is(
    at_home: Page, address: str, watched: list[str]
) -> None:
    at_home.goto(f"{address}/calendar/")
    expect(at_home.get_by_text("時点の内容")).to_be_hidden()

    at_home.context.set_offline(True)
    at_home.reload()

    expect(
        at_home.get_by_role("status").filter(has_text="オフライン：11月20日(金)")
    ).to_be_visible()
    expect(at_home.get_by_text(LONG_NAME).first).to_be_visible()
    styled = at_home.evaluate("getComputedStyle(document.querySelector('.agenda h3')).fontWeight")
    assert styled == "600"
    at_home.context.set_offline(False)
    at_home.reload()
    expect(at_home.get_by_text("時点の内容")).to_be_hidden()
    watched.clear()  # the browser notes that it could not reach the server


def test_a_page_never_seen_says_that_there_is_no_network(
    at_home: Page, address: str, watched: list[str]
) -> None:
    at_home.context.set_offline(True)

    at_home.goto(f"{address}/season/")

    expect(at_home.get_by_role("heading", name="つながっていません")).to_be_visible()
    watched.clear()


def test_online_nothing_is_stale(at_home: Page, address: str) -> None:
    person = ensure_local_person()
    at_home.goto(f"{address}/calendar/")

    person.shows_numbers = False
    person.language = "ja"
    person.save()
    from tests.web.seasons import Applying

    Applying(person, "新しい見本社", TODAY)
    at_home.reload()

    expect(at_home.get_by_text("新しい見本社").first).to_be_visible()


def test_a_page_of_another_person_throws_away_what_was_kept(at_home: Page, address: str) -> None:
    at_home.evaluate(_FOREIGN, "/calendar/")
    assert "seen-somebody-else" in at_home.evaluate("caches.keys()")

    at_home.goto(f"{address}/calendar/")

    at_home.wait_for_function(
        "caches.keys().then((names) => !names.includes('seen-somebody-else'))"
    )
    assert at_home.evaluate(_KEPT, "/calendar/")


def test_leaving_throws_away_what_was_kept(at_home: Page, address: str) -> None:
    at_home.goto(f"{address}/left/")

    at_home.wait_for_function(
        "caches.keys().then((names) => !names.some((name) => name.startsWith('seen-')))"
    )
