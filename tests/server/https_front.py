"""A web server in front of yokame, as docs/settings.md describes one: HTTPS, then passed on."""

import base64
import contextlib
import hashlib
import http.client
import ssl
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

import trustme
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from cryptography.x509 import load_pem_x509_certificate

HOST = "yokame.example.ac.jp"
_OF_THE_CONNECTION = {"connection", "keep-alive", "transfer-encoding", "content-length"}


@dataclass(frozen=True)
class Front:
    """Where it serves, and the print of its key, by which a browser is told to trust it."""

    address: str
    key_print: str

    def browser_arguments(self) -> list[str]:
        """This machine is that host, and its certificate is good."""
        return [
            f"--host-resolver-rules=MAP {HOST} 127.0.0.1",
            f"--ignore-certificate-errors-spki-list={self.key_print}",
        ]


@contextlib.contextmanager
def https_front(behind: str) -> Iterator[Front]:
    """Serve `https://HOST` at a free port of this machine, for the yokame at `behind`."""
    certificate = trustme.CA().issue_cert(HOST)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    certificate.configure_cert(context)
    address = urlsplit(behind)

    class PassesOn(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def answer(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            upstream = http.client.HTTPConnection(str(address.hostname), address.port, timeout=60)
            headers = {
                **{name: value for name, value in self.headers.items() if name != "Connection"},
                "X-Forwarded-Proto": "https",
                "X-Forwarded-For": self.client_address[0],
            }
            upstream.request(self.command, self.path, body=body, headers=headers)
            response = upstream.getresponse()
            content = response.read()
            self.send_response(response.status)
            for name, value in response.getheaders():
                if name.lower() not in _OF_THE_CONNECTION:
                    self.send_header(name, value)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)
            upstream.close()

        do_GET = do_POST = answer  # noqa: N815  # http.server's own names

        def log_message(self, *_arguments: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), PassesOn)
    server.daemon_threads = True
    server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield Front(f"https://{HOST}:{server.server_port}", _print_of(certificate))
    finally:
        server.shutdown()
        server.server_close()
        thread.join(timeout=30)


def _print_of(certificate: trustme.LeafCert) -> str:
    """SHA-256 of the public key, as Chromium's option takes it."""
    leaf = load_pem_x509_certificate(certificate.cert_chain_pems[0].bytes())
    key = leaf.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    return base64.b64encode(hashlib.sha256(key).digest()).decode()
