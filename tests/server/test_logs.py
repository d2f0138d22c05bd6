import logging
import socket
import sys
from pathlib import Path

import pytest

from tests.server.opened import Open
from yokame.server.logs import WithoutQueries, WithoutWhatWasSent

# What no browser sends, each with a part of a question where another log repeats it.
RAW = [
    b"GET /?said=a himitsu HTTP/1.1\r\nHost: localhost\r\n\r\n",
    b"GET /?said=himitsu HTTP/9.9\r\nHost: localhost\r\n\r\n",
    b"GET?said=himitsu\r\n\r\n",
    b"himitsu'\"himitsu /?said='himitsu HTTP/1.1\r\nHost: localhost\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: localhost\r\nhimitsu himitsu\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: localhost\r\nX himitsu: himitsu\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: himitsu\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: himitsu\r\n\r\n",
    b"GET /?said=himitsu HTTP/1.1\r\nHost: himitsu.example\r\n\r\n",
    b"GET /?said='himitsu HTTP/1.1\r\nHost: /?himitsu='himitsu\r\n\r\n",
    b"HEAD /long?said=himitsu HTTP/1.1\r\nHost: localhost\r\n\r\n",
    b"GET /?said=\xff'himitsu HTTP/1.1\r\nHost: localhost\r\n\r\n",
]


def send(address: str, request: bytes) -> bytes:
    """The first bytes that come back for what is sent as it is."""
    port = int(address.rsplit(":", 1)[1])
    with socket.create_connection(("127.0.0.1", port), timeout=60) as raw:
        raw.sendall(request)
        return raw.recv(4096)


def formatted(message: str, *arguments: object) -> str:
    record = logging.LogRecord("x", logging.ERROR, "x.py", 1, message, arguments, None)
    return WithoutQueries("%(message)s").format(record)


def test_a_query_is_never_written_whatever_carried_it() -> None:
    assert formatted("Error handling request %s", "/?said=secret&held=1") == (
        "Error handling request /?…"
    )
    assert "secret" not in formatted("Invalid line: 'GET /?said=secret HTTP/9'")


def test_what_is_no_query_is_written_whole() -> None:
    assert formatted("Why? Not Found: %s", "/page") == "Why? Not Found: /page"


def test_a_wrong_host_is_told_in_one_line_without_it() -> None:
    try:
        raise ValueError("Invalid HTTP_HOST header: 'himitsu'")
    except ValueError as error:
        record = logging.LogRecord(
            "django.security.DisallowedHost",
            logging.ERROR,
            "x.py",
            1,
            str(error),
            (),
            sys.exc_info(),
        )

    WithoutWhatWasSent().filter(record)

    assert WithoutQueries("%(message)s").format(record) == (
        "Refused a request whose Host is not in YOKAME_ALLOWED_HOSTS."
    )


@pytest.mark.slow
def test_requests_that_are_none_leave_one_line_each_and_nothing_they_carried(
    open_yokame: Open, tmp_path: Path
) -> None:
    yokame = open_yokame()
    before = len(yokame.output.read_text().splitlines())

    answers = [send(yokame.address, request) for request in RAW]
    yokame.end()

    written = yokame.output.read_text()
    assert all(answer.startswith(b"HTTP/1.1 ") for answer in answers)
    assert "Refused a request whose Host" in written
    assert "Refused a request that is not valid HTTP." in written
    assert "Traceback" not in written
    assert "WSGI app sent body" not in written
    assert len(written.splitlines()) - before <= len(RAW)
    assert not [each for each in tmp_path.rglob("*") if each.is_file() and _holds_it(each)]


def _holds_it(file: Path) -> bool:
    return b"himitsu" in file.read_bytes()
