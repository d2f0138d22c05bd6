"""A real Chromium walks the pages of a live server, on Friday 20 November 2026.

Every page is watched: what it asks of another host, and what its console complains about (a breach
of the Content-Security-Policy among it), fails the journey.
"""

from collections.abc import Iterator
from datetime import date

import pytest
from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Route
from pytest_django.live_server_helper import LiveServer

from yokame.api import operations
from yokame.web import views


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every journey needs a browser."""
    for item in items:
        if "tests/journeys/" in item.path.as_posix():
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, object]:
    return {
        "executable_path": "/usr/bin/chromium",
        "args": ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
    }


@pytest.fixture(scope="session", autouse=True)
def beside_playwright() -> Iterator[None]:
    """Playwright's own loop runs in this thread, and Django takes that for an async view."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        yield


@pytest.fixture
def address(live_server: LiveServer, monkeypatch: pytest.MonkeyPatch) -> str:
    """Where the page is served."""
    for module in (views, operations):
        monkeypatch.setattr(module, "today_in_japan", lambda: date(2026, 11, 20))
    return str(live_server.url)


@pytest.fixture(autouse=True)
def watched(context: BrowserContext, address: str) -> Iterator[list[str]]:
    """Refuses every other host, and tells afterwards what was asked or complained about.

    A journey that means to fail takes the list, and clears it of the complaint that it expects.
    """
    asked: list[str] = []
    complaints: list[str] = []

    def gate(route: Route) -> None:
        if route.request.url.startswith(address):
            route.continue_()
        else:
            asked.append(route.request.url)
            route.abort()

    def listen(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            complaints.append(message.text)

    def watch(page: Page) -> None:
        page.on("console", listen)
        page.on("pageerror", lambda error: complaints.append(str(error)))

    context.route("**/*", gate)
    context.on("page", watch)
    yield complaints
    assert asked == []
    assert complaints == []
