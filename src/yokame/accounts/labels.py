"""What people read where a model of this app offers a choice."""

from yokame.wording import Language

_LANGUAGES = {Language.JA: "日本語", Language.EN: "English"}


def language_labels() -> list[tuple[str, str]]:
    """Each language under its own name, which is the one its speakers look for."""
    return [(str(language), name) for language, name in _LANGUAGES.items()]
