"""The chance in words: how likely, how sure, and kind where it is low."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.wording.answers import an_answer
from yokame.forecast import Action, Advice, Passed, State, Why
from yokame.wording import Language, chance_words, label, say_chance, say_people, say_range

JA, EN = Language.JA, Language.EN
ADVICE = Advice(Action.ASK, an_answer().today, "10:00-11:45", Why.DEADLINE_PASSED, ())

chances = st.floats(0, 1)


def words(prob: float, low: float, high: float, lang: Language = JA, **kind: State) -> str:
    state = kind.get("state", State.OVERDUE)
    return chance_words(Passed(prob, low, high), lang, advice=ADVICE, state=state)


def test_a_wide_range_around_the_middle_is_close_to_even_and_says_that_it_is_wide() -> None:
    said = say_chance(an_answer(passed=Passed(0.46, 0.17, 0.77)), JA)

    assert "五分五分に近い" in said
    assert "幅がとても広く" in said


@given(chances, chances, chances, st.sampled_from(Language), st.sampled_from(State))
def test_words_show_no_number(
    prob: float, low: float, high: float, lang: Language, state: State
) -> None:
    assert not re.search(r"[0-9０-９%％]", words(prob, low, high, lang, state=state))


@given(st.floats(0, 0.1999), st.sampled_from(Language), st.sampled_from(State))
def test_a_low_chance_always_stands_with_one_thing_to_do(
    prob: float, lang: Language, state: State
) -> None:
    said = words(prob, prob / 2, prob * 2, lang, state=state)

    assert label(Action.ASK, lang) in said
    assert ("あなたの力や価値" if lang is JA else "does not measure you") in said


@given(st.floats(0.2, 1))
def test_other_chances_leave_the_action_to_its_own_card(prob: float) -> None:
    assert label(Action.ASK, JA) not in words(prob, 0.1, 0.9)


@given(chances, st.floats(0, 0.5), st.sampled_from(Language))
def test_width_is_told_where_the_range_is_wide(prob: float, low: float, lang: Language) -> None:
    wide = "幅" if lang is JA else "range"

    assert wide in words(prob, low, low + 0.36, lang)
    assert wide not in words(prob, low, low + 0.34, lang)


def test_a_range_of_half_of_all_people_is_told_as_very_wide() -> None:
    assert "very wide" in words(0.5, 0.2, 0.71, EN)
    assert "very wide" not in words(0.5, 0.2, 0.69, EN)


def test_words_never_grow_gloomier_as_the_chance_rises() -> None:
    order = [words(n / 100, n / 100, n / 100) for n in range(101)]

    distinct = list(dict.fromkeys(order))
    assert len(distinct) == 8
    assert order == sorted(order, key=distinct.index)


def test_a_faint_chance_is_not_sweetened() -> None:
    assert "良い連絡が来ることもあります" not in words(0.01, 0.0, 0.02, state=State.ON_TIME)
    assert "良い連絡が来ることもあります" in words(0.05, 0.0, 0.1, state=State.ON_TIME)


def test_a_contact_that_came_is_what_settles_a_low_chance() -> None:
    came = Advice(Action.RECORD_WORD, an_answer().today, None, Why.CONTACT_CAME, ())

    said = chance_words(Passed(0.1, 0.05, 0.2), EN, advice=came, state=State.OVERDUE)

    assert "They have been in touch" in said


@pytest.mark.parametrize(
    ("prob", "ja"),
    [(0.46, "100人中46人くらい"), (0.997, "100人中99人以上"), (0.003, "100人中1人未満")],
)
def test_people_are_whole_and_never_certain(prob: float, ja: str) -> None:
    assert say_people(prob, JA) == ja


def test_the_range_is_told_in_whole_people() -> None:
    assert say_range(Passed(0.46, 0.172, 0.768), EN).endswith("roughly 17 to 77")


def test_no_end_of_the_range_is_nobody_or_everybody() -> None:
    assert say_range(Passed(0.06, 0.004, 0.14), JA).endswith("多くても14人くらいと見ています")
    assert say_range(Passed(0.98, 0.96, 0.996), JA).endswith("少なくても96人くらいと見ています")
    assert say_range(Passed(0.5, 0.001, 0.999), EN).endswith("1 or so at the least")
