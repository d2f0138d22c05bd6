"""API tokens: what one looks like, and what is kept of it."""

import hashlib
import secrets
from enum import StrEnum

START = "yokame_"
PREFIX_LENGTH = len(START) + 6


class Scope(StrEnum):
    """What the holder of a token may do. Who may write may read."""

    READ = "read"
    WRITE = "write"

    def allows(self, wanted: "Scope") -> bool:
        """Whether this is enough for `wanted`."""
        return self is Scope.WRITE or wanted is Scope.READ


def new_secret() -> str:
    """A token that nobody can guess: 256 bits, after a start by which leaked ones are found."""
    return START + secrets.token_urlsafe(32)


def digest(secret: str) -> str:
    """What is kept of a token. It is long and random, so one round of SHA-256 hides it."""
    return hashlib.sha256(secret.encode()).hexdigest()
