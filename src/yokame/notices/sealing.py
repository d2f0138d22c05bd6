"""Addresses and credentials at rest: encrypted, with a key that is in no database."""

import base64
import hashlib
import hmac
import json
from collections.abc import Mapping

from django.conf import settings

from yokame.accounts import sealing
from yokame.outbound import Problem, RefusedError


def seal(owner_id: int, fields: Mapping[str, str | int]) -> str:
    """The fields, encrypted for this owner."""
    return sealing.seal(json.dumps({"owner": owner_id, **fields}, ensure_ascii=False))


def unseal(owner_id: int, sealed: str) -> dict[str, str | int]:
    """The fields again. Raises RefusedError where no key fits, or they belong to another."""
    try:
        fields: dict[str, str | int] = json.loads(sealing.unseal(sealed))
    except sealing.UnreadableError as error:
        raise RefusedError(Problem.UNREADABLE) from error
    if fields.pop("owner") != owner_id:
        raise RefusedError(Problem.UNREADABLE)
    return fields


def print_of(address: str) -> str:
    """Tells whether two addresses are the same, and nothing else to one without the key."""
    return hmac.new(_oldest_key(), f"print {address}".encode(), hashlib.sha256).hexdigest()


def push_secret() -> bytes:
    """32 bytes from which the key for push services is made.

    From the oldest key: browsers subscribe to one key pair, and would have to subscribe again.
    """
    return _oldest_key()


def _oldest_key() -> bytes:
    return base64.urlsafe_b64decode(settings.ENCRYPTION_KEYS[-1])
