"""Errors of the pure rooms, said to a person."""

import difflib
from datetime import date

from yokame.reports import OthersError
from yokame.wording.days import say_day
from yokame.wording.labels import LABELLED, label
from yokame.wording.language import Language
from yokame.wording.sentences import has_text, text

_N_NEAREST = 3
_LONGEST_VALUE = 60


def say_error(error: Exception, lang: Language) -> str:
    """What went wrong and what to do, from the error's `code` and fields.

    Where an error names something unknown among `known`, its text may use {nearest}. An error
    without a code, or with one that has no text, speaks for itself in English.
    """
    if isinstance(error, OthersError):
        return _say_others_error(error, lang)
    key = f"error.{getattr(error, 'code', '')}"
    if not has_text(lang, key):
        return str(error)
    fields = {name: _said(value, lang) for name, value in vars(error).items()}
    if "known" in fields:
        fields["nearest"] = _said(nearest(str(vars(error)["name"]), vars(error)["known"]), lang)
    return text(lang, key, **fields)


def _say_others_error(error: OthersError, lang: Language) -> str:
    return text(
        lang,
        "error.others" if error.row else "error.others_file",
        row=error.row,
        key=error.key,
        value=_in_short(str(error.value)),
        expected=text(lang, f"expected_of_others.{error.key}"),
    )


def _in_short(value: str) -> str:
    return value if len(value) <= _LONGEST_VALUE else f"{value[:_LONGEST_VALUE]}…"


def nearest(name: str, known: tuple[str, ...]) -> tuple[str, ...]:
    """The known names most like a misspelt one, best first; the first few if none is like it."""
    like = difflib.get_close_matches(name.lower(), known, n=_N_NEAREST, cutoff=0.4)
    return tuple(like) or known[:_N_NEAREST]


def _said(value: object, lang: Language) -> str:
    if isinstance(value, date):
        return say_day(value, lang, with_year=True)
    if isinstance(value, LABELLED):
        return label(value, lang)
    if isinstance(value, list | tuple | set | frozenset):
        return ("、" if lang is Language.JA else ", ").join(_said(item, lang) for item in value)
    return str(value)
