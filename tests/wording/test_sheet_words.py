"""Everything about a table that a person meets has its words, in both languages."""

from enum import StrEnum

import pytest

from yokame.reports import Stage
from yokame.sheets import DayOrder, Field, SheetError, StageName, State, Use, Why
from yokame.sheets.errors import TooLargeError
from yokame.wording import Language, say_error
from yokame.wording.sentences import has_text
from yokame.wording.sheet_words import say_day_order, say_field, say_state, say_use, say_why

WORDS = [
    *((say_field, field) for field in Field),
    *((say_state, state) for state in State),
    *((say_day_order, order) for order in DayOrder),
    *((say_why, why) for why in Why),
]


@pytest.mark.parametrize("lang", Language)
@pytest.mark.parametrize(("say", "member"), WORDS)
def test_every_member_has_words(say: object, member: StrEnum, lang: Language) -> None:
    assert say(member, lang)  # type: ignore[operator]


@pytest.mark.parametrize("lang", Language)
def test_every_error_has_words(lang: Language) -> None:
    codes = [error.code for error in SheetError.__subclasses__() if error is not TooLargeError]
    amounts = ("bytes", "unpacked_bytes", "rows", "columns", "cells", "letters")
    codes += [TooLargeError(what=what, most=1).code for what in amounts]

    assert [code for code in codes if not has_text(lang, f"error.{code}")] == []


def test_a_use_names_its_stage() -> None:
    use = Use(Field.HELD_ON, StageName(Stage.MIDDLE, 2))

    assert say_use(use, Language.JA) == "二次面接：選考の日"
    assert say_use(use, Language.EN) == "Interview 2: day"


def test_too_large_says_how_much_is_read() -> None:
    said = say_error(TooLargeError(what="rows", most=20_000), Language.JA)

    assert "20000行" in said
