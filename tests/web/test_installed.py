import json
import struct

import pytest
from django.test import Client
from django.urls import reverse

from yokame.accounts.actions import ensure_local_person
from yokame.accounts.queries import Person
from yokame.web import installed
from yokame.web.installed import PERSON_HEADER, person_key

pytestmark = pytest.mark.django_db


def test_the_manifest_names_icons_that_are_there_in_their_sizes(client: Client) -> None:
    manifest = json.loads(client.get("/manifest.webmanifest").content)

    assert (manifest["start_url"], manifest["display"]) == ("/today/", "standalone")
    for icon in manifest["icons"]:
        response = client.get(icon["src"])
        content = b"".join(response)
        assert response.status_code == 200
        if icon["type"] == "image/png":
            width, height = struct.unpack(">II", content[16:24])
            assert icon["sizes"] == f"{width}x{height}"


def test_the_script_serves_the_whole_house_and_asks_only_for_what_is_there(client: Client) -> None:
    response = client.get("/sw.js")

    assert response.headers["Content-Type"].startswith("text/javascript")
    script = response.content.decode()
    facts = json.loads(script.split("\n", 1)[0].removeprefix("const FACTS = ").removesuffix(";"))
    assert client.get(facts["offline"]).status_code == 200
    assert [client.get(page).status_code for page in facts["pages"]] == [200] * 3
    assert facts["version"]


def test_push_is_taken_in_where_it_is_there(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(installed, "_PUSH", "web/yokame.js")
    with_push = client.get("/sw.js").content.decode()
    monkeypatch.setattr(installed, "_PUSH", "web/no-such.js")
    without = client.get("/sw.js").content.decode()

    assert 'importScripts("/static/web/yokame.js' in with_push
    assert "importScripts" not in without


def test_pages_of_a_ledger_say_whose_they_are_and_no_more(client: Client) -> None:
    owner = ensure_local_person()

    key = client.get("/season/").headers[PERSON_HEADER]

    assert key == person_key(owner) != person_key(Person(pk=owner.pk + 1))
    assert str(owner.pk) != key


@pytest.mark.parametrize("path", ["/", "/offline/", "/sw.js", "/manifest.webmanifest"])
def test_pages_of_nobody_say_nothing_of_a_person(client: Client, path: str) -> None:
    response = client.get(path)

    assert response.status_code == 200
    assert PERSON_HEADER not in response.headers


def test_the_offline_page_speaks_both_languages(client: Client) -> None:
    assert "つながっていません" in client.get("/offline/").content.decode()
    assert "No connection" in client.get("/offline/", {"lang": "en"}).content.decode()


@pytest.mark.usefixtures("on_a_server", "db")
def test_wherever_this_browser_may_change_hands_what_was_kept_is_thrown_away(
    client: Client,
) -> None:
    script = client.get("/sw.js").content.decode()
    facts = json.loads(script.split("\n", 1)[0].removeprefix("const FACTS = ").removesuffix(";"))
    names = ("account_login", "account_logout", "account_signup", "web:left")

    for address in map(reverse, names):
        assert any(address.startswith(end) for end in facts["ends"]), address
    assert not any("/today/".startswith(end) for end in facts["ends"])
