"""What an answer says in a person's language: its sentences and its machine form."""

from yokame.wording.advice import say_action, say_change, say_how, say_when, say_why
from yokame.wording.basis import say_basis, say_model, say_reports
from yokame.wording.chance import (
    chance_in_brief,
    chance_words,
    is_low,
    say_chance,
    say_people,
    say_range,
)
from yokame.wording.days import say_day, say_hours, say_weekday
from yokame.wording.errors import say_error
from yokame.wording.evidence import say_evidence, whole_points
from yokame.wording.labels import (
    SignalGroup,
    label,
    say_grade,
    say_prior,
    say_signal,
    signal_groups,
)
from yokame.wording.language import Language
from yokame.wording.machine import answer_json, promise_json, say_source
from yokame.wording.promise import (
    say_deadline,
    say_never,
    say_not_understood,
    say_reading,
    say_word,
)
from yokame.wording.sentences import text
from yokame.wording.typed_day import (
    NoSuchDayError,
    TypedDay,
    TypedDayError,
    WrongWeekdayError,
    typed_day,
)

__all__ = [
    "Language",
    "NoSuchDayError",
    "SignalGroup",
    "TypedDay",
    "TypedDayError",
    "WrongWeekdayError",
    "answer_json",
    "chance_in_brief",
    "chance_words",
    "is_low",
    "label",
    "promise_json",
    "say_action",
    "say_basis",
    "say_chance",
    "say_change",
    "say_day",
    "say_deadline",
    "say_error",
    "say_evidence",
    "say_grade",
    "say_hours",
    "say_how",
    "say_model",
    "say_never",
    "say_not_understood",
    "say_people",
    "say_prior",
    "say_range",
    "say_reading",
    "say_reports",
    "say_signal",
    "say_source",
    "say_weekday",
    "say_when",
    "say_why",
    "say_word",
    "signal_groups",
    "text",
    "typed_day",
    "whole_points",
]
