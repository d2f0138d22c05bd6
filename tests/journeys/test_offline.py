"""What can be read without a network: today, the board and the calendar, as they were last seen."""

from datetime import UTC, datetime

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from tests.web.seasons import LONG_NAME, TODAY, Applying, a_season
from yokame.accounts.actions import ensure_local_person
from yokame.web import installed

NOON = datetime(2026, 11, 20, 3, tzinfo=UTC)
# What the browser keeps is told by promises, for which `wait_for_function` does not wait.
_UNTIL_KEPT = """async (path) => {
    for (let tries = 0; tries < 200; tries++) {
        for (const name of await caches.keys()) {
            const isSeen = name.startsWith("seen-");
            if (isSeen && (await (await caches.open(name)).match(path))) return name;
        }
        await new Promise((resolve) => setTimeout(resolve, 50));
    }
}"""
_UNTIL_GONE = """async (start) => {
    for (let tries = 0; tries < 200; tries++) {
        const names = await caches.keys();
        if (!names.some((name) => name.startsWith(start))) return names;
        await new Promise((resolve) => setTimeout(resolve, 50));
    }
}"""
_STYLES = """[...document.styleSheets].map((sheet) => [sheet.href, sheet.cssRules.length])"""
_FOREIGN = """async (path) => {
    const cache = await caches.open("seen-somebody-else");
    await cache.put(path, new Response("<p>hers</p>", { headers: { "Yokame-Person": "x" } }));
}"""


@pytest.fixture
def at_home(page: Page, address: str, monkeypatch: pytest.MonkeyPatch) -> Page:
    """Someone with a season, whose browser has met the service worker and taken its copies."""
    monkeypatch.setattr(timezone, "now", lambda: NOON)
    a_season(ensure_local_person())
    page.goto(f"{address}/calendar/")
    page.evaluate("navigator.serviceWorker.ready.then(() => 0)")
    page.wait_for_function("navigator.serviceWorker.controller")
    for path in installed.PAGES:
        assert page.evaluate(_UNTIL_KEPT, path)
    return page


@pytest.mark.parametrize("path", installed.PAGES)
def test_a_page_opens_offline_and_says_of_when_it_is(
    at_home: Page, address: str, watched: list[str], path: str
) -> None:
    line = at_home.get_by_role("status").filter(has_text="オフライン：11月20日(金)")
    at_home.context.set_offline(True)

    at_home.goto(f"{address}{path}")

    expect(line).to_be_visible()
    expect(at_home.get_by_text(LONG_NAME).first).to_be_visible()
    offline = at_home.evaluate(_STYLES)
    at_home.context.set_offline(False)
    at_home.reload()
    expect(line).to_be_hidden()
    assert offline == at_home.evaluate(_STYLES)
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

    Applying(person, "新しい見本社", TODAY)
    at_home.reload()

    expect(at_home.get_by_text("新しい見本社").first).to_be_visible()


def test_a_page_of_another_person_throws_away_what_was_kept(at_home: Page, address: str) -> None:
    at_home.evaluate(_FOREIGN, "/calendar/")
    assert "seen-somebody-else" in at_home.evaluate("caches.keys()")

    at_home.goto(f"{address}/calendar/")

    assert at_home.evaluate(_UNTIL_GONE, "seen-somebody-else")
    assert at_home.evaluate(_UNTIL_KEPT, "/calendar/")


def test_leaving_throws_away_what_was_kept(at_home: Page, address: str) -> None:
    at_home.goto(f"{address}/left/")

    left = at_home.evaluate(_UNTIL_GONE, "seen-")

    assert len(left) == 1  # the styles, which are nobody's
