"""Whose data a request is about: by the token that it carries."""

from django.http import Http404, HttpRequest
from django.utils import timezone
from ninja.errors import AuthenticationError
from ninja.security.http import HttpBearer

from yokame.accounts import actions, queries
from yokame.accounts.queries import Person
from yokame.accounts.tokens import Scope
from yokame.tracker.queries import application


class MissingScopeError(Exception):
    """The token is good, but not for this."""


class Bearer(HttpBearer):
    """Asks for a token that allows `scope`, and makes its owner `request.user`.

    Nothing else counts here: no cookie, so that no other site can use a browser's, and not being on
    one's own machine, where other programs run too. With `of_application` the application in the
    address must be the owner's: a stranger gets 404 before anything is said about the body.
    """

    def __init__(self, scope: Scope, *, of_application: bool = False) -> None:
        super().__init__()
        self.scope, self.of_application = scope, of_application

    def authenticate(self, request: HttpRequest, token: str) -> Scope:
        """The scope of the token. Raises AuthenticationError, MissingScopeError or Http404."""
        known = queries.token_of(token)
        if known is None:
            raise AuthenticationError
        scope = Scope(known.scope)
        if not scope.allows(self.scope):
            raise MissingScopeError
        actions.note_token_used(known, today=timezone.localdate())
        request.user = known.owner
        if self.of_application:
            _find_application(request, known.owner)
        return scope


def _find_application(request: HttpRequest, owner: Person) -> None:
    match = request.resolver_match
    if match is None or not application(owner, match.kwargs["uid"]):
        raise Http404


READS = Bearer(Scope.READ)
WRITES = Bearer(Scope.WRITE)
READS_APPLICATION = Bearer(Scope.READ, of_application=True)
WRITES_APPLICATION = Bearer(Scope.WRITE, of_application=True)
