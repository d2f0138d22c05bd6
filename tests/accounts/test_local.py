"""One's own machine: what is let in, and what is not even loaded."""

import subprocess
import sys

import pytest
from django.test import Client

ASK_WHAT_IS_LOADED = """
import sys, django
from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver
get_wsgi_application()
get_resolver().url_patterns
print(*sorted({name for name in sys.modules if name.startswith(%r)}))
"""
SIGN_IN = ("allauth", "fido2", "qrcode", "django.contrib.sessions.models")


@pytest.mark.django_db
def test_the_settings_open_without_signing_in() -> None:
    assert Client().get("/settings/").status_code == 200


@pytest.mark.parametrize("host", ["evil.example", "yokame.example.ac.jp", "192.168.0.2"])
def test_a_foreign_name_is_refused(host: str) -> None:
    assert Client(headers={"host": host}).get("/settings/").status_code == 400


@pytest.mark.parametrize("address", ["192.168.0.2", "203.0.113.9", "2001:db8::1", ""])
def test_another_machine_is_refused_even_under_this_machines_name(address: str) -> None:
    response = Client(REMOTE_ADDR=address, headers={"host": "127.0.0.1"}).get("/settings/")

    assert response.status_code == 403
    assert "YOKAME_ALLOWED_HOSTS" in response.text


@pytest.mark.parametrize("header", ["X-Forwarded-For", "X-Real-IP", "Forwarded"])
def test_what_a_web_server_passes_on_for_others_is_refused(header: str) -> None:
    assert Client(headers={header: "203.0.113.9"}).get("/settings/").status_code == 403


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["127.0.0.1", "127.0.0.2", "::1"])
def test_this_machine_is_let_in(address: str) -> None:
    assert Client(REMOTE_ADDR=address).get("/settings/").status_code == 200


def test_pages_of_sign_in_do_not_exist_here() -> None:
    for page in ("/account/login/", "/account/signup/", "/account/2fa/"):
        assert Client().get(page).status_code == 404


def test_nothing_of_sign_in_is_loaded_here(variables: dict[str, str]) -> None:
    settings = {"DJANGO_SETTINGS_MODULE": "yokame.server.settings"}

    loaded = subprocess.run(
        [sys.executable, "-c", ASK_WHAT_IS_LOADED % (SIGN_IN,)],
        env={**variables, **settings},
        capture_output=True,
        text=True,
        check=True,
    )

    assert loaded.stdout.split() == []
