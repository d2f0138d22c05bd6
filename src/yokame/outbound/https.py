"""One POST to one address, with no redirect followed and no proxy asked."""

import http.client
import socket
import ssl
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from yokame.outbound.dialling import Rules, dial
from yokame.outbound.errors import Problem, RefusedError, TryLaterError, UnknownOutcomeError

TIMEOUT_SECONDS = 20.0
_LONGEST_TEXT = 2000


@dataclass(frozen=True)
class Reply:
    """What the other side answered."""

    status: int
    text: str


def post(
    url: str,
    body: bytes,
    *,
    headers: Mapping[str, str],
    rules: Rules,
    on_the_brink: Callable[[], None],
) -> Reply:
    """Post `body` to `url`. `on_the_brink` is called once connected, before anything is sent.

    Plain HTTP only where the rules allow every host. Raises DeliveryError.
    """
    connection = _connect(url, rules)
    try:
        on_the_brink()
        parts = urlsplit(url)
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        connection.request("POST", path, body, dict(headers))
        response = connection.getresponse()
        return Reply(response.status, response.read(_LONGEST_TEXT).decode("utf-8", "replace"))
    except (http.client.HTTPException, OSError) as error:
        raise UnknownOutcomeError(Problem.NO_REPLY, str(error)) from error
    finally:
        connection.close()


def _connect(url: str, rules: Rules) -> http.client.HTTPConnection:
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise RefusedError(Problem.ADDRESS_NOT_UNDERSTOOD) from error
    if not host or parts.scheme not in ("https", "http"):
        raise RefusedError(Problem.ADDRESS_NOT_UNDERSTOOD)
    if parts.scheme == "http" and rules.only_public:
        raise RefusedError(Problem.NO_ENCRYPTION)
    secure = parts.scheme == "https"
    connection = http.client.HTTPConnection(host, port or (443 if secure else 80))
    line = dial(host, connection.port, rules=rules, timeout=TIMEOUT_SECONDS)
    connection.sock = _encrypted(line, host) if secure else line
    return connection


def _encrypted(line: socket.socket, host: str) -> socket.socket:
    try:
        return ssl.create_default_context().wrap_socket(line, server_hostname=host)
    except ssl.SSLCertVerificationError as error:
        raise RefusedError(Problem.CERTIFICATE, error.verify_message) from error
    except OSError as error:
        raise TryLaterError(Problem.NO_CONNECTION, str(error)) from error
