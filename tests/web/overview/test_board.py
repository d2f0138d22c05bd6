import re

import pytest

from tests.journeys.season import TODAY, uid
from tests.web.applications.owner import HTMX, Owner
from tests.web.overview.pressing import press, take_back
from tests.web.visitor import field, html, text
from yokame.accounts.queries import Person
from yokame.tracker import queries
from yokame.tracker.application import State

LONG = "株式会社見本ロジスティクス・ソリューションズ・ホールディングス"


def columns(page: str) -> dict[str, list[str]]:
    """The employers in each column."""
    found = re.findall(r'<section class="column column-(\w+).*?</section>', page, re.DOTALL)
    parts = re.split(r'<section class="column column-\w+', page)[1:]
    return {
        key: re.findall(r'class="card-name"[^>]*>([^<]+)<', part)
        for key, part in zip(found, parts, strict=True)
    }


def card(page: str, employer: str) -> str:
    """What the card of an employer says."""
    [found] = re.findall(rf'<li class="card [^"]*" id="a-{uid(employer)}">.*?</li>', page)
    return " ".join(re.sub(r"<[^>]+>", " ", found).split())


def test_every_application_that_moves_stands_in_its_column_and_whole(owner: Owner) -> None:
    found = columns(html(owner.open("/board/")))

    assert found == {
        "planned": ["見本エネルギー", "株式会社見本出版"],
        "ahead": ["見本食品", "見本不動産", "見本電機"],
        "waiting": [
            "見本商事",
            "見本通信",
            "見本製作所",
            LONG,
            "見本建設",
            "見本市役所",
            "見本アパレル",
        ],
        "passed": ["見本ソフトウェア"],
        "offer": ["見本銀行"],
    }


def test_a_card_says_where_it_stands_what_to_do_and_how_likely(owner: Owner) -> None:
    page = html(owner.open("/board/"))

    assert card(page, "見本商事").startswith(
        "見本商事 総合職 一次面接 11日待ち 八日目 11月24日(火) 問い合わせる 見込みはやや厳しめ"
    )
    assert "100人中" in card(page, "見本商事")


def test_a_low_chance_has_no_number_and_stands_beside_what_to_do(owner: Owner) -> None:
    told = card(html(owner.open("/board/")), "見本アパレル")

    assert "かなり厳しめ" in told
    assert "待つ" in told
    assert "100人中" not in told


def test_who_wants_no_numbers_sees_none(owner: Owner) -> None:
    Person.objects.update(shows_numbers=False)

    assert "100人中" not in text(owner.open("/board/"))


def test_what_is_over_is_counted_and_listed_in_the_table(owner: Owner) -> None:
    page = html(owner.open("/board/"))

    assert '<a href="/table/?state=failed">ご縁なし 2</a>' in page
    assert "見本化学" not in page


@pytest.mark.parametrize(
    ("employer", "button", "state"),
    [
        ("見本エネルギー", "apply", State.IN_ROUND),
        ("株式会社見本出版", "withdraw", State.WITHDRAWN),
        ("見本商事", "offer", State.OFFERED),
        ("見本商事", "fail", State.FAILED),
        ("見本食品", "withdraw", State.WITHDRAWN),
        ("見本ソフトウェア", "offer", State.OFFERED),
        ("見本銀行", "accept", State.ACCEPTED),
        ("見本銀行", "decline", State.DECLINED),
    ],
)
def test_a_card_is_moved_by_what_happened(
    owner: Owner, employer: str, button: str, state: State
) -> None:
    open_menu = owner.open(f"/board/?move={uid(employer)}")

    done = owner.follow(press(owner, open_menu, f"{button}:"))

    story = queries.story(owner.person, uid(employer), TODAY)
    assert story is not None
    assert story.state.state == state
    assert f"{employer}：" in text(done)


def test_a_move_can_be_taken_back(owner: Owner) -> None:
    open_menu = owner.open(f"/board/?move={uid('見本商事')}")
    before = columns(html(open_menu))

    done = owner.follow(press(owner, open_menu, "fail:"))
    undone = take_back(owner, done)

    assert "見本商事" not in columns(html(done))["waiting"]
    assert columns(html(undone)) == before


def test_with_htmx_a_menu_opens_without_the_rest_of_the_page(owner: Owner) -> None:
    part = html(owner.open(f"/board/?move={uid('見本商事')}", **HTMX))

    assert part.startswith('<form id="board"')
    assert part.count("autofocus") == 1


@pytest.mark.parametrize(
    "button",
    [
        "",
        "pass",
        "pass:x:y",
        f"pass:{uid('見本商事')}:",
        f"withdraw:{uid('見本商事')}:{uid('x')}",
        f"leap:{uid('見本商事')}:",
    ],
)
def test_a_button_that_no_page_has_is_not_found(owner: Owner, button: str) -> None:
    page = press_raw(owner, button)

    assert page == 404


def test_what_the_ledger_refuses_is_said_and_changes_nothing(owner: Owner) -> None:
    stranger = uid("ほかの人の応募")
    before = len(list(queries.cards(owner.person, TODAY)))

    status = press_raw(owner, f"withdraw:{stranger}:")

    assert status == 409
    assert len(list(queries.cards(owner.person, TODAY))) == before


def test_an_empty_board_says_where_to_begin(newcomer: Owner) -> None:
    assert "/applications/new/" in html(newcomer.open("/board/"))


def press_raw(owner: Owner, value: str) -> int:
    """Send a button's value as it stands in no page."""
    token = field(owner.open("/board/"), "csrfmiddlewaretoken")
    return owner.post("/moves/", {"csrfmiddlewaretoken": token, "move": value}).status_code
