"""One message handed to one SMTP server, knowing at each step whether it has it."""

import contextlib
import re
import smtplib
import socket
import ssl
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from yokame.outbound.dialling import Rules, dial
from yokame.outbound.errors import (
    DeliveryError,
    Problem,
    RefusedError,
    TryLaterError,
    UnknownOutcomeError,
)

STEP_SECONDS = 30.0
# A server may scan a message before it says that it has it (RFC 5321, 4.5.3.2.6, allows ten
# minutes); whoever hangs up earlier than needed makes an outcome unknown that was good.
LAST_REPLY_SECONDS = 120.0
# What mail programs say of a machine that has no name in public; its real one is nobody's business.
_OWN_NAME = "[127.0.0.1]"


class Security(StrEnum):
    """How the way to the server is kept secret."""

    TLS = "tls"
    STARTTLS = "starttls"
    NONE = "none"


@dataclass(frozen=True)
class MailServer:
    """A server that takes mail from this person. Without `username`, no sign-in."""

    host: str
    port: int
    security: Security
    username: str = ""
    password: str = field(default="", repr=False)


def hand_over(
    message: bytes,
    *,
    sender: str,
    to: str,
    server: MailServer,
    rules: Rules,
    on_the_brink: Callable[[], None],
) -> None:
    """Give `message` to the server; returns once the server has said that it has it.

    `on_the_brink` is called when all is ready and nothing is handed over yet. What it raises
    ends the delivery there, with nothing sent.

    Raises DeliveryError: of which kind says whether the server has the message.
    """
    with contextlib.ExitStack() as stack:
        with _nothing_handed_over():
            client = _connected(server, rules)
            stack.callback(_leave, client)
            _sign_in(client, server)
            _expect(client.mail(sender), 250, problem=Problem.SENDER_REFUSED)
            _expect(client.rcpt(to), 250, 251, problem=Problem.RECIPIENT_REFUSED)
        on_the_brink()
        with _nothing_handed_over():
            _expect(client.docmd("DATA"), 354, problem=Problem.MESSAGE_REFUSED)
        _expect(_content(client, message), 250, problem=Problem.MESSAGE_REFUSED)


def _connected(server: MailServer, rules: Rules) -> smtplib.SMTP:
    if server.security is Security.TLS:
        return _DialledTls(server, rules)
    return _Dialled(server, rules)


def _sign_in(client: smtplib.SMTP, server: MailServer) -> None:
    client.ehlo_or_helo_if_needed()
    if server.security is Security.STARTTLS:
        if not client.has_extn("starttls"):
            raise RefusedError(Problem.NO_ENCRYPTION)
        client.starttls(context=ssl.create_default_context())
    if server.username:
        client.login(server.username, server.password)


def _content(client: smtplib.SMTP, message: bytes) -> tuple[int, bytes]:
    """The message, its end, and the answer. From the first byte on, silence means anything."""
    assert client.sock is not None
    client.sock.settimeout(LAST_REPLY_SECONDS)
    lines = re.sub(rb"\r\n|\r|\n", b"\r\n", message).removesuffix(b"\r\n")
    dotted = re.sub(rb"(?m)^\.", b"..", lines)  # RFC 5321, 4.5.2
    try:
        client.send(dotted + b"\r\n.\r\n")
        return client.getreply()
    except (smtplib.SMTPException, OSError) as error:
        raise UnknownOutcomeError(Problem.NO_REPLY, str(error)) from error


@contextlib.contextmanager
def _nothing_handed_over() -> Iterator[None]:
    """Says of everything that goes wrong in here what it means before anything is handed over."""
    try:
        yield
    except smtplib.SMTPNotSupportedError as error:
        raise RefusedError(Problem.LOGIN_NOT_OFFERED, str(error)) from error
    except smtplib.SMTPConnectError as error:
        raise _refusal(error.smtp_code, error.smtp_error, Problem.NO_CONNECTION) from error
    except smtplib.SMTPResponseException as error:
        raise _refusal(error.smtp_code, error.smtp_error, Problem.LOGIN_REFUSED) from error
    except ssl.SSLCertVerificationError as error:
        raise RefusedError(Problem.CERTIFICATE, error.verify_message) from error
    except (ssl.SSLEOFError, ssl.SSLZeroReturnError) as error:
        raise TryLaterError(Problem.NO_CONNECTION, str(error)) from error
    except ssl.SSLError as error:
        raise RefusedError(Problem.NO_ENCRYPTION, error.reason or "") from error
    except UnicodeError as error:
        raise RefusedError(Problem.LOGIN_REFUSED) from error  # a password no server could read
    except (smtplib.SMTPException, OSError) as error:
        raise TryLaterError(Problem.NO_CONNECTION, str(error)) from error


def _expect(reply: tuple[int, bytes], *good: int, problem: Problem) -> None:
    code, said = reply
    if code not in good:
        raise _refusal(code, said, problem)


def _refusal(code: int, said: bytes | str, problem: Problem) -> DeliveryError:
    """A no of the server: 4xx means for now, 5xx for good (RFC 5321, 4.2.1)."""
    words = said.decode("utf-8", "replace") if isinstance(said, bytes) else said
    if 400 <= code < 500:
        return TryLaterError(Problem.BUSY, f"{code} {words}")
    return RefusedError(problem, f"{code} {words}")


def _leave(client: smtplib.SMTP) -> None:
    """Say goodbye, if there is still somebody to say it to."""
    with contextlib.suppress(smtplib.SMTPException, OSError):
        if client.sock is not None:
            client.sock.settimeout(2)
        client.quit()
    client.close()


class _Dialled(smtplib.SMTP):
    """smtplib's client on a connection that was checked."""

    def __init__(self, server: MailServer, rules: Rules) -> None:
        self._rules = rules
        super().__init__(server.host, server.port, local_hostname=_OWN_NAME, timeout=STEP_SECONDS)

    def _get_socket(self, host: str, port: int, timeout: float) -> socket.socket:
        return dial(host, port, rules=self._rules, timeout=timeout)


class _DialledTls(smtplib.SMTP_SSL, _Dialled):
    """The same, speaking TLS from the first byte: smtplib wraps what `_Dialled` connects."""

    def __init__(self, server: MailServer, rules: Rules) -> None:
        self._rules = rules
        smtplib.SMTP_SSL.__init__(
            self,
            server.host,
            server.port,
            local_hostname=_OWN_NAME,
            timeout=STEP_SECONDS,
            context=ssl.create_default_context(),
        )
