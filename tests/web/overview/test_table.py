import re
from datetime import UTC, datetime
from html import unescape

from tests.web.applications.owner import HTMX, Owner
from tests.web.visitor import field, html, text
from yokame.tracker import actions, queries
from yokame.tracker.actions import Pen


def employers(owner: Owner, query: str = "") -> list[str]:
    page = html(owner.open(f"/table/?{query}"))
    return re.findall(r"<th scope=\"row\"><a [^>]*>([^<]+)</a>", page)


def test_every_application_is_there_the_next_day_first_and_the_ended_last(owner: Owner) -> None:
    found = employers(owner)

    assert len(found) == 17
    assert found[:2] == ["見本商事", "見本食品"]
    assert set(found[-3:]) == {"見本観光", "見本化学", "見本保険"}


def test_what_the_address_cannot_mean_is_left_out(owner: Owner) -> None:
    assert len(employers(owner, "state=nowhere&sort=backwards&page=x")) == 17


def test_nothing_found_says_what_to_try(owner: Owner) -> None:
    assert "あてはまる応募はありません" in text(owner.open("/table/?q=ない会社"))


def test_with_htmx_only_the_rows_come_back_with_their_address(owner: Owner) -> None:
    part = html(owner.open("/table/?q=見本&state=over&sort=next", **HTMX))

    assert part.startswith('<div id="table" data-address="/table/?q=')
    assert "<html" not in part


def test_a_filter_is_kept_under_a_name_and_forgotten(owner: Owner) -> None:
    page = owner.open("/table/?state=waiting&sort=chance")
    token = field(page, "csrfmiddlewaretoken")
    query = unescape(field(page, "query"))

    owner.post("/table/views/", {"csrfmiddlewaretoken": token, "query": query, "name": " 待ち "})
    [view] = queries.views(owner.person)
    shown = html(owner.open("/table/"))
    owner.post("/table/views/forget/", {"csrfmiddlewaretoken": token, "name": view.name})

    assert (view.name, view.query) == ("待ち", "state=waiting&sort=chance")
    assert 'href="/table/?state=waiting&amp;sort=chance">待ち' in shown
    assert queries.views(owner.person) == []


def test_a_view_without_a_name_is_not_kept(owner: Owner) -> None:
    token = field(owner.open("/table/?state=over"), "csrfmiddlewaretoken")

    owner.post("/table/views/", {"csrfmiddlewaretoken": token, "query": "state=over", "name": " "})

    assert queries.views(owner.person) == []


def test_an_empty_table_says_where_to_begin(newcomer: Owner) -> None:
    assert "/applications/new/" in html(newcomer.open("/table/"))


def test_a_cell_shows_what_was_typed_and_no_markup(newcomer: Owner) -> None:
    pen = Pen(newcomer.person, datetime(2026, 11, 20, tzinfo=UTC))
    actions.add(pen, actions.Facts(employer="<b>見本</b>"))

    for path in ("/today/", "/board/", "/table/"):
        assert "<b>見本</b>" not in html(newcomer.open(path))
