"""What people read where a model of this app offers a choice."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from yokame.accounts.tokens import Scope
from yokame.wording import Language

_SCOPES = {Scope.READ: _("読むだけ"), Scope.WRITE: _("読み書き")}
_LANGUAGES = {Language.JA: "日本語", Language.EN: "English"}


def language_labels() -> list[tuple[str, str]]:
    """Each language under its own name, which is the one its speakers look for."""
    return [(str(language), name) for language, name in _LANGUAGES.items()]


def scope_labels() -> list[tuple[str, Promise]]:
    """What a token's holder may do."""
    return [(str(scope), words) for scope, words in _SCOPES.items()]
