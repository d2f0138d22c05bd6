"""The sentences themselves, read once from `texts/`: one file per language, equal in keys."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from yokame.wording.language import Language

_TEXTS = Path(__file__).parent / "texts"


def text(lang: Language, key: str, /, **fields: object) -> str:
    """The sentence under `key` ("why.within_window"), its placeholders filled from `fields`.

    Raises KeyError for a key that no file has; a test keeps every key used here in both files.
    """
    sentence = all_texts(lang)[key]
    return sentence.format(**fields) if fields else sentence


def has_text(lang: Language, key: str) -> bool:
    """Whether there is a sentence under `key`."""
    return key in all_texts(lang)


def joined(sentences: list[str], lang: Language) -> str:
    """Sentences one after the other; Japanese puts no space between them."""
    return ("" if lang is Language.JA else " ").join(sentences)


@cache
def all_texts(lang: Language) -> dict[str, str]:
    """Every sentence of a language by its dotted key, in the order of the file."""
    with (_TEXTS / f"{lang}.toml").open("rb") as file:
        return dict(_flat(tomllib.load(file)))


def _flat(table: dict[str, Any], prefix: str = "") -> list[tuple[str, str]]:
    rows: list[tuple[str, str]] = []
    for name, value in table.items():
        if isinstance(value, dict):
            rows += _flat(value, f"{prefix}{name}.")
        else:
            rows.append((f"{prefix}{name}", value))
    return rows
