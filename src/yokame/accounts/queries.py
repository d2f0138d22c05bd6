"""Every read of people and of what is theirs."""

from collections.abc import Sequence

from django.apps import apps
from django.db.models import QuerySet
from django.http import HttpRequest

from yokame.accounts.models import ApiToken, Person
from yokame.accounts.tokens import digest

__all__ = [
    "ApiToken",
    "Person",
    "local_person",
    "own_data",
    "person_of",
    "sessions_of",
    "token_of",
    "tokens_of",
]
# What is about signing in, and no part of what a person wrote.
_NOT_TAKEN_ALONG = ("id", "password")


def local_person() -> Person | None:
    """The person of this machine, who signs in nowhere; None before the first use."""
    return Person.objects.filter(email=None).first()


def person_of(request: HttpRequest) -> Person:
    """Who asks, on a page that only somebody known can see."""
    person = request.user
    assert isinstance(person, Person)
    return person


def tokens_of(person: Person) -> QuerySet[ApiToken]:
    """A person's tokens, newest first."""
    return ApiToken.objects.filter(owner=person).order_by("-pk")


def token_of(secret: str) -> ApiToken | None:
    """The token with this secret, and its owner; None if it was never made, or revoked."""
    tokens = ApiToken.objects.select_related("owner")
    return tokens.filter(digest=digest(secret), owner__is_active=True).first()


def sessions_of(person: Person) -> Sequence[str]:
    """Keys of the browser sessions in which a person is signed in; none on one's own machine."""
    if not apps.is_installed("allauth.usersessions"):
        return ()
    rows = apps.get_model("usersessions", "UserSession")._default_manager.filter(user=person)
    return list(rows.values_list("session_key", flat=True))


def own_data(person: Person) -> dict[str, object]:
    """What this app keeps of a person, for taking along. Secrets are left out."""
    fields = (field.name for field in Person._meta.concrete_fields)
    return {
        "person": {name: getattr(person, name) for name in fields if name not in _NOT_TAKEN_ALONG},
        "tokens": list(tokens_of(person).values("name", "scope", "made_on", "last_used_on")),
    }
