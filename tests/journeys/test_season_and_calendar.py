"""The calendar and the season in a browser: who can use them, where, and what they give."""

from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.journeys.test_states import TOO_WIDE
from tests.web.seasons import LONG_NAME, TODAY, a_season
from yokame.accounts.actions import ensure_local_person
from yokame.web import calendar_views, season_views

PATHS = ("/calendar/", "/calendar/?month=2026-09", "/calendar/?feed=open", "/season/")
_SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
_CUT = """() => [...document.querySelectorAll(".occasion-employer")]
    .filter(e => e.checkVisibility() && e.scrollWidth > e.parentElement.clientWidth + 1)
    .map(e => e.textContent)"""
_TWO_NAMES = """() => {
    const shown = [...document.querySelectorAll(".streams text")].filter(e => e.checkVisibility());
    const boxes = shown.map(e => [e.textContent, e.getBoundingClientRect()]);
    return boxes.flatMap(([name, a], i) => boxes.slice(i + 1)
        .filter(([, b]) => a.left < b.right && b.left < a.right)
        .filter(([, b]) => a.top < b.bottom && b.top < a.bottom)
        .map(([other]) => `${name} / ${other}`));
}"""


@pytest.fixture(autouse=True)
def on_friday(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (calendar_views, season_views):
        monkeypatch.setattr(module, "today_in_japan", lambda: TODAY)


@pytest.fixture(params=["full", "empty"])
def house(request: pytest.FixtureRequest, address: str) -> str:
    """The address of a house with a season in it, and of one with nothing."""
    person = ensure_local_person()
    if request.param == "full":
        a_season(person)
    return address


@pytest.fixture
def full_house(address: str) -> str:
    """The address of a house with a season in it."""
    a_season(ensure_local_person())
    return address


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_neither_page_keeps_anybody_out(page: Page, house: str, lang: str) -> None:
    page.emulate_media(reduced_motion="reduce")
    for scheme in _SCHEMES if lang == "ja" else _SCHEMES[:1]:
        page.emulate_media(color_scheme=scheme)
        for path in PATHS:
            page.goto(f"{house}{path}{'&' if '?' in path else '?'}lang={lang}")
            page.evaluate("document.querySelectorAll('details').forEach(e => { e.open = true })")

            found = Axe().run(page)

            assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_both_pages_fit_their_screen_and_cut_no_name(page: Page, house: str, lang: str) -> None:
    for path in PATHS:
        page.goto(f"{house}{path}{'&' if '?' in path else '?'}lang={lang}")
        page.evaluate("document.querySelectorAll('details').forEach(e => { e.open = true })")
        for width in (360, 390, 768, 1280):
            page.set_viewport_size({"width": width, "height": 800})

            assert page.evaluate("document.documentElement.scrollWidth") <= width
            assert page.evaluate(TOO_WIDE) == []
            assert page.evaluate(_CUT) == []
            assert page.evaluate(_TWO_NAMES) == []


def test_the_keyboard_leads_from_month_to_month_and_back(page: Page, full_house: str) -> None:
    page.goto(f"{full_house}/calendar/")

    for key, heading in (
        ("ArrowRight", "2026年12月"),
        ("ArrowLeft", "2026年11月"),
        ("ArrowLeft", "2026年10月"),
    ):
        page.keyboard.press(key)
        expect(page.get_by_role("heading", name=heading, exact=True)).to_be_visible()
        page.wait_for_load_state()
    page.goto(f"{full_house}/calendar/")
    page.keyboard.press("j")
    page.keyboard.press("j")
    expect(page.locator("#d-2026-11-24 .occasion").first).to_be_focused()


def test_a_day_of_the_month_leads_to_its_place_in_the_list(page: Page, full_house: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{full_house}/calendar/")

    page.locator(".month-day", has_text="11月26日(木)").click()

    expect(page.locator("#d-2026-11-26")).to_be_in_viewport()
    expect(page.locator("#d-2026-11-26").get_by_text("見本印刷")).to_be_visible()
    expect(page.locator("#d-2026-11-20").get_by_text(LONG_NAME)).to_have_count(1)


def test_a_feed_is_set_up_and_copied(page: Page, full_house: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{full_house}/calendar/")

    page.get_by_text("いつものカレンダーに入れる").click()
    page.get_by_role("button", name="アドレスを作る").click()
    page.get_by_role("link", name="アドレスをコピー").click()
    expect(page.get_by_text("コピーしました")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")

    feed = page.request.get(copied)
    assert feed.headers["content-type"].startswith("text/calendar")
    assert feed.text().startswith("BEGIN:VCALENDAR\r\n")


def test_the_picture_is_saved_as_png(page: Page, full_house: str, tmp_path: Path) -> None:
    page.goto(f"{full_house}/season/")

    with page.expect_download() as waited:
        page.get_by_role("button", name="画像を保存（PNG）").click()

    file = tmp_path / waited.value.suggested_filename
    waited.value.save_as(file)
    assert file.name == "yokame-season.png"
    content = file.read_bytes()
    assert content.startswith(b"\x89PNG\r\n\x1a\n")
    assert int.from_bytes(content[16:20]) == 2400
    assert len(content) > 20_000  # an empty picture of that size takes less


def test_without_javascript_the_pages_are_whole_and_the_svg_remains(
    browser: Browser, full_house: str
) -> None:
    page = browser.new_context(java_script_enabled=False, accept_downloads=True).new_page()
    page.goto(f"{full_house}/season/")
    expect(page.get_by_role("button", name="画像を保存（PNG）")).to_be_hidden()

    with page.expect_download() as waited:
        page.get_by_role("link", name="画像を保存（SVG）").click()

    assert waited.value.suggested_filename == "yokame-season.svg"
    page.goto(f"{full_house}/calendar/")
    page.get_by_role("link", name="次の月").click()
    expect(page.get_by_role("heading", name="2026年12月", exact=True)).to_be_visible()
    page.context.close()
