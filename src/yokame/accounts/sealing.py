"""Secrets at rest: encrypted with keys that are kept outside the database."""

from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings


def seal(secret: str) -> str:
    """The secret, unreadable without this installation's keys."""
    return _keys().encrypt(secret.encode()).decode("ascii")


def unseal(sealed: str) -> str:
    """The secret again. Raises cryptography.fernet.InvalidToken where no key fits."""
    return _keys().decrypt(sealed).decode()


def _keys() -> MultiFernet:
    """The first encrypts, all of them decrypt: a key can be changed while the old one is known."""
    return MultiFernet([Fernet(key) for key in settings.ENCRYPTION_KEYS])
