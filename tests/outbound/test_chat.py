import importlib
import logging
from pathlib import Path
from typing import Any

import apprise
import pytest
import requests

from tests.outbound.push_service import PushService, push_service
from yokame.outbound import (
    ANYWHERE,
    PUBLIC_WEB,
    DeliveryError,
    Problem,
    RefusedError,
    TryLaterError,
    UnknownOutcomeError,
)
from yokame.outbound.chat import PUBLIC_SERVICES, check_address, notify

# Accounts nobody has, in the form each service asks for, and the one host it may reach.
ACCOUNTS = {
    "discord": ("discord://123456789012345678/" + "a" * 68, "discord.com"),
    "gchat": ("gchat://workspace/key/token", "chat.googleapis.com"),
    "line": ("line://" + "a" * 40 + "/" + "U" + "1" * 32, "api.line.me"),
    "pbul": ("pbul://" + "a" * 32, "api.pushbullet.com"),
    "pover": ("pover://" + "u" * 30 + "@" + "t" * 30, "api.pushover.net"),
    "slack": ("slack://T1JJ3T3L2/A1BRTD4JD/TIiajkdnlazkcOXrIdevi7FQ", "hooks.slack.com"),
    "tgram": ("tgram://123456789:abcdefg_hijklmnop/123456", "api.telegram.org"),
}


def address_of(endpoint: str) -> str:
    """Apprise's address for a service of one's own that takes JSON."""
    return endpoint.replace("http://", "json://")


def tell(address: str) -> list[str]:
    brinks: list[str] = []
    notify("件名", "本文", address, rules=ANYWHERE, on_the_brink=lambda: brinks.append("brink"))
    return brinks


def test_a_notice_reaches_the_service() -> None:
    service = PushService(status=200)

    with push_service(service) as endpoint:
        assert tell(address_of(endpoint)) == ["brink"]

    [(_, _, body)] = service.requests
    assert "件名".encode() in body or b"\\u4ef6\\u540d" in body


@pytest.mark.parametrize(
    ("service", "kind", "problem"),
    [
        (PushService(status=500), RefusedError, Problem.SERVICE_REFUSED),
        (PushService(status=401), RefusedError, Problem.SERVICE_REFUSED),
        (PushService(hangs_up=True), UnknownOutcomeError, Problem.NO_REPLY),
    ],
)
def test_why_a_service_said_no_is_read_from_apprises_log(
    service: PushService,
    kind: type[DeliveryError],
    problem: Problem,
    caplog: pytest.LogCaptureFixture,
) -> None:
    with push_service(service) as endpoint, pytest.raises(kind) as failed:
        tell(address_of(endpoint))

    assert failed.value.problem is problem
    assert caplog.text == ""  # it may hold a token


def test_a_service_that_is_down_is_asked_again() -> None:
    with push_service(PushService()) as endpoint:
        pass

    with pytest.raises(TryLaterError):
        tell(address_of(endpoint))


def test_apprises_log_is_given_back_as_it_was() -> None:
    logger = logging.getLogger("apprise")
    before = (logger.level, logger.propagate, list(logger.handlers))

    with push_service(PushService(status=200)) as endpoint:
        tell(address_of(endpoint))

    assert (logger.level, logger.propagate, list(logger.handlers)) == before


@pytest.mark.parametrize("name", PUBLIC_SERVICES)
def test_a_service_allowed_on_a_server_reaches_its_one_host(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    hosts: set[str] = set()

    def reached(_self: object, request: Any, **_: Any) -> None:
        hosts.add(request.url.split("/")[2])
        raise requests.ConnectionError("not from a test")

    monkeypatch.setattr(requests.Session, "send", reached)
    address, host = ACCOUNTS[name]

    with pytest.raises(TryLaterError):
        notify("件名", "本文", address, rules=PUBLIC_WEB, on_the_brink=lambda: None)

    assert hosts == {host}


@pytest.mark.parametrize(
    "address",
    [
        "json://127.0.0.1/",
        "ntfy://10.0.0.1/topic",
        "mailto://user:password@192.168.1.1",
        "file:///etc/passwd",
        "syslog://",
        "slack://T1JJ3T3L2/A1BRTD4JD/TIiajkdnlazkcOXrIdevi7FQ?template=/etc/passwd",
        "DISCORD://1/2",
        "discord://1/2\n",
        "",
    ],
)
def test_other_addresses_are_refused_on_a_server(address: str) -> None:
    with pytest.raises(RefusedError) as failed:
        check_address(address, rules=PUBLIC_WEB)

    assert failed.value.problem is Problem.SERVICE_NOT_ALLOWED


@pytest.mark.parametrize("address", ["", "nonsense", "nosuch://x", "discord://"])
def test_an_address_that_apprise_does_not_know_is_refused(address: str) -> None:
    with pytest.raises(RefusedError) as failed:
        check_address(address, rules=ANYWHERE)

    assert failed.value.problem is Problem.ADDRESS_NOT_UNDERSTOOD


def test_without_the_extra_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> None:
        raise ModuleNotFoundError(name)

    monkeypatch.setattr(importlib, "import_module", missing)

    with pytest.raises(RefusedError) as failed:
        check_address("json://localhost", rules=ANYWHERE)

    assert failed.value.problem is Problem.NOT_INSTALLED


def test_apprise_is_the_real_one() -> None:
    assert Path(apprise.__file__).is_file()
