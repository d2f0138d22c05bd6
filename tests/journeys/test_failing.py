"""What a person with JavaScript sees where sending the form fails."""

import pytest
from playwright.sync_api import Page, expect

# The sentence beside the button, and the button.
WORDS = {
    "ja": ("送れませんでした", "見通しを見る"),
    "en": ("It could not be sent", "Show the outlook"),
}


def test_a_form_that_is_refused_leads_to_the_page_that_says_why(
    page: Page, address: str, watched: list[str]
) -> None:
    page.goto(address)
    page.context.clear_cookies()

    page.get_by_role("button", name="見通しを見る").click()

    expect(page.get_by_role("heading", name="送信を確かめられませんでした")).to_be_visible()
    assert watched
    assert all("403" in complaint for complaint in watched)
    watched.clear()


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_where_no_server_is_reached_it_is_said_beside_the_button(
    page: Page, address: str, watched: list[str], lang: str
) -> None:
    sentence, go = WORDS[lang]
    page.goto(f"{address}/?lang={lang}")
    expect(page.get_by_role("alert")).to_have_count(0)
    page.context.set_offline(True)

    page.get_by_role("button", name=go).click()

    expect(page.get_by_role("alert")).to_contain_text(sentence)
    assert watched
    watched.clear()
    page.context.set_offline(False)
    page.get_by_role("button", name=go).click()
    expect(page.locator(".advice-do")).to_be_visible()
    expect(page.get_by_role("alert")).to_have_count(0)
