"""API tokens, from the page that makes them to the program that uses them."""

import re
from datetime import date

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tests.accounts.signing_in import known_again
from yokame.accounts import actions, queries
from yokame.accounts.queries import ApiToken, Person
from yokame.accounts.tokens import Scope, digest, new_secret

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 20)


def ask(secret: str, path: str = "/api/me") -> tuple[int, dict[str, object]]:
    response = Client().get(path, headers={"Authorization": f"Bearer {secret}"})
    return response.status_code, response.json()


@pytest.mark.usefixtures("on_a_server")
def test_a_token_is_shown_once_and_kept_as_a_digest(hana: Person) -> None:
    client = known_again(hana)

    made = client.post("/settings/tokens/", {"name": "電話のショートカット", "scope": "read"})
    [secret] = re.findall(r"yokame_[\w-]{43}", made.text)
    later = client.get("/settings/tokens/")

    [token] = queries.tokens_of(hana)
    assert token.digest == digest(secret)
    assert secret not in later.text
    assert token.prefix in later.text
    assert "電話のショートカット" in later.text


@pytest.mark.usefixtures("on_a_server")
def test_a_program_says_by_its_token_whose_data_it_is_about(hana: Person) -> None:
    _token, secret = actions.make_token(hana, name="n", scope=Scope.READ, today=TODAY)

    status, body = ask(secret)

    assert status == 200
    assert body == {"name": "山田花", "email": hana.email, "language": "ja", "scope": "read"}


@pytest.mark.usefixtures("on_a_server")
def test_without_a_token_the_api_of_a_server_says_nothing(hana: Person) -> None:
    response = Client().get("/api/me")

    assert response.status_code == 401
    assert response.headers["WWW-Authenticate"] == "Bearer"
    assert response.json()["code"] == "token_needed"
    signed_in = Client()
    signed_in.force_login(hana)
    assert signed_in.get("/api/me").status_code == 401


@pytest.mark.parametrize("secret", ["", "wrong", new_secret()])
def test_a_token_that_nobody_made_is_refused_also_on_ones_own_machine(secret: str) -> None:
    status, body = ask(secret)

    assert status == 401
    assert body["code"] == "token_needed"


def test_on_ones_own_machine_a_program_needs_one_too() -> None:
    person = actions.ensure_local_person()
    _token, secret = actions.make_token(person, name="n", scope=Scope.WRITE, today=TODAY)

    assert Client().get("/api/me").status_code == 401
    expected = {"name": "", "email": None, "language": "ja", "scope": "write"}
    assert ask(secret) == (200, expected)


def test_a_revoked_token_is_useless_at_once(hana: Person) -> None:
    token, secret = actions.make_token(hana, name="n", scope=Scope.WRITE, today=TODAY)
    assert ask(secret)[0] == 200

    actions.revoke_token(token)

    assert ask(secret)[0] == 401
    assert not ApiToken.objects.exists()


@pytest.mark.usefixtures("on_a_server")
def test_nobody_revokes_the_token_of_another(hana: Person, ren: Person) -> None:
    token, _secret = actions.make_token(hana, name="n", scope=Scope.READ, today=TODAY)
    client = Client()
    client.force_login(ren)

    assert client.post(f"/settings/tokens/{token.pk}/revoke/").status_code == 404
    client.force_login(hana)
    assert client.post(f"/settings/tokens/{token.pk}/revoke/").status_code == 302
    assert not ApiToken.objects.exists()


def test_someone_who_may_not_sign_in_may_not_use_a_token_either(hana: Person) -> None:
    _token, secret = actions.make_token(hana, name="n", scope=Scope.READ, today=TODAY)
    Person.objects.filter(pk=hana.pk).update(is_active=False)

    assert ask(secret)[0] == 401


@pytest.mark.parametrize(
    ("held", "wanted", "enough"),
    [
        (Scope.READ, Scope.READ, True),
        (Scope.READ, Scope.WRITE, False),
        (Scope.WRITE, Scope.READ, True),
        (Scope.WRITE, Scope.WRITE, True),
    ],
)
def test_who_may_write_may_read(held: Scope, wanted: Scope, enough: bool) -> None:
    assert held.allows(wanted) is enough


def test_the_last_day_of_use_is_written_once_a_day(
    hana: Person, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    token, _secret = actions.make_token(hana, name="n", scope=Scope.READ, today=TODAY)

    actions.note_token_used(token, today=TODAY)
    token.refresh_from_db()
    assert token.last_used_on == TODAY
    with django_assert_num_queries(0):
        actions.note_token_used(token, today=TODAY)


@pytest.mark.parametrize("name", ["", "a" * 101, "two\nlines"])
def test_a_token_needs_a_name_that_can_be_shown(name: str) -> None:
    response = Client().post("/settings/tokens/", {"name": name, "scope": "read"})

    assert response.status_code == 422
    assert "id_name_error" in response.text
    assert not ApiToken.objects.exists()
