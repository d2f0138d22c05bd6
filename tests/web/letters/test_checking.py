"""A draft of one's own is checked on a page that knows no application and keeps nothing."""

import pytest
from django.test import Client

from tests.web.applications.owner import Owner
from tests.web.visitor import field, html, text
from yokame.tracker.models import LedgerEvent

URL = "/letters/check/"
DRAFT = (
    "件名：お問い合わせ\r\n\r\n株式会社見本商事\r\n採用担当　御中\r\n\r\n"
    "御社の結果はまだでしょうか。"
)


def test_each_line_to_mend_is_shown_with_its_reason_and_a_mend(owner: Owner) -> None:
    token = field(owner.open(URL), "csrfmiddlewaretoken")

    page = text(owner.post(URL, {"csrfmiddlewaretoken": token, "text": DRAFT}))

    assert "件名 お問い合わせ" in page
    assert "4行目 御社の結果はまだでしょうか。" in page
    assert "貴社" in page
    assert not LedgerEvent.objects.exists()


def test_a_sound_draft_is_told_so(owner: Owner) -> None:
    token = field(owner.open(URL), "csrfmiddlewaretoken")
    sound = (
        "株式会社見本商事\n採用ご担当者様\n\nお世話になっております。\n東都大学の山田花子と申します。\n"
        "面接の機会をいただき、ありがとうございました。\n\n東都大学 山田花子"
    )

    page = owner.post(URL, {"csrfmiddlewaretoken": token, "text": sound})

    assert "気になるところはありません" in text(page)


def test_what_is_known_makes_the_check_sharper(owner: Owner) -> None:
    token = field(owner.open(URL), "csrfmiddlewaretoken")
    typed = {"csrfmiddlewaretoken": token, "text": DRAFT, "employer": "株式会社青空商事"}

    page = owner.post(URL, {**typed, "situation": "inquiry", "medium": "mail"})

    assert "あて先の会社（株式会社青空商事）の名前ではありません" in text(page)
    assert 'value="inquiry" selected' in html(page)


def test_a_whole_book_is_refused_and_stays_in_the_field(owner: Owner) -> None:
    token = field(owner.open(URL), "csrfmiddlewaretoken")

    page = owner.post(URL, {"csrfmiddlewaretoken": token, "text": "あ" * 10_001})

    assert "長すぎます" in text(page)
    assert "あ" * 10_001 in html(page)


def test_htmx_gets_only_the_findings(owner: Owner) -> None:
    token = field(owner.open(URL), "csrfmiddlewaretoken")
    typed = {"csrfmiddlewaretoken": token, "text": DRAFT}

    part = html(owner.post(URL, typed, **{"HX-Request": "true"}))

    assert part.startswith('<div class="letter-check"')


@pytest.mark.usefixtures("on_a_server", "db")
def test_on_a_server_nobody_needs_an_account_for_it() -> None:
    page = Client().get(URL)

    assert page.status_code == 200
    assert "ボード" not in page.content.decode()
