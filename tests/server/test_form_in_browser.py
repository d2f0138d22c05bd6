import pytest
from playwright.sync_api import Page

from tests.server.opened import Open


@pytest.mark.browser
def test_a_form_can_be_sent_though_its_page_gives_no_referrer(
    open_yokame: Open, page: Page
) -> None:
    yokame = open_yokame()
    page.goto(yokame.address)

    page.get_by_role("button").click()

    assert page.get_by_role("button").inner_text() == "POST"
