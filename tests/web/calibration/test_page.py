"""The page that tells how right the numbers were. Every employer in it is made up."""

import re
from datetime import date, timedelta

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tests.tracker.telling import HELD_ON, days, open_pages, told_and_answered, waiting
from tests.tracker.writing import pen
from tests.web.visitor import html, text
from yokame.accounts.actions import ensure_local_person
from yokame.accounts.queries import Person
from yokame.tracker import actions
from yokame.tracker.payloads import Said
from yokame.web.calibration import views

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 20)
OCTOBER = date(2026, 10, 5)


@pytest.fixture(autouse=True)
def on_friday(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(views, "today_in_japan", lambda: TODAY)


@pytest.fixture
def owner() -> Person:
    return ensure_local_person()


def met(owner: Person, n: int, n_passed: int) -> None:
    """`n` waits that met their word, half of them in October."""
    for number in range(n):
        said = Said.PASS if number < n_passed else Said.FAIL
        told_and_answered(owner, number, said, held_on=OCTOBER if number % 2 else HELD_ON)


def test_an_empty_page_says_what_will_stand_in_it(client: Client, owner: Person) -> None:
    waiting(owner, 1)
    open_pages(owner, days(HELD_ON, 2))

    page = text(client.get("/calibration/"))

    assert "最初の連絡が来たら、答え合わせがはじまります" in page
    assert "いま、1件の待ちの見通しをとってあります" in page


def test_a_few_waits_are_counted_without_their_outcomes(client: Client, owner: Person) -> None:
    met(owner, 3, 0)

    page = text(client.get("/calibration/"))

    assert "答え合わせのできた待ちは、3件" in page
    assert "5件になると、図と点数にします" in page
    assert 'id="own-said"' not in html(client.get("/calibration/"))


def test_the_diagram_stands_beside_the_same_in_counts(client: Client, owner: Person) -> None:
    met(owner, 12, 6)

    page = client.get("/calibration/")

    assert re.search(r"とお伝えした待ち12件のうち、実際に通ったのは6件", text(page))
    assert re.search(r"12件の待ちのうち、実際に通ったのは6件でした", text(page))
    [drawing] = re.findall(
        r'<svg class="reliability"[^>]*aria-labelledby="own-title".*?</svg>', html(page), re.DOTALL
    )
    assert drawing.count('class="dot"') == 1
    assert "<title" in drawing
    assert "<desc" in drawing


def test_months_have_a_picture_and_a_table(client: Client, owner: Person) -> None:
    met(owner, 12, 6)

    page = client.get("/calibration/")

    assert html(page).count('class="line-own"') == 2 + 3  # and three sets of several seasons
    assert "2026/10" in text(page)
    assert "2026/11" in text(page)


def test_what_was_never_told_is_counted_and_explained(client: Client, owner: Person) -> None:
    met(owner, 5, 3)
    uid, _ = waiting(owner, 99)
    open_pages(owner, [HELD_ON])
    actions.withdraw(pen(owner, TODAY), uid, on=TODAY)

    page = text(client.get("/calibration/"))

    assert "連絡のないまま終わった待ちが、ほかに1件あります" in page
    assert "通ったとも、通らなかったとも数えません" in page


@pytest.mark.parametrize(
    ("n_passed", "said"),
    [(0, "見込みより少なめでした"), (12, "見込みより多めでした"), (6, "ずれは見えません")],
)
def test_the_verdict_says_only_what_the_range_allows(
    client: Client, owner: Person, n_passed: int, said: str
) -> None:
    met(owner, 12, n_passed)

    page = text(client.get("/calibration/"))

    assert said in page
    assert "あなたではありません" in page


def test_who_wants_no_numbers_is_told_in_words(client: Client, owner: Person) -> None:
    met(owner, 12, 0)
    owner.shows_numbers = False
    owner.save()

    page = client.get("/calibration/")

    assert "見込みより少なめでした" in text(page)
    assert "数字を見せない設定" in text(page)
    assert '<svg class="reliability"' not in html(page)
    assert '<table class="scores"' not in html(page)
    assert "通ったのは0件" not in text(page)


def test_help_and_one_thing_to_do_stand_beside_the_numbers(client: Client, owner: Person) -> None:
    met(owner, 12, 0)

    page = text(client.get("/calibration/"))

    assert "今日することを見る" in page
    assert "つらいとき" in page


def test_elsewhere_is_said_not_to_be_japan(client: Client) -> None:
    page = text(client.get("/calibration/"))

    assert re.search(r"「100人中\d+人」と言われた100人のうち、実際に通ったのは\d+人", page)
    assert "どれも日本の就職活動ではありません" in page


def test_the_season_and_the_answer_lead_here(client: Client, owner: Person) -> None:
    told_and_answered(owner, 1, Said.PASS)
    question = {"said": "1週間以内に連絡します", "held": "2026-11-13", "stage": "final"}

    season, answer = client.get("/season/"), client.get("/", question)

    assert 'href="/calibration/"' in html(season)
    assert 'href="/calibration/"' in html(answer)


def test_the_page_speaks_english(client: Client, owner: Person) -> None:
    met(owner, 12, 6)

    page = html(client.get("/calibration/", {"lang": "en"}))
    shown = re.sub(
        r'(?s)<nav.*?</nav>|<li><span lang="ja">.*?</li>|<span[^>]*lang="ja".*?</span>', "", page
    )

    assert "How right is this number?" in page
    assert (
        re.search(r"[\u3040-\u30ff]", re.sub("八日目", "", re.sub(r"<[^>]+>", " ", shown))) is None
    )


@pytest.mark.parametrize("n", [0, 8])
def test_queries_do_not_grow_with_the_answers(
    client: Client, owner: Person, n: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    met(owner, n, 0)
    waiting(owner, 99, held_on=TODAY - timedelta(days=3))

    # The person, rounds, answers
    with django_assert_num_queries(3):
        client.get("/calibration/")
