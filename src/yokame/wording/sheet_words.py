"""What the columns of a table were read as, and why a cell was not, in a person's language.

A door of its own: the command line's answers need none of this, and should not load it.
"""

from yokame.reports import Stage
from yokame.sheets import DayOrder, Field, StageName, State, Use, Why
from yokame.wording.labels import label
from yokame.wording.language import Language
from yokame.wording.sentences import text

_KANJI = "〇一二三四五六七八九十"


def say_use(use: Use, lang: Language) -> str:
    """What a column holds: 応募日, 二次面接：結果."""
    field = text(lang, f"sheet_field.{use.field}")
    if use.stage is None:
        return field
    return text(lang, "sheet_use.of_a_stage", stage=say_stage(use.stage, lang), field=field)


def say_field(field: Field, lang: Language) -> str:
    """What a column holds, whatever the stage."""
    return text(lang, f"sheet_field.{field}")


def say_stage(stage: StageName, lang: Language) -> str:
    """A stage, and which of several middle interviews it is."""
    if stage.stage is Stage.MIDDLE and stage.number:
        number = _KANJI[stage.number] if lang is Language.JA else str(stage.number)
        return text(lang, "sheet_use.numbered", number=number)
    return label(stage.stage, lang)


def say_state(state: State, lang: Language) -> str:
    """Where an application stands by its sheet."""
    return text(lang, f"sheet_state.{state}")


def say_day_order(order: DayOrder, lang: Language) -> str:
    """Month first or day first, with an example."""
    return text(lang, f"sheet_day_order.{order}")


def say_why(why: Why, lang: Language) -> str:
    """Why a cell was not understood."""
    return text(lang, f"sheet_why.{why}")
