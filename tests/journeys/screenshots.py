"""Pictures of the pages for the documentation; `make pictures` remakes them.

The question is answered on Friday 20 November 2026, the made-up season of `season.py` is looked at
on Tuesday 24 November, whenever they are made.
"""

import os
from base64 import b64decode
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from threading import Thread
from typing import Literal
from wsgiref.simple_server import WSGIRequestHandler, make_server

from playwright.sync_api import sync_playwright

from tests.journeys.states import link

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "screenshots"
_PHONE, _DESK = 390, 1280
_TALL = 1150

# Name, state of the question or address of the ledger, language, width, scheme.
PICTURES: tuple[tuple[str, str, str, int, Literal["light", "dark"]], ...] = (
    ("first-visit-phone", "empty", "ja", _PHONE, "light"),
    ("answer-phone", "answer", "ja", _PHONE, "light"),
    ("answer-phone-dark", "answer", "ja", _PHONE, "dark"),
    ("low-phone-dark", "low", "ja", _PHONE, "dark"),
    ("no-numbers-phone", "no-numbers", "ja", _PHONE, "light"),
    ("answer-desk", "answer", "ja", _DESK, "light"),
    ("answer-desk-dark", "answer", "ja", _DESK, "dark"),
    ("answer-desk-english", "answer", "en", _DESK, "light"),
    ("ask-desk", "ask", "ja", _DESK, "light"),
    ("today-phone", "/today/", "ja", _PHONE, "light"),
    ("today-phone-dark", "/today/", "ja", _PHONE, "dark"),
    ("today-desk", "/today/", "ja", _DESK, "light"),
    ("today-desk-dark", "/today/", "ja", _DESK, "dark"),
    ("today-desk-english", "/today/", "en", _DESK, "light"),
    ("board-phone", "/board/", "ja", _PHONE, "light"),
    ("board-phone-dark", "/board/", "ja", _PHONE, "dark"),
    ("board-desk", "/board/", "ja", _DESK, "light"),
    ("board-desk-dark", "/board/", "ja", _DESK, "dark"),
    ("table-phone", "/table/", "ja", _PHONE, "light"),
    ("table-phone-dark", "/table/", "ja", _PHONE, "dark"),
    ("table-desk", "/table/", "ja", _DESK, "light"),
    ("table-desk-dark", "/table/", "ja", _DESK, "dark"),
)


class _Quiet(WSGIRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""


@contextmanager
def served() -> Iterator[str]:
    """The address of the pages, as they are on those days."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # Playwright's own loop runs in this thread
    # Settings are read by the import, so that the lines above must come first.
    from yokame.server.wsgi import application

    keep_a_season()
    with make_server("127.0.0.1", 0, application, handler_class=_Quiet) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def keep_a_season() -> None:
    """Write the season, and let it be the day of the pictures from now on."""
    from django.conf import settings
    from django.utils import timezone

    from tests.journeys.season import NOW, TODAY, keep_season
    from yokame.accounts.actions import ensure_local_person
    from yokame.server.migration import migrate
    from yokame.web import calendar_views, season_views, views

    views.today_in_japan = lambda: date(2026, 11, 20)
    for module in (calendar_views, season_views):
        module.today_in_japan = lambda: TODAY
    timezone.now = lambda: NOW
    migrate(settings.ENVIRONMENT.data_dir)
    keep_season(ensure_local_person())


def take(folder: Path = FOLDER) -> list[Path]:
    """Take every picture; a phone's answer from its heading on."""
    folder.mkdir(parents=True, exist_ok=True)
    taken = []
    with served() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"]
        )
        for name, state, lang, width, scheme in PICTURES:
            page = browser.new_page(
                viewport={"width": width, "height": _TALL},
                color_scheme=scheme,
                reduced_motion="reduce",
            )
            is_ledger = state.startswith("/")
            at = f"{address}{state}?lang={lang}" if is_ledger else link(address, state, lang=lang)
            page.goto(at)
            if width == _PHONE and state != "empty" and not is_ledger:
                page.evaluate("scrollTo(0, document.querySelector('#answer').offsetTop - 12)")
            else:
                page.evaluate("scrollTo(0, 0)")
            # WebP, a third of a PNG: Playwright knows it not, but its browser does.
            picture = page.context.new_cdp_session(page).send(
                "Page.captureScreenshot", {"format": "webp", "quality": 88}
            )
            taken.append(folder / f"{name}.webp")
            taken[-1].write_bytes(b64decode(picture["data"]))
            page.close()
        browser.close()
    return taken


if __name__ == "__main__":
    for path in take():
        print(path.name, path.stat().st_size)
