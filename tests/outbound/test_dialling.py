import socket
from typing import Any

import pytest

from yokame.outbound import (
    ANYWHERE,
    PUBLIC_MAIL,
    PUBLIC_WEB,
    Problem,
    RefusedError,
    TryLaterError,
    checked_addresses,
)
from yokame.outbound.dialling import dial

FORBIDDEN = [
    "127.0.0.1",
    "127.1",
    "2130706433",
    "0x7f.0.0.1",
    "localhost",
    "0.0.0.0",
    "10.1.2.3",
    "172.16.0.1",
    "192.168.1.1",
    "100.64.0.1",
    "169.254.169.254",
    "192.0.2.1",
    "198.18.0.1",
    "224.0.0.1",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::ffff:10.0.0.1",
    "fc00::1",
    "fe80::1",
    "fec0::1",
    "ff02::1",
    "2001:db8::1",
    "2002:7f00:1::",
    "64:ff9b::7f00:1",
    "64:ff9b::c0a8:101",
]


def resolving_to(monkeypatch: pytest.MonkeyPatch, *answers: list[str]) -> list[str]:
    """Names resolve to each answer in turn; the addresses that were then connected to."""
    connected: list[str] = []
    turns = iter(answers)

    def resolve(_host: str, port: int, **_: Any) -> list[Any]:
        return [(0, 0, 0, "", (address, port)) for address in next(turns)]

    def connect(address: tuple[str, int], timeout: float) -> socket.socket:
        assert timeout > 0
        connected.append(address[0])
        raise ConnectionRefusedError(111, "Connection refused")

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    monkeypatch.setattr(socket, "create_connection", connect)
    return connected


@pytest.mark.parametrize("host", FORBIDDEN)
def test_a_server_connects_to_no_address_of_its_own_network(host: str) -> None:
    with pytest.raises(RefusedError) as refused:
        checked_addresses(host, 443, PUBLIC_WEB)

    assert refused.value.problem is Problem.FORBIDDEN_HOST


@pytest.mark.parametrize("host", ["8.8.8.8", "2606:4700:4700::1111", "64:ff9b::808:808"])
def test_public_addresses_are_let_through(host: str) -> None:
    assert checked_addresses(host, 443, PUBLIC_WEB) == [host]


@pytest.mark.parametrize(("port", "rules"), [(25, PUBLIC_MAIL), (6379, PUBLIC_MAIL)])
def test_a_server_connects_to_ports_of_mail_only(port: int, rules: Any) -> None:
    with pytest.raises(RefusedError) as refused:
        checked_addresses("8.8.8.8", port, rules)

    assert refused.value.problem is Problem.FORBIDDEN_PORT


def test_on_ones_own_machine_every_host_and_port_is_ones_own_business() -> None:
    assert checked_addresses("127.0.0.1", 6379, ANYWHERE) == ["127.0.0.1"]


def test_one_private_address_among_public_ones_forbids_the_name(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    resolving_to(monkeypatch, ["8.8.8.8", "10.0.0.1"])

    with pytest.raises(RefusedError):
        checked_addresses("mixed.example", 443, PUBLIC_WEB)


def test_a_name_that_changes_its_mind_is_dialled_where_it_was_checked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    connected = resolving_to(monkeypatch, ["8.8.8.8", "8.8.4.4"], ["127.0.0.1"])

    with pytest.raises(TryLaterError) as failed:
        dial("rebinding.example", 443, rules=PUBLIC_WEB, timeout=1)

    assert connected == ["8.8.8.8", "8.8.4.4"]
    assert failed.value.problem is Problem.NO_CONNECTION


@pytest.mark.parametrize("host", ["no-such-host.invalid", "a" * 70 + ".example", "a..b"])
def test_a_name_that_nobody_knows_is_tried_again_later(host: str) -> None:
    with pytest.raises(TryLaterError) as failed:
        checked_addresses(host, 587, PUBLIC_MAIL)

    assert failed.value.problem is Problem.HOST_UNKNOWN
