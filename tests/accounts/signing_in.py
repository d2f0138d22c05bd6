"""Browsers without scripts that are signed in on a server."""

from django.test import Client

from tests.conftest import PASSWORD
from yokame.accounts.queries import Person


def signed_in(person: Person) -> Client:
    """By the form, as a person does it who has no second factor."""
    client = Client()
    client.post("/account/login/", {"login": person.email, "password": PASSWORD})
    assert client.get("/settings/").status_code == 200
    return client


def known_again(person: Person) -> Client:
    """Signed in, and asked once more a moment ago, as before what cannot be undone."""
    client = signed_in(person)
    client.post("/account/reauthenticate/", {"password": PASSWORD})
    return client
