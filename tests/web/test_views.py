import re
from datetime import date

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tests.web.visitor import WEEK_SAID, Visitor, answer, html, text
from yokame.forecast import Model
from yokame.web.form import AskForm
from yokame.wording import Language, say_people

FIELDS = {
    "said": "合格者のみ1週間以内に連絡します",
    "held": "2026-11-13",
    "track": "mid_career",
    "stage": "first",
    "signal": ["longer_than_planned", "own_feeling_bad"],
    "contact": "mail",
    "contact_on": "2026-11-18",
    "size": "500",
    "public_sector": "on",
    "via_agent": "on",
    "policy": "everyone",
    "asked": "2026-11-17",
    "asked_again": "2026-11-19",
}


def test_a_first_visit_shows_the_form_and_no_answer(visitor: Visitor) -> None:
    page = visitor.open()

    assert page.status_code == 200
    assert 'name="said"' in html(page)
    assert 'value="2026-11-13"' in html(page)
    assert '<article class="answer"' not in html(page)


def test_the_form_answers_without_javascript(visitor: Visitor) -> None:
    page = visitor.send(WEEK_SAID)

    assert page.status_code == 200
    assert "今日すること" in text(page)
    assert "連絡の見落としがないか確かめる" in text(page)
    assert 'lang="ja"' in html(page)


def test_the_page_and_the_model_say_the_same_chance(visitor: Visitor) -> None:
    form = AskForm(WEEK_SAID, today=date(2026, 11, 20), lang=Language.JA)
    assert form.is_valid()
    assert form.question is not None
    passed = Model.from_priors().answer(form.question).passed

    page = visitor.send(WEEK_SAID)

    assert say_people(passed.prob, Language.JA) in text(page)


def test_the_advice_comes_before_every_number(visitor: Visitor) -> None:
    shown = answer(visitor.send(WEEK_SAID))

    assert shown.index("advice-do") < shown.index("chance-words") < shown.index("chance-number")
    assert (
        shown.index("chance-number") < shown.index('class="koyomi"') < shown.index('class="falls"')
    )


def test_the_steps_of_the_evidence_add_up_to_the_chance(visitor: Visitor) -> None:
    shown = answer(visitor.send({**WEEK_SAID, "signal": "longer_than_planned", "size": "2000"}))

    points = [
        int(n.replace("−", "-")) for n in re.findall(r'class="points">([+−]?\d+)</td>', shown)
    ]

    *steps, total = points
    assert sum(steps) == total


def test_a_link_gives_the_same_answer_as_the_form(visitor: Visitor) -> None:
    sent = answer(visitor.send(WEEK_SAID))

    opened = answer(visitor.open(WEEK_SAID))

    assert opened == sent


def test_what_htmx_gets_is_what_the_full_page_includes(visitor: Visitor) -> None:
    token = re.compile(r'value="[^"]{64}"')

    page = token.sub("", html(visitor.send(WEEK_SAID)))
    fragment = token.sub("", html(visitor.send(WEEK_SAID, **{"HX-Request": "true"})))

    desk, links = fragment.split("</div>\n\n<a ", maxsplit=1)
    assert desk.startswith('<div class="desk')
    assert desk in page
    assert links.count('hx-swap-oob="true"') == 2


def test_the_link_to_keep_carries_the_whole_question(visitor: Visitor) -> None:
    first = visitor.send(FIELDS)
    link = re.search(r'class="keep-link" href="([^"]*)"', html(first))
    assert link is not None

    again = visitor.follow(link[1])

    assert answer(again) == answer(first)


def test_switching_the_language_keeps_the_question_and_is_remembered(visitor: Visitor) -> None:
    japanese = visitor.send(WEEK_SAID)
    switch = re.search(r'href="([^"]*lang=en)"', html(japanese))
    assert switch is not None

    english = visitor.follow(switch[1])

    assert 'lang="en"' in html(english)
    assert "Check that you have not missed word" in text(english)
    assert "While you wait" in text(visitor.open())
    cookie = visitor.browser.cookies["yokame_lang"]
    assert (cookie["httponly"], cookie["samesite"]) == (True, "Lax")


def test_an_unknown_language_is_japanese(visitor: Visitor) -> None:
    page = visitor.open({"lang": "xx"})

    assert page.headers["Content-Language"] == "ja"
    assert "yokame_lang" not in page.cookies


def test_an_example_takes_the_place_of_the_words(visitor: Visitor) -> None:
    page = visitor.send({**WEEK_SAID, "said": "別のことば", "example": "追って連絡します"})

    assert ">\n追って連絡します</textarea>" in html(page)
    assert "別のことば" not in html(page)


def test_numbers_can_be_left_out(visitor: Visitor) -> None:
    shown = answer(visitor.send({**WEEK_SAID, "hide_numbers": "on"}))

    assert "今日すること" in shown
    assert "chance-words" in shown
    assert "%" not in re.sub(r'href="[^"]*"', "", shown)
    assert "100人" not in shown
    assert 'class="falls"' not in shown


def test_a_low_chance_stands_with_something_to_do_and_with_help(visitor: Visitor) -> None:
    said = "合格者のみ1週間以内に連絡します"

    shown = answer(visitor.send({"said": said, "held": "2026-11-02", "stage": "first"}))

    assert re.search(r'<details class="sheet care" open>', shown)
    assert "0120-279-338" in shown
    assert "2026年11月23日" in shown
    assert shown.index("advice-do") < shown.index("care") < shown.index('class="koyomi"')


def test_help_is_one_tap_away_where_the_chance_is_not_low(visitor: Visitor) -> None:
    shown = answer(visitor.send(WEEK_SAID))

    assert '<details class="sheet care">' in shown


def test_nobody_is_told_to_ask_where_only_those_who_passed_are_told(visitor: Visitor) -> None:
    shown = visitor.send({**WEEK_SAID, "said": "合格者のみ1週間以内に連絡します"})

    assert "問い合わせは控えます" in text(shown)


def test_words_that_were_not_understood_are_named(visitor: Visitor) -> None:
    shown = visitor.send({**WEEK_SAID, "said": "社内で検討いたします"})

    assert "読めなかったところ" in text(shown)


def test_a_contact_of_unknown_content_leaves_no_days_to_wait_for(visitor: Visitor) -> None:
    shown = answer(visitor.send({**WEEK_SAID, "contact": "phone", "contact_on": "2026-11-19"}))

    assert "待つ日はありません" in shown
    assert "level" not in shown
    assert 'class="curve"' not in shown


def test_part_time_needs_no_stage(visitor: Visitor) -> None:
    shown = visitor.send({"held": "2026-11-16", "track": "part_time"})

    assert "今日すること" in text(shown)


def test_an_answer_asks_the_database_nothing(
    visitor: Visitor, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(0):
        page = visitor.open(WEEK_SAID)

    assert page.status_code == 200


def test_nothing_typed_is_kept(visitor: Visitor) -> None:
    page = visitor.send({**WEEK_SAID, "said": "ひみつのことば"})

    assert set(visitor.browser.cookies) == {"csrftoken"}
    assert "no-store" in page.headers["Cache-Control"]
    assert "ひみつのことば" not in html(visitor.open())


def test_a_form_without_its_token_is_refused() -> None:
    page = Client(enforce_csrf_checks=True).post("/", WEEK_SAID)

    assert page.status_code == 403


def test_other_methods_are_refused(visitor: Visitor) -> None:
    assert visitor.browser.delete("/").status_code in (403, 405)


def test_pages_hold_nothing_that_the_policy_forbids(visitor: Visitor) -> None:
    for page in (visitor.open(), visitor.send(WEEK_SAID), visitor.send({"held": "x"})):
        assert not re.search(r'\sstyle="|\son\w+="|<style|<script(?! src=)', html(page))


def test_the_employer_is_asked_for_only_where_there_are_reports(visitor: Visitor) -> None:
    page = html(visitor.open({"employer": "青空商事", **WEEK_SAID}))

    assert 'name="employer"' not in page
    assert "体験記はまだ使っていません" in page


@pytest.mark.usefixtures("model_of_reports")
def test_the_page_heeds_reports_on_an_employer_and_says_so(visitor: Visitor) -> None:
    named = {**WEEK_SAID, "employer": "青空商事", "industry": "商社"}

    page = visitor.send(named)

    assert "「青空商事」の同じ選考が60件、同じ業界（商社）の同じ選考が150件" in text(page)
    assert "この選考の体験記302件を使っています。" in text(page)
    assert '<option value="IT">' in html(page)
    assert "employer=%E9%9D%92%E7%A9%BA%E5%95%86%E4%BA%8B" in html(page)
    assert answer(visitor.open(named)) == answer(page)


@pytest.mark.usefixtures("model_of_reports")
def test_a_name_that_is_too_long_is_told_at_its_field(visitor: Visitor) -> None:
    page = visitor.send({**WEEK_SAID, "employer": "あ" * 201})

    assert "長すぎます（201字）。200字までで入れてください。" in text(page)
