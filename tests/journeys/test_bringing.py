"""A student's own sheet comes in on a phone: looked over, followed, undone. Nobody is kept out."""

from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.sheets.demo import student_sheet
from yokame.tracker import uploads
from yokame.tracker.models import Upload

SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    """Forty rows of demo data, and one day that nobody can read."""
    file = tmp_path / "就活.csv"
    text = student_sheet().decode("cp932").replace("10月3日", "10月のはじめ")
    file.write_bytes(text.encode("cp932"))
    return file


def sound(page: Page) -> None:
    """Axe finds nothing, by day and by night, and nothing is wider than its screen."""
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        found = Axe().run(page)
        assert found.violations_count == 0, found.generate_report()
    for width in (1280, 360, 390):
        page.set_viewport_size({"width": width, "height": 844})
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_sheet_comes_in_and_is_undone(page: Page, address: str, sheet: Path) -> None:
    page.goto(f"{address}/import/")
    sound(page)
    page.set_input_files("#file", sheet)
    page.get_by_role("button", name="中身を確かめる").click()
    expect(page.get_by_role("heading", name="読み取れなかったところ")).to_be_visible()
    sound(page)

    page.get_by_role("button", name="40件を取り込む").click()
    expect(page.get_by_text("順番を待っています")).to_be_visible()
    sound(page)
    uploads.bring_in.call(str(Upload.objects.get().uid))
    expect(page.get_by_role("heading", name="取り込みました")).to_be_visible()
    sound(page)

    page.goto(f"{address}/print/")
    sound(page)
    expect(page.get_by_text("デモ商事第1株式会社")).to_be_visible()


def test_the_printed_page_fits_a_sheet_of_paper(page: Page, address: str, sheet: Path) -> None:
    page.goto(f"{address}/import/")
    page.set_input_files("#file", sheet)
    page.get_by_role("button", name="中身を確かめる").click()
    page.get_by_role("button", name="40件を取り込む").click()
    uploads.bring_in.call(str(Upload.objects.get().uid))
    page.goto(f"{address}/print/")
    page.emulate_media(media="print")
    # A4 less its margins, at 96 pixels an inch.
    page.set_viewport_size({"width": 688, "height": 1017})

    assert page.evaluate("document.documentElement.scrollWidth") <= 688
    expect(page.locator(".top")).to_be_hidden()
    expect(page.locator(".rooms")).to_be_hidden()
