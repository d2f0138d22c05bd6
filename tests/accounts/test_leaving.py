"""Who leaves takes everything along, and nothing that names the person stays behind."""

import io
import json
import zipfile
from collections.abc import Iterator
from datetime import date

import pytest
from django.apps import apps
from django.contrib.sessions.models import Session
from django.db import connection, models
from django.test import Client

from tests.accounts.belongings import MARK, belongings
from tests.accounts.signing_in import known_again, signed_in
from yokame.accounts import actions, leaving
from yokame.accounts.queries import Person
from yokame.accounts.tokens import Scope

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 20)


def models_that_name_a_person() -> list[type[models.Model]]:
    return [
        model
        for model in apps.get_models()
        if any(field.related_model is Person for field in model._meta.concrete_fields)
    ]


def rows_of(person_id: int) -> Iterator[models.Model]:
    for model in models_that_name_a_person():
        for field in model._meta.concrete_fields:
            if field.related_model is Person:
                yield from model._default_manager.filter(**{field.attname: person_id})


def everything_written() -> str:
    """Each cell of each table, whatever its type."""
    cells = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names():
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            cells += [str(cell) for row in cursor.fetchall() for cell in row]
    return "\n".join(cells)


@pytest.mark.usefixtures("on_a_server")
def test_nothing_that_names_the_person_stays_in_any_table(hana: Person, ren: Person) -> None:
    client, other = known_again(hana), known_again(ren)
    belongings(hana)
    person_id, email = hana.pk, str(hana.email)
    rens = [str(row) for row in rows_of(ren.pk)]
    kinds = {type(row).__name__ for row in rows_of(person_id)}
    assert kinds >= {"ApiToken", "EmailAddress", "UserSession", "LedgerEvent", "Application"}
    assert email in everything_written()
    assert MARK in everything_written()

    sent = client.post("/settings/leave/", {"sure": "on"})

    assert sent.headers["Location"] == "/left/"
    assert list(rows_of(person_id)) == []
    assert email not in everything_written()
    assert MARK not in everything_written()
    assert client.get("/left/").status_code == 200
    assert client.get("/settings/").status_code == 302
    # And nothing else went.
    assert [str(row) for row in rows_of(ren.pk)] == rens
    assert other.get("/settings/").status_code == 200


@pytest.mark.usefixtures("on_a_server")
def test_every_browser_that_was_signed_in_is_signed_out(hana: Person, ren: Person) -> None:
    here, elsewhere, other = known_again(hana), signed_in(hana), signed_in(ren)

    here.post("/settings/leave/", {"sure": "on"})

    assert elsewhere.get("/settings/").status_code == 302
    assert other.get("/settings/").status_code == 200
    assert Session.objects.count() == 1


@pytest.mark.usefixtures("on_a_server")
def test_a_browser_that_was_left_open_is_not_enough(hana: Person) -> None:
    client = signed_in(hana)

    asked = client.post("/settings/leave/", {"sure": "on"})

    assert asked.headers["Location"].startswith("/account/reauthenticate/")
    assert Person.objects.filter(pk=hana.pk).exists()
    assert client.post("/settings/tokens/", {"name": "n", "scope": "read"}).status_code == 302
    assert not list(apps.get_model("accounts", "ApiToken")._default_manager.all())


def test_nobody_leaves_by_a_slip_of_the_finger() -> None:
    person = actions.ensure_local_person()

    refused = Client().post("/settings/leave/", {})

    assert refused.status_code == 422
    assert "id_sure_error" in refused.text
    assert Person.objects.filter(pk=person.pk).exists()


def test_on_ones_own_machine_one_begins_anew() -> None:
    person = actions.ensure_local_person()
    actions.change_settings(person, name="山田花")

    Client().post("/settings/leave/", {"sure": "on"})

    assert not Person.objects.exists()
    assert actions.ensure_local_person().name == ""


def test_everything_comes_along_in_one_file_and_no_secret_with_it(hana: Person) -> None:
    token, secret = actions.make_token(hana, name="電話", scope=Scope.READ, today=TODAY)

    packed = zipfile.ZipFile(io.BytesIO(leaving.archive(hana)))
    person = json.loads(packed.read("person.json"))

    assert person["person"]["email"] == "hana@example.ac.jp"
    assert person["person"]["name"] == "山田花"
    assert person["tokens"][0]["name"] == "電話"
    text = "".join(packed.read(name).decode() for name in packed.namelist())
    for hidden in (secret, token.digest, hana.password):
        assert hidden not in text


def test_rooms_above_add_their_files(hana: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(leaving, "TAKE_ALONG", [lambda _person: [("more/name.txt", b"more")]])

    packed = zipfile.ZipFile(io.BytesIO(leaving.archive(hana)))

    assert packed.read("more/name.txt") == b"more"


def test_the_file_has_a_name_with_its_day() -> None:
    response = Client().get("/settings/take-along/")

    assert response.headers["Content-Type"] == "application/zip"
    assert "yokame-20" in response.headers["Content-Disposition"]
    assert response.headers["Cache-Control"] == "private, no-store"
