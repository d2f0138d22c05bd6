"""A season on a phone and at a desk: today, the board and the table on Tuesday 24 November 2026."""

import re
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.journeys.season import NOW, keep_season, uid
from yokame.accounts.actions import ensure_local_person

PHONE = {"width": 390, "height": 844}
PAGES = ("/today/", "/board/", f"/board/?move={uid('見本商事')}", "/table/", "/table/?q=ない会社")
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
CALLED, WAITING = "見本通信", "見本製作所"
_TOO_WIDE = """() => [...document.querySelectorAll("body *")]
    .filter(e => e.checkVisibility() && e.getBoundingClientRect().right > innerWidth + 1
        && !e.closest(".unseen, thead"))
    .map(e => e.outerHTML.slice(0, 80))"""
_CUT = """() => [...document.querySelectorAll("[data-item], .task-of b")]
    .filter(e => e.checkVisibility()
        && (e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).display != "inline"
            || getComputedStyle(e).textOverflow == "ellipsis"))
    .map(e => e.textContent)"""


@pytest.fixture
def ledger(address: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """Where hana's season is served."""
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)
    keep_season(ensure_local_person())
    return address


def test_word_is_noted_in_two_taps_and_taken_back(page: Page, ledger: str) -> None:
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    page.goto(f"{ledger}/today/")
    page.evaluate("document.body.dataset.sameDocument = 'yes'")
    waits = page.get_by_role("region", name="連絡が来たら")

    waits.get_by_text(WAITING).click()
    waits.get_by_role("button", name="通過").locator("visible=true").click()

    done = page.get_by_role("status").locator("form")
    expect(done).to_contain_text(f"{WAITING}：連絡を書きとめました")
    expect(done).to_be_visible()
    expect(waits.get_by_text(WAITING)).to_have_count(0)
    assert page.evaluate("document.body.dataset.sameDocument") == "yes"
    done.get_by_role("button", name="元に戻す").click()
    expect(waits.get_by_text(WAITING)).to_be_visible()


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_the_same_without_javascript(browser: Browser, ledger: str, lang: str) -> None:
    said, undo = {"ja": ("通過", "元に戻す"), "en": ("passed", "Undo")}[lang]
    page = browser.new_context(java_script_enabled=False, viewport=PHONE).new_page()  # type: ignore[arg-type]
    page.goto(f"{ledger}/today/?lang={lang}")

    page.locator(".task-record_word").get_by_role("button", name=said).click()

    expect(page.locator(".task-record_word")).to_have_count(0)
    page.get_by_role("button", name=undo).click()
    expect(page.locator(".task-record_word")).to_have_count(1)
    page.context.close()


def test_a_card_is_moved_from_the_board(page: Page, ledger: str) -> None:
    page.goto(f"{ledger}/board/")

    page.get_by_role("link", name="見本商事：連絡・変更").click()
    expect(page.get_by_role("group", name="見本商事").get_by_role("button").first).to_be_focused()
    page.get_by_role("button", name="内定", exact=True).click()

    offers = page.get_by_role("region", name=re.compile("^内定"))
    expect(offers.get_by_role("link", name="見本商事", exact=True)).to_be_visible()
    expect(page.get_by_role("button", name="元に戻す")).to_be_focused()


def test_the_board_without_javascript_opens_a_menu_in_place(browser: Browser, ledger: str) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{ledger}/board/")

    page.get_by_role("link", name="見本エネルギー：連絡・変更").click()
    page.get_by_role("button", name="応募した").click()

    waits = page.get_by_role("region", name=re.compile("^連絡待ち"))
    expect(waits.get_by_role("link", name="見本エネルギー", exact=True)).to_be_visible()
    page.context.close()


def test_the_table_is_searched_while_one_types_and_keeps_its_address(
    page: Page, ledger: str
) -> None:
    page.goto(f"{ledger}/table/")

    page.get_by_role("searchbox").fill("㈱見本出版")

    expect(page.locator("tbody tr")).to_have_count(1)
    expect(page).to_have_url(re.compile(r"/table/\?q="))
    page.reload()
    expect(page.get_by_role("searchbox")).to_have_value("㈱見本出版")
    expect(page.locator("tbody tr")).to_have_count(1)


def test_the_keyboard_walks_the_rows_and_opens_what_it_says(page: Page, ledger: str) -> None:
    page.goto(f"{ledger}/table/")
    rows = page.locator("tbody [data-item]")

    for key, nth in (("j", 0), ("j", 1), ("k", 0), ("k", 0)):
        page.keyboard.press(key)
        expect(rows.nth(nth)).to_be_focused()

    page.keyboard.press("/")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.type("jk?u")
    expect(page.get_by_role("searchbox")).to_have_value("jk?u")
    page.get_by_role("heading", name="一覧").click()
    page.keyboard.press("g")
    page.keyboard.press("b")
    expect(page).to_have_url(f"{ledger}/board/")


def test_the_keyboard_opens_a_menu_records_word_and_undoes_it(page: Page, ledger: str) -> None:
    page.goto(f"{ledger}/board/")
    page.get_by_role("link", name=WAITING, exact=True).focus()

    page.keyboard.press("m")
    expect(page.get_by_role("button", name="通過", exact=True)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="元に戻す")).to_be_focused()
    page.keyboard.press("u")

    waits = page.get_by_role("region", name=re.compile("^連絡待ち"))
    expect(waits.get_by_role("link", name=WAITING, exact=True)).to_be_visible()


def test_the_help_opens_tells_every_key_and_lets_go_of_the_focus(page: Page, ledger: str) -> None:
    page.goto(f"{ledger}/today/")
    page.keyboard.press("j")

    page.keyboard.press("?")
    dialog = page.get_by_role("dialog", name="キーボードで使う")
    expect(dialog).to_be_visible()
    for key in ("j", "k", "/", "u", "?", "m", "n"):
        expect(dialog.locator("kbd", has_text=re.compile(rf"^{re.escape(key)}$"))).to_have_count(1)
    page.keyboard.press("Escape")

    expect(dialog).to_be_hidden()
    expect(page.locator("[data-item]").first).to_be_focused()


def test_single_keys_can_be_switched_off(page: Page, ledger: str) -> None:
    page.goto(f"{ledger}/today/")
    page.keyboard.press("?")
    page.get_by_label("一文字のキーを使わない").check()
    page.keyboard.press("Escape")

    page.keyboard.press("j")

    expect(page.locator("[data-item]").first).not_to_be_focused()


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_no_page_keeps_anybody_out_or_is_too_wide(page: Page, ledger: str, lang: str) -> None:
    page.emulate_media(reduced_motion="reduce")
    for path in PAGES:
        page.goto(f"{ledger}{path}{'&' if '?' in path else '?'}lang={lang}")
        page.evaluate("document.querySelectorAll('details').forEach(e => { e.open = true })")
        for scheme in SCHEMES if lang == "ja" else SCHEMES[:1]:
            page.emulate_media(color_scheme=scheme)
            found = Axe().run(page)
            assert found.violations_count == 0, (path, found.generate_report())
        for width in (360, 390, 768, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            assert page.evaluate("document.documentElement.scrollWidth") <= width, (path, width)
            assert page.evaluate(_TOO_WIDE) == [], (path, width)
            assert page.evaluate(_CUT) == [], (path, width)


def test_what_is_tapped_is_large_enough(page: Page, ledger: str) -> None:
    """24 CSS pixels, as WCAG 2.2 has it, for what is not part of a sentence."""
    page.set_viewport_size({"width": 360, "height": 800})
    for path in PAGES:
        page.goto(f"{ledger}{path}")

        small = page.evaluate(
            """() => [...document.querySelectorAll("button, summary, .go, .rooms a, .card-move,"
                + " .menu a, .columns-nav a, select, .over a")]
                .filter(e => e.checkVisibility() && Math.min(e.offsetHeight, e.offsetWidth) < 24)
                .map(e => e.outerHTML)"""
        )

        assert small == [], path
