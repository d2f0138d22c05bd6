"""A real SMTP server for the tests (aiosmtpd): keeps what it was given, and can misbehave."""

import asyncio
import contextlib
import functools
import queue
import ssl
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import trustme
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

USERNAME, PASSWORD = "hana", "a password of hers"


@dataclass
class Postbox:
    """What arrived, and how the server answers. A key of `answers` is a step: RCPT, DATA."""

    messages: list[bytes] = field(default_factory=list)
    senders: list[str | None] = field(default_factory=list)
    recipients: list[list[str]] = field(default_factory=list)
    answers: dict[str, str] = field(default_factory=dict)
    needs_login: bool = False
    hangs_at: str = ""  # a step at which it never answers
    hanging: threading.Event = field(default_factory=threading.Event)
    falls_silent: bool = False  # takes the message and hangs up without a word

    async def handle_RCPT(  # noqa: N802  # aiosmtpd's own names
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: Any
    ) -> str:
        await self._hang("RCPT")
        if "RCPT" in self.answers:
            return self.answers["RCPT"]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_MAIL(  # noqa: N802
        self, _server: SMTP, session: Session, envelope: Envelope, address: str, options: Any
    ) -> str:
        if self.needs_login and not session.authenticated:
            return "530 who are you?"
        if "MAIL" in self.answers:
            return self.answers["MAIL"]
        envelope.mail_from = address
        envelope.mail_options.extend(options)
        return "250 OK"

    async def handle_DATA(  # noqa: N802
        self, server: SMTP, _session: Session, envelope: Envelope
    ) -> str:
        if "DATA" in self.answers:
            return self.answers["DATA"]
        assert isinstance(envelope.content, bytes)
        self.messages.append(envelope.content)
        self.senders.append(envelope.mail_from)
        self.recipients.append(list(envelope.rcpt_tos))
        await self._hang("DATA")
        if self.falls_silent:
            assert server.transport is not None
            server.transport.close()
        return "250 taken"

    async def _hang(self, step: str) -> None:
        if self.hangs_at == step:
            self.hanging.set()
            await asyncio.sleep(60)


@dataclass(frozen=True)
class Certificates:
    """A certificate for `localhost`, and the file with the authority that signed it."""

    server: ssl.SSLContext
    authority: Path


def make_certificates(folder: Path) -> Certificates:
    authority = trustme.CA()
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("localhost").configure_cert(server)
    file = folder / "authority.pem"
    authority.cert_pem.write_to_path(str(file))
    return Certificates(server, file)


@contextlib.contextmanager
def mail_server(
    postbox: Postbox,
    *,
    starttls: ssl.SSLContext | None = None,
    tls: ssl.SSLContext | None = None,
) -> Iterator[int]:
    """Serve at a free port of this machine, which is given."""

    def let_in(
        _server: SMTP, _session: Session, _envelope: Envelope, _mechanism: str, data: Any
    ) -> AuthResult:
        assert isinstance(data, LoginPassword)
        right = (data.login, data.password) == (USERNAME.encode(), PASSWORD.encode())
        return AuthResult(success=right, handled=False)

    ready: queue.Queue[tuple[int, Callable[[], object]]] = queue.Queue()

    async def serve() -> None:
        loop = asyncio.get_running_loop()
        ended = asyncio.Event()
        server = await loop.create_server(
            lambda: SMTP(
                postbox,
                hostname="localhost",
                loop=loop,
                tls_context=starttls,
                authenticator=let_in,
                auth_require_tls=starttls is not None,
            ),
            "127.0.0.1",
            0,
            ssl=tls,
        )
        end = functools.partial(loop.call_soon_threadsafe, ended.set)
        ready.put((server.sockets[0].getsockname()[1], end))
        async with server:
            await ended.wait()

    thread = threading.Thread(target=lambda: asyncio.run(serve()), daemon=True)
    thread.start()
    port, end = ready.get(timeout=30)
    try:
        yield port
    finally:
        end()
        thread.join(timeout=30)
