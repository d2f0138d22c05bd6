"""Every read of people."""

from yokame.accounts.models import Person

__all__ = ["Person", "local_person"]


def local_person() -> Person | None:
    """The person of this machine, who signs in nowhere; None before the first use."""
    return Person.objects.filter(email=None).first()
