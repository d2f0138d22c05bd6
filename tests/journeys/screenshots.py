"""Pictures of the pages for the documentation; `make pictures` remakes them.

Whenever they are made, the first page shows Friday 20 November 2026, and the ledger that of
`season.py` on Tuesday 24 November.
"""

import os
from base64 import b64decode
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import product
from pathlib import Path
from threading import Thread
from typing import Literal
from unittest.mock import patch
from wsgiref.simple_server import WSGIRequestHandler, make_server

from playwright.sync_api import Browser, Page, sync_playwright

from tests.journeys.states import link

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "screenshots"
_PHONE, _DESK = 390, 1280
_TALL = 1150

Scheme = Literal["light", "dark"]
_SCHEMES: tuple[Scheme, ...] = ("light", "dark")
_FRIDAY_20 = datetime(2026, 11, 20, 3, tzinfo=UTC)

# Name, state, language, width, scheme.
FIRST_PAGE: tuple[tuple[str, str, str, int, Scheme], ...] = (
    ("first-visit-phone", "empty", "ja", _PHONE, "light"),
    ("answer-phone", "answer", "ja", _PHONE, "light"),
    ("answer-phone-dark", "answer", "ja", _PHONE, "dark"),
    ("low-phone-dark", "low", "ja", _PHONE, "dark"),
    ("no-numbers-phone", "no-numbers", "ja", _PHONE, "light"),
    ("answer-desk", "answer", "ja", _DESK, "light"),
    ("answer-desk-dark", "answer", "ja", _DESK, "dark"),
    ("answer-desk-english", "answer", "en", _DESK, "light"),
    ("ask-desk", "ask", "ja", _DESK, "light"),
)


# Pages of the ledger by their name, each on a phone and a desk, by day and by night.
LEDGER = {
    "today": "/today/",
    "board": "/board/",
    "table": "/table/",
    "calendar": "/calendar/",
    "season": "/season/",
    "calibration": "/calibration/",
    "application": "/applications/{waiting}/",
    "new": "/applications/new/",
    "letter": "/applications/{waiting}/letters/new/?situation=inquiry",
    "import": "/import/",
    "settings": "/settings/",
    "notices": "/settings/notices/",
}
_WIDTHS = {"phone": _PHONE, "desk": _DESK}
NAMES = {name for name, *_rest in FIRST_PAGE} | {
    "-".join(parts) for parts in product(LEDGER, _WIDTHS, _SCHEMES)
}


class _Quiet(WSGIRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""


@contextmanager
def served() -> Iterator[str]:
    """The address of an empty yokame."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # Playwright has a loop of its own
    # Settings are read by the import, so that the lines above must come first.
    from django.core.management import call_command

    from yokame.server.wsgi import application

    call_command("migrate", verbosity=0)
    with make_server("127.0.0.1", 0, application, handler_class=_Quiet) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def take(folder: Path = FOLDER) -> None:
    """Take every picture."""
    folder.mkdir(parents=True, exist_ok=True)
    with served() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"]
        )
        with patch("django.utils.timezone.now", lambda: _FRIDAY_20):
            _take_first_page(browser, address, folder)
        _take_ledger(browser, address, folder)
        browser.close()


def _take_first_page(browser: Browser, address: str, folder: Path) -> None:
    """The question and its answer; a phone's answer from its heading on."""
    for name, state, lang, width, scheme in FIRST_PAGE:
        with _opened(browser, link(address, state, lang=lang), width, scheme) as page:
            if width == _PHONE and state != "empty":
                page.evaluate("scrollTo(0, document.querySelector('#answer').offsetTop - 12)")
            _picture(page, folder / f"{name}.webp")


def _take_ledger(browser: Browser, address: str, folder: Path) -> None:
    """Every page of the ledger, of a made-up season."""
    from tests.journeys.season import NOW, TODAY, keep_season, uid
    from tests.tracker.telling import remember
    from yokame.accounts.actions import change_settings, ensure_local_person

    hana = ensure_local_person()
    change_settings(hana, name="見本 花子", university="見本大学", faculty="経済学部", year="4年")
    with patch("django.utils.timezone.now", lambda: NOW):
        keep_season(hana)
        remember(hana, TODAY)
        for name, screen, scheme in product(LEDGER, _WIDTHS, _SCHEMES):
            url = address + LEDGER[name].format(waiting=uid("見本商事"))
            with _opened(browser, url, _WIDTHS[screen], scheme) as page:
                _picture(page, folder / f"{name}-{screen}-{scheme}.webp")


@contextmanager
def _opened(browser: Browser, url: str, width: int, scheme: Scheme) -> Iterator[Page]:
    page = browser.new_page(
        viewport={"width": width, "height": _TALL},
        color_scheme=scheme,
        reduced_motion="reduce",
        locale="ja-JP",
    )
    page.goto(url)
    page.evaluate("scrollTo(0, 0)")
    yield page
    page.close()


def _picture(page: Page, file: Path) -> None:
    """WebP, a third of a PNG: Playwright knows it not, but its browser does."""
    picture = page.context.new_cdp_session(page).send(
        "Page.captureScreenshot", {"format": "webp", "quality": 84}
    )
    file.write_bytes(b64decode(picture["data"]))
    print(file.name, file.stat().st_size)


if __name__ == "__main__":
    take()
