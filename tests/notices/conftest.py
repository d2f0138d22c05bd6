from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from tests.outbound.mail_server import Certificates, Postbox, make_certificates
from yokame.accounts.queries import Person

JAPAN = ZoneInfo("Asia/Tokyo")


@pytest.fixture
def postbox() -> Postbox:
    """What a mail server takes in."""
    return Postbox()


@pytest.fixture
def certificates(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Certificates:
    """Certificates that this process trusts."""
    made = make_certificates(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(made.authority))
    return made


@pytest.fixture
def hana() -> Person:
    """Hana, who waits."""
    return Person.objects.create(email="hana@example.ac.jp")


@pytest.fixture
def ren() -> Person:
    """Ren, who must never see Hana's things."""
    return Person.objects.create(email="ren@example.ac.jp")


@pytest.fixture
def now() -> datetime:
    """A Tuesday morning."""
    return datetime(2026, 11, 24, 10, 30, tzinfo=JAPAN)
