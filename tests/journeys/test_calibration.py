"""The calibration page in a browser: nobody is kept out, and it fits every screen."""

from datetime import date
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.journeys.test_states import TOO_WIDE
from tests.tracker.telling import HELD_ON, told_and_answered
from yokame.accounts.actions import ensure_local_person
from yokame.tracker.payloads import Said
from yokame.web.calibration import views

OCTOBER = date(2026, 10, 5)
_SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


@pytest.fixture(params=["full", "empty"])
def house(request: pytest.FixtureRequest, address: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """A house in which a dozen waits have met their word, and one with nothing."""
    monkeypatch.setattr(views, "today_in_japan", lambda: date(2026, 11, 20))
    person = ensure_local_person()
    for number in range(12 if request.param == "full" else 0):
        said = Said.PASS if number % 3 else Said.FAIL
        told_and_answered(person, number, said, held_on=OCTOBER if number % 2 else HELD_ON)
    return address


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_the_page_keeps_nobody_out_and_fits_every_screen(page: Page, house: str, lang: str) -> None:
    page.emulate_media(reduced_motion="reduce")
    for scheme in _SCHEMES:
        page.emulate_media(color_scheme=scheme)
        page.goto(f"{house}/calibration/?lang={lang}")
        page.evaluate("document.querySelectorAll('details').forEach(e => { e.open = true })")

        found = Axe().run(page)

        assert found.violations_count == 0, found.generate_report()
    for width in (360, 390, 768, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.evaluate(TOO_WIDE) == []
