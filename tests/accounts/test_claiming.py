"""What was kept on one's own machine goes on where people sign in."""

import pytest
from django.core import mail
from django.test import Client

from tests.conftest import PASSWORD
from yokame.accounts import actions
from yokame.accounts.errors import AddressTakenError, NobodyToClaimError, NotAnAddressError
from yokame.accounts.queries import Person

pytestmark = pytest.mark.django_db


@pytest.mark.usefixtures("on_a_server")
def test_who_claims_sets_a_password_by_mail_and_finds_everything_there() -> None:
    person = actions.ensure_local_person()
    actions.change_settings(person, university="八日大学")
    client = Client()

    actions.claim_local_person("Hana@example.ac.jp ")
    client.post("/account/password/reset/", {"email": "hana@example.ac.jp"})
    code = next(line for line in str(mail.outbox[0].body).splitlines() if is_code(line))
    client.post("/account/password/reset/confirm/", {"code": code})
    new = {"password1": PASSWORD, "password2": PASSWORD}
    client.post("/account/password/reset/complete/", new)
    client.post("/account/login/", {"login": "hana@example.ac.jp", "password": PASSWORD})

    assert Person.objects.get(email="hana@example.ac.jp").pk == person.pk
    assert "八日大学" in client.get("/settings/").text


def is_code(line: str) -> bool:
    return "-" in line and line == line.upper() and line.replace("-", "").isalnum()


def test_nothing_is_claimed_twice() -> None:
    actions.ensure_local_person()
    actions.claim_local_person("hana@example.ac.jp")

    with pytest.raises(NobodyToClaimError):
        actions.claim_local_person("ren@example.ac.jp")


def test_nobody_elses_account_is_claimed(hana: Person) -> None:
    actions.ensure_local_person()

    with pytest.raises(AddressTakenError, match=r"hana@example\.ac\.jp"):
        actions.claim_local_person(str(hana.email))


@pytest.mark.parametrize("email", ["", "hana", "hana@", "a b@example.ac.jp"])
def test_what_is_no_address_is_said(email: str) -> None:
    actions.ensure_local_person()

    with pytest.raises(NotAnAddressError):
        actions.claim_local_person(email)
