"""The page on which a person chooses how they are told, and a notice that a browser shows."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page, expect

from yokame.accounts.actions import ensure_local_person
from yokame.notices import actions
from yokame.notices.models import Channel

pytestmark = pytest.mark.django_db(transaction=True)
NOW = datetime(2026, 11, 20, 1, 30, tzinfo=UTC)


def two_ways() -> None:
    """Two channels, one of them broken, and a test that waits to be sent."""
    hana = ensure_local_person()
    channel = actions.subscribe_browser(
        hana,
        endpoint="https://push.example/1",
        p256dh="x",
        auth="x",
        name="Chrome · Android",
        now=NOW,
    )
    actions.try_channel(hana, channel.pk, now=NOW)
    actions.save_chat(hana, "json://localhost:9/", now=NOW)
    Channel.objects.filter(kind="chat").update(
        is_on=False, problem="service_refused", said="401 Unauthorized"
    )


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_everybody_can_use_the_page(page: Page, address: str, width: int, scheme: Any) -> None:
    two_ways()
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)

    page.goto(f"{address}/settings/notices/")

    assert Axe().run(page).response["violations"] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_permission_is_asked_for_only_when_the_button_is_pressed(page: Page, address: str) -> None:
    page.add_init_script(
        "window.asked = 0;"
        "Notification.requestPermission = async () => { window.asked += 1; return 'denied'; };"
    )
    page.goto(f"{address}/settings/notices/")
    button = page.get_by_role("button", name="このブラウザーで受け取る")
    expect(button).to_be_visible()
    assert page.evaluate("window.asked") == 0

    button.click()

    expect(page.locator("[data-push-said]")).to_contain_text("ブラウザーの設定で止められています")
    assert page.evaluate("window.asked") == 1
    assert Channel.objects.count() == 0


def test_a_browser_that_subscribes_is_kept_with_its_keys(page: Page, address: str) -> None:
    """No push service can be reached from here, so the browser's answer is put in its place."""
    given = {
        "endpoint": "https://push.example/abc",
        "keys": {"p256dh": "B" * 87, "auth": "a" * 22},
    }
    page.add_init_script(
        "Notification.requestPermission = async () => 'granted';"
        f"PushManager.prototype.subscribe = async (o) => ({{toJSON: () => ({json.dumps(given)})}});"
    )
    page.goto(f"{address}/settings/notices/")

    page.get_by_role("button", name="このブラウザーで受け取る").click()

    expect(page.locator(".told")).to_contain_text("お知らせを受け取ります")
    channel = Channel.objects.get()
    assert channel.kind == "push"
    assert channel.name.startswith("Chrome")


def test_a_notice_that_comes_in_is_shown_and_without_names(
    page: Page, address: str, context: BrowserContext
) -> None:
    context.grant_permissions(["notifications"], origin=address)
    page.goto(f"{address}/settings/notices/")
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    wire = context.new_cdp_session(page)
    found: list[str] = []
    wire.on(
        "ServiceWorker.workerRegistrationUpdated",
        lambda event: found.extend(each["registrationId"] for each in event["registrations"]),
    )
    wire.send("ServiceWorker.enable")
    page.wait_for_timeout(500)
    notice = {"title": "八日目です", "body": "本文", "path": "/today/", "tag": "ask:1"}

    wire.send(
        "ServiceWorker.deliverPushMessage",
        {"origin": address, "registrationId": found[0], "data": json.dumps(notice)},
    )

    # Playwright does not wait for a promise of a condition's, so the page itself looks again.
    shown = """async () => {
        const home = await navigator.serviceWorker.ready;
        for (let tries = 0; tries < 300; tries++) {
            const all = await home.getNotifications();
            if (all.length) return all.map(n => (
                {title: n.title, body: n.body, tag: n.tag, path: n.data.path}));
            await new Promise(resolve => setTimeout(resolve, 100));
        }
        return [];
    }"""
    assert page.evaluate(shown) == [notice]
