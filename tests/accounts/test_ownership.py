"""Nobody reaches what is another's: every address of a server is tried as somebody else.

A new address is tried by itself. One with a parameter that `belongings.py` cannot fill fails here.
"""

import io
import zipfile
from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from http import HTTPStatus
from typing import Any

import pytest
from django.apps import apps
from django.db import transaction
from django.http import HttpResponse
from django.test import Client

from tests.accounts import addresses
from tests.accounts.addresses import Address, UnknownParameterError
from tests.accounts.belongings import MARK, TODAY, belongings
from tests.accounts.signing_in import known_again
from yokame.accounts import actions
from yokame.accounts.queries import Person
from yokame.accounts.tokens import Scope

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("on_a_server")]
# What everybody may see. All else is somebody's, or is where one becomes somebody.
OPEN_PAGES = {
    "/",
    "/health/",
    "/left/",
    "/letters/check/",
    "/manifest.webmanifest",
    "/offline/",
    "/sw.js",
}
OPEN_OPERATIONS = {"/api/answer", "/api/promise"}
# Whoever knows such an address may read it: its parameter is the secret that its owner gave out.
SECRET = {"/calendar/feed/<str:token>.ics"}
NOT_OPERATIONS = {"/api/", "/api/openapi.json", "/api/docs"}
TO_SIGN_IN = "/account/"
ASKING = ("get", "post")
CLOSED = (302, 401, 403, 404, 405)

Ask = Callable[[str, str], HttpResponse]


def asking(client: Client, *, carrying: Mapping[str, object] | None = None, **headers: str) -> Ask:
    """Asks for an address by a method, `carrying` what a form or a link names things by."""

    cookies, named = deepcopy(client.cookies), carrying or {}

    def ask(method: str, path: str) -> HttpResponse:
        # Each address is asked by the same browser, though one of them signs it out.
        client.cookies = deepcopy(cookies)
        sent: dict[str, Any] = {"data": {name: str(each) for name, each in named.items()}}
        if path.startswith("/api/") and method != "get":
            sent["content_type"] = "application/json"
        response: HttpResponse = getattr(client, method)(path, headers=headers, **sent)
        return response

    return ask


def with_token(person: Person, carrying: Mapping[str, object] | None = None) -> Ask:
    _token, secret = actions.make_token(person, name="all", scope=Scope.WRITE, today=TODAY)
    return asking(Client(), carrying=carrying, Authorization=f"Bearer {secret}")


def text(response: HttpResponse) -> str:
    """What a response shows, also inside a ZIP."""
    content = response.getvalue()
    if response.headers.get("Content-Type") == "application/zip":
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            content = b"".join(packed.read(name) for name in packed.namelist())
    return content.decode(errors="replace")


def rows_of(person: Person) -> list[str]:
    """Each row that hangs on the person, and the person's own."""
    rows = [str(list(Person.objects.filter(pk=person.pk).values()))]
    for model in apps.get_models():
        for field in model._meta.concrete_fields:
            if field.related_model is Person:
                found = model._default_manager.filter(**{field.attname: person.pk})
                rows += [f"{model.__name__} {row}" for row in found.order_by("pk").values()]
    return rows


def tried(ask: Ask, methods: tuple[str, ...], path: str) -> Iterator[tuple[str, HttpResponse]]:
    """Each method's response, every trace of it taken back afterwards."""
    for method in methods:
        with transaction.atomic():
            yield method, ask(method, path)
            transaction.set_rollback(True)


def statuses(ask: Ask, methods: tuple[str, ...], paths: list[str]) -> list[int]:
    return [each.status_code for path in paths for _, each in tried(ask, methods, path)]


def methods_of(address: Address) -> tuple[str, ...]:
    return (address.method,) if address.method else ASKING


def everywhere() -> list[Address]:
    return [*addresses.pages(), *addresses.operations()]


def test_the_addresses_are_found() -> None:
    routes = {address.route for address in everywhere()}

    assert {"/", "/settings/", "/settings/tokens/<int:token_id>/revoke/"} <= routes
    assert "/account/2fa/webauthn/keys/<int:pk>/remove/" in routes
    assert {"/api/me", *OPEN_OPERATIONS} <= routes


def test_the_document_of_the_api_leaves_no_operation_out() -> None:
    told = {operation.route for operation in addresses.operations()}

    assert addresses.api_routes() - NOT_OPERATIONS == told


def test_an_address_that_the_test_cannot_fill_does_not_pass_unseen() -> None:
    with pytest.raises(UnknownParameterError, match="nobody_knows"):
        Address("/x/<int:nobody_knows>/", ("nobody_knows",)).filled({})


def test_a_secret_address_opens_to_who_knows_it_whole(hana: Person) -> None:
    values, ask = belongings(hana).in_addresses, asking(Client())

    for address in everywhere():
        if address.route in SECRET:
            [path] = address.filled(values)
            [whole] = statuses(ask, ("get",), [path])
            [part] = statuses(ask, ("get",), [path.replace(path[-6], "z")])
            assert (whole, part) == (200, 404)


def test_what_is_hanas_does_not_exist_for_ren(hana: Person, ren: Person) -> None:
    browsers = asking(known_again(hana)), asking(known_again(ren))
    programs = with_token(hana), with_token(ren)
    values = belongings(hana).in_addresses
    wrong = []

    for address in everywhere():
        if address.parameters and address.route not in SECRET:
            owner, stranger = programs if address.is_operation else browsers
            paths, methods = address.filled(values), methods_of(address)
            theirs, got = statuses(owner, methods, paths), statuses(stranger, methods, paths)
            # Only where the owner finds something is a stranger's 404 worth anything.
            is_there = any(status not in (404, 405) for status in theirs)
            is_hidden = set(got) <= {404, 405} and 404 in got
            if not (is_there and is_hidden):
                wrong.append(f"{address.route} {methods}: owner {theirs}, stranger {got}")

    assert wrong == []


def test_hana_sees_what_is_hers(hana: Person) -> None:
    """So that its absence from another's page means something."""
    browser = asking(known_again(hana))
    belongings(hana)

    pages = {each.route for each in addresses.pages() if not each.parameters}
    own = {page for page in pages if not page.startswith(TO_SIGN_IN)}
    shown = {page for page in own if MARK in text(browser("get", page))}

    assert {"/board/", "/table/", "/calendar/", "/settings/", "/settings/tokens/"} <= shown
    assert {"/export/yokame.json", "/settings/take-along/"} <= shown


def test_no_page_of_rens_shows_or_changes_what_is_hanas(hana: Person, ren: Person) -> None:
    client, program = known_again(ren), with_token(ren)
    things = belongings(hana)
    browser = asking(client, carrying=things.in_forms)
    before = rows_of(hana)
    wrong = []

    for address in everywhere():
        ask = program if address.is_operation else browser
        for path in address.filled(things.in_addresses):
            for method, response in tried(ask, methods_of(address), path):
                assert response.status_code < HTTPStatus.INTERNAL_SERVER_ERROR, path
                if MARK in text(response) and address.route not in SECRET:
                    wrong.append(f"{method} {path} shows it")
                if method != "get" and rows_of(hana) != before:
                    wrong.append(f"{method} {path} changes it")

    assert wrong == []
    assert browser("get", "/settings/").status_code == 200


def test_nobody_sees_anything_without_signing_in(hana: Person) -> None:
    things = belongings(hana)
    before = rows_of(hana)
    ask = asking(Client(), carrying=things.in_forms)
    wrong = []

    for address in everywhere():
        for path in address.filled(things.in_addresses):
            is_open = (
                address.route in SECRET
                or path in OPEN_PAGES | OPEN_OPERATIONS
                or path.startswith(TO_SIGN_IN)
            )
            for method, response in tried(ask, methods_of(address), path):
                assert MARK not in text(response) or address.route in SECRET, path
                if not is_open and response.status_code not in CLOSED:
                    wrong.append(f"{method} {path}: {response.status_code}")
                if method != "get" and rows_of(hana) != before:
                    wrong.append(f"{method} {path} changes it")

    assert wrong == []
