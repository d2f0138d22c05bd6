"""Secrets at rest: encrypted with keys that are kept outside the database.

The library is loaded with the first secret: it takes 7 MB, and most yokames at rest have none.
"""

from typing import TYPE_CHECKING

from django.conf import settings

if TYPE_CHECKING:
    from cryptography.fernet import MultiFernet


class UnreadableError(Exception):
    """A sealed secret that no key of this installation opens."""


def seal(secret: str) -> str:
    """The secret, unreadable without this installation's keys."""
    return _keys().encrypt(secret.encode()).decode("ascii")


def unseal(sealed: str) -> str:
    """The secret again. Raises UnreadableError where no key fits."""
    from cryptography.fernet import InvalidToken  # noqa: PLC0415

    try:
        return _keys().decrypt(sealed).decode()
    except InvalidToken as error:
        raise UnreadableError from error


def _keys() -> "MultiFernet":
    """The first encrypts, all of them decrypt: a key can be changed while the old one is known."""
    from cryptography.fernet import Fernet, MultiFernet  # noqa: PLC0415

    return MultiFernet([Fernet(key) for key in settings.ENCRYPTION_KEYS])
