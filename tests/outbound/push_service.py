"""A push service and a browser for the tests: what a real one does, on this machine.

No push service can be reached from a test, so the endpoint is our own; the browser's half of the
encryption is written after RFC 8291 and is itself held to the example that the RFC prints.
"""

import base64
import contextlib
import http.server
import ssl
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field

from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from yokame.outbound.web_push import Subscription


def encoded(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def decoded(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


@dataclass(frozen=True)
class Browser:
    """The receiving side: its private key and its secret."""

    private: ec.EllipticCurvePrivateKey
    secret: bytes

    @property
    def public_bytes(self) -> bytes:
        return self.private.public_key().public_bytes(
            serialization.Encoding.X962, serialization.PublicFormat.UncompressedPoint
        )

    def subscription(self, endpoint: str) -> Subscription:
        return Subscription(endpoint, encoded(self.public_bytes), encoded(self.secret))

    def read(self, sealed: bytes) -> bytes:
        """Decrypt a message of one record (RFC 8188 and 8291)."""
        salt, length = sealed[:16], sealed[20]
        theirs, content = sealed[21 : 21 + length], sealed[21 + length :]
        shared = self.private.exchange(
            ec.ECDH(), ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), theirs)
        )
        about = b"WebPush: info\0" + self.public_bytes + theirs
        material = HKDF(hashes.SHA256(), 32, self.secret, about).derive(shared)
        key = HKDF(hashes.SHA256(), 16, salt, b"Content-Encoding: aes128gcm\0").derive(material)
        nonce = HKDF(hashes.SHA256(), 12, salt, b"Content-Encoding: nonce\0").derive(material)
        padded = AESGCM(key).decrypt(nonce, content, None).rstrip(b"\0")
        assert padded[-1:] == b"\2"
        return padded[:-1]


def new_browser() -> Browser:
    return Browser(ec.generate_private_key(ec.SECP256R1()), b"sixteen bytes ok")


@dataclass
class PushService:
    """What was posted, and what it answers."""

    status: int = 201
    hangs_up: bool = False
    requests: list[tuple[str, dict[str, str], bytes]] = field(default_factory=list)


@contextlib.contextmanager
def push_service(service: PushService, tls: ssl.SSLContext | None = None) -> Iterator[str]:
    """Serve on this machine; gives the address of an endpoint."""

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_POST(self) -> None:  # http.server's own name
            body = self.rfile.read(int(self.headers["Content-Length"]))
            service.requests.append((self.path, dict(self.headers.items()), body))
            if service.hangs_up:
                self.close_connection = True
                return
            self.send_response(service.status)
            if service.status == 302:
                self.send_header("Location", "/elsewhere")
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    if tls is not None:
        server.socket = tls.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        scheme = "https" if tls else "http"
        yield f"{scheme}://localhost:{server.server_port}/push/abc?device=1"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
