import base64
import json
from pathlib import Path

import jwt
import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec

from tests.outbound.mail_server import make_certificates
from tests.outbound.push_service import (
    Browser,
    PushService,
    decoded,
    new_browser,
    push_service,
)
from yokame.outbound import (
    ANYWHERE,
    PUBLIC_WEB,
    DeliveryError,
    Problem,
    RefusedError,
    Rules,
    TryLaterError,
    UnknownOutcomeError,
)
from yokame.outbound.web_push import LONGEST_MESSAGE, Subscription, push, push_key

KEY = push_key(b"k" * 32)
MESSAGE = json.dumps({"title": "八日目です"}).encode()


def send(
    subscription: Subscription, *, rules: Rules = ANYWHERE, message: bytes = MESSAGE
) -> list[str]:
    brinks: list[str] = []
    push(
        message,
        subscription,
        key=KEY,
        contact="house@example.jp",
        topic="day8:1",
        good_seconds=3600,
        rules=rules,
        on_the_brink=lambda: brinks.append("brink"),
    )
    return brinks


def test_the_tests_own_browser_reads_the_example_of_rfc_8291() -> None:
    """Section 5 and appendix A of the RFC: the receiver's keys, and the body that was sent."""
    number = int.from_bytes(decoded("q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94"))
    browser = Browser(
        ec.derive_private_key(number, ec.SECP256R1()), decoded("BTBZMqHH6r4Tts7J_aSIgg")
    )
    body = (
        "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIg"
        "Dll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZ"
        "wbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN"
    )

    assert browser.read(decoded(body)) == b"When I grow up, I want to be a watermelon"


@pytest.mark.parametrize("size", [1, 500, LONGEST_MESSAGE])
def test_only_the_browser_that_subscribed_can_read_the_message(size: int) -> None:
    service, browser = PushService(), new_browser()

    with push_service(service) as endpoint:
        assert send(browser.subscription(endpoint), message=b"x" * size) == ["brink"]

    [(path, headers, body)] = service.requests
    assert path == "/push/abc?device=1"
    assert browser.read(body) == b"x" * size
    assert (headers["Content-Encoding"], headers["TTL"]) == ("aes128gcm", "3600")
    assert len(headers["Topic"]) == 32


def test_the_service_can_tell_who_sends() -> None:
    """RFC 8292: a token signed with the key that the browser was given when it subscribed."""
    service = PushService()

    with push_service(service) as endpoint:
        send(new_browser().subscription(endpoint))

    scheme, _, rest = service.requests[0][1]["Authorization"].partition(" ")
    parts = dict(part.strip().split("=", 1) for part in rest.split(","))
    public = serialization.load_pem_public_key(KEY.public_pem)
    assert isinstance(public, ec.EllipticCurvePublicKey)
    claims = jwt.decode(parts["t"], public, ["ES256"], audience="http://localhost")
    assert (scheme, claims["sub"]) == ("vapid", "mailto:house@example.jp")
    assert parts["k"] == KEY.for_browsers


def test_over_tls(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    certificates = make_certificates(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(certificates.authority))
    service, browser = PushService(), new_browser()

    with push_service(service, certificates.server) as endpoint:
        send(browser.subscription(endpoint))

    assert browser.read(service.requests[0][2]) == MESSAGE


def test_a_service_nobody_vouches_for_gets_nothing(tmp_path: Path) -> None:
    service = PushService()

    with (
        push_service(service, make_certificates(tmp_path).server) as endpoint,
        pytest.raises(RefusedError) as failed,
    ):
        send(new_browser().subscription(endpoint))

    assert failed.value.problem is Problem.CERTIFICATE
    assert service.requests == []


@pytest.mark.parametrize(
    ("status", "kind", "problem"),
    [
        (404, RefusedError, Problem.SUBSCRIPTION_GONE),
        (410, RefusedError, Problem.SUBSCRIPTION_GONE),
        (302, RefusedError, Problem.SUBSCRIPTION_REFUSED),
        (403, RefusedError, Problem.SUBSCRIPTION_REFUSED),
        (413, RefusedError, Problem.SUBSCRIPTION_REFUSED),
        (429, TryLaterError, Problem.BUSY),
        (503, TryLaterError, Problem.BUSY),
    ],
)
def test_what_the_service_answers_decides_what_comes_next(
    status: int, kind: type[DeliveryError], problem: Problem
) -> None:
    service = PushService(status=status)

    with push_service(service) as endpoint, pytest.raises(kind) as failed:
        send(new_browser().subscription(endpoint))

    assert failed.value.problem is problem
    assert len(service.requests) == 1  # a redirect is not followed


def test_no_answer_is_neither_yes_nor_no() -> None:
    service = PushService(hangs_up=True)

    with push_service(service) as endpoint, pytest.raises(UnknownOutcomeError):
        send(new_browser().subscription(endpoint))

    assert len(service.requests) == 1


def test_a_service_that_is_down_is_asked_again() -> None:
    with push_service(PushService()) as endpoint:
        pass

    with pytest.raises(TryLaterError) as failed:
        send(new_browser().subscription(endpoint))

    assert failed.value.problem is Problem.NO_CONNECTION


@pytest.mark.parametrize(
    ("endpoint", "problem"),
    [
        ("https://127.0.0.1/push", Problem.FORBIDDEN_HOST),
        ("https://[::1]/push", Problem.FORBIDDEN_HOST),
        ("https://8.8.8.8:8443/push", Problem.FORBIDDEN_PORT),
        ("http://8.8.8.8/push", Problem.NO_ENCRYPTION),
        ("file:///etc/passwd", Problem.SUBSCRIPTION_REFUSED),
        ("https://[/push", Problem.SUBSCRIPTION_REFUSED),
        ("nonsense", Problem.SUBSCRIPTION_REFUSED),
    ],
)
def test_a_server_posts_only_to_public_places(endpoint: str, problem: Problem) -> None:
    with pytest.raises(RefusedError) as failed:
        send(new_browser().subscription(endpoint), rules=PUBLIC_WEB)

    assert failed.value.problem is problem


@pytest.mark.parametrize("p256dh", ["", "AAAA", base64.urlsafe_b64encode(b"\4" * 65).decode()])
def test_keys_that_are_none_are_refused(p256dh: str) -> None:
    with pytest.raises(RefusedError) as failed:
        send(Subscription("https://example.jp/push", p256dh, "AAAA"))

    assert failed.value.problem is Problem.SUBSCRIPTION_REFUSED


def test_one_secret_gives_one_key_pair() -> None:
    assert push_key(b"k" * 32) == KEY
    assert push_key(b"l" * 32).for_browsers != KEY.for_browsers
    assert decoded(KEY.for_browsers)[:1] == b"\4"
    assert len(decoded(KEY.for_browsers)) == 65
