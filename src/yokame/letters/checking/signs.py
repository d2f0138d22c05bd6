"""By what a draft is recognised: the expressions of `texts/rules/signs.toml`."""

import re
import tomllib
from functools import cache
from pathlib import Path

from yokame.letters.situations import Situation

_SIGNS = Path(__file__).parents[1] / "texts" / "rules" / "signs.toml"


def has_sign(name: str, text: str) -> bool:
    """Whether one of the expressions under `name` is found in the text."""
    return any(sign.search(text) for sign in _signs()[name])


@cache
def recognisable_situations() -> tuple[Situation, ...]:
    """The situations that can be told from a text, in the order to try them."""
    return tuple(
        Situation(name.removeprefix("situation."))
        for name in _signs()
        if name.startswith("situation.")
    )


@cache
def _signs() -> dict[str, tuple[re.Pattern[str], ...]]:
    with _SIGNS.open("rb") as file:
        table = tomllib.load(file)
    situations = table.pop("situation")
    named = {**table, **{f"situation.{name}": signs for name, signs in situations.items()}}
    return {
        name: tuple(re.compile(sign, re.MULTILINE) for sign in signs)
        for name, signs in named.items()
    }
