from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.journeys.states import STATES, link

TOO_WIDE = """() => [...document.querySelectorAll("body *")]
    .filter(e => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest(".unseen"))
    .map(e => e.outerHTML.slice(0, 80))"""


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("state", STATES)
def test_no_state_keeps_anybody_out(page: Page, address: str, state: str, lang: str) -> None:
    page.emulate_media(reduced_motion="reduce")
    # Colours do not depend on the language.
    for scheme in _SCHEMES if lang == "ja" else _SCHEMES[:1]:
        page.emulate_media(color_scheme=scheme)
        page.goto(link(address, state, lang=lang))
        page.evaluate("document.querySelectorAll('details').forEach(e => { e.open = true })")

        found = Axe().run(page)

        assert found.violations_count == 0, found.generate_report()


_SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("state", STATES)
def test_every_state_fits_its_screen(page: Page, address: str, state: str, lang: str) -> None:
    page.goto(link(address, state, lang=lang))
    page.evaluate("document.querySelectorAll('details').forEach(e => { e.open = true })")
    for width in (360, 390, 768, 1280):
        page.set_viewport_size({"width": width, "height": 800})

        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.evaluate(TOO_WIDE) == []


@pytest.mark.parametrize("state", STATES)
def test_what_is_tapped_is_large_enough(page: Page, address: str, state: str) -> None:
    """24 CSS pixels, as WCAG 2.2 has it, for what is not part of a sentence."""
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(link(address, state))

    small = page.evaluate(
        """() => [...document.querySelectorAll("button, summary, .chips label, .keep-link, nav a")]
            .filter(e => e.checkVisibility() && !e.matches(".ask-enter"))
            .filter(e => Math.min(e.offsetHeight, e.offsetWidth) < 24).map(e => e.outerHTML)"""
    )

    assert small == []
