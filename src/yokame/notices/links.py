"""Links in mails, which unlike a page must name the house."""

from django.conf import settings


def full_link(path: str) -> str:
    """The whole address of a page; empty where the house does not know its own."""
    return f"{settings.OWN_ADDRESS}{path}" if settings.OWN_ADDRESS else ""
