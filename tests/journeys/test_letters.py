"""A letter on day eight: written, mended, copied, sent to a real server, and kept."""

import re
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, expect

from tests.notices.writing import own_mail
from tests.outbound.mail_server import Postbox, mail_server
from tests.tracker.writing import held_interview
from yokame.accounts.actions import change_settings, ensure_local_person
from yokame.accounts.queries import Person
from yokame.notices.delivering import deliver_all_due

pytestmark = pytest.mark.django_db(transaction=True)
DAY_EIGHT = datetime(2026, 11, 24, 2, 30, tzinfo=UTC)  # 11:30 in Japan
EMPLOYER = "株式会社見本グローバルロジスティクスソリューションズ東日本"
PHONE: ViewportSize = {"width": 390, "height": 844}
DESK: ViewportSize = {"width": 1280, "height": 900}


@pytest.fixture
def hana(address: str, monkeypatch: pytest.MonkeyPatch) -> Person:  # noqa: ARG001
    """Hana, on the forenoon of day eight."""
    monkeypatch.setattr("yokame.web.ledger.timezone.now", lambda: DAY_EIGHT)
    person = ensure_local_person()
    change_settings(person, name="山田 花子", university="東都大学", reply_mail="hanako@example.jp")
    return person


@pytest.fixture
def uid(hana: Person) -> UUID:
    """An interview eleven days ago, and a week promised."""
    return held_interview(hana, employer=EMPLOYER)[0]


def test_on_a_phone_from_the_application_to_the_record(
    page: Page, context: BrowserContext, address: str, uid: UUID
) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.set_viewport_size(PHONE)
    page.goto(f"{address}/applications/{uid}/")

    page.get_by_role("link", name="連絡文を書く").click()
    page.get_by_role("link", name=re.compile("結果の時期の問い合わせ")).click()
    body = page.get_by_label("本文").input_value()
    page.get_by_role("button", name="本文をコピー").click()
    expect(page.get_by_text("コピーしました。")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    page.get_by_role("button", name="送った", exact=True).click()

    assert copied == body
    assert EMPLOYER in body
    expect(page.get_by_text("連絡文を送ったことを書きとめました")).to_be_visible()
    page.get_by_role("link", name="結果の時期の問い合わせ").first.click()
    expect(page.locator(".as-written")).to_have_text(body)


def test_without_scripts_it_is_written_checked_and_recorded(
    browser: Browser, address: str, uid: UUID
) -> None:
    page = browser.new_page(java_script_enabled=False, viewport=PHONE)
    page.goto(f"{address}/applications/{uid}/letters/new/?situation=inquiry")

    page.get_by_role("button", name="マイページ").click()
    page.get_by_label("本文").fill("御社の山田花子です。")
    page.get_by_role("button", name="点検する").click()
    found = page.locator(".marked").inner_text()
    page.get_by_role("button", name="この内容で書き直す").click()
    page.get_by_role("button", name="直していた文面に戻す").click()
    restored = page.get_by_label("本文").input_value()
    page.get_by_role("button", name="送った", exact=True).click()

    assert "貴社" in found
    assert restored == "御社の山田花子です。"
    expect(page.get_by_text("連絡文を送ったことを書きとめました")).to_be_visible()
    page.close()


def test_while_one_types_what_to_mend_appears_and_goes(page: Page, address: str, uid: UUID) -> None:
    page.goto(f"{address}/applications/{uid}/letters/new/?situation=inquiry")
    body = page.get_by_label("本文")
    good = body.input_value()

    body.fill(good + "\n了解しました。")
    expect(page.locator(".marked")).to_contain_text("承知いたしました")
    body.fill(good)

    expect(page.locator(".all-well")).to_be_visible()
    assert "%E4%BA%86%E8%A7%A3" not in str(page.locator("#letter-mailto").get_attribute("href"))


def test_by_keyboard_alone_and_enter_never_sends(page: Page, address: str, uid: UUID) -> None:
    page.goto(f"{address}/applications/{uid}/letters/new/?situation=inquiry")
    subject = page.get_by_label("件名")
    subject.focus()
    page.keyboard.press("End")
    page.keyboard.type("（再送）")
    page.keyboard.press("Enter")
    expect(page.get_by_label("件名")).to_have_value(re.compile("再送"))
    expect(page).to_have_url(re.compile("/letters/new/"))

    way = page.get_by_role("button", name="電話")
    way.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_label("話すこと")).to_have_value(re.compile("つながったら"))
    aloud = page.get_by_role("button", name="大きな字で見ながら話す")
    aloud.focus()
    page.keyboard.press("Space")

    expect(page.get_by_role("heading", name="つながったら")).to_be_visible()


def test_pressed_send_it_reaches_a_real_server_and_the_page_says_so(
    page: Page, address: str, hana: Person, uid: UUID
) -> None:
    postbox = Postbox()
    with mail_server(postbox) as port:
        own_mail(hana, port, DAY_EIGHT)
        page.set_viewport_size(PHONE)
        page.goto(f"{address}/applications/{uid}/letters/new/?situation=inquiry")
        page.locator("summary", has_text="あて先").click()
        page.get_by_label("あて先のメールアドレス").fill("saiyo@example.co.jp")
        page.get_by_role("button", name="送る前に、もう一度見る").click()
        expect(page.get_by_role("heading", name="この内容で送ります")).to_be_visible()
        assert postbox.messages == []
        page.get_by_role("button", name="送信する").click()
        expect(page.get_by_role("heading", name="送っています")).to_be_visible()
        deliver_all_due(lambda: DAY_EIGHT)
        expect(page.get_by_role("heading", name="送りました")).to_be_visible()

    page.get_by_role("link", name="送った連絡文").click()
    expect(page.get_by_text("saiyo@example.co.jp")).to_be_visible()
    assert len(postbox.messages) == 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_everybody_can_use_the_pages(
    page: Page, address: str, uid: UUID, scheme: Any, size: Any
) -> None:
    page.set_viewport_size(size)
    page.emulate_media(color_scheme=scheme)
    desk = f"{address}/applications/{uid}/letters/new/"

    for url in (
        desk,
        f"{desk}?situation=inquiry",
        f"{desk}?situation=rescheduling&medium=phone",
        f"{address}/letters/check/",
    ):
        page.goto(url)
        assert Axe().run(page).response["violations"] == [], url
        assert page.evaluate("document.documentElement.scrollWidth") <= size["width"], url
