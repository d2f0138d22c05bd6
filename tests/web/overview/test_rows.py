"""The rows of the table, from cards built by hand, without a ledger."""

from datetime import date

import pytest
from django.http import QueryDict

from tests.tracker.cards import TUESDAY, ahead, answer, application, offered, planned, waiting
from yokame.tracker.application import State
from yokame.tracker.card import Card
from yokame.web.overview.faces import Reader
from yokame.web.overview.table import Filter, rows
from yokame.wording import Language

READER = Reader(TUESDAY, Language.JA, shows_numbers=True)
CARDS = [
    waiting(answer(prob=0.7), "株式会社見本商事"),
    Card(application("見本電機", priority=3, course="エンジニア"), ahead(None).round, None),
    planned(date(2026, 11, 26), "見本エネルギー"),
    offered(date(2026, 11, 25), "見本銀行"),
    Card(application("見本観光", state=State.FAILED, last_number=9), None, None),
    waiting(answer(prob=0.3), "Mihon Foods Inc.", on=date(2026, 10, 20)),
]


def found(query: str) -> list[str]:
    return [face.employer for face in rows(CARDS, Filter.of(QueryDict(query)), READER)]


@pytest.mark.parametrize(
    ("state", "employers"),
    [
        ("active", 5),
        ("over", ["見本観光"]),
        ("failed", ["見本観光"]),
        ("waiting", 2),
        ("ahead", ["見本電機"]),
        ("planned", ["見本エネルギー"]),
        ("offered", ["見本銀行"]),
        ("nowhere", 6),
    ],
)
def test_a_state_filters_and_an_unknown_one_does_not(
    state: str, employers: int | list[str]
) -> None:
    left = found(f"state={state}")

    assert (len(left) if isinstance(employers, int) else left) == employers


@pytest.mark.parametrize(
    ("words", "employers"),
    [
        ("（株）見本商事", ["株式会社見本商事"]),
        ("㈱見本商事", ["株式会社見本商事"]),
        ("商事", ["株式会社見本商事"]),
        ("ＭＩＨＯＮ　foods", ["Mihon Foods Inc."]),
        ("ｴﾝｼﾞﾆｱ", ["見本電機"]),
        ("ない会社", []),
        ("株式会社", ["株式会社見本商事"]),
    ],
)
def test_a_search_finds_an_employer_in_every_spelling_and_a_course(
    words: str, employers: list[str]
) -> None:
    assert found(f"q={words}") == employers


@pytest.mark.parametrize(
    ("sort", "first"),
    [
        ("next", ["見本銀行", "見本エネルギー"]),
        ("state", ["見本エネルギー"]),
        ("days", ["Mihon Foods Inc.", "株式会社見本商事"]),
        ("chance", ["株式会社見本商事", "Mihon Foods Inc."]),
        ("priority", ["見本電機"]),
        ("changed", ["見本観光"]),
        ("backwards", ["見本銀行", "見本エネルギー"]),
    ],
)
def test_a_sort_puts_first_what_it_is_about(sort: str, first: list[str]) -> None:
    ordered = found(f"sort={sort}")

    assert len(ordered) == len(CARDS)
    assert ordered[: len(first)] == first


def test_what_is_over_stands_last_where_days_or_states_are_sorted_by() -> None:
    assert [found(f"sort={sort}")[-1] for sort in ("next", "state")] == ["見本観光", "見本観光"]


def test_an_address_keeps_what_was_asked_and_leaves_out_what_is_usual() -> None:
    wanted = Filter.of(QueryDict("q=見本&state=&sort=next&page=3"))

    assert QueryDict(wanted.query()).dict() == {"q": "見本"}
    assert wanted.url(sort="chance").endswith("&sort=chance")
    assert Filter.of(QueryDict("")).url() == "/table/"
