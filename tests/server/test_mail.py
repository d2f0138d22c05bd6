import pytest

from yokame.server.environment import SettingError
from yokame.server.mail import mail_settings


def test_mail_goes_by_the_server_that_is_named() -> None:
    settings = mail_settings("smtp://hana%40example.ac.jp:p%2Fw@smtp.example.ac.jp")

    assert settings["EMAIL_HOST"] == "smtp.example.ac.jp"
    assert settings["EMAIL_PORT"] == 587
    assert settings["EMAIL_HOST_USER"] == "hana@example.ac.jp"
    assert settings["EMAIL_HOST_PASSWORD"] == "p/w"
    assert settings["EMAIL_USE_TLS"]
    assert not settings["EMAIL_USE_SSL"]


@pytest.mark.parametrize(
    ("query", "port", "starttls", "from_the_first_byte"),
    [
        ("?tls=starttls", 587, True, False),
        ("?tls=tls", 465, False, True),
        ("?tls=none", 25, False, False),
    ],
)
def test_each_kind_of_encryption_has_its_usual_port(
    query: str, port: int, starttls: bool, from_the_first_byte: bool
) -> None:
    settings = mail_settings(f"smtp://smtp.example.ac.jp{query}")

    assert settings["EMAIL_PORT"] == port
    assert settings["EMAIL_USE_TLS"] is starttls
    assert settings["EMAIL_USE_SSL"] is from_the_first_byte


def test_a_port_that_is_named_is_taken() -> None:
    assert mail_settings("smtp://localhost:2525?tls=none")["EMAIL_PORT"] == 2525


def test_without_a_server_nothing_is_set() -> None:
    assert mail_settings("") == {}


@pytest.mark.parametrize(
    "url",
    [
        "smtp.example.ac.jp",
        "http://smtp.example.ac.jp",
        "smtp://",
        "smtp://h:seecret@[x",
        "smtp://h:seecret@host:port",
        "smtp://h:seecret@host?tls=maybe",
        "smtp://h:seecret@host?ssl=yes",
    ],
)
def test_another_address_is_refused_without_repeating_its_password(url: str) -> None:
    with pytest.raises(SettingError, match="YOKAME_SMTP_URL") as refused:
        mail_settings(url)

    assert "seecret" not in str(refused.value)
