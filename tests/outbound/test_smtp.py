from pathlib import Path

import pytest

from tests.outbound.mail_server import (
    PASSWORD,
    USERNAME,
    Certificates,
    Postbox,
    mail_server,
    make_certificates,
)
from yokame.outbound import (
    ANYWHERE,
    DeliveryError,
    MailServer,
    Problem,
    RefusedError,
    Security,
    TryLaterError,
    UnknownOutcomeError,
    hand_over,
)

MESSAGE = "Subject: x\n\n一行目\n.点で始まる行\n.\nおわり\n".encode()


@pytest.fixture
def postbox() -> Postbox:
    return Postbox()


@pytest.fixture
def certificates(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Certificates:
    """Certificates that this process trusts."""
    made = make_certificates(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(made.authority))
    return made


def send(server: MailServer, brinks: list[str] | None = None) -> None:
    steps = [] if brinks is None else brinks
    hand_over(
        MESSAGE,
        sender="hana@example.jp",
        to="saiyo@example.co.jp",
        server=server,
        rules=ANYWHERE,
        on_the_brink=lambda: steps.append("brink"),
    )


def plain(port: int) -> MailServer:
    return MailServer("127.0.0.1", port, Security.NONE)


def test_a_message_arrives_whole_with_lines_that_begin_with_a_dot(postbox: Postbox) -> None:
    brinks: list[str] = []

    with mail_server(postbox) as port:
        send(plain(port), brinks)

    assert postbox.messages == [MESSAGE.replace(b"\n", b"\r\n")]
    assert postbox.senders == ["hana@example.jp"]
    assert postbox.recipients == [["saiyo@example.co.jp"]]
    assert brinks == ["brink"]


@pytest.mark.parametrize("security", [Security.TLS, Security.STARTTLS])
def test_a_message_goes_encrypted_and_signed_in(
    postbox: Postbox, certificates: Certificates, security: Security
) -> None:
    ways = {Security.TLS: "tls", Security.STARTTLS: "starttls"}
    way = {ways[security]: certificates.server}

    postbox.needs_login = True

    with mail_server(postbox, **way) as port:
        send(MailServer("localhost", port, security, USERNAME, PASSWORD))

    assert len(postbox.messages) == 1


def failing(server: MailServer) -> DeliveryError:
    """How it fails, which must be before anything is handed over."""
    brinks: list[str] = []
    with pytest.raises(DeliveryError) as failed:
        send(server, brinks)
    assert brinks == []
    return failed.value


def test_a_certificate_that_nobody_vouches_for_is_refused(postbox: Postbox, tmp_path: Path) -> None:
    stranger = make_certificates(tmp_path)

    with mail_server(postbox, starttls=stranger.server) as port:
        error = failing(MailServer("localhost", port, Security.STARTTLS, USERNAME, PASSWORD))

    assert isinstance(error, RefusedError)
    assert error.problem is Problem.CERTIFICATE


def test_a_certificate_for_another_name_is_refused(
    postbox: Postbox, certificates: Certificates
) -> None:
    with mail_server(postbox, tls=certificates.server) as port:
        error = failing(MailServer("127.0.0.1", port, Security.TLS, USERNAME, PASSWORD))

    assert isinstance(error, RefusedError)
    assert error.problem is Problem.CERTIFICATE


def test_no_password_is_told_where_encryption_is_not_offered(postbox: Postbox) -> None:
    with mail_server(postbox) as port:
        error = failing(MailServer("localhost", port, Security.STARTTLS, USERNAME, PASSWORD))

    assert isinstance(error, RefusedError)
    assert error.problem is Problem.NO_ENCRYPTION


def test_plain_text_at_a_port_for_tls_is_refused(postbox: Postbox) -> None:
    with mail_server(postbox) as port:
        error = failing(MailServer("localhost", port, Security.TLS))

    assert isinstance(error, RefusedError)
    assert error.problem is Problem.NO_ENCRYPTION


@pytest.mark.parametrize("password", ["wrong", "全角の合言葉"])
def test_a_wrong_password_is_final(
    postbox: Postbox, certificates: Certificates, password: str
) -> None:
    with mail_server(postbox, tls=certificates.server) as port:
        error = failing(MailServer("localhost", port, Security.TLS, USERNAME, password))

    assert isinstance(error, RefusedError)
    assert error.problem is Problem.LOGIN_REFUSED


def test_nobody_listening_is_tried_again(postbox: Postbox) -> None:
    with mail_server(postbox) as port:
        pass

    error = failing(plain(port))

    assert isinstance(error, TryLaterError)
    assert error.problem is Problem.NO_CONNECTION


@pytest.mark.parametrize(
    ("step", "answer", "kind", "problem"),
    [
        ("MAIL", "550 not you", RefusedError, Problem.SENDER_REFUSED),
        ("RCPT", "550 nobody here", RefusedError, Problem.RECIPIENT_REFUSED),
        ("RCPT", "450 come back", TryLaterError, Problem.BUSY),
    ],
)
def test_an_address_that_is_refused_leaves_nothing_behind(
    postbox: Postbox, step: str, answer: str, kind: type[DeliveryError], problem: Problem
) -> None:
    postbox.answers[step] = answer

    with mail_server(postbox) as port:
        error = failing(plain(port))

    assert isinstance(error, kind)
    assert (error.problem, error.said) == (problem, answer)
    assert postbox.messages == []


@pytest.mark.parametrize(
    ("answer", "kind", "problem"),
    [
        ("554 looks like spam", RefusedError, Problem.MESSAGE_REFUSED),
        ("451 scanner is down", TryLaterError, Problem.BUSY),
    ],
)
def test_a_no_to_the_message_itself_is_a_sure_no(
    postbox: Postbox, answer: str, kind: type[DeliveryError], problem: Problem
) -> None:
    postbox.answers["DATA"] = answer

    with mail_server(postbox) as port, pytest.raises(kind) as failed:
        send(plain(port))

    assert (failed.value.problem, failed.value.said) == (problem, answer)


def test_silence_after_the_message_is_neither_yes_nor_no(postbox: Postbox) -> None:
    postbox.falls_silent = True

    with mail_server(postbox) as port, pytest.raises(UnknownOutcomeError) as failed:
        send(plain(port))

    assert len(postbox.messages) == 1
    assert failed.value.problem is Problem.NO_REPLY


def test_who_changes_their_mind_on_the_brink_sends_nothing(postbox: Postbox) -> None:
    def stop() -> None:
        raise KeyError("somebody else has it")

    with mail_server(postbox) as port, pytest.raises(KeyError):
        hand_over(
            MESSAGE,
            sender="a@example.jp",
            to="b@example.jp",
            server=plain(port),
            rules=ANYWHERE,
            on_the_brink=stop,
        )

    assert postbox.messages == []


def test_a_password_is_not_shown_when_a_server_is_printed() -> None:
    assert PASSWORD not in repr(MailServer("h", 587, Security.TLS, USERNAME, PASSWORD))
