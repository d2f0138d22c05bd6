from datetime import time

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from yokame.accounts import actions, queries
from yokame.accounts.queries import Person

pytestmark = pytest.mark.django_db
TYPED = {
    "name": "山田花",
    "reading": "やまだはな",
    "university": "八日大学",
    "faculty": "文学部",
    "year": "4年",
    "phone": "090-0000-0000",
    "reply_mail": "hana@example.ac.jp",
    "address": "東京都千代田区1-1",
    "language": "ja",
    "shows_numbers": "on",
    "digest_at": "09:00",
    "quiet_from": "22:00",
    "quiet_to": "07:30",
}


def me() -> Person:
    person = queries.local_person()
    assert person is not None
    return person


def test_what_is_typed_is_kept_and_shown_again() -> None:
    client = Client()

    sent = client.post("/settings/", TYPED)
    page = client.get(sent.headers["Location"])

    assert "保存しました" in page.text
    assert me().sender().university == "八日大学"
    assert (me().digest_at, me().quiet_from, me().quiet_to) == (time(9), time(22), time(7, 30))
    for value in ("山田花", "hana@example.ac.jp", 'value="22:00"', 'value="07:30"'):
        assert value in page.text
    assert '<option value="09:00" selected>' in page.text


def test_a_choice_of_language_holds_for_the_pages_too() -> None:
    client = Client()

    client.post("/settings/", {**TYPED, "language": "en"})

    assert me().language == "en"
    assert 'lang="en"' in client.get("/settings/").text


def test_numbers_and_the_digest_can_be_switched_off() -> None:
    typed = {key: value for key, value in TYPED.items() if key != "shows_numbers"}

    Client().post("/settings/", {**typed, "digest_at": ""})

    assert not me().shows_numbers
    assert me().digest_at is None


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", "山田\r\nBcc: x@example.com"),
        ("name", "花" * 101),
        ("reply_mail", "hana"),
        ("language", "fr"),
        ("digest_at", "09:15"),
        ("digest_at", "23:00"),
        ("quiet_from", "25:00"),
        ("quiet_to", ""),
    ],
)
def test_what_cannot_be_kept_is_said_beside_its_field_and_changes_nothing(
    field: str, value: str
) -> None:
    client = Client()
    client.post("/settings/", TYPED)

    refused = client.post("/settings/", {**TYPED, "university": "別の大学", field: value})

    assert refused.status_code == 422
    assert f'id="id_{field}_error"' in refused.text
    assert "別の大学" in refused.text
    assert me().university == "八日大学"


def test_another_sites_form_changes_nothing() -> None:
    client = Client(enforce_csrf_checks=True)

    assert client.post("/settings/", TYPED).status_code == 403
    assert client.post("/settings/leave/", {"sure": "on"}).status_code == 403


def test_the_page_takes_one_query(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    actions.ensure_local_person()

    with django_assert_num_queries(1):
        Client().get("/settings/")


def test_the_list_of_tokens_takes_as_many_queries_with_twenty_as_with_one(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    actions.ensure_local_person()
    client = Client()
    for n in range(20):
        client.post("/settings/tokens/", {"name": f"n{n}", "scope": "read"})

    with django_assert_num_queries(2):
        assert client.get("/settings/tokens/").text.count("/revoke/") == 20


def test_on_ones_own_machine_nothing_of_sign_in_is_offered() -> None:
    page = Client().get("/settings/").text

    assert "/account/" not in page
    assert "/settings/leave/" in page


@pytest.mark.usefixtures("on_a_server")
def test_on_a_server_the_ways_to_sign_in_are_one_link_away(hana: Person) -> None:
    client = Client()
    client.force_login(hana)

    page = client.get("/settings/").text

    for address in ("2fa/", "email/", "password/change/", "sessions/", "logout/"):
        assert f'href="/account/{address}"' in page
