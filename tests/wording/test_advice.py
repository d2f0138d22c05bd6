"""Every action has its reason, its day and its way, and waiting never means only waiting."""

from dataclasses import replace

import pytest

from tests.wording.answers import advised, an_answer
from yokame.forecast import Action, Change, ChangeIf, Why
from yokame.wording import Language, say_change, say_when, say_why

JA, EN = Language.JA, Language.EN


@pytest.mark.parametrize("why", Why)
def test_waiting_always_says_to_apply_elsewhere(why: Why) -> None:
    answer = advised(Action.WAIT, why)

    assert "apply elsewhere" in say_why(answer, EN)
    assert "ほかの会社への応募も進め" in say_why(answer, JA)


@pytest.mark.parametrize("lang", Language)
@pytest.mark.parametrize("why", Why)
def test_every_reason_is_whole_even_where_no_day_is_known(why: Why, lang: Language) -> None:
    deadline = replace(an_answer().deadline, on=None, ask_from=None)

    said = say_why(advised(Action.WAIT, why, deadline=deadline), lang)

    assert "{" not in said
    assert "None" not in said


def test_the_reason_names_the_days_it_speaks_of() -> None:
    said = say_why(advised(Action.CHECK, Why.BEFORE_DAY_EIGHT), JA)

    assert "11月20日(金)" in said
    assert "11月24日(火)" in said


def test_hours_stand_beside_the_day_of_asking() -> None:
    answer = an_answer()
    ask = replace(answer.advice, action=Action.ASK, hours="10:00-11:45")

    assert say_when(replace(answer, advice=ask), JA) == "11月20日(金) 10:00〜11:45"
    assert say_when(answer, EN) == "Fri 20 Nov"


def test_what_would_change_the_advice_names_its_day() -> None:
    change = ChangeIf(Change.ASK_FROM, an_answer().deadline.ask_from)

    assert say_change(change, EN) == "If there is no word by Tue 24 Nov, ask them that day."
