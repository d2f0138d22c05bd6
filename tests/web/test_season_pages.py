import re
import xml.etree.ElementTree as ET

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tests.web.seasons import LONG_NAME, TODAY, Applying, a_season
from tests.web.visitor import html, text
from yokame.accounts.actions import ensure_local_person
from yokame.accounts.queries import Person
from yokame.tracker.payloads import Said
from yokame.web import season_views

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def on_friday(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(season_views, "today_in_japan", lambda: TODAY)


@pytest.fixture
def owner() -> Person:
    return ensure_local_person()


def test_a_season_is_told_in_counts_and_never_as_a_rate(client: Client, owner: Person) -> None:
    a_season(owner)

    page = client.get("/season/")

    assert "14社に応募しました" in text(page)
    assert "気になる会社が1社" in text(page)
    assert "%" not in re.sub(r"(?s)<head>.*?</head>", "", html(page))
    for word in ("失敗", "不合格", "連敗", "落ち"):
        assert word not in text(page)


def test_every_stage_that_ended_some_has_something_to_try(client: Client, owner: Person) -> None:
    Applying(owner, "見本商事", TODAY)

    alone = text(client.get("/season/"))
    a_season(owner)

    assert "次にためすなら" not in alone
    assert text(client.get("/season/")).count("次にためすなら") == 3


def test_the_median_counts_those_who_wait(client: Client, owner: Person) -> None:
    a_season(owner)

    page = text(client.get("/season/"))

    assert re.search(r"連絡までの日数のまん中は\d+日（幅は\d+〜\d+日）", page)
    assert re.search(r"まだ連絡のない\d+件も数えています", page)


def test_a_median_that_is_not_reached_is_said_to_be(client: Client, owner: Person) -> None:
    for number in range(9):
        Applying(owner, f"見本{number}社", TODAY.replace(day=1))
    told = [Applying(owner, f"例示{number}社", TODAY.replace(day=1)) for number in range(3)]
    for one in told:
        one.hear(Said.PASS, 3)

    assert "まだ半分に届いていません（12件のうち9件が連絡なし）" in text(client.get("/season/"))


def test_who_wants_no_numbers_sees_no_shares(client: Client, owner: Person) -> None:
    a_season(owner)
    assert "100件あたり" in text(client.get("/season/"))
    owner.shows_numbers = False
    owner.save()

    assert "100件あたり" not in text(client.get("/season/"))


def test_one_track_is_shown_by_itself(client: Client, owner: Person) -> None:
    a_season(owner)

    page = client.get("/season/", {"track": "mid_career"})

    assert "1社に応募しました" in text(page)
    assert 'href="/season/?track=mid_career" aria-current="true"' in html(page)


def test_an_unknown_track_is_all_of_them(client: Client, owner: Person) -> None:
    a_season(owner)

    assert "14社に応募しました" in text(client.get("/season/", {"track": "x"}))


def test_an_empty_season_says_what_would_stand_in_it(client: Client) -> None:
    page = client.get("/season/")

    assert "最初の応募から、流れが見えはじめます" in text(page)
    assert client.get("/season/sankey.svg").status_code == 404


def test_the_picture_is_a_file_of_its_own_without_any_employer(
    client: Client, owner: Person
) -> None:
    made = a_season(owner)

    response = client.get("/season/sankey.svg")

    picture = response.content.decode()
    assert response.headers["Content-Type"].startswith("image/svg+xml")
    root = ET.fromstring(picture)
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert not any(name in picture for name in made)
    assert "応募14社" in picture
    assert "style" not in picture
    assert "href" not in picture


def test_the_drawing_is_told_in_words_too(client: Client, owner: Person) -> None:
    a_season(owner)

    page = html(client.get("/season/"))

    assert 'role="img"' in page
    assert "応募14。進んだ選考：書類選考 14" in page
    assert LONG_NAME not in page


def test_the_page_speaks_english(client: Client, owner: Person) -> None:
    a_season(owner)

    page = text(client.get("/season/", {"lang": "en"}))

    assert "Median time to word" in page
    assert "First interview" in page


@pytest.mark.parametrize("is_full", [False, True])
def test_queries_do_not_grow_with_the_season(
    client: Client,
    owner: Person,
    is_full: bool,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    Applying(owner, "一社", TODAY)
    if is_full:
        a_season(owner)

    # The person, applications, rounds
    with django_assert_num_queries(3):
        client.get("/season/")
