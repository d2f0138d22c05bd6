"""The secret address under which a person's calendar program reads their days.

Who knows the address needs nothing else, so the database keeps only its hash: a copy of the
database opens no calendar. Its owner may look it up again, because the address is made from a seed
in the database and a key that is not there.
"""

import hashlib
from uuid import uuid4

from django.utils.crypto import constant_time_compare, salted_hmac

from yokame.accounts.queries import Person
from yokame.tracker.models import CalendarFeed

__all__ = ["feed_token", "owner_of_feed", "renew_feed", "revoke_feed"]


def renew_feed(owner: Person) -> str:
    """A new secret for this person's feed; the old address, if there was one, is dead at once."""
    seed = uuid4().hex
    token = _token(seed)
    CalendarFeed.objects.update_or_create(
        owner=owner, defaults={"seed": seed, "token_hash": _hash(token)}
    )
    return token


def revoke_feed(owner: Person) -> None:
    """No feed any more."""
    CalendarFeed.objects.filter(owner=owner).delete()


def feed_token(owner: Person) -> str | None:
    """The secret of this person's feed; None if there is no feed, or none of this server's key."""
    feed = CalendarFeed.objects.filter(owner=owner).first()
    if feed is None:
        return None
    token = _token(feed.seed)
    return token if constant_time_compare(_hash(token), feed.token_hash) else None


def owner_of_feed(token: str) -> Person | None:
    """Whose feed this secret opens."""
    feed = CalendarFeed.objects.filter(token_hash=_hash(token)).select_related("owner").first()
    return feed.owner if feed and feed.owner.is_active else None


def _token(seed: str) -> str:
    return salted_hmac("yokame.calendar-feed", seed, algorithm="sha256").hexdigest()


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
