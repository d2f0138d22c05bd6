"""Whose data a request is about: by the token that it carries."""

from django.http import HttpRequest
from django.utils import timezone
from ninja.errors import AuthenticationError
from ninja.security.http import HttpBearer

from yokame.accounts import actions, queries
from yokame.accounts.tokens import Scope


class MissingScopeError(Exception):
    """The token is good, but not for this."""


class Bearer(HttpBearer):
    """Asks for a token that allows `scope`, and makes its owner `request.user`.

    Nothing else counts here: no cookie, so that no other site can use a browser's, and not being on
    one's own machine, where other programs run too.
    """

    def __init__(self, scope: Scope) -> None:
        super().__init__()
        self.scope = scope

    def authenticate(self, request: HttpRequest, token: str) -> Scope:
        """The scope of the token. Raises AuthenticationError or MissingScopeError."""
        known = queries.token_of(token)
        if known is None:
            raise AuthenticationError
        scope = Scope(known.scope)
        if not scope.allows(self.scope):
            raise MissingScopeError
        actions.note_token_used(known, today=timezone.localdate())
        request.user = known.owner
        return scope


READS = Bearer(Scope.READ)
WRITES = Bearer(Scope.WRITE)
