import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.web.visitor import WEEK_SAID, Visitor, html, text
from yokame.priors import read_priors
from yokame.web.form import AskForm
from yokame.wording import Language

TODAY = date(2026, 11, 20)


def form(**typed: object) -> AskForm:
    return AskForm({**WEEK_SAID, **typed}, today=TODAY, lang=Language.JA)


@pytest.mark.parametrize(
    ("typed", "field", "says"),
    [
        ({"held": ""}, "held", "日にちを入れてください"),
        ({"held": "2026-02-30"}, "held", "日にちとして読めません"),
        ({"held": "2026-11-21"}, "held", "今日"),
        ({"held": "1900-01-01"}, "held", "1900年"),
        ({"said": "あ" * 10_240}, "said", "長すぎます"),
        ({"size": "0"}, "size", "0"),
        ({"size": "99999999999999999999"}, "size", "9"),
        ({"size": "たくさん"}, "size", "数字"),
        ({"signal": ["no_such_signal"]}, "signal", "選び直して"),
        ({"stage": "fourth"}, "stage", "選び直して"),
        ({"track": "x"}, "track", "選び直して"),
        ({"contact": "fax"}, "contact", "選び直して"),
        ({"contact": "phone"}, "contact_on", "連絡のあった日"),
        ({"contact": "phone", "contact_on": "2026-11-01"}, "contact_on", "11月1日"),
        ({"asked": "2026-11-30"}, "asked", "11月30日"),
        ({"asked_again": "2025-11-30"}, "asked_again", "11月30日"),
    ],
)
def test_each_mistake_is_told_at_its_field(typed: dict[str, object], field: str, says: str) -> None:
    asked = form(**typed)

    assert not asked.is_valid()
    assert list(asked.errors) == [field]
    assert says in asked.errors[field][0]


def test_mistakes_are_told_in_the_language_of_the_page(visitor: Visitor) -> None:
    visitor.open({"lang": "en"})

    page = visitor.send({**WEEK_SAID, "held": "2027-01-01", "size": "many"})

    assert "Just this needs fixing" in text(page)
    assert "Please give the number in digits" in text(page)
    assert not re.search(r"[\u3040-\u30ff]", text(page).split("Just this")[1].split("What is")[0])


def test_several_mistakes_are_told_at_once_in_the_order_of_the_form() -> None:
    asked = form(held="2027-01-01", size="many", said="あ" * 400)

    assert [trouble.field_id for trouble in asked.troubles] == ["id_said", "id_held", "id_size"]


def test_nothing_typed_is_lost_by_a_mistake(visitor: Visitor) -> None:
    page = visitor.send({**WEEK_SAID, "held": "2027-01-01", "size": "多い", "asked": "昨日"})

    for typed in (
        "1週間以内に連絡します</textarea>",
        'value="2027-01-01"',
        'value="多い"',
        'value="昨日"',
    ):
        assert typed in html(page)
    assert re.search(r'value="final" id="\w+" checked', html(page))


def test_what_is_typed_is_never_markup(visitor: Visitor) -> None:
    page = visitor.send({**WEEK_SAID, "said": "<script>alert(1)</script>", "size": '"><b>'})

    assert "<script>alert" not in html(page)
    assert '"><b>' not in html(page)


def test_every_signal_can_be_given_and_each_but_those_in_the_words_has_a_box() -> None:
    asked = form()

    boxes = {choice.value for group in asked.signal_groups for choice in group.choices}

    known = set(read_priors().signals)
    assert known - boxes == {
        "said_within_one_week",
        "said_soon_no_date",
        "said_pass_only_contact",
    }
    assert form(signal=sorted(known)).is_valid()


def test_parts_of_the_form_with_something_in_them_are_open() -> None:
    assert not form().has_noticed
    assert not form().has_more
    assert form(signal=["own_feeling_good"]).has_noticed
    assert form(size="300").has_more
    assert form(asked="2026-11-30").has_more


def test_two_inquiries_on_one_day_are_one() -> None:
    asked = form(asked="2026-11-18", asked_again="2026-11-18")

    assert asked.is_valid()
    assert asked.question is not None
    assert asked.question.asked == (date(2026, 11, 18),)


@given(st.text(max_size=300), st.text(max_size=30), st.text(max_size=12))
def test_any_text_is_answered_or_refused(said: str, held: str, size: str) -> None:
    asked = form(said=said, held=held, size=size)

    assert asked.is_valid() == (asked.question is not None)
