"""The words of letters, from `texts/`: a file per language and situation, and what all share."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from yokame.letters.situations import Situation
from yokame.reports import Language

_TEXTS = Path(__file__).parent / "texts"


@dataclass(frozen=True)
class Part:
    """A sentence or two of a letter, in several wordings of the same meaning.

    It stands where all facts of `needs` are known and none of `lacks`; `new` begins a paragraph.
    """

    say: tuple[str, ...]
    needs: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()
    new: bool = False

    def fits(self, facts: Mapping[str, str]) -> bool:
        """Whether the part belongs into a letter with these facts."""
        return all(facts.get(name) for name in self.needs) and not any(
            facts.get(name) for name in self.lacks
        )


@dataclass(frozen=True)
class Script:
    """The words of one situation: subjects, what the call is about, the kind of closing, parts."""

    subject: tuple[Part, ...]
    about: tuple[Part, ...]
    closing: str
    body: Mapping[str, tuple[Part, ...]]


@cache
def script_of(situation: Situation, language: Language) -> Script:
    """The words of a situation. `mail` serves the My Page too."""
    table = _read(language, situation.value)
    return Script(
        subject=_parts(table["subject"], language),
        about=_parts(table.get("about", []), language),
        closing=table["closing"],
        body={way: _parts(table.get(way, []), language) for way in ("mail", "phone", "agent")},
    )


@cache
def shared_parts(language: Language, section: str, name: str) -> tuple[Part, ...]:
    """A piece that all letters share, such as the greeting of a mail."""
    return _parts(_read(language, "shared")[section][name], language)


@cache
def names_of(language: Language, section: str) -> Mapping[str, str]:
    """Short words by code: stages, registered items."""
    names: dict[str, str] = _read(language, "shared")[section]
    return names


@cache
def _read(language: Language, name: str) -> dict[str, Any]:
    with (_TEXTS / language.value / f"{name}.toml").open("rb") as file:
        return tomllib.load(file)


def _parts(rows: list[Any], language: Language) -> tuple[Part, ...]:
    """Parts from a list of tables, or one part from a plain list of wordings."""
    if rows and isinstance(rows[0], str):
        return (Part(say=tuple(rows)),)
    parts: list[Part] = []
    for row in rows:
        if "use" in row:
            section, _, name = row["use"].partition(".")
            parts += shared_parts(language, section, name)
        else:
            parts.append(_part(row))
    return tuple(parts)


def _part(row: Mapping[str, Any]) -> Part:
    return Part(
        say=tuple(row["say"]),
        needs=tuple(row.get("needs", ())),
        lacks=tuple(row.get("lacks", ())),
        new=row.get("new", False),
    )
