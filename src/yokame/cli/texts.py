"""What the command line says by itself. Read without `wording`, so that help opens at once."""

import tomllib
from functools import cache
from pathlib import Path

_TEXTS = Path(__file__).parent / "texts"
_WORDING = Path(__file__).parents[1] / "wording" / "texts"
LANGUAGES = ("ja", "en")


@cache
def all_texts(lang: str) -> dict[str, str]:
    """Every text of a language under "section.name", in the order of the file."""
    with (_TEXTS / f"{lang}.toml").open("rb") as file:
        sections = tomllib.load(file)
    return {
        f"{section}.{name}": words
        for section, texts in sections.items()
        for name, words in texts.items()
    }


def say(lang: str, key: str, /, **fields: object) -> str:
    """The text under `key`, its placeholders filled from `fields`."""
    return all_texts(lang)[key].format(**fields)


def signal_labels(lang: str) -> list[tuple[str, list[tuple[str, str]]]]:
    """The signals and what each means, by heading, as `wording` has them.

    Read from its file and not through its door: that loads NumPy, for which help cannot wait.
    """
    with (_WORDING / f"{lang}.toml").open("rb") as file:
        texts = tomllib.load(file)
    return [
        (texts["signal_group"][group], list(signals.items()))
        for group, signals in texts["signal"].items()
    ]


def codes(lang: str, section: str) -> list[tuple[str, str]]:
    """The codes of a section and what each means, in the order of the file."""
    beginning = f"{section}."
    return [
        (key.removeprefix(beginning), words)
        for key, words in all_texts(lang).items()
        if key.startswith(beginning)
    ]


def listed(lang: str, items: list[str]) -> str:
    """Several things in a row."""
    return ("、" if lang == "ja" else ", ").join(items)


def language_in(args: list[str]) -> str:
    """The language asked for anywhere in the arguments, before they are parsed; else Japanese."""
    for i, arg in enumerate(args):
        name, equals, value = arg.partition("=")
        if name == "--lang":
            wanted = value if equals else "".join(args[i + 1 : i + 2])
            return wanted if wanted in LANGUAGES else LANGUAGES[0]
    return LANGUAGES[0]
