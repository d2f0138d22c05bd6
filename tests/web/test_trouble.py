"""Pages that nobody wants to see are calm too, and need no language to be known."""

import re

import pytest
from django.template.loader import render_to_string
from django.test import Client

from tests.web.visitor import html, text


def test_an_unknown_address_gets_a_page_of_ours() -> None:
    page = Client().get("/nowhere")

    assert page.status_code == 404
    assert "ページが見つかりません" in text(page)
    assert "There is no page" in text(page)


def test_a_form_that_cannot_be_verified_says_what_to_do() -> None:
    page = Client(enforce_csrf_checks=True).post("/", {"held": "2026-11-13"})

    assert page.status_code == 403
    assert "Cookie" in text(page)
    assert "2026-11-13" not in html(page)


@pytest.mark.parametrize("name", ["404.html", "500.html", "403_csrf.html"])
def test_such_a_page_needs_nothing_but_itself(name: str) -> None:
    page = render_to_string(name)

    assert 'href="/"' in page
    assert not re.search(r'<script|\sstyle="', page)
