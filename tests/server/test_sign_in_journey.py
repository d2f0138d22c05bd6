"""A season's first minute on a server: an account with a passkey, and one with a password.

Everything is real but the certificate: yokame in processes of its own, a web server in front of it
that speaks HTTPS, an SMTP server, Chromium with a passkey in a virtual device.
"""

import email
import re
import shutil
import time
from collections.abc import Iterator
from dataclasses import dataclass
from email.policy import default

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page, Playwright, expect

from tests.outbound.mail_server import Postbox, mail_server
from tests.server.https_front import HOST, Front, https_front
from tests.server.opened import Open

pytestmark = pytest.mark.browser
PASSWORD = "a good password of this journey"
PHONE = {"width": 390, "height": 844}


@dataclass
class Visit:
    """Someone with a phone, and the letters that came for them."""

    page: Page
    front: Front
    postbox: Postbox

    def open(self, path: str) -> None:
        self.page.goto(self.front.address + path)
        self.look()

    def press(self, name: str) -> None:
        """Press the button of that name, and look at what comes."""
        self.page.get_by_role("button", name=name, exact=True).first.click()

    def look(self) -> None:
        """Nothing on the page keeps anybody out, and nothing is wider than the phone."""
        found = Axe().run(self.page)
        assert found.violations_count == 0, found.generate_report()
        assert self.page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]

    def type_code_from_mail(self) -> None:
        """The code of the newest letter, into the page that asks for it."""
        expect(self.page.get_by_role("button", name="確認する")).to_be_visible()
        self.look()
        message = email.message_from_bytes(self.postbox.messages[-1], policy=default)
        body = message.get_content()
        assert "八日目" in str(message["Subject"]) or "yokame" in str(message["From"])
        code = re.search(r"^[A-Z]{4}-[A-Z]{4}\r?$", body, re.M)
        assert code is not None, body
        self.page.get_by_label("コード").fill(code[0].strip())
        self.press("確認する")


@pytest.fixture
def visit(playwright: Playwright, open_yokame: Open) -> Iterator[Visit]:
    postbox = Postbox()
    with mail_server(postbox) as port:
        yokame = open_yokame(
            DJANGO_SETTINGS_MODULE="yokame.server.settings",
            YOKAME_ALLOWED_HOSTS=HOST,
            YOKAME_SMTP_URL=f"smtp://127.0.0.1:{port}?tls=none",
            YOKAME_MAIL_FROM=f"yokame <yokame@{HOST}>",
        )
        with https_front(yokame.address) as front:
            browser = playwright.chromium.launch(
                executable_path=shutil.which("chromium"),
                args=["--no-sandbox", "--disable-gpu", *front.browser_arguments()],
            )
            context = browser.new_context(viewport=PHONE, reduced_motion="reduce")  # type: ignore[arg-type]
            complaints: list[str] = []
            context.on("console", lambda said: complaints.append(f"{said.type}: {said.text}"))
            yield Visit(context.new_page(), front, postbox)
            browser.close()
            assert [said for said in complaints if said.startswith(("error", "warning"))] == []


def give_passkeys(context: BrowserContext, page: Page) -> None:
    """The device holds passkeys, and knows its owner's finger."""
    devtools = context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    devtools.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2",
                "transport": "internal",
                "hasResidentKey": True,
                "hasUserVerification": True,
                "isUserVerified": True,
            }
        },
    )


def sign_out(visit: Visit) -> None:
    visit.open("/account/logout/")
    visit.press("ログアウト")
    expect(visit.page.get_by_role("link", name="ログイン")).to_be_visible()


def test_an_account_without_a_password(visit: Visit) -> None:
    page = visit.page
    give_passkeys(page.context, page)
    visit.open("/")

    page.get_by_role("link", name="ログイン").click()
    visit.look()
    page.get_by_role("link", name="アカウントを作る").click()
    visit.look()
    page.get_by_role("link", name="パスキーで作る（おすすめ）").click()
    page.get_by_label("メールアドレス").fill("hana@example.ac.jp")
    visit.press("確認コードを送る")
    visit.type_code_from_mail()
    expect(page.get_by_role("heading", name="パスキーを作成")).to_be_visible()
    visit.look()
    visit.press("作成")

    expect(page.get_by_role("link", name="設定")).to_be_visible()
    visit.open("/settings/")
    page.get_by_label("氏名").fill("山田花")
    visit.press("保存する")
    expect(page.get_by_text("保存しました。")).to_be_visible()
    visit.look()

    sign_out(visit)
    page.get_by_role("link", name="ログイン").click()
    visit.press("パスキーでログイン")
    expect(page.get_by_role("link", name="設定")).to_be_visible()
    visit.open("/settings/")
    expect(page.get_by_label("氏名")).to_have_value("山田花")
    for further in ("2fa/", "2fa/webauthn/", "email/", "sessions/", "password/set/"):
        visit.open(f"/account/{further}")

    visit.open("/settings/tokens/")
    page.get_by_label("名前").fill("電話のショートカット")
    visit.press("作る")
    expect(page.get_by_role("heading", name="アクセス確認")).to_be_visible()
    visit.look()
    visit.press("セキュリティキーを使用する")
    expect(page.get_by_label("新しいトークン")).to_contain_text("yokame_")
    visit.look()

    visit.open("/settings/leave/")
    page.get_by_label("データを持ち出した").check()
    visit.press("すべて消して、やめる")
    expect(page.get_by_role("heading", name="すべて消しました")).to_be_visible()
    visit.look()
    visit.open("/settings/")
    expect(page.get_by_role("heading", name="ログイン", exact=True)).to_be_visible()


def test_a_password_an_authenticator_app_and_the_codes_for_when_it_is_lost(visit: Visit) -> None:
    page = visit.page
    visit.open("/account/signup/")
    page.get_by_label("メールアドレス").fill("ren@example.ac.jp")
    page.get_by_label("パスワード").fill(PASSWORD)
    visit.press("確認コードを送る")
    visit.type_code_from_mail()
    expect(page.get_by_role("link", name="設定")).to_be_visible()

    visit.open("/account/2fa/totp/activate/")
    page.get_by_label("パスワード").fill(PASSWORD)
    visit.press("確認する")
    secret = page.get_by_label("認証アプリシークレット").input_value()
    visit.look()
    step = int(time.time()) // 30
    page.get_by_label("認証アプリコード").fill(code_at(secret, step))
    visit.press("有効化する")
    codes = page.get_by_label("未使用のコード").input_value().split()
    visit.look()
    assert len(codes) == 10

    sign_out(visit)
    sign_in_by_password(visit)
    expect(page.get_by_role("heading", name="多要素認証")).to_be_visible()
    visit.look()
    # A code is good once; the next one is good already, for clocks that are a little fast.
    page.get_by_label("コード").first.fill(code_at(secret, step + 1))
    visit.press("ログイン")
    expect(page.get_by_role("link", name="設定")).to_be_visible()

    sign_out(visit)
    sign_in_by_password(visit)
    page.get_by_label("コード").first.fill(codes[0])
    visit.press("ログイン")
    expect(page.get_by_role("link", name="設定")).to_be_visible()

    sign_out(visit)
    for n in range(5):
        sign_in_by_password(visit, f"wrong {n}")
        expect(page.get_by_text("正しくありません")).to_be_visible()
    visit.look()
    sign_in_by_password(visit)
    expect(page.get_by_text("ログイン失敗が連続しています")).to_be_visible()


def code_at(secret: str, step: int) -> str:
    return str(format_hotp_value(hotp_value(secret, step)))


def sign_in_by_password(visit: Visit, password: str = PASSWORD) -> None:
    visit.page.goto(f"{visit.front.address}/account/login/")
    visit.page.get_by_label("メールアドレス").fill("ren@example.ac.jp")
    visit.page.get_by_label("パスワード").fill(password)
    visit.press("パスワードでログイン")
