import re
from datetime import UTC, datetime
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from pytest_django import DjangoAssertNumQueries, Settings

from tests.outbound.mail_server import Postbox, mail_server
from tests.outbound.push_service import new_browser
from tests.web.visitor import field, html
from yokame.accounts.actions import ensure_local_person
from yokame.accounts.queries import Person
from yokame.notices import actions, queries
from yokame.notices.delivering import deliver_all_due
from yokame.notices.models import Channel, Delivery
from yokame.notices.notice import Kind, State
from yokame.outbound import Security

pytestmark = pytest.mark.django_db
PAGE = "/settings/notices/"
MAIL = {
    "address": "hana@example.ac.jp",
    "name": "山田 花",
    "host": "127.0.0.1",
    "port": "1025",
    "security": "none",
    "username": "hana",
    "password": "a password of hers",
    "is_on": "on",
}
NOW = datetime(2026, 11, 24, 1, 30, tzinfo=UTC)


@pytest.fixture
def hana() -> Person:
    return ensure_local_person()


@pytest.fixture
def hers(hana: Person) -> Client:  # noqa: ARG001  # the person of this machine
    return Client(enforce_csrf_checks=True)


def send(hers: Client, url: str, typed: dict[str, Any]) -> HttpResponse:
    token = field(hers.get(PAGE), "csrfmiddlewaretoken")  # type: ignore[arg-type]
    return hers.post(url, {"csrfmiddlewaretoken": token, **typed})  # type: ignore[return-value]


def test_the_page_opens_where_nothing_is_set_up(hers: Client) -> None:
    response = hers.get(PAGE)

    assert response.status_code == 200
    assert "まだありません" in response.content.decode()


def test_a_mail_account_is_kept_and_its_password_never_shown(hers: Client, hana: Person) -> None:
    response = send(hers, f"{PAGE}mail/", MAIL)

    assert response.status_code == 303
    shown = hers.get(response.headers["Location"]).content.decode()
    assert "保存しました" in shown
    assert "hana@example.ac.jp" in shown
    assert MAIL["password"] not in shown
    kept = queries.own_mail(hana)
    assert kept is not None
    assert (kept.server.password, kept.server.security) == (MAIL["password"], Security.NONE)


def test_a_password_is_not_in_the_database_as_it_is(hers: Client) -> None:
    send(hers, f"{PAGE}mail/", MAIL)

    [row] = Channel.objects.values()
    assert not any(MAIL["password"] in str(value) for value in row.values())


def test_an_empty_password_leaves_the_one_that_is_kept(hers: Client, hana: Person) -> None:
    send(hers, f"{PAGE}mail/", MAIL)

    send(hers, f"{PAGE}mail/", {**MAIL, "password": "", "name": "花"})

    kept = queries.own_mail(hana)
    assert kept is not None
    assert (kept.name, kept.server.password) == ("花", MAIL["password"])
    assert Channel.objects.count() == 1


def test_a_kept_password_is_told_to_no_other_server(hers: Client, hana: Person) -> None:
    send(hers, f"{PAGE}mail/", MAIL)

    response = send(hers, f"{PAGE}mail/", {**MAIL, "password": "", "host": "127.0.0.2"})

    assert response.status_code == 422
    assert "このサーバーのパスワードを入れてください" in html(response)
    kept = queries.own_mail(hana)
    assert kept is not None
    assert kept.server.host == "127.0.0.1"


@pytest.mark.parametrize(
    "wrong",
    [
        {"address": "hana"},
        {"address": "花@example.jp"},
        {"name": "a\nBcc: x@example.jp"},
        {"host": "日本.example"},
        {"port": "0"},
        {"port": "x"},
        {"security": "maybe"},
        {"password": "全角"},
    ],
)
def test_what_cannot_be_is_said_beside_its_field_and_changes_nothing(
    hers: Client, wrong: dict[str, str]
) -> None:
    response = send(hers, f"{PAGE}mail/", {**MAIL, **wrong})

    assert response.status_code == 422
    assert 'aria-invalid="true"' in html(response)
    assert Channel.objects.count() == 0


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"host": "127.0.0.1", "port": "587"}, "ここからはつなげません"),
        ({"host": "10.0.0.1", "port": "587"}, "ここからはつなげません"),
        ({"host": "8.8.8.8", "port": "6379"}, "このポートは使えません"),
        ({"host": "no-such-host.invalid", "port": "587"}, "サーバーの名前が見つかりません"),
    ],
)
def test_a_server_keeps_no_account_inside_its_own_network(
    hers: Client, settings: Settings, typed: dict[str, str], words: str
) -> None:
    settings.ONLY_PUBLIC_HOSTS = True

    response = send(hers, f"{PAGE}mail/", {**MAIL, "security": "starttls", **typed})

    assert response.status_code == 422
    assert words in html(response)
    assert Channel.objects.count() == 0


def test_a_server_sends_no_password_in_the_open(hers: Client, settings: Settings) -> None:
    settings.ONLY_PUBLIC_HOSTS = True

    response = send(hers, f"{PAGE}mail/", {**MAIL, "host": "8.8.8.8", "port": "587"})

    assert response.status_code == 422
    assert Channel.objects.count() == 0


def subscription() -> dict[str, str]:
    given = new_browser().subscription("https://push.example/abc")
    return {"endpoint": given.endpoint, "p256dh": given.p256dh, "auth": given.auth, "name": "Edge"}


def test_a_browser_subscribes_once_however_often_it_is_pressed(hers: Client) -> None:
    given = subscription()

    for _ in range(2):
        assert send(hers, f"{PAGE}browser/", given).status_code == 303

    channel = Channel.objects.get()
    assert (channel.kind, channel.name, channel.is_on) == (Kind.PUSH, "Edge", True)
    assert not channel.shows_names


def test_what_no_browser_gives_is_refused(hers: Client) -> None:
    response = send(hers, f"{PAGE}browser/", {**subscription(), "p256dh": "x"})

    assert response.status_code == 422
    assert Channel.objects.count() == 0


def test_an_apprise_address_is_kept_and_not_shown(hers: Client) -> None:
    address = "json://localhost:9/token-of-hers"

    response = send(hers, f"{PAGE}chat/", {"address": address})

    assert response.status_code == 303
    assert "token-of-hers" not in hers.get(PAGE).content.decode()
    assert Channel.objects.get().name == "json://…"


def test_an_address_that_apprise_does_not_know_is_refused(hers: Client) -> None:
    response = send(hers, f"{PAGE}chat/", {"address": "nonsense"})

    assert response.status_code == 422
    assert "AppriseのURLの形" in html(response)


def test_a_test_goes_out_and_shows_in_the_list(hers: Client) -> None:
    postbox = Postbox()
    with mail_server(postbox) as port:
        typed = {**MAIL, "port": str(port), "username": "", "password": ""}
        send(hers, f"{PAGE}mail/", typed)
        channel = Channel.objects.get()
        send(hers, f"{PAGE}{channel.pk}/try/", {})
        deliver_all_due()

    assert len(postbox.messages) == 1
    assert "テスト送信です" in hers.get(PAGE).content.decode()
    assert Delivery.objects.get().state == State.SENT


def test_what_went_wrong_is_said_with_what_to_do(hers: Client, hana: Person) -> None:
    send(hers, f"{PAGE}mail/", MAIL)
    Channel.objects.update(problem="login_refused", said="535 no <b>", is_on=False)

    shown = hers.get(PAGE).content.decode()

    assert "アプリパスワードが要ります" in shown
    assert "535 no &lt;b&gt;" in shown
    assert [each.problem for each in queries.broken_channels(hana)] == ["login_refused"]


def test_a_channel_is_switched_and_forgotten(hers: Client) -> None:
    send(hers, f"{PAGE}browser/", subscription())
    channel = Channel.objects.get()

    send(hers, f"{PAGE}{channel.pk}/", {"shows_names": "on"})
    channel.refresh_from_db()
    assert (channel.is_on, channel.shows_names) == (False, True)

    send(hers, f"{PAGE}{channel.pk}/forget/", {})
    assert Channel.objects.count() == 0


@pytest.mark.parametrize("what", ["", "try/", "forget/"])
def test_a_strangers_channel_is_not_there(hers: Client, what: str) -> None:
    ren = Person.objects.create(email="ren@example.ac.jp")
    given = subscription()
    theirs = actions.subscribe_browser(ren, **given, now=NOW)

    response = send(hers, f"{PAGE}{theirs.pk}/{what}", {})

    assert response.status_code == 404
    theirs.refresh_from_db()
    assert theirs.is_on
    assert Delivery.objects.count() == 0


def test_the_page_asks_the_same_questions_however_much_there_is(
    hers: Client, hana: Person, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(12):
        actions.subscribe_browser(
            hana,
            endpoint=f"https://push.example/{number}",
            p256dh="x",
            auth="x",
            name="Edge",
            now=NOW,
        )
        actions.try_channel(hana, Channel.objects.latest("pk").pk, now=NOW)

    with django_assert_num_queries(5):
        shown = hers.get(PAGE).content.decode()

    assert len(re.findall("テスト送信です", shown)) == 12


def test_in_english(hers: Client) -> None:
    shown = hers.get(f"{PAGE}?lang=en").content.decode()

    assert "How notices reach you" in shown


def test_what_was_sent_is_taken_along_and_secrets_are_not(hana: Person) -> None:
    from yokame.accounts import leaving

    actions.save_chat(hana, "json://localhost/token-of-hers", now=NOW)

    files = dict(file for files_of in leaving.TAKE_ALONG for file in files_of(hana))

    assert b"json" in files["notices.json"]
    assert b"token-of-hers" not in files["notices.json"]
    assert b"sealed" not in files["notices.json"]
