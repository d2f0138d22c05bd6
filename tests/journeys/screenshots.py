"""Pictures of the page for the documentation; `make pictures` remakes them.

They show Friday 20 November 2026, whenever they are made.
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

# Name, state, language, width, scheme.
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
)


class _Quiet(WSGIRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""


@contextmanager
def served() -> Iterator[str]:
    """The address of the page, as it is on that day."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    # Settings are read by the import, so that the line above must come first.
    from yokame.server.wsgi import application
    from yokame.web import views

    views.today_in_japan = lambda: date(2026, 11, 20)
    with make_server("127.0.0.1", 0, application, handler_class=_Quiet) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


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
            page.goto(link(address, state, lang=lang))
            if width == _PHONE and state != "empty":
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
