"""Secrets at rest: sealed with a key that is kept outside the database."""

import base64

from cryptography.fernet import Fernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings


def seal(secret: str) -> str:
    """The secret, unreadable without this server's `SECRET_KEY`."""
    return _fernet().encrypt(secret.encode()).decode("ascii")


def unseal(sealed: str) -> str:
    """The secret again. Raises cryptography.fernet.InvalidToken under another key."""
    return _fernet().decrypt(sealed).decode()


def _fernet() -> Fernet:
    # A key for this purpose alone: whoever learns it cannot sign cookies with it.
    derived = HKDF(algorithm=SHA256(), length=32, salt=None, info=b"yokame secrets at rest")
    return Fernet(base64.urlsafe_b64encode(derived.derive(settings.SECRET_KEY.encode())))
