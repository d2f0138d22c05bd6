"""Secrets at rest: sealed with keys that are in no database."""

from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings


def seal(secret: str) -> str:
    """The secret, unreadable without this server's encryption key."""
    return _keys().encrypt(secret.encode()).decode("ascii")


def unseal(sealed: str) -> str:
    """The secret again. Raises cryptography.fernet.InvalidToken where no key fits."""
    return _keys().decrypt(sealed).decode()


def _keys() -> MultiFernet:
    return MultiFernet([Fernet(key) for key in settings.ENCRYPTION_KEYS])
