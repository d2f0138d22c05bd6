"""Every write of people."""

from yokame.accounts.models import Person

__all__ = ["ensure_local_person"]


def ensure_local_person() -> Person:
    """The person of this machine, made on first use.

    Two who ask at once get the same row: the database lets only one person be without an e-mail
    address, and `get_or_create` then finds the other's.
    """
    person, _ = Person.objects.get_or_create(email=None)
    return person
