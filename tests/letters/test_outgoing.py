"""The ways out: read back by parsers that did not write them."""

from email import message_from_bytes, policy
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.letters.requests import request
from yokame.letters import BadFactError, Medium, NotUsedError, Situation, compose, eml, mailto

LETTER = compose(request(Situation.INQUIRY))


def test_a_mailto_link_holds_subject_and_text() -> None:
    link = urlsplit(mailto(LETTER, to="saiyo@example.jp"))

    held = parse_qs(link.query)
    assert (link.scheme, link.path) == ("mailto", "saiyo@example.jp")
    assert held["subject"] == [LETTER.subject]
    assert held["body"] == [LETTER.body.replace("\n", "\r\n")]


def test_an_eml_file_opens_as_a_draft_with_the_exact_text() -> None:
    data = eml(LETTER, sender="hana@example.jp", sender_name="山田 花子", to="saiyo@example.jp")

    message = message_from_bytes(data, policy=policy.default)
    assert message["X-Unsent"] == "1"
    assert message["Subject"] == LETTER.subject
    assert message["From"].addresses[0].display_name == "山田 花子"
    assert message["To"].addresses[0].addr_spec == "saiyo@example.jp"
    assert message.get_content().replace("\r\n", "\n") == LETTER.body + "\n"


def test_the_same_letter_is_the_same_file() -> None:
    assert eml(LETTER, sender="hana@example.jp") == eml(LETTER, sender="hana@example.jp")


def test_no_line_of_an_eml_file_is_too_long_for_a_mail_server() -> None:
    data = eml(LETTER, sender="hana@example.jp", sender_name="山田 花子")

    assert max(len(line) for line in data.split(b"\r\n")) <= 78
    assert data.isascii()


@pytest.mark.parametrize("address", ["", "nobody", "a@b\nBcc: x@y", "あ@example.jp", "a@"])
def test_an_address_that_is_none_is_refused(address: str) -> None:
    with pytest.raises(BadFactError):
        eml(LETTER, sender=address)


def test_a_phone_script_is_not_sent() -> None:
    script = compose(request(Situation.INQUIRY, medium=Medium.PHONE))

    with pytest.raises(NotUsedError):
        mailto(script)
    with pytest.raises(NotUsedError):
        eml(script, sender="hana@example.jp")
