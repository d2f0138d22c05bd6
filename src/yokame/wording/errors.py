"""Errors of the pure rooms, said to a person."""

from datetime import date

from yokame.wording.days import say_day
from yokame.wording.labels import LABELLED, label
from yokame.wording.language import Language
from yokame.wording.sentences import has_text, text


def say_error(error: Exception, lang: Language) -> str:
    """What went wrong and what to do, from the error's `code` and fields.

    An error without a code, or with one that has no text yet, speaks for itself in English.
    """
    key = f"error.{getattr(error, 'code', '')}"
    if not has_text(lang, key):
        return str(error)
    fields = {name: _said(value, lang) for name, value in vars(error).items()}
    return text(lang, key, **fields)


def _said(value: object, lang: Language) -> str:
    if isinstance(value, date):
        return say_day(value, lang, with_year=True)
    if isinstance(value, LABELLED):
        return label(value, lang)
    if isinstance(value, list | tuple | set | frozenset):
        return ("、" if lang is Language.JA else ", ").join(_said(item, lang) for item in value)
    return str(value)
