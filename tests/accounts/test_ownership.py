"""Nobody reaches what is another's: every address of a server is tried as somebody else.

A new address is tried by itself. One with a parameter that `belongings.py` cannot fill fails here.
"""

from collections.abc import Callable, Iterator
from http import HTTPStatus

import pytest
from django.db import connection, transaction
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
OPEN_PAGES = {"/", "/health/", "/left/"}
OPEN_OPERATIONS = {"/api/answer", "/api/promise"}
NOT_OPERATIONS = {"/api/", "/api/openapi.json", "/api/docs"}
TO_SIGN_IN = "/account/"
ASKING = ("get", "post")
CLOSED = (302, 401, 403, 404, 405)

Ask = Callable[[str, str], HttpResponse]


def asking(client: Client, **headers: str) -> Ask:
    """Asks for an address by a method; what is sent along is nothing that a form would take."""

    def ask(method: str, path: str) -> HttpResponse:
        as_json = path.startswith("/api/") and method != "get"
        body = {"content_type": "application/json", "data": "{}"} if as_json else {}
        response: HttpResponse = getattr(client, method)(path, headers=headers, **body)
        return response

    return ask


def with_token(person: Person) -> Ask:
    _token, secret = actions.make_token(person, name="all", scope=Scope.WRITE, today=TODAY)
    return asking(Client(), Authorization=f"Bearer {secret}")


def text(response: HttpResponse) -> str:
    return "" if response.streaming else response.content.decode(errors="replace")


def everything_but_sessions() -> list[str]:
    """Each row of each table, but those that asking itself writes."""
    rows = []
    own = ("django_session", "usersessions_", "accounts_cacheentry", "sqlite_")
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names():
            if not table.startswith(own):
                cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
                rows += sorted(f"{table} {row}" for row in cursor.fetchall())
    return rows


def tried(ask: Ask, methods: tuple[str, ...], path: str) -> Iterator[tuple[str, HttpResponse]]:
    """Each method's response, every trace of it taken back."""
    for method in methods:
        with transaction.atomic():
            yield method, ask(method, path)
            transaction.set_rollback(True)


def methods_of(address: Address) -> tuple[str, ...]:
    return (address.method,) if address.method else ASKING


def test_the_addresses_are_found() -> None:
    routes = {address.route for address in addresses.pages()}

    assert {"/", "/settings/", "/settings/tokens/<int:token_id>/revoke/"} <= routes
    assert "/account/2fa/webauthn/keys/<int:pk>/remove/" in routes
    assert {"/api/me", *OPEN_OPERATIONS} <= {each.route for each in addresses.operations()}


def test_the_document_of_the_api_leaves_no_operation_out() -> None:
    told = {operation.route for operation in addresses.operations()}

    assert addresses.api_routes() - NOT_OPERATIONS == told


def test_an_address_that_the_test_cannot_fill_does_not_pass_unseen() -> None:
    with pytest.raises(UnknownParameterError, match="nobody_knows"):
        Address("/x/<int:nobody_knows>/", ("nobody_knows",)).filled({})


def test_what_is_hanas_does_not_exist_for_ren(hana: Person, ren: Person) -> None:
    browsers = asking(known_again(hana)), asking(known_again(ren))
    values = belongings(hana)
    programs = with_token(hana), with_token(ren)
    before = everything_but_sessions()
    wrong = []

    for address in [*addresses.pages(), *addresses.operations()]:
        if address.parameters:
            owner, stranger = programs if address.is_operation else browsers
            path, methods = address.filled(values), methods_of(address)
            theirs = [each.status_code for _method, each in tried(owner, methods, path)]
            got = [each.status_code for _method, each in tried(stranger, methods, path)]
            # Only where the owner finds something is a stranger's 404 worth anything.
            is_there = any(status not in (404, 405) for status in theirs)
            is_hidden = set(got) <= {404, 405} and 404 in got
            if not (is_there and is_hidden):
                wrong.append(f"{address.route} {methods}: owner {theirs}, stranger {got}")

    assert wrong == []
    assert everything_but_sessions() == before


def test_no_page_of_rens_shows_what_is_hanas(hana: Person, ren: Person) -> None:
    belongings(hana)
    browser, program = asking(known_again(ren)), with_token(ren)
    shown = []

    for address in [*addresses.pages(), *addresses.operations()]:
        if not address.parameters:
            ask = program if address.is_operation else browser
            path = address.filled({})
            for method, response in tried(ask, methods_of(address), path):
                assert response.status_code < HTTPStatus.INTERNAL_SERVER_ERROR, path
                if MARK in text(response):
                    shown.append(f"{method} {path}")

    assert shown == []


def test_nobody_sees_anything_without_signing_in(hana: Person) -> None:
    values = belongings(hana)
    ask = asking(Client())
    before = everything_but_sessions()
    let_in = []

    for address in [*addresses.pages(), *addresses.operations()]:
        path = address.filled(values)
        is_open = path in OPEN_PAGES | OPEN_OPERATIONS or path.startswith(TO_SIGN_IN)
        for method, response in tried(ask, methods_of(address), path):
            assert MARK not in text(response)
            if not is_open and response.status_code not in CLOSED:
                let_in.append(f"{method} {path}: {response.status_code}")

    assert let_in == []
    assert everything_but_sessions() == before
