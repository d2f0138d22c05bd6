"""A notice for one browser: encrypted for it alone, posted to the push service it named.

RFC 8030 (the protocol), RFC 8291 (the encryption) and RFC 8292 (who sends: VAPID).
"""

import base64
import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field

from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from webpush import VAPID, WebPush, WebPushSubscription
from webpush.types import WebPushKeys

from yokame.outbound.dialling import Rules
from yokame.outbound.errors import Problem, RefusedError, TryLaterError
from yokame.outbound.https import Reply, post

# The order of the curve P-256 (FIPS 186-4, D.1.2.3).
_ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
LONGEST_MESSAGE = 3993  # bytes; RFC 8291 promises room for these everywhere


@dataclass(frozen=True)
class Subscription:
    """Where a browser is reached, and the keys it gave."""

    endpoint: str
    p256dh: str = field(repr=False)
    auth: str = field(repr=False)


@dataclass(frozen=True)
class PushKey:
    """The key pair by which push services know this yokame."""

    private_pem: bytes = field(repr=False)
    public_pem: bytes
    for_browsers: str  # the public key as `applicationServerKey` takes it


def push_key(secret: bytes) -> PushKey:
    """The key pair that belongs to `secret`, 32 random bytes: the same one each time."""
    spread = HKDF(hashes.SHA256(), 48, salt=None, info=b"yokame web push").derive(secret)
    private = ec.derive_private_key(int.from_bytes(spread) % (_ORDER - 1) + 1, ec.SECP256R1())
    public = private.public_key()
    return PushKey(
        private.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        ),
        public.public_bytes(
            serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
        ),
        VAPID.get_application_server_key(public),
    )


def push(
    message: bytes,
    subscription: Subscription,
    *,
    key: PushKey,
    contact: str,
    topic: str,
    good_seconds: int,
    rules: Rules,
    on_the_brink: Callable[[], None],
) -> None:
    """Hand `message` to the push service; returns once that has it.

    Parameters
    ----------
    contact
        Mail address at which a push service may complain.
    topic
        Two messages of one topic: the later takes the place of one not yet delivered.
    good_seconds
        How long the service keeps it for a browser that is off.

    Raises DeliveryError.
    """
    try:
        sealed = WebPush(key.private_pem, key.public_pem).get(
            message,
            WebPushSubscription(
                endpoint=subscription.endpoint,
                keys=WebPushKeys(auth=subscription.auth, p256dh=subscription.p256dh),
            ),
            subscriber=contact,
        )
    except ValueError as error:  # keys that are none
        raise RefusedError(Problem.SUBSCRIPTION_REFUSED) from error
    headers = {
        "Authorization": sealed.headers["authorization"],
        "Content-Encoding": sealed.headers["content-encoding"],
        "Content-Type": "application/octet-stream",
        "TTL": str(good_seconds),
        "Topic": _topic(topic),
    }
    _check(
        post(
            subscription.endpoint,
            sealed.encrypted,
            headers=headers,
            rules=rules,
            on_the_brink=on_the_brink,
        )
    )


def _topic(text: str) -> str:
    """At most 32 letters of base64url (RFC 8030, 5.4)."""
    return base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest())[:32].decode()


def _check(reply: Reply) -> None:
    """Raise what an answer other than yes means."""
    said = f"{reply.status} {reply.text}"
    if reply.status in (404, 410):
        raise RefusedError(Problem.SUBSCRIPTION_GONE, said)
    if reply.status == 429 or reply.status >= 500:
        raise TryLaterError(Problem.BUSY, said)
    if not 200 <= reply.status < 300:
        raise RefusedError(Problem.SUBSCRIPTION_REFUSED, said)
