"""Ways out of here for a letter: a link that opens the mail program, and a file for it."""

from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from urllib.parse import quote

from yokame.letters.errors import BadFactError, NotUsedError
from yokame.letters.request import Letter
from yokame.letters.situations import Medium


def mailto(letter: Letter, *, to: str = "") -> str:
    """A `mailto:` link with subject and text (RFC 6068). `to` may be left out.

    Raises NotUsedError for a phone script, which is not sent.
    """
    _check_written(letter)
    text = letter.body.replace("\n", "\r\n")
    return f"mailto:{quote(to, safe='@')}?subject={quote(letter.subject)}&body={quote(text)}"


def eml(letter: Letter, *, sender: str, sender_name: str = "", to: str = "") -> bytes:
    """The letter as an `.eml` file that a mail program opens as a draft (X-Unsent).

    It has neither date nor Message-ID: those are the mail program's, when a person sends it.

    Raises
    ------
    NotUsedError
        For a phone script, which is not sent.
    BadFactError
        If an address is none.
    """
    _check_written(letter)
    message = plain_mail(letter.subject, letter.body, sender=sender, sender_name=sender_name, to=to)
    message["X-Unsent"] = "1"
    return message.as_bytes()


def plain_mail(
    subject: str, body: str, *, sender: str, sender_name: str = "", to: str = ""
) -> EmailMessage:
    """A mail of plain text, not dated yet. Raises BadFactError if an address is none."""
    message = EmailMessage(policy=SMTP)
    message["From"] = _address(sender, sender_name, fact="sender")
    if to:
        message["To"] = _address(to, "", fact="to")
    message["Subject"] = subject
    message.set_content(body + "\n", charset="utf-8", cte="base64")
    return message


def _check_written(letter: Letter) -> None:
    if letter.medium is Medium.PHONE:
        raise NotUsedError(situation=letter.situation, medium=letter.medium)


def _address(address: str, name: str, *, fact: str) -> Address:
    try:
        parsed = Address(display_name=name, addr_spec=address)
    except (MessageError, ValueError, IndexError) as error:
        raise BadFactError(fact=fact, value=address) from error
    if not parsed.domain or not address.isascii():
        raise BadFactError(fact=fact, value=address)
    return parsed
