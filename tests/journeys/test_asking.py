import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.states import link

TITLE = re.compile("の見通し")


def test_an_answer_appears_without_a_reload(page: Page, address: str) -> None:
    page.goto(address)
    page.evaluate("document.body.dataset.sameDocument = 'yes'")

    page.get_by_role("button", name="1週間以内に連絡します", exact=True).click()
    page.get_by_label("いつ受けましたか").fill("2026-11-13")
    page.get_by_text("最終面接", exact=True).click()
    page.get_by_role("button", name="見通しを見る").click()

    expect(page.get_by_role("heading", name="今日すること")).to_be_in_viewport()
    expect(page.get_by_role("heading", name=TITLE)).to_be_focused()
    expect(page.get_by_label("なんと言われましたか")).to_have_value("1週間以内に連絡します")
    assert page.evaluate("document.body.dataset.sameDocument") == "yes"
    assert page.url == f"{address}/"


def test_the_same_journey_in_english(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_role("navigation").get_by_role("link", name="English").click()

    page.get_by_role("button", name="We will contact you within a week").click()
    page.get_by_label("When was it?").fill("2026-11-13")
    page.get_by_role("button", name="Show the outlook").click()

    expect(page.get_by_role("heading", name="Outlook for")).to_be_focused()
    expect(page.get_by_role("heading", name="Today")).to_be_visible()
    assert page.evaluate("document.documentElement.lang") == "en"


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_the_same_journey_without_javascript(browser: Browser, address: str, lang: str) -> None:
    words = {"ja": ("いつ受けましたか", "見通しを見る"), "en": ("When was it?", "Show the outlook")}
    held, go = words[lang]
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{address}/?lang={lang}")

    page.get_by_label(held).fill("2026-11-13")
    page.get_by_role("button", name=go).click()

    expect(page.locator(".advice-do")).to_be_visible()
    expect(page.get_by_label(held)).to_have_value("2026-11-13")
    page.context.close()


def test_an_example_answers_at_once_without_javascript(browser: Browser, address: str) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(address)

    page.get_by_role("button", name="追って連絡します").click()

    expect(page.get_by_label("なんと言われましたか")).to_have_value("追って連絡します")
    expect(page.locator(".advice-do")).to_be_visible()
    page.context.close()


def _tab_to(page: Page, name: str) -> None:
    """Press Tab until a field of that name, or the button without one, has the focus."""
    for _step in range(60):
        page.keyboard.press("Tab")
        focused = page.evaluate("[document.activeElement.name, document.activeElement.type]")
        if focused[0] == name and (name or focused[1] == "submit"):
            return
    raise AssertionError(f"Tab never reaches {name!r}")


def test_the_keyboard_is_enough(page: Page, address: str) -> None:
    page.goto(address)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="本文へ")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("1週間以内に連絡します")
    for name, keys in (("held", "11132026"), ("track", "ArrowRight"), ("", "Enter")):
        _tab_to(page, name)
        if keys.isdigit():
            page.keyboard.type(keys)
        else:
            page.keyboard.press(keys)

    expect(page.get_by_role("heading", name=TITLE)).to_be_focused()
    expect(page.get_by_role("radio", name="中途")).to_be_checked()
    expect(page.get_by_label("いつ受けましたか")).to_have_value("2026-11-13")


def test_enter_in_a_field_asks_for_the_answer_and_takes_no_example(
    page: Page, address: str
) -> None:
    page.goto(link(address, "answer"))
    page.get_by_text("もっと詳しく").click()

    page.get_by_label("社員の人数").fill("300")
    page.get_by_label("社員の人数").press("Enter")

    expect(page.get_by_role("heading", name=TITLE)).to_be_focused()
    expect(page.get_by_label("なんと言われましたか")).to_have_value("1週間以内に連絡します")
    expect(page.get_by_label("社員の人数")).to_have_value("300")


def test_a_mistake_is_told_where_it_is_and_can_be_mended(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_label("いつ受けましたか").fill("2027-01-01")
    page.get_by_role("button", name="見通しを見る").click()
    expect(page.get_by_role("heading", name="ここだけ直してください")).to_be_focused()

    page.get_by_role("link", name="いつ受けましたか").click()
    expect(page.get_by_label("いつ受けましたか")).to_be_focused()
    expect(page.get_by_label("いつ受けましたか")).to_have_attribute("aria-invalid", "true")
    page.get_by_label("いつ受けましたか").fill("2026-11-13")
    page.get_by_role("button", name="見通しを見る").click()

    expect(page.get_by_role("heading", name=TITLE)).to_be_focused()
    expect(page.locator(".error")).to_have_count(0)


def test_switching_the_language_after_an_answer_keeps_the_question(
    page: Page, address: str
) -> None:
    page.goto(address)
    page.get_by_label("なんと言われましたか").fill("来週中に")
    page.get_by_role("button", name="見通しを見る").click()
    expect(page.get_by_role("heading", name=TITLE)).to_be_focused()

    page.get_by_role("navigation").get_by_role("link", name="English").click()

    expect(page.get_by_role("heading", name="Outlook for")).to_be_visible()
    expect(page.get_by_label("What did they say?")).to_have_value("来週中に")


def test_the_link_is_copied_and_opens_the_same_answer(page: Page, address: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(link(address, "answer"))
    chance = page.locator(".chance-number").inner_text()

    page.get_by_role("link", name="URLをコピー").click()
    expect(page.get_by_role("status")).to_have_text("コピーしました")
    copied = page.evaluate("navigator.clipboard.readText()")
    page.goto(copied)

    assert page.locator(".chance-number").inner_text() == chance


def test_the_link_works_without_javascript(browser: Browser, address: str) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(link(address, "answer"))

    page.get_by_role("link", name="URLをコピー").click()

    assert "held=2026-11-13" in page.url
    expect(page.locator(".advice-do")).to_be_visible()
    page.context.close()


def test_part_time_hides_the_stage_that_it_does_not_need(page: Page, address: str) -> None:
    page.goto(address)

    page.get_by_text("アルバイト・パート", exact=True).click()

    expect(page.get_by_text("最終面接", exact=True)).to_be_hidden()


def test_nothing_of_a_question_stays_in_the_browser(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_label("なんと言われましたか").fill("ひみつ")
    page.get_by_role("button", name="見通しを見る").click()
    expect(page.get_by_role("heading", name=TITLE)).to_be_focused()

    kept = page.evaluate("JSON.stringify([localStorage, sessionStorage, history.state])")

    assert "ひみつ" not in kept
    assert {cookie["name"] for cookie in page.context.cookies()} == {"csrftoken"}


def test_the_page_can_be_printed_without_its_form(page: Page, address: str) -> None:
    page.goto(link(address, "answer"))

    page.emulate_media(media="print")

    expect(page.locator(".ask")).to_be_hidden()
    expect(page.locator(".advice")).to_be_visible()


def test_the_documentation_of_the_api_obeys_the_same_policy(page: Page, address: str) -> None:
    page.goto(f"{address}/api/docs")

    expect(page.get_by_text("/api/answer")).to_be_visible()
