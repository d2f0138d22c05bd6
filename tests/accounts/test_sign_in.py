"""Signing in on a server, as a browser without scripts does it; passkeys are in the journey."""

import re

import pytest
from django.core import mail
from django.test import Client

from tests.conftest import PASSWORD
from yokame.accounts.queries import Person

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("on_a_server")]
SIGN_IN, SIGN_UP = "/account/login/", "/account/signup/"


def sign_in(client: Client, email: str, password: str = PASSWORD) -> int:
    return client.post(SIGN_IN, {"login": email, "password": password}).status_code


def test_nobody_sees_a_page_of_the_ledger_without_signing_in() -> None:
    response = Client().get("/settings/")

    assert response.status_code == 302
    assert response.headers["Location"] == f"{SIGN_IN}?next=/settings/"


def test_the_quick_page_and_the_health_of_the_server_stay_open() -> None:
    assert Client().get("/").status_code == 200
    assert Client().get("/health/").status_code == 200
    stylesheet = Client().get("/static/web/yokame.css")
    assert stylesheet.status_code == 200
    stylesheet.close()


def test_an_address_and_a_password_open_the_settings(hana: Person) -> None:
    client = Client()

    assert sign_in(client, hana.email or "") == 302

    assert client.get("/settings/").status_code == 200


def test_an_address_counts_only_once_its_code_was_typed() -> None:
    client = Client()
    typed = {"email": "Sora@example.ac.jp", "password1": PASSWORD}

    sent = client.post(SIGN_UP, typed)
    assert sent.headers["Location"] == "/account/confirm-email/"
    assert client.get("/settings/").status_code == 302
    [message] = mail.outbox
    code = re.search(r"^[A-Z0-9-]{6,12}$", str(message.body), re.M)
    assert code is not None
    assert message.to == ["sora@example.ac.jp"]

    wrong = client.post("/account/confirm-email/", {"code": "BBBB-BBBB"})
    assert wrong.status_code == 200
    client.post("/account/confirm-email/", {"code": code[0]})

    assert client.get("/settings/").status_code == 200
    assert Person.objects.get(email="sora@example.ac.jp").joined_at is not None


@pytest.mark.parametrize("password", ["short", "12345678901234", "password1234", "sora@example"])
def test_a_weak_password_is_refused_with_a_reason(password: str) -> None:
    response = Client().post(SIGN_UP, {"email": "sora@example.ac.jp", "password1": password})

    assert "id_password1_error" in response.text
    assert not Person.objects.filter(email="sora@example.ac.jp").exists()


def test_guessing_passwords_is_stopped_also_for_the_right_one(hana: Person) -> None:
    client = Client()
    for n in range(5):
        assert sign_in(client, hana.email or "", f"wrong {n}") == 200

    response = client.post(SIGN_IN, {"login": hana.email, "password": PASSWORD})

    assert response.status_code == 200
    assert "ログイン失敗が連続しています" in response.text
    assert client.get("/settings/").status_code == 302


def test_a_client_that_tries_many_addresses_is_stopped() -> None:
    client = Client()
    answers = [sign_in(client, f"p{n}@example.ac.jp", "wrong password") for n in range(31)]

    assert answers[:30] == [200] * 30
    assert answers[30] == 429


def test_who_signs_in_from_elsewhere_is_known_by_the_server_in_front(hana: Person) -> None:
    client = Client()
    for n in range(10):
        headers = {"X-Forwarded-For": f"198.51.100.7, 203.0.113.{n}"}
        client.post(SIGN_IN, {"login": f"p{n}@example.ac.jp", "password": "x"}, headers=headers)

    response = client.post(
        SIGN_IN,
        {"login": hana.email, "password": PASSWORD},
        headers={"X-Forwarded-For": "198.51.100.7"},
    )

    assert response.status_code == 302


def test_the_counts_that_throttle_are_shared_by_all_web_processes(hana: Person) -> None:
    from django.core.cache import cache
    from django.db import connection

    sign_in(Client(), hana.email or "", "wrong password")

    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM accounts_cacheentry")
        [count] = cursor.fetchone()
    assert count > 0
    cache.clear()


def test_pages_of_sign_in_speak_the_language_that_is_asked_for() -> None:
    assert "アカウントを作る" in Client().get(SIGN_UP).text
    english = Client().get(SIGN_UP, {"lang": "en"}).text
    assert 'lang="en"' in english
    assert "Create an account" in english


def test_no_page_of_sign_in_holds_a_script_that_the_policy_would_stop(hana: Person) -> None:
    client = Client()
    pages = [SIGN_IN, SIGN_UP, "/account/signup/passkey/", "/account/password/reset/"]
    texts = [client.get(page).text for page in pages]
    sign_in(client, hana.email or "")
    texts += [client.get(page).text for page in ("/account/2fa/", "/account/2fa/webauthn/add/")]

    for text in texts:
        for tag in re.findall(r"<script[^>]*>", text):
            assert "src=" in tag or 'type="application/json"' in tag
        assert re.search(r"\son\w+=|<style|\sstyle=", text) is None


def test_a_session_is_kept_to_https(hana: Person) -> None:
    client = Client()
    sign_in(client, hana.email or "")

    cookie = client.cookies["yokame_session"]
    assert cookie["secure"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
