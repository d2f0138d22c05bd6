"""Every write of people and of what is theirs."""

from datetime import date

from django.apps import apps
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.db.models import Q
from django.db.models.functions import Now

from yokame.accounts import leaving, queries
from yokame.accounts.errors import AddressTakenError, NobodyToClaimError, NotAnAddressError
from yokame.accounts.models import ApiToken, CacheEntry, Person
from yokame.accounts.tokens import PREFIX_LENGTH, Scope, digest, new_secret

__all__ = [
    "change_settings",
    "claim_local_person",
    "drop_what_ended",
    "ensure_local_person",
    "leave",
    "make_token",
    "note_token_used",
    "revoke_token",
]


def ensure_local_person() -> Person:
    """The person of this machine, made on first use.

    Two who ask at once get the same row: the database lets only one person be without an e-mail
    address, and `get_or_create` then finds the other's.
    """
    person, _ = Person.objects.get_or_create(email=None)
    return person


def claim_local_person(email: str) -> Person:
    """Give what was kept on one's own machine to the one who signs in with `email`.

    The address counts as proved: whoever can run this owns the machine. Raises AccountError.
    """
    email = email.strip().lower()
    try:
        validate_email(email)
    except ValidationError as error:
        raise NotAnAddressError(email=email) from error
    with transaction.atomic():
        person = Person.objects.select_for_update().filter(email=None).first()
        if person is None:
            raise NobodyToClaimError
        addresses = apps.get_model("account", "EmailAddress")._default_manager
        if Person.objects.filter(email=email).exists() or addresses.filter(email=email).exists():
            raise AddressTakenError(email=email)
        person.email = email
        person.set_unusable_password()
        person.save(update_fields=["email", "password"])
        addresses.create(user=person, email=email, verified=True, primary=True)
    return person


def change_settings(person: Person, **settings: object) -> None:
    """Keep what a person chose or wrote on the settings page."""
    for name, value in settings.items():
        setattr(person, name, value)
    person.save(update_fields=list(settings))


def make_token(person: Person, *, name: str, scope: Scope, today: date) -> tuple[ApiToken, str]:
    """A new token and its secret, which is kept nowhere and can be shown only now."""
    secret = new_secret()
    token = ApiToken.objects.create(
        owner=person,
        name=name,
        scope=scope,
        prefix=secret[:PREFIX_LENGTH],
        digest=digest(secret),
        made_on=today,
    )
    return token, secret


def note_token_used(token: ApiToken, *, today: date) -> None:
    """Remember the last day of use; written once a day, however often a token is used."""
    if token.last_used_on != today:
        unseen = Q(last_used_on=None) | ~Q(last_used_on=today)
        ApiToken.objects.filter(unseen, pk=token.pk).update(last_used_on=today)


def revoke_token(token: ApiToken) -> None:
    """Nobody can use the token from now on, and nothing of it is kept."""
    token.delete()


def leave(person: Person) -> None:
    """Remove a person with all that is theirs, and end every session they are signed in with."""
    with transaction.atomic():
        for forget in leaving.FORGET:
            forget(person)
        leaving.end_sessions(queries.sessions_of(person))
        person.delete()


def drop_what_ended() -> None:
    """Drop sessions that ran out, and counts of the throttle that hold nobody back any more."""
    CacheEntry.objects.filter(expires__lt=Now()).delete()
    if apps.is_installed("allauth.usersessions"):
        sessions = apps.get_model("sessions", "Session")._default_manager
        sessions.filter(expire_date__lt=Now()).delete()
        signed_in = apps.get_model("usersessions", "UserSession")._default_manager
        signed_in.exclude(session_key__in=sessions.values("session_key")).delete()
