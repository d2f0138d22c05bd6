"""The words of `data/*.toml`, each found by its bare spelling."""

import tomllib
from functools import cache
from pathlib import Path

from yokame.sheets.spelling import bare

_DATA = Path(__file__).parent / "data"


@cache
def words(file: str, section: str) -> dict[str, tuple[str, int]]:
    """For each bare spelling of a section: the key it stands under, and its place in that list."""
    found: dict[str, tuple[str, int]] = {}
    for key, spellings in _read(file)[section].items():
        for place, spelling in enumerate(spellings):
            found.setdefault(bare(spelling), (key, place))
    return found


def key_of(section: str, text: str) -> str | None:
    """The key under which a cell's word stands in that section of `words.toml`."""
    found = words("words", section).get(bare(text))
    return found[0] if found else None


@cache
def _read(file: str) -> dict[str, dict[str, list[str]]]:
    with (_DATA / f"{file}.toml").open("rb") as opened:
        return tomllib.load(opened)
