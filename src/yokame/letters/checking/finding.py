"""One thing to mend in a draft, and the words for it."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from yokame.reports import Language

_TEXTS = Path(__file__).parents[1] / "texts" / "findings"


@dataclass(frozen=True)
class Finding:
    """What is wrong (`rule`), where (`line` from 1, `text` as it stands), why, and how to mend it.

    What is missing, or wrong about the day, has no place of its own and stands at the line
    where one would notice it.
    """

    rule: str
    line: int
    text: str
    why: str
    mend: str


def found(
    rule: str, *, line: int, text: str, language: Language, note: str = "", **fields: str
) -> Finding:
    """A finding in words of `language`. `note` picks a reason of its own within the rule."""
    words = _words(language)
    said = words[rule]
    chosen: Mapping[str, str] = {**said, **said.get(note, {})} if note else said
    fields = {"text": text, **fields}
    mend = chosen["mend"]
    if "{instead}" in mend and not fields.get("instead"):
        mend = chosen.get("mend_cut", words["shared"]["cut"])
    return Finding(
        rule=rule,
        line=line,
        text=text,
        why=chosen["why"].format_map(fields),
        mend=mend.format_map(fields),
    )


@cache
def _words(language: Language) -> dict[str, Any]:
    with (_TEXTS / f"{language.value}.toml").open("rb") as file:
        return tomllib.load(file)
